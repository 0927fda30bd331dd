/// Writes the lines of an iCalendar file.
///
/// Source: RFC 5545, sections 3.1 (folding at 75 octets) and 3.3.11 (escapes of TEXT).
struct CalendarText {
  private(set) var bytes: [UInt8] = []
  /// The line under way, before it is folded.
  private var line: [UInt8] = []

  /// Hands out what has been written so far.
  mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Lines that need no change, with their ends.
  mutating func lines(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A property whose value is text: escaped, folded, closed by CR LF.
  mutating func text(_ name: String, _ value: String) {
    var value = value
    value.withUTF8 { text(name, utf8: $0) }
  }

  /// The same for a text that is there as UTF-8.
  mutating func text(_ name: String, utf8 value: UnsafeBufferPointer<UInt8>) {
    begin(name)
    if PlainText.isClean(value, keepingLines: true) {
      backslash(value)
    } else {
      var plain = PlainText.lines(String(decoding: value, as: UTF8.self))
      plain.withUTF8 { backslash($0) }
    }
    fold()
  }

  /// A property whose value is written as it is.
  mutating func raw(_ name: String, _ value: String) {
    begin(name)
    line.append(contentsOf: value.utf8)
    fold()
  }

  /// A property whose value is JSON of ours, which has no control characters and must come back to the byte.
  mutating func json(_ name: String, _ value: [UInt8]) {
    begin(name)
    value.withUnsafeBufferPointer { backslash($0) }
    fold()
  }

  private mutating func begin(_ name: String) {
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: name.utf8)
    line.append(UInt8(ascii: ":"))
  }

  /// Stretches that need no escape are copied as they are.
  private mutating func backslash(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<value.count {
      switch value[index] {
      case 0x5C, 0x2C, 0x3B:
        line.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<index]))
        line.append(0x5C)
        start = index
      case 0x0A:
        line.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<index]))
        line.append(0x5C)
        line.append(UInt8(ascii: "n"))
        start = index + 1
      default: break
      }
    }
    line.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
  }

  /// No line has more than 75 octets without its CR LF, and no scalar is cut in two.
  private mutating func fold() {
    var start = 0
    while true {
      // A continuation line begins with a blank, which counts.
      let room = start == 0 ? 75 : 74
      guard line.count - start > room else { break }
      var end = start + room
      while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.append(contentsOf: line[start..<end])
      bytes.append(0x0D)
      bytes.append(0x0A)
      bytes.append(0x20)
      start = end
    }
    bytes.append(contentsOf: line[start...])
    bytes.append(0x0D)
    bytes.append(0x0A)
  }
}
