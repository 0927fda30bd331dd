/// Counts only the time during which the supervisor listens to its children.
///
/// A caller may spend minutes between two calls of `WorkerPool.next`; a child that waits for room in its
/// channel meanwhile is not late. For the same reason one step counts two seconds at most: longer ones mean
/// that the supervisor itself was stopped or starved, and then so were its children.
struct AttendedClock {
  private static let longestStep = Duration.seconds(2)
  private let clock = SuspendingClock()
  private var last: SuspendingClock.Instant
  private(set) var now = Duration.zero

  init() { last = clock.now }

  /// Leaves out the time since the last tick.
  mutating func resume() { last = clock.now }

  mutating func tick() {
    let current = clock.now
    now += min(last.duration(to: current), Self.longestStep)
    last = current
  }
}
