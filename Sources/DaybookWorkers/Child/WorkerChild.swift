import CSandbox
import DaybookCore
import Foundation

/// The child's side: what `daybook worker --child` runs.
package enum WorkerChild {
  /// Reads a document: `payload` is the item's, `input` its descriptor. Results go to the channel; a thrown
  /// error refuses the document, and its description is the reason.
  ///
  /// The descriptor is closed afterwards; a handler that keeps a document open for the next item (see
  /// `WorkItem.affinity`) duplicates it. `channel.alive()` belongs between the parts of a long piece of work.
  package typealias Handler = (_ payload: [UInt8], _ input: Int32?, _ channel: ResultChannel) throws -> Void

  /// Serves the supervisor until it closes the channel; then the process ends.
  ///
  /// `prepare` runs before the sandbox closes: for what libraries read from files once (locale, fonts,
  /// character sets). It must not start threads: Landlock would not hold for them. `readable` are further
  /// paths for the handler.
  package static func serve(
    readable: [String] = [], prepare: () throws -> Void = {}, handler: Handler
  ) throws(WorkerError) -> Never {
    guard daybook_is_channel(Int32(DAYBOOK_CHANNEL)) == 0 else { throw .notAChild }
    let channel = ChildChannel(descriptor: Int32(DAYBOOK_CHANNEL))
    guard let first = channel.receive(), let setup = try? ChildSetup(wireBytes: first.frame.payload) else {
      throw .notAChild
    }
    var sandbox = ChildSandbox()
    sandbox.start(setup)
    do {
      try prepare()
    } catch {
      channel.send(.refused, Array("cannot prepare: \(error)".utf8))
      _exit(1)
    }
    sandbox.close(readable: ChildSandbox.readablePaths + readable)
    channel.send(.hello, sandbox.report.wireBytes)
    while let (frame, input) = channel.receive() {
      // An item that should bring a document and does not is no item: the supervisor then sees a process that
      // ended.
      guard frame.tag == .job || input != nil else { _exit(1) }
      work(frame.payload, input, channel, handler)
      if let input { close(input) }
    }
    // Not exit(): destructors of libraries have nothing to save here, and some crash.
    _exit(0)
  }

  private static func work(_ payload: [UInt8], _ input: Int32?, _ channel: ChildChannel, _ handler: Handler) {
    let clock = SuspendingClock()
    let (started, cpuBefore) = (clock.now, daybook_cpu_milliseconds(getpid()))
    _ = daybook_meter_reset()  // without it the peak is that of the whole life, which is still true
    errno = 0  // so that a crash can tell whether memory had run out
    let results = ResultChannel(channel)
    do {
      try handler(payload, input, results)
    } catch {
      results.flush()
      channel.send(.refused, Array(String(describing: error).utf8.prefix(2000)))
      return
    }
    results.flush()
    var memory = daybook_memory()
    _ = daybook_meter_read(&memory)  // zeros where it cannot be known
    let usage = ChildUsage(
      milliseconds: started.duration(to: clock.now).millisecondsRoundedUp,
      cpuMilliseconds: Int(daybook_cpu_milliseconds(getpid()) - cpuBefore),
      peakKiB: Int(memory.peak_kib), residentKiB: Int(memory.resident_kib))
    channel.send(.done, usage.wireBytes)
  }
}
