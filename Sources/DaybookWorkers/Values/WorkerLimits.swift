/// What a child may take.
///
/// Shape: sizes in bytes, times as `Duration`; all wall time but `cpu`. Time is counted only while the
/// supervisor is waiting in `WorkerPool.next`, so that a child never pays for a supervisor that was busy
/// elsewhere.
package struct WorkerLimits: Hashable, Sendable {
  /// Address space of a child; nil sets none (the address sanitizer needs terabytes).
  package var addressSpace: Int? = 2 << 30
  package var openFiles = 64
  /// CPU time for one attempt; nil gives as much as its deadline. The kernel counts CPU time over the life of
  /// a process, so the supervisor raises the child's limit before each item by this much; whole seconds,
  /// rounded up.
  package var cpu: Duration?
  /// A child that sends nothing for so long is given up.
  package var silence: Duration = .seconds(60)
  /// Deadline of an item: `base` + `perMegabyte` for each 1,000,000 bytes, never over `longest`.
  package var base: Duration = .seconds(30)
  package var perMegabyte: Duration = .seconds(2)
  package var longest: Duration = .seconds(600)
  /// Longest single result.
  package var resultBytes = 64 << 20
  /// All results of one item together.
  package var outputBytes = 256 << 20
  /// From the start of a process until its sandbox is closed and it is ready.
  package var startup: Duration = .seconds(60)
  /// A child is replaced after so many items, or when it stays above so much resident memory after one: what
  /// leaks or fragments in a library is gone with it.
  package var itemsPerChild = 1000
  package var residentBytes = 640 << 20

  package init() {}

  /// The deadline for a document of so many bytes, as found, not as claimed.
  package func deadline(bytes: Int) -> Duration {
    let megabytes = Double(bytes) / 1_000_000
    return min(base + perMegabyte * megabytes, longest)
  }
}
