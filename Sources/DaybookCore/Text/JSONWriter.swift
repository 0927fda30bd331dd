/// Writes canonical JSON as UTF-8 bytes: keys in the order given, no spaces, no locale.
///
/// Our own, because Foundation's JSONEncoder wants the whole value at once and this one streams: memory does not
/// grow with the chronology. Text is written as it is, with only what RFC 8259 section 7 requires escaped; `<` is
/// escaped too, so that the bytes may stand inside an HTML script element.
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

  /// Forgets what was written: for one value after another, without room being made for each.
  package mutating func restart() {
    bytes.removeAll(keepingCapacity: true)
    needsComma.removeAll(keepingCapacity: true)
    needsComma.append(false)
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested("[", "]", body)
  }

  /// Opens an object or an array that is closed later, by hand: for streaming.
  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma.append(false)
  }

  package mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
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
    if let value { Digits.append(value, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
  }

  package mutating func flag(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    text(value)
  }

  /// A text that is there as UTF-8.
  package mutating func field(_ name: String, utf8 value: [UInt8]) {
    key(name)
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.withUnsafeBufferPointer { escape($0) }
    bytes.append(UInt8(ascii: "\""))
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

  /// A line break before a closing bracket: no comma stands before it.
  package mutating func lineBreak(isLast: Bool) {
    if isLast { bytes.append(UInt8(ascii: "\n")) } else { lineBreak() }
  }

  private mutating func nested(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
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
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Stretches that need no escape, which is most of every text, are copied as they are.
  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<utf8.count where JSONWriter.isEscaped(utf8[index]) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      escape(utf8[index])
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? 0x30 + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
