#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Written out here, because the headers of Debian 12 stop at the first versions while kernels are further on.
// Source: Documentation/userspace-api/landlock.rst of Linux 6.12.
struct ruleset {
  uint64_t files;    // version 1
  uint64_t network;  // version 4
  uint64_t scopes;   // version 6
};
struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };  // the same numbers on every architecture
enum { PATH_BENEATH = 1, ASK_VERSION = 1 };
enum { READ_FILE = 1 << 2, READ_DIR = 1 << 3 };

// Everything that a version knows is forbidden unless a rule allows it.
static uint64_t file_rights(int version) {
  uint64_t rights = (1 << 13) - 1;       // 1: execute, write, read, remove and make of every kind
  if (version >= 2) rights |= 1 << 13;   // moving between folders
  if (version >= 3) rights |= 1 << 14;   // truncation
  if (version >= 5) rights |= 1 << 15;   // ioctl on devices
  return rights;
}

static int allow(int ruleset, const char *path) {
  int parent = open(path, O_PATH | O_CLOEXEC);
  if (parent < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : -errno;
  struct stat about;
  int error = fstat(parent, &about) ? errno : 0;
  if (!error) {
    // A folder's right on a plain file is an error of its own.
    struct path_rule rule = {S_ISDIR(about.st_mode) ? READ_FILE | READ_DIR : READ_FILE, parent};
    error = syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0) ? errno : 0;
  }
  close(parent);
  return -error;
}

int daybook_landlock(const char *const readable[]) {
  int version = (int)syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  if (version < 0) return -errno;
  struct ruleset wanted = {
    .files = file_rights(version),
    .network = version >= 4 ? 3 : 0,  // bind and connect over TCP
    .scopes = version >= 6 ? 3 : 0,   // abstract sockets and signals to outside
  };
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int ruleset = (int)syscall(CREATE_RULESET, &wanted, size, 0);
  if (ruleset < 0) return -errno;
  int error = 0;
  for (const char *const *path = readable; *path && !error; path++) error = allow(ruleset, *path);
  if (!error && syscall(RESTRICT_SELF, ruleset, 0)) error = -errno;
  close(ruleset);
  return error ? error : version;
}
