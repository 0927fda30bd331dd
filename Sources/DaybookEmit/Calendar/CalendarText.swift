/// Lines of an iCalendar file.
///
/// Source: RFC 5545, sections 3.1 (folding at 75 octets) and 3.3.11 (escapes of TEXT).
enum CalendarText {
  /// A property whose value is text: escaped, folded, closed by CR LF.
  static func text(_ name: String, _ value: String) -> String { folded("\(name):\(escaped(value))") }

  /// A property whose value is written as it is.
  static func raw(_ name: String, _ value: String) -> String { folded("\(name):\(value)") }

  /// A property whose value is JSON of ours, which has no control characters and must come back to the byte.
  static func json(_ name: String, _ value: String) -> String { folded("\(name):\(backslashed(value))") }

  static func escaped(_ value: String) -> String { backslashed(PlainText.lines(value)) }

  private static func backslashed(_ value: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(value.utf8.count + 32)
    for byte in value.utf8 {
      switch byte {
      case 0x5C, 0x2C, 0x3B:
        out.append(0x5C)
        out.append(byte)
      case 0x0A:
        out.append(0x5C)
        out.append(UInt8(ascii: "n"))
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// No line has more than 75 octets without its CR LF, and no scalar is cut in two.
  static func folded(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 24 + 8)
    var start = 0
    while true {
      // A continuation line begins with a blank, which counts.
      let room = start == 0 ? 75 : 74
      guard bytes.count - start > room else { break }
      var end = start + room
      while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      out.append(contentsOf: bytes[start..<end])
      out.append(0x0D)
      out.append(0x0A)
      out.append(0x20)
      start = end
    }
    out.append(contentsOf: bytes[start...])
    out.append(0x0D)
    out.append(0x0A)
    return String(decoding: out, as: UTF8.self)
  }
}
