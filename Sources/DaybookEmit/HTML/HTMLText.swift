/// Text inside HTML: nothing in it can become markup, in an element or in a quoted attribute.
enum HTMLText {
  /// Control characters, which HTML cannot hold or changes on reading, are shown as their pictures (U+2400
  /// …).
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Stretches that need no change, which is most of every text, are copied as they are.
  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var (index, start) = (0, 0)
      func flush(_ end: Int, _ next: Int, _ replacement: String) {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        out.append(contentsOf: replacement.utf8)
        start = next
      }
      while index < bytes.count {
        let byte = bytes[index]
        var length = 1
        switch byte {
        case 0x26: flush(index, index + 1, "&amp;")
        case 0x3C: flush(index, index + 1, "&lt;")
        case 0x3E: flush(index, index + 1, "&gt;")
        case 0x22: flush(index, index + 1, "&quot;")
        case 0x27: flush(index, index + 1, "&#39;")
        case 0x20...0x7E, 0x09, 0x0A: break
        case 0..<0x80: flush(index, index + 1, String(picture(UInt32(byte))))
        default:
          // The text of a String is valid UTF-8: the first byte tells the length.
          length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - index)
          if isChanged(UnsafeBufferPointer(rebasing: bytes[index..<(index + length)])) {
            flush(index, index + length, "\u{FFFD}")
          }
        }
        index += length
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Of a scalar of several bytes.
  private static func isChanged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Only C1 controls (C2 80–9F) and non-characters (EF B7 90–AF, and … BF BE, … BF BF) are meant.
    guard let last = bytes.last else { return false }
    if bytes.count == 2 { return bytes[0] == 0xC2 && last < 0xA0 }
    if bytes.count == 3, bytes[0] == 0xEF, bytes[1] == 0xB7 { return (0x90...0xAF).contains(last) }
    guard last >= 0xBE, bytes[bytes.count - 2] == 0xBF else { return false }
    return bytes.count == 3 ? bytes[0] == 0xEF : bytes[1] & 0x0F == 0x0F
  }

  /// Whether the text comes back from HTML to the same bytes.
  static func isKept(_ text: String) -> Bool {
    var text = text
    // Line feed and tab aside, what is changed is below a blank or begins with a byte above 7E.
    let isPlain = text.withUTF8 { $0.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x09 } }
    return isPlain || !text.unicodeScalars.contains { isChanged($0.value) }
  }

  /// Control characters but tab and line feed, and the scalars that are no characters. A carriage return
  /// becomes a line feed.
  private static func isChanged(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  private static func picture(_ value: UInt32) -> Character {
    let code: UInt32 = value < 0x20 ? 0x2400 + value : value == 0x7F ? 0x2421 : 0xFFFD
    return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
  }
}
