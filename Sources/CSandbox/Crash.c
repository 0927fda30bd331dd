#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

// A process at its address-space limit dies in as many ways as there are libraries: glib traps, C++ aborts, Swift stops
// at an illegal instruction, careless C runs into a null pointer. This tells such a death from any other: the thread's
// errno is still ENOMEM (the job before left it at 0), or the address space is nearly used up.

static int statm_file = -1;
static uint64_t page_limit;
static _Alignas(16) char handler_stack[32 * 1024];

// Called inside a signal handler: no allocation, no stdio.
static uint64_t pages_used(void) {
  char text[64];
  ssize_t length = statm_file < 0 ? 0 : pread(statm_file, text, sizeof text, 0);
  uint64_t pages = 0;
  for (ssize_t at = 0; at < length && text[at] >= '0' && text[at] <= '9'; at++)
    pages = pages * 10 + (uint64_t)(text[at] - '0');
  return pages;
}

static void crashed(int signal_number) {
  if (errno == ENOMEM || (page_limit && pages_used() >= page_limit / 16 * 15)) _exit(DAYBOOK_EXIT_MEMORY);
  raise(signal_number);  // SA_RESETHAND: now with the default action, so that the supervisor sees the signal itself
}

int daybook_catch_crashes(uint64_t address_space) {
  statm_file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  page_limit = address_space / (uint64_t)sysconf(_SC_PAGESIZE);
  // A stack of its own, or a stack overflow could not be handled.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  if (sigaltstack(&stack, NULL)) return -errno;
  struct sigaction action = {.sa_handler = crashed, .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER)};
  sigemptyset(&action.sa_mask);
  static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS};
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index++)
    if (sigaction(signals[index], &action, NULL)) return -errno;
  // Writing past the file-size limit becomes an error instead of a death.
  return signal(SIGXFSZ, SIG_IGN) == SIG_ERR ? -errno : 0;
}
