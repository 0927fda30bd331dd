import DaybookExtract
private import Foundation

/// Reads a file of plain text window by window.
struct TextWindows {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The descriptor stays the caller's.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// The next window; nil at the end of the file.
  mutating func next() throws(PipelineError) -> [UInt8]? {
    while !isAtEnd, buffer.count <= DateWindow.size { try fill() }
    if buffer.isEmpty { return nil }
    let end = buffer.withUnsafeBufferPointer { DateWindow.end(in: $0, from: 0) }
    if end == buffer.count {
      defer { buffer = [] }
      return buffer
    }
    let window = Array(buffer[..<end])
    buffer.removeSubrange(..<end)
    return window
  }

  private mutating func fill() throws(PipelineError) {
    let wanted = DateWindow.size + 1
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: wanted))
    let count = buffer.withUnsafeMutableBytes {
      read(descriptor, $0.baseAddress?.advanced(by: start), wanted)
    }
    let error = errno
    buffer.removeLast(wanted - max(count, 0))
    if count < 0, error != EINTR {
      throw .notReadable(path: path, reason: String(cString: strerror(error)))
    }
    if count == 0 { isAtEnd = true }
  }
}
