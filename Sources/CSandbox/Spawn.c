#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The child gets four things: nothing on stdin, stdout and stderr (what a library prints may be document text), the
// channel, the lifeline, and no other descriptor. A session of its own keeps Ctrl-C of the terminal from it: the
// supervisor alone decides how a run ends.
pid_t daybook_spawn(
    const char *program, char *const arguments[], char *const environment[], int channel, int lifeline) {
  // Out of the way first: a dup2 to 3 would close a lifeline that happens to be 3.
  int high_channel = fcntl(channel, F_DUPFD_CLOEXEC, 16);
  if (high_channel < 0) return -errno;
  int high_lifeline = fcntl(lifeline, F_DUPFD_CLOEXEC, 16);
  if (high_lifeline < 0) {
    int error = errno;
    close(high_channel);
    return -error;
  }

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);

  pid_t pid = -1;
  int error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (!error) error = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  if (!error) error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, high_channel, DAYBOOK_CHANNEL);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, high_lifeline, DAYBOOK_LIFELINE);
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, DAYBOOK_LIFELINE + 1);
  if (!error) error = posix_spawn(&pid, program, &actions, &attributes, arguments, environment);

  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(high_channel);
  close(high_lifeline);
  return error ? -error : pid;
}

int daybook_reap(pid_t pid, bool wait, struct daybook_ending *ending) {
  int status = 0;
  pid_t result;
  do result = waitpid(pid, &status, wait ? 0 : WNOHANG);
  while (result < 0 && errno == EINTR);
  if (result == 0) return 0;
  if (result < 0) return -errno;
  ending->code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return 1;
}

int64_t daybook_cpu_milliseconds(pid_t pid) {
  clockid_t clock;
  int error = clock_getcpuclockid(pid, &clock);
  if (error) return -error;
  struct timespec used;
  if (clock_gettime(clock, &used)) return -errno;
  return (int64_t)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

// Only the soft limit: an ordinary user cannot raise a hard one again, and the next job needs more. The child cannot
// lift it, its seccomp filter sees to that.
int daybook_limit_cpu(pid_t pid, int64_t seconds) {
  struct rlimit limit;
  if (prlimit(pid, RLIMIT_CPU, NULL, &limit)) return -errno;
  rlim_t wanted = (rlim_t)seconds;
  limit.rlim_cur = limit.rlim_max != RLIM_INFINITY && wanted > limit.rlim_max ? limit.rlim_max : wanted;
  return prlimit(pid, RLIMIT_CPU, &limit, NULL) ? -errno : 0;
}
