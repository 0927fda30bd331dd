/// How an item ended. Items are reported in the order in which they end; `WorkItem.id` joins them.
package enum WorkReport: Sendable {
  case finished(WorkItem, results: [[UInt8]], usage: WorkUsage)
  case failed(WorkItem, WorkFailure)

  package var item: WorkItem {
    switch self {
    case .finished(let item, _, _), .failed(let item, _): item
    }
  }
}

/// What the successful attempt at an item took.
///
/// Shape: wall and CPU time of that attempt in milliseconds, as the child measured them; `peakKiB` is the
/// child's resident memory at its highest during the attempt, in KiB; `attempts` counts this one too.
package struct WorkUsage: Hashable, Sendable {
  package var milliseconds: Int
  package var cpuMilliseconds: Int
  package var peakKiB: Int
  package var attempts: Int

  package init(milliseconds: Int, cpuMilliseconds: Int, peakKiB: Int, attempts: Int) {
    self.milliseconds = milliseconds
    self.cpuMilliseconds = cpuMilliseconds
    self.peakKiB = peakKiB
    self.attempts = attempts
  }
}
