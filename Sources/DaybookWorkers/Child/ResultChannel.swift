/// Where a handler puts what it finds. Each `send` is one result, in this order, and counts once the handler
/// returns.
package final class ResultChannel {
  /// Small results travel together: a system call for each would cost more than making it.
  private static let bufferSize = 64 << 10
  private static let heartbeat = Duration.seconds(1)

  private let channel: ChildChannel
  private let clock = SuspendingClock()
  private var buffered: [UInt8] = []
  private var lastSign: SuspendingClock.Instant

  init(_ channel: ChildChannel) {
    self.channel = channel
    lastSign = clock.now
    buffered.reserveCapacity(Self.bufferSize + Frame.headerLength)
  }

  /// The supervisor fails the item when its results become too many or one too long (`WorkerLimits`).
  package func send(_ bytes: [UInt8]) {
    buffered.append(contentsOf: Frame.header(.result, payloadLength: bytes.count))
    guard buffered.count + bytes.count > Self.bufferSize else { return buffered.append(contentsOf: bytes) }
    flush()
    // What is large is not copied, nor does it make the buffer large.
    channel.write(bytes)
  }

  /// Says that work goes on; cheap enough for every page. Silence longer than `WorkerLimits.silence` ends the
  /// process.
  package func alive() {
    guard lastSign.duration(to: clock.now) >= Self.heartbeat else { return }
    buffered.append(contentsOf: Frame.header(.alive, payloadLength: 0))
    flush()
  }

  func flush() {
    channel.write(buffered)
    buffered.removeAll(keepingCapacity: true)
    lastSign = clock.now
  }
}
