#define _GNU_SOURCE
#include "include/CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int daybook_is_channel(int descriptor) {
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  if (getsockname(descriptor, (struct sockaddr *)&name, &length)) return -errno;
  return name.sun_family == AF_UNIX ? 0 : -ENOTSOCK;
}

// The kernel kills this process at the moment the last writing end of the lifeline closes, that is when the supervisor
// is gone, however it went. PR_SET_PDEATHSIG would be the usual way, but it watches the *thread* that spawned us: a
// supervisor that runs on a pool of threads would lose its children whenever the pool shrinks. The settings belong to
// the open pipe, not to the process, so each child has a pipe of its own.
int daybook_die_with(int lifeline) {
  if (fcntl(lifeline, F_SETSIG, SIGKILL) || fcntl(lifeline, F_SETOWN, getpid()) || fcntl(lifeline, F_SETFL, O_ASYNC))
    return -errno;
  // Gone before we were ready to hear of it?
  struct pollfd watched = {lifeline, POLLIN, 0};
  return poll(&watched, 1, 0) > 0 ? -EPIPE : 0;
}
