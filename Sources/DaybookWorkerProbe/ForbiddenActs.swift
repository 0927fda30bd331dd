import CSandbox
import Foundation

/// Acts that a document which has taken over a worker might try.
enum ForbiddenActs {
  /// The error number that the act met; 0 where it was allowed.
  static func attempt(_ name: String) -> Int32 {
    guard let act = acts[name] else { return -1 }
    errno = 0
    return act() == -1 ? errno : 0
  }

  /// Each gives -1 and sets errno when it is refused.
  private static let acts: [String: @Sendable () -> Int] = [
    "read-passwd": { Int(open("/etc/passwd", O_RDONLY)) },
    "read-proc": { Int(open("/proc/1/status", O_RDONLY)) },
    "list-home": { Int(open("/root", O_RDONLY | O_DIRECTORY)) },
    "write-file": { Int(open("/tmp/daybook-probe", O_WRONLY | O_CREAT, 0o600)) },
    "write-null": { Int(open("/dev/null", O_WRONLY)) },
    "truncate-file": { Int(open("/usr/lib/os-release", O_RDONLY | O_TRUNC)) },
    "unlink": { Int(unlink("/tmp/daybook-probe")) },
    "rename": { Int(rename("/tmp/daybook-probe", "/tmp/daybook-probe-2")) },
    "mkdir": { Int(mkdir("/tmp/daybook-probe-folder", 0o700)) },
    "symlink": { Int(symlink("/etc/passwd", "/tmp/daybook-probe-link")) },
    "chmod": { Int(chmod("/tmp", 0o777)) },
    "internet-socket": { Int(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)) },
    "unix-socket": { Int(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)) },
    "spawn": {
      var process = pid_t()
      errno = posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil])
      return errno == 0 ? 0 : -1
    },
    "fork": { call("fork", 0) },
    "exec": { Int(execve("/bin/true", [nil], [nil])) },
    "kill-parent": { Int(kill(getppid(), 0)) },
    "kill-init": { Int(kill(1, 0)) },
    "raise-limit": {
      var limit = rlimit(rlim_cur: 10, rlim_max: 10)
      return Int(setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit))
    },
    "become-root": { Int(setuid(0)) },
    "unshare": { call("unshare", 0x1000_0000) },
    "signal-by-descriptor": { Int(fcntl(Int32(DAYBOOK_LIFELINE), 8, getppid())) },
    "shared-memory": { Int(shmget(0, 4096, 0o1600)) },
    "memory-file": {
      let descriptor = [UInt8](repeating: 0, count: 1).withUnsafeBytes {
        daybook_memory_file($0.baseAddress, 1)
      }
      errno = -min(descriptor, 0)
      return descriptor < 0 ? -1 : 0
    },
  ]

  /// Calls a function of the C library that Swift does not import; `fork` ignores its argument.
  private static func call(_ name: String, _ argument: Int32) -> Int {
    guard let function = dlsym(nil, name) else { return 0 }
    return Int(unsafeBitCast(function, to: (@convention(c) (Int32) -> Int32).self)(argument))
  }
}
