import CSandbox
import Foundation

/// One child as the supervisor sees it: its process, its end of the channel, and what it is doing.
final class WorkerProcess {
  /// What came of reading the channel.
  enum Reception {
    case open
    /// The child has closed it: it is gone, or as good as gone.
    case ended
    case fault(FrameReader.Fault)
  }

  struct StartFailure: Error { var reason: String }

  let process: pid_t
  let channel: Int32
  private let lifeline: Int32
  private var reader: FrameReader
  /// A frame, how much of it has been sent, and the descriptor that travels with its first byte.
  private var outgoing: [UInt8] = []
  private var outgoingOffset = 0
  private var outgoingDescriptor: Int32?

  /// Nil once it has said hello.
  var startingSince: Duration?
  /// What it is working on.
  var attempt: Attempt?
  var itemsDone = 0
  var affinity: String?

  init(configuration: WorkerConfiguration, now: Duration) throws(StartFailure) {
    var ends: [Int32] = [-1, -1]
    var life: [Int32] = [-1, -1]
    let opened = daybook_channel(&ends)
    guard opened == 0 else { throw StartFailure(reason: systemMessage(opened)) }
    let piped = daybook_lifeline(&life)
    guard piped == 0 else {
      ends.forEach { close($0) }
      throw StartFailure(reason: systemMessage(piped))
    }
    process = Self.spawn(configuration, channel: ends[1], lifeline: life[0])
    close(ends[1])
    close(life[0])
    guard process > 0 else {
      close(ends[0])
      close(life[1])
      throw StartFailure(reason: systemMessage(process))
    }
    channel = ends[0]
    lifeline = life[1]
    reader = FrameReader(payloadLimit: configuration.limits.resultBytes)
    startingSince = now
    send(.setup, ChildSetup(limits: configuration.limits).wireBytes)
  }

  private static func spawn(_ configuration: WorkerConfiguration, channel: Int32, lifeline: Int32) -> pid_t {
    var arguments: [UnsafeMutablePointer<CChar>?] = configuration.arguments.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] =
      WorkerConfiguration.environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    return daybook_spawn(configuration.program, &arguments, &environment, channel, lifeline)
  }

  var isStarting: Bool { startingSince != nil }
  var isIdle: Bool { !isStarting && attempt == nil }
  /// Has had no document yet.
  var isFresh: Bool { itemsDone == 0 }

  // MARK: Channel

  var wantsToWrite: Bool { outgoingOffset < outgoing.count }

  /// Sends a frame, now or as soon as there is room. Takes `descriptor` over.
  func send(_ tag: Frame.Tag, _ payload: [UInt8], descriptor: Int32? = nil) {
    dropDescriptor()
    outgoing = Frame.header(tag, payloadLength: payload.count) + payload
    outgoingOffset = 0
    outgoingDescriptor = descriptor
    flush()
  }

  /// A broken channel is not noticed here: reading from it says so.
  func flush() {
    while wantsToWrite {
      let sent = outgoing.withUnsafeBytes {
        let rest = UnsafeRawBufferPointer(rebasing: $0[outgoingOffset...])
        return daybook_send(channel, rest.baseAddress, rest.count, outgoingDescriptor ?? -1)
      }
      if sent == -Int(EAGAIN) { return }
      dropDescriptor()
      outgoingOffset = sent < 0 ? outgoing.count : outgoingOffset + sent
    }
    outgoing = []
    outgoingOffset = 0
  }

  /// Reads what is there, at most a few buffers full, so that one talkative child cannot keep the others
  /// waiting.
  func receive(into buffer: UnsafeMutableRawBufferPointer, handle: (Frame) -> Bool) -> Reception {
    for _ in 0..<4 {
      let count = read(channel, buffer.baseAddress, buffer.count)
      if count == 0 { return .ended }
      if count < 0 { return errno == EAGAIN || errno == EINTR ? .open : .ended }
      var goesOn = true
      do {
        try reader.take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
          goesOn = handle($0)
          return goesOn
        }
      } catch {
        return .fault(error)
      }
      if !goesOn || count < buffer.count { return .open }
    }
    return .open
  }

  // MARK: End

  /// Ends the process, without waiting for it: `daybook_reap` has to follow.
  func kill() {
    Foundation.kill(process, SIGKILL)
    dropDescriptor()
    close(channel)
    close(lifeline)
  }

  private func dropDescriptor() {
    if let descriptor = outgoingDescriptor { close(descriptor) }
    outgoingDescriptor = nil
  }
}

/// An item in the hands of a child.
struct Attempt {
  var work: QueuedWork
  var started: Duration
  var deadline: Duration
  var lastSign: Duration
  var results: [[UInt8]] = []
  var outputBytes = 0
}
