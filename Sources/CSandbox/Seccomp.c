#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <linux/sockios.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// A list of what is denied, not of what is allowed: the libraries (poppler, GMime, libxml2, libarchive, glib, and the
// libc below them) change their harmless calls with every release, and a missing one would cost documents. Each entry
// answers EPERM, which every library handles, instead of a signal, which would look like a crash of the document.
static const char *const denied[] = {
  // Network, and talking to anyone but the supervisor, whose channel needs only read, write and recvmsg.
  "socket", "socketpair", "socketcall", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
  "sendmmsg",
  // Other programs and other processes. clone without CLONE_THREAD is below, with its flags.
  "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
  "process_mrelease", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kcmp", "rt_sigqueueinfo",
  "rt_tgsigqueueinfo", "tkill", "setrlimit", "setpriority", "ioprio_set", "sched_setscheduler", "sched_setattr",
  "sched_setparam", "setpgid", "setsid", "move_pages", "migrate_pages",
  // Namespaces, mounts, roots.
  "unshare", "setns", "mount", "umount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen",
  "fsconfig", "fsmount", "fspick", "mount_setattr",
  // Becoming someone else.
  "capset", "setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "setgroups",
  "personality",
  // Parts of the kernel with a long list of faults and no use here.
  "bpf", "perf_event_open", "keyctl", "add_key", "request_key", "io_uring_setup", "io_uring_enter",
  "io_uring_register", "userfaultfd", "memfd_secret", "modify_ldt", "iopl", "ioperm", "fanotify_init",
  "name_to_handle_at", "open_by_handle_at", "lookup_dcookie", "vmsplice", "remap_file_pages", "nfsservctl",
  // The machine.
  "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
  "syslog", "acct", "quotactl", "quotactl_fd", "settimeofday", "clock_settime", "clock_settime64", "clock_adjtime",
  "adjtimex", "stime", "sethostname", "setdomainname", "vhangup", "sync", "syncfs",
  // Memory and queues shared with others.
  "shmget", "shmat", "shmctl", "semget", "semop", "semtimedop", "semctl", "msgget", "msgsnd", "msgrcv", "msgctl",
  "mq_open", "mq_unlink", "memfd_create",
  // Changing files. Opening one for writing is below, with its flags; Landlock denies all of this once more.
  "creat", "truncate", "truncate64", "ftruncate", "ftruncate64", "fallocate", "unlink", "unlinkat", "rename",
  "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat",
  "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime", "utimes", "futimesat",
  "utimensat", "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "flock",
};

static int deny(
    scmp_filter_ctx filter, const char *name, int answer, unsigned count, const struct scmp_arg_cmp *arguments) {
  int number = seccomp_syscall_resolve_name(name);
  if (number == __NR_SCMP_ERROR) return 0;  // newer than the library, or not of this architecture
  return seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((uint32_t)answer), number, count, arguments);
}

static int deny_names(scmp_filter_ctx filter) {
  int error = 0;
  for (size_t index = 0; index < sizeof denied / sizeof *denied && !error; index++)
    error = deny(filter, denied[index], EPERM, 0, NULL);
  return error;
}

// A flag of an argument: denied when (argument & mask) equals value.
static int deny_masked(scmp_filter_ctx filter, const char *name, unsigned argument, uint64_t mask, uint64_t value) {
  struct scmp_arg_cmp test = SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, mask, value);
  return deny(filter, name, EPERM, 1, &test);
}

static int deny_writing(scmp_filter_ctx filter, const char *name, unsigned argument) {
  int error = deny_masked(filter, name, argument, O_ACCMODE, O_WRONLY);
  if (!error) error = deny_masked(filter, name, argument, O_ACCMODE, O_RDWR);
  if (!error) error = deny_masked(filter, name, argument, O_CREAT, O_CREAT);
  if (!error) error = deny_masked(filter, name, argument, O_TRUNC, O_TRUNC);  // truncates, even opened for reading
  return error;
}

static int deny_processes(scmp_filter_ctx filter) {
  // A thread is allowed, a process is not. clone3 hides its flags in memory: as if the kernel were too old for it, the
  // C library then falls back on clone.
  int error = deny_masked(filter, "clone", 0, CLONE_THREAD, 0);
  if (!error) error = deny(filter, "clone3", ENOSYS, 0, NULL);
  // Signals to itself stay, abort() needs them.
  struct scmp_arg_cmp others = SCMP_CMP(0, SCMP_CMP_NE, (scmp_datum_t)getpid(), 0);
  if (!error) error = deny(filter, "kill", EPERM, 1, &others);
  if (!error) error = deny(filter, "tgkill", EPERM, 1, &others);
  // Limits may be read, of itself or others, but not set: the pointer to new ones must be null.
  struct scmp_arg_cmp setting = SCMP_CMP(2, SCMP_CMP_NE, 0, 0);
  if (!error) error = deny(filter, "prlimit64", EPERM, 1, &setting);
  return error;
}

// A descriptor can be made to send any signal to any process of the user; a terminal can be fed with keystrokes.
static int deny_detours(scmp_filter_ctx filter) {
  static const int controls[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
  static const unsigned long requests[] = {FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX, TIOCSETD};
  int error = 0;
  for (size_t index = 0; index < sizeof controls / sizeof *controls && !error; index++)
    error = deny_masked(filter, "fcntl", 1, 0xffffffff, (uint64_t)controls[index]);
  for (size_t index = 0; index < sizeof requests / sizeof *requests && !error; index++)
    error = deny_masked(filter, "ioctl", 1, 0xffffffff, requests[index]);
  return error;
}

int daybook_seccomp(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (!filter) return -ENOMEM;
  // Threads that a library has already started come under the filter too.
  int error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
  // A binary tree instead of a list of 150 comparisons for each call; older libraries do without.
  seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
  if (!error) error = deny_names(filter);
  if (!error) error = deny_processes(filter);
  if (!error) error = deny_writing(filter, "open", 1);
  if (!error) error = deny_writing(filter, "openat", 2);
  // Its flags are in memory; libraries fall back on openat.
  if (!error) error = deny(filter, "openat2", ENOSYS, 0, NULL);
  if (!error) error = deny_detours(filter);
  if (!error) error = seccomp_load(filter);
  seccomp_release(filter);
  return error;
}
