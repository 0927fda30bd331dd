/// Writes canonical JSON as UTF-8 bytes: keys in the order given, no spaces, no locale.
///
/// Our own, because Foundation's JSONEncoder writes 20 MB/s and holds the whole value; this one streams. Text is written as it is, with
/// only what RFC 8259 section 7 requires escaped; `<` is escaped too, so that the bytes may stand inside an HTML script element.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next key or element, one flag for each open object or array.
  private var needsComma: [Bool] = [false]

  package init() {}

  /// Hands out what has been written so far, so that a long document need not be held.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested("[", "]", body)
  }

  /// Opens an object or an array that is closed later, by hand: for streaming.
  package mutating func open(_ bracket: Character) {
    separate()
    bytes.append(contentsOf: String(bracket).utf8)
    needsComma.append(false)
  }

  package mutating func close(_ bracket: Character) {
    bytes.append(contentsOf: String(bracket).utf8)
    needsComma.removeLast()
  }

  package mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma[needsComma.count - 1] = false
  }

  package mutating func text(_ value: String?) {
    separate()
    if let value { quoted(value) } else { bytes.append(contentsOf: "null".utf8) }
  }

  package mutating func number(_ value: Int?) {
    separate()
    bytes.append(contentsOf: (value.map(String.init) ?? "null").utf8)
  }

  package mutating func flag(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    text(value)
  }

  package mutating func field(_ name: String, _ value: Int?) {
    key(name)
    number(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    flag(value)
  }

  package mutating func field(_ name: String, _ values: [String]) {
    key(name)
    array { for value in values { $0.text(value) } }
  }

  /// A line break between elements, for files that people look at.
  package mutating func lineBreak() {
    if needsComma[needsComma.count - 1] {
      bytes.append(UInt8(ascii: ","))
      needsComma[needsComma.count - 1] = false
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func nested(
    _ opening: Character, _ closing: Character, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    open(opening)
    try body(&self)
    close(closing)
  }

  private mutating func separate() {
    if needsComma[needsComma.count - 1] { bytes.append(UInt8(ascii: ",")) }
    needsComma[needsComma.count - 1] = true
  }

  private mutating func quoted(_ value: String) {
    let hex = Array("0123456789abcdef".utf8)
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
        case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
        case 0..<0x20, UInt8(ascii: "<"), 0x7F:
          bytes.append(contentsOf: Array("\\u00".utf8))
          bytes.append(hex[Int(byte >> 4)])
          bytes.append(hex[Int(byte & 15)])
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
