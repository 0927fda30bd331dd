import Foundation

/// Lines from a descriptor that others may share: it is never set to non-blocking, and read only when it has
/// something.
struct LineReader {
  /// A longer line is malformed, and its end is not looked for.
  static let longestLine = 1 << 20

  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var offset = 0
  private(set) var isAtEnd = false
  /// Of the line that `next` gave last, 1-based.
  private(set) var lineNumber = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next whole line that has been read already, without its end; the last one needs none.
  mutating func next() -> [UInt8]? {
    let rest = bytes[offset...]
    if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      offset = end + 1
      lineNumber += 1
      return Array(rest[..<end])
    }
    guard (isAtEnd && !rest.isEmpty) || rest.count > Self.longestLine else { return nil }
    offset = bytes.count
    lineNumber += 1
    return Array(rest)
  }

  /// Reads once; waits only if nothing is there. Gives the error, 0 where there was none.
  mutating func fill() -> Int32 {
    bytes.removeFirst(offset)
    offset = 0
    let chunk = 64 << 10
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
      count = read(descriptor, buffer.baseAddress, chunk)
      initialized = max(0, count)
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? 0 : errno }
    bytes += piece
    isAtEnd = count == 0
    return 0
  }
}
