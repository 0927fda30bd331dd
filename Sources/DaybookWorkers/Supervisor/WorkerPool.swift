import CSandbox
import DaybookCore
import Foundation

/// The supervisor: gives items to children and reports how they ended.
///
/// For one thread: nothing happens but inside its methods. Every item that is submitted is reported once,
/// whatever becomes of the children. Results of an attempt count only once the child says that it is
/// finished; a crash, a hang or a limit discards them, and the item is tried once more in a process that has
/// seen no other document.
package final class WorkerPool {
  let configuration: WorkerConfiguration
  /// What holds around the children; known from the start, because the first child is started at once.
  package internal(set) var sandboxReport = SandboxReport(outcomes: [])

  var children: [WorkerProcess] = []
  var queue = WorkQueue()
  var reports: [WorkReport] = []
  var clock = AttendedClock()
  var startFailures = StartFailures()
  /// Killed and not yet buried. One that is stuck in the kernel must not hold up the rest.
  var dying: [pid_t] = []
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)

  /// Starts the first child and waits until its sandbox is closed.
  package init(configuration: WorkerConfiguration) throws(WorkerError) {
    self.configuration = configuration
    startChild()
    while children.contains(where: \.isStarting) { turn(waking: nil) }
    if children.isEmpty {
      if configuration.requiresSandbox, sandboxReport.isDegraded { throw .sandboxRequired(sandboxReport) }
      throw .cannotStart(program: configuration.program, reason: startFailures.reason)
    }
  }

  deinit {
    shutDown()
    buffer.deallocate()
  }

  /// Items submitted and not yet reported.
  package var pending: Int { queue.count + children.count { $0.attempt != nil } + reports.count }

  package func submit(_ item: WorkItem) { queue.append(item) }

  /// Waits until an item has ended; nil when nothing is pending.
  ///
  /// `isCancelled` is asked at least five times a second; when it says true, `interrupted` is thrown and the
  /// children go on until `shutDown`.
  package func next(isCancelled: () -> Bool = { false }) throws(WorkerError) -> WorkReport? {
    switch try wait(waking: nil, isCancelled: isCancelled) {
    case .report(let report): report
    case .readable, .nothingPending: nil
    }
  }

  /// Gives out work and takes in news without waiting: for a caller who is busy elsewhere for a while.
  package func tend() {
    clock.resume()
    if pending > 0 { turn(waking: nil, atMost: .zero) }
  }

  /// Ends all children and forgets what is pending.
  package func shutDown() {
    queue.removeAll()
    reports.removeAll()
    for child in children { retire(child) }
    // A killed process is gone within milliseconds, unless it is stuck in the kernel; then it is left to
    // init.
    for _ in 0..<500 where !dying.isEmpty {
      bury()
      if !dying.isEmpty { usleep(2000) }
    }
  }

  enum Wakening {
    case report(WorkReport)
    /// The descriptor to wake on has something to read, or has ended.
    case readable
    case nothingPending
  }

  /// `next`, but also returns when `descriptor` can be read.
  func wait(waking descriptor: Int32?, isCancelled: () -> Bool) throws(WorkerError) -> Wakening {
    clock.resume()
    while true {
      if isCancelled() { throw .interrupted }
      if !reports.isEmpty {
        // A child that has finished goes on while the caller takes in what it said.
        dispatch()
        return .report(reports.removeFirst())
      }
      if pending == 0, descriptor == nil { return .nothingPending }
      if turn(waking: descriptor), reports.isEmpty { return .readable }
    }
  }

  /// One round: give out work, wait a moment for news, take it in, look at the clock.
  @discardableResult
  private func turn(waking descriptor: Int32?, atMost wait: Duration = .milliseconds(200)) -> Bool {
    dispatch()
    if !reports.isEmpty { return false }
    let listened = children
    var polled = listened.map {
      pollfd(fd: $0.channel, events: Int16($0.wantsToWrite ? POLLIN | POLLOUT : POLLIN), revents: 0)
    }
    if let descriptor { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let ready = poll(&polled, nfds_t(polled.count), Int32(min(patience, wait).millisecondsRoundedUp))
    clock.tick()
    if ready > 0 {
      for (child, entry) in zip(listened, polled) where entry.revents != 0 {
        if entry.revents & Int16(POLLOUT) != 0 { child.flush() }
        listen(to: child, buffer: buffer)
      }
    }
    // After what they had to say: an answer that lay waiting is not late.
    checkTimes()
    bury()
    return ready > 0 && descriptor != nil && polled[polled.count - 1].revents != 0
  }

  /// Until the first thing that is due.
  private var patience: Duration {
    let due =
      children.compactMap { child in times(of: child).map { $0.due - clock.now } }.min() ?? .seconds(1)
    return max(.zero, min(due, .milliseconds(200)))
  }

  func bury() {
    var ending = daybook_ending()
    dying.removeAll { daybook_reap($0, false, &ending) != 0 }
  }
}
