/// Text inside HTML: nothing in it can become markup, in an element or in a quoted attribute.
enum HTMLText {
  /// Control characters, which HTML cannot hold or changes on reading, are shown as their pictures (U+2400 …).
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  static func append(_ text: String, to out: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out.append(contentsOf: "&amp;".utf8)
      case 0x3C: out.append(contentsOf: "&lt;".utf8)
      case 0x3E: out.append(contentsOf: "&gt;".utf8)
      case 0x22: out.append(contentsOf: "&quot;".utf8)
      case 0x27: out.append(contentsOf: "&#39;".utf8)
      case let value where isChanged(value): out.append(contentsOf: String(picture(value)).utf8)
      default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether the text comes back from HTML to the same bytes.
  static func isKept(_ text: String) -> Bool { !text.unicodeScalars.contains { isChanged($0.value) } }

  /// Control characters but tab and line feed, and the scalars that are no characters. A carriage return becomes a line feed.
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
