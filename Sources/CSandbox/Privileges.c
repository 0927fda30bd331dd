#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int limit(int resource, rlim_t value) {
  struct rlimit old;
  if (getrlimit((enum __rlimit_resource)resource, &old)) return -errno;
  if (old.rlim_max != RLIM_INFINITY && value > old.rlim_max) value = old.rlim_max;
  struct rlimit wanted = {value, value};
  return setrlimit((enum __rlimit_resource)resource, &wanted) ? -errno : 0;
}

// No file content at all may be written (SIGXFSZ is ignored, so this is an error and no death). The CPU limit is the
// supervisor's, one for each job: see daybook_limit_cpu. An address space of 0 means no limit of ours.
int daybook_limit_self(uint64_t address_space, uint64_t files) {
  int error = address_space ? limit(RLIMIT_AS, (rlim_t)address_space) : 0;
  if (!error) error = limit(RLIMIT_NOFILE, (rlim_t)files);
  if (!error) error = limit(RLIMIT_CORE, 0);
  if (!error) error = limit(RLIMIT_FSIZE, 0);
  if (!error) error = limit(RLIMIT_MSGQUEUE, 0);
  return error;
}

// A user namespace makes the network namespace possible for ordinary users; where it is forbidden root may still have
// the second alone. Only a process of one thread may do this.
int daybook_leave_namespaces(void) {
  if (!unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC)) return 0;
  int error = errno;
  return unshare(CLONE_NEWNET | CLONE_NEWIPC) ? -error : 0;
}

int daybook_drop_capabilities(void) {
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
  return syscall(SYS_capset, &header, none) ? -errno : 0;
}

// No other process of the user may attach or read this one's memory, which holds somebody's document.
int daybook_hide_memory(void) {
  prctl(PR_SET_NAME, "daybook-worker", 0, 0, 0);
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) ? -errno : 0;
}

int daybook_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ? -errno : 0; }

int daybook_thread_count(void) {
  struct stat tasks;
  if (stat("/proc/self/task", &tasks)) return -errno;
  return (int)tasks.st_nlink - 2;  // one folder a thread, beside "." and ".."
}
