#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

// O_NONBLOCK, because opening a FIFO would wait for a writer; what is not a regular file is turned away afterwards.
static int checked(int descriptor, int64_t *size) {
  if (descriptor < 0) return -errno;
  struct stat about;
  int error = fstat(descriptor, &about) ? errno : S_ISDIR(about.st_mode) ? EISDIR : S_ISREG(about.st_mode) ? 0 : ENODEV;
  if (error) {
    close(descriptor);
    return -error;
  }
  *size = about.st_size;
  return descriptor;
}

int daybook_open_input(const char *path, int64_t *size) {
  return checked(open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), size);
}

int daybook_reopen_input(int descriptor, int64_t *size) {
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  return checked(open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), size);
}

int daybook_memory_file(const void *bytes, size_t count) {
  int descriptor = memfd_create("daybook", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -errno;
  size_t done = 0;
  while (done < count) {
    ssize_t wrote = write(descriptor, (const char *)bytes + done, count - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) {
      int error = wrote < 0 ? errno : ENOSPC;
      close(descriptor);
      return -error;
    }
    done += (size_t)wrote;
  }
  int seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
  if (lseek(descriptor, 0, SEEK_SET) < 0 || fcntl(descriptor, F_ADD_SEALS, seals) < 0) {
    int error = errno;
    close(descriptor);
    return -error;
  }
  return descriptor;
}

int daybook_channel(int ends[2]) {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return -errno;
  if (fcntl(ends[0], F_SETFL, O_NONBLOCK)) {
    int error = errno;
    close(ends[0]);
    close(ends[1]);
    return -error;
  }
  return 0;
}

int daybook_lifeline(int ends[2]) { return pipe2(ends, O_CLOEXEC) ? -errno : 0; }
