#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <time.h>

/// CPU time of the calling thread in nanoseconds; -1 where it is not known.
static inline long long daybook_thread_time(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)) return -1;
  return (long long)now.tv_sec * 1000000000LL + now.tv_nsec;
}
