#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Opened before the sandbox closes, after which /proc is out of reach. Not getrusage: its maximum is inherited over
// posix_spawn, so a child of a large supervisor would claim the supervisor's memory, and it cannot be reset for a job.
static int status_file = -1;
static int reset_file = -1;

int daybook_meter_open(void) {
  status_file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
  reset_file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
  return status_file < 0 || reset_file < 0 ? -errno : 0;
}

int daybook_meter_reset(void) { return pwrite(reset_file, "5", 1, 0) == 1 ? 0 : -errno; }

int daybook_meter_read(struct daybook_memory *memory) {
  char text[4096];
  ssize_t length = pread(status_file, text, sizeof text - 1, 0);
  if (length < 0) return -errno;
  text[length] = 0;
  const char *peak = strstr(text, "VmHWM:"), *resident = strstr(text, "VmRSS:");
  if (!peak || !resident) return -ENODATA;
  memory->peak_kib = strtoll(peak + 6, NULL, 10);
  memory->resident_kib = strtoll(resident + 6, NULL, 10);
  return 0;
}
