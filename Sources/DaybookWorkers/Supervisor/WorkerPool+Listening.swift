import CSandbox
import DaybookCore
import Foundation

// What children say, and what their silence means.
extension WorkerPool {
  /// Counted for each result beside its bytes, so that a flood of empty ones ends too.
  private static let resultOverhead = 64

  func listen(to child: WorkerProcess, buffer: UnsafeMutableRawBufferPointer) {
    child.attempt?.lastSign = clock.now
    let reception = child.receive(into: buffer) { frame in
      self.take(frame, from: child)
      return self.children.contains { $0 === child }
    }
    guard children.contains(where: { $0 === child }) else { return }
    switch reception {
    case .open: break
    case .ended: ended(child)
    case .fault(.tooLong): giveUp(child, .output)
    case .fault(.unknownTag): giveUp(child, .crash(signal: 0))
    }
  }

  private func take(_ frame: Frame, from child: WorkerProcess) {
    switch (frame.tag, child.isStarting, child.attempt != nil) {
    case (.hello, true, _): greet(child, frame.payload)
    case (.refused, true, _): failToStart(child, text(frame.payload))
    case (.result, _, true): collect(frame.payload, from: child)
    case (.alive, _, true): break
    case (.done, _, true): finish(child, frame.payload)
    case (.refused, _, true): refuse(child, text(frame.payload))
    // Out of turn: a document has taken it over, or it is not our program.
    default: giveUp(child, .crash(signal: 0))
    }
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(2000), as: UTF8.self).harmless
  }

  private func greet(_ child: WorkerProcess, _ payload: [UInt8]) {
    guard var report = try? SandboxReport(wireBytes: payload) else {
      return failToStart(child, "not a worker of this version")
    }
    let fault = limitCPU(of: child, to: configuration.limits.longest)
    report.outcomes.append(SandboxReport.Outcome(layer: .cpuLimit, fault: fault))
    if sandboxReport.outcomes.isEmpty || report.isDegraded { sandboxReport = report }
    if report.isDegraded, configuration.requiresSandbox { return failToStart(child, report.description) }
    startFailures.count = 0
    child.startingSince = nil
  }

  private func collect(_ result: [UInt8], from child: WorkerProcess) {
    child.attempt?.results.append(result)
    child.attempt?.outputBytes += result.count + Self.resultOverhead
    if let attempt = child.attempt, attempt.outputBytes > configuration.limits.outputBytes {
      giveUp(child, .output)
    }
  }

  private func finish(_ child: WorkerProcess, _ payload: [UInt8]) {
    guard let attempt = child.attempt, let told = try? ChildUsage(wireBytes: payload) else {
      return giveUp(child, .crash(signal: 0))
    }
    let usage = WorkUsage(
      milliseconds: told.milliseconds, cpuMilliseconds: told.cpuMilliseconds, peakKiB: told.peakKiB,
      attempts: attempt.work.attempts + 1)
    reports.append(.finished(attempt.work.item, results: attempt.results, usage: usage))
    release(child, residentKiB: told.residentKiB)
  }

  private func refuse(_ child: WorkerProcess, _ reason: String) {
    if let attempt = child.attempt { report(attempt.work, .refused(reason)) }
    release(child, residentKiB: 0)
  }

  /// Takes a child back, or replaces it when it has served long enough.
  private func release(_ child: WorkerProcess, residentKiB: Int) {
    child.attempt = nil
    child.itemsDone += 1
    if child.itemsDone >= configuration.limits.itemsPerChild
      || residentKiB > configuration.limits.residentBytes >> 10
    {
      retire(child)
    }
  }

  // MARK: Ends of children

  /// The channel is closed, so the process has passed the point where its way of ending is settled.
  private func ended(_ child: WorkerProcess) {
    var ending = daybook_ending()
    children.removeAll { $0 === child }
    child.kill()  // for one that closed its channel and lives on
    let reaped = daybook_reap(child.process, true, &ending)
    let reason: WorkFailure.Reason =
      switch (reaped, ending.signal, ending.code) {
      case (1, SIGXCPU, _): .cpu
      case (1, 0, Int32(DAYBOOK_EXIT_MEMORY)): .memory
      case (1, let signal, _): .crash(signal: Int(signal))
      default: .crash(signal: 0)  // somebody else has reaped it
      }
    if child.isStarting { startFailed("it ended before it was ready, \(Self.words(for: ending))") }
    if let attempt = child.attempt { attemptFailed(attempt.work, reason) }
  }

  private static func words(for ending: daybook_ending) -> String {
    ending.signal == 0 ? "with exit code \(ending.code)" : "by signal \(ending.signal)"
  }

  /// Ends a child that is not worth waiting for.
  private func giveUp(_ child: WorkerProcess, _ reason: WorkFailure.Reason) {
    retire(child)
    if child.isStarting { startFailed("it does not speak the protocol of a worker") }
    if let attempt = child.attempt { attemptFailed(attempt.work, reason) }
  }

  private func failToStart(_ child: WorkerProcess, _ reason: String) {
    retire(child)
    startFailed(reason)
  }

  // MARK: Times

  /// When patience with a child ends, and what that would be called.
  func times(of child: WorkerProcess) -> (due: Duration, reason: WorkFailure.Reason)? {
    if let since = child.startingSince { return (since + configuration.limits.startup, .silent) }
    guard let attempt = child.attempt else { return nil }
    let end = attempt.started + attempt.deadline
    let silence = attempt.lastSign + configuration.limits.silence
    return end <= silence ? (end, .timeout) : (silence, .silent)
  }

  func checkTimes() {
    for child in children {
      guard let (due, reason) = times(of: child), due <= clock.now else { continue }
      if child.isStarting {
        failToStart(child, "it was not ready in time")
      } else {
        giveUp(child, reason)
      }
    }
  }
}
