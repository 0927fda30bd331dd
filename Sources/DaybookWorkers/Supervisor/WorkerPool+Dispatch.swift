import CSandbox
import Foundation

// How items come to children.
extension WorkerPool {
  /// Starts in a row that may fail before items are given up for it.
  private static let patienceWithStarts = 3

  func dispatch() {
    for child in children {
      while child.isIdle, let work = nextWork(for: child) { begin(work, on: child) }
    }
    // A retry needs a process that has done nothing yet; the one that it ended has left room for it.
    let wanted =
      max(queue.count - children.count(where: \.isIdle), queue.retryCount)
      - children.count(where: \.isStarting)
    let room = max(1, configuration.workers) - children.count
    guard startFailures.count == 0 || clock.now >= startFailures.pauseUntil else { return }
    for _ in 0..<max(0, min(wanted, room, startFailures.count == 0 ? Int.max : 1)) { startChild() }
  }

  private func nextWork(for child: WorkerProcess) -> QueuedWork? {
    let elsewhere = children.compactMap { $0 === child || $0.isIdle ? nil : $0.affinity }
    return queue.next(fresh: child.isFresh, affinity: child.affinity, heldElsewhere: Set(elsewhere))
  }

  private func begin(_ work: QueuedWork, on child: WorkerProcess) {
    let limits = configuration.limits
    let input: OpenInput
    do {
      input = try work.item.input.open()
    } catch {
      report(work, .unreadable(error.reason))
      return
    }
    let deadline = min(work.item.deadline ?? limits.deadline(bytes: input.byteCount), limits.longest)
    // Where that fails the report on the sandbox has said so already, and the deadline still holds.
    _ = limitCPU(of: child, to: limits.cpu ?? deadline)
    child.affinity = work.item.affinity
    child.attempt = Attempt(work: work, started: clock.now, deadline: deadline, lastSign: clock.now)
    child.send(
      input.descriptor == nil ? .job : .jobWithInput, work.item.payload, descriptor: input.descriptor)
  }

  /// Lets a child use so much CPU time from now on; gives the error, nil where it worked.
  func limitCPU(of child: WorkerProcess, to allowance: Duration) -> String? {
    let used = daybook_cpu_milliseconds(child.process)
    guard used >= 0 else { return systemMessage(used) }
    let seconds = (Int(used) + 999) / 1000 + (allowance.millisecondsRoundedUp + 999) / 1000
    let result = daybook_limit_cpu(child.process, Int64(seconds))
    return result < 0 ? systemMessage(result) : nil
  }

  // MARK: Starting

  func startChild() {
    do {
      children.append(try WorkerProcess(configuration: configuration, now: clock.now))
    } catch {
      startFailed(error.reason)
    }
  }

  /// Where no child can be started and none is at work, items are reported one by one: nothing waits for
  /// ever.
  func startFailed(_ reason: String) {
    startFailures = StartFailures(
      count: startFailures.count + 1, reason: reason, pauseUntil: clock.now + .milliseconds(200))
    guard startFailures.count >= Self.patienceWithStarts, children.allSatisfy(\.isIdle),
      let work = queue.removeFirst()
    else { return }
    // One more try for each further item, at once.
    startFailures.count = Self.patienceWithStarts - 1
    startFailures.pauseUntil = clock.now
    reports.append(.failed(work.item, WorkFailure(reason: .spawn(reason), attempts: work.attempts)))
  }

  func retire(_ child: WorkerProcess) {
    child.kill()
    dying.append(child.process)
    children.removeAll { $0 === child }
  }

  // MARK: Ends of items

  /// Reports an item that this attempt has settled.
  func report(_ work: QueuedWork, _ reason: WorkFailure.Reason) {
    reports.append(.failed(work.item, WorkFailure(reason: reason, attempts: work.attempts + 1)))
  }

  /// Tries an item again where that makes sense, else reports it.
  func attemptFailed(_ work: QueuedWork, _ reason: WorkFailure.Reason) {
    if reason.isWorthAnotherAttempt, work.attempts + 1 < configuration.attempts {
      queue.retry(QueuedWork(item: work.item, attempts: work.attempts + 1))
    } else {
      report(work, reason)
    }
  }
}

/// Starts of children that failed in a row.
struct StartFailures {
  var count = 0
  /// Of the last one.
  var reason = ""
  /// No further start before.
  var pauseUntil = Duration.zero
}
