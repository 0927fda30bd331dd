import Foundation

/// How a pool starts and holds its children.
package struct WorkerConfiguration: Sendable {
  /// The program and its arguments, the first of which is its name. This program itself, unless told
  /// otherwise.
  package var program = "/proc/self/exe"
  package var arguments = ["daybook", "worker", "--child"]
  /// Children at once. They are started when there is work for them.
  package var workers = ProcessInfo.processInfo.activeProcessorCount
  package var limits = WorkerLimits()
  /// A sandbox with a layer missing is an error instead of a report.
  package var requiresSandbox = false
  /// Attempts at an item that ends its child, each in a fresh process.
  package var attempts = 2

  package init() {}

  /// The same whoever starts us: nothing of the user's environment reaches a child. Crashes are for the
  /// supervisor to notice; Swift's own reporter would start a process, which the sandbox denies, and take
  /// minutes over it.
  ///
  /// The larger cache of small pieces saves a fifth of the time that poppler takes for a page, for 3 MB a
  /// child (measured for issue 2); memory is given back by the 32 MB.
  static let environment = [
    "LC_ALL=C.UTF-8", "TZ=UTC", "SWIFT_BACKTRACE=enable=no",
    "GLIBC_TUNABLES=glibc.malloc.tcache_count=512:glibc.malloc.trim_threshold=33554432",
  ]
}
