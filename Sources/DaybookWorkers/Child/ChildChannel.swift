import CSandbox
import Foundation

/// The child's end of the channel. Blocking; when the supervisor is gone so is the process.
final class ChildChannel {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next frame and the descriptor that came with it; nil when the supervisor has closed the channel.
  func receive() -> (frame: Frame, input: Int32?)? {
    var input: Int32 = -1
    guard let header = read(count: Frame.headerLength, input: &input),
      let (tag, length) = Frame.parse(header: header), let payload = read(count: length, input: &input)
    else { return nil }
    return (Frame(tag: tag, payload: payload), input < 0 ? nil : input)
  }

  private func read(count: Int, input: inout Int32) -> [UInt8]? {
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while done < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
        let received = daybook_receive(descriptor, rest.baseAddress, rest.count, &input)
        if received <= 0 { break }
        done += received
      }
      initialized = done
    }
    return done == count ? bytes : nil
  }

  func send(_ tag: Frame.Tag, _ payload: [UInt8] = []) {
    write(Frame.header(tag, payloadLength: payload.count))
    write(payload)
  }

  /// Plain write: the seccomp filter leaves no sendmsg.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let wrote = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if wrote < 0 && errno == EINTR { continue }
        if wrote <= 0 { _exit(1) }
        rest = rest.dropFirst(wrote)
      }
    }
  }
}
