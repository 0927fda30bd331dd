/// Any text as inline Markdown that shows it as it is, and can be read back to the same bytes.
///
/// A backslash goes before what would be markup; what Markdown would swallow or what cannot be seen (blanks
/// at the edges of a line, control characters, marks that turn the direction of writing) becomes a numeric
/// reference; a line break becomes a hard one, `\` and the line end.
/// Source: CommonMark 0.31, sections 2.4, 2.5, 6.7; GitHub's extensions (tables, strikethrough, mathematics).
enum MarkdownText {
  /// For a place that must stay one line: a line break becomes a reference.
  static func inline(_ text: String) -> String { escaped(text, prefix: nil) }

  /// For a block: `prefix` is written behind each line break, "> " inside a quotation.
  static func escaped(_ text: String, prefix: String?) -> String {
    var out: [UInt8] = []
    append(text, prefix: prefix, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The same, behind what is there.
  static func append(_ text: String, prefix: String?, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, prefix: prefix, to: &out) }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, prefix: String?, to out: inout [UInt8]) {
    let start = out.count
    var atStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      switch byte {
      case 0x0A where prefix != nil && !atStart && next != 0x0A && index + 1 < bytes.count:
        out.append(contentsOf: "\\\n".utf8)
        if let prefix { out.append(contentsOf: prefix.utf8) }
        atStart = true
        index += 1
        continue
      case 0..<0x20, 0x7F: reference(UInt32(byte), to: &out)
      case 0x20 where atStart || next == 0x0A || next == 0x20: reference(0x20, to: &out)
      case UInt8(ascii: "_") where out.count > start && isWord(out.last) && isWord(next): out.append(byte)
      case _ where isMarkup(byte), _ where atStart && isLineMarkup(byte):
        out.append(0x5C)
        out.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if isListNumber(out, from: start) { out.append(0x5C) }
        out.append(byte)
      case 0xC2, 0xE2, 0xEF:
        let (scalar, length) = wide(bytes, index)
        if isUnseen(scalar) {
          reference(scalar, to: &out)
        } else {
          out.append(contentsOf: bytes[index..<(index + length)])
        }
        index += length - 1
      default: out.append(byte)
      }
      atStart = false
      index += 1
    }
  }

  /// The text again, of one block whose `prefix` has been taken off its lines; what is no escape stays as it
  /// is.
  static func plain(_ markdown: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(markdown.count)
    var index = markdown.startIndex
    while index < markdown.endIndex {
      let byte = markdown[index]
      let next = index + 1 < markdown.endIndex ? markdown[index + 1] : 0
      if byte == 0x5C, next == 0x0A || isPunctuation(next) {
        out.append(next)
        index += 2
      } else if byte == UInt8(ascii: "&"), let (scalar, end) = reference(in: markdown, at: index) {
        out.append(contentsOf: String(Character(scalar)).utf8)
        index = end
      } else {
        out.append(byte)
        index += 1
      }
    }
    return out
  }

  private static func reference(_ scalar: UInt32, to out: inout [UInt8]) {
    out.append(contentsOf: "&#\(scalar);".utf8)
  }

  /// `&#8203;` and where it ends; nil where there is none. A NUL cannot be written so in HTML, but here we
  /// read ourselves.
  private static func reference(in text: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    guard text.endIndex - start > 3, text[start + 1] == UInt8(ascii: "#") else { return nil }
    var value: UInt32 = 0
    var index = start + 2
    while index < text.endIndex, index < start + 10, (0x30...0x39).contains(text[index]) {
      value = value * 10 + UInt32(text[index] - 0x30)
      index += 1
    }
    guard index > start + 2, index < text.endIndex, text[index] == UInt8(ascii: ";"),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, index + 1)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// Markup at the start of a line only: headings, lists, underlines.
  private static func isLineMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: ":")
  }

  /// Whether the line so far, of a text that begins at `start`, is one to nine digits, so that a full stop
  /// would begin a numbered list.
  private static func isListNumber(_ out: [UInt8], from start: Int) -> Bool {
    var index = out.count
    while index > start, out.count - index < 10, (0x30...0x39).contains(out[index - 1]) { index -= 1 }
    guard index < out.count, out.count - index < 10 else { return false }
    if index == start || out[index - 1] == 0x0A { return true }
    // Inside a quotation the line starts behind its "> ".
    return index - start >= 2 && out[index - 1] == 0x20 && out[index - 2] == UInt8(ascii: ">")
      && (index - start == 2 || out[index - 3] == 0x0A)
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// The scalar that starts at a byte of two or three, and its length; of text that is valid UTF-8.
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int)
  {
    let length = bytes[index] < 0xE0 ? 2 : 3
    guard index + length <= bytes.count else { return (0xFFFD, bytes.count - index) }
    var scalar = UInt32(bytes[index]) & (length == 2 ? 0x1F : 0x0F)
    for byte in bytes[(index + 1)..<(index + length)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (scalar, length)
  }

  private static func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF: true
    default: false
    }
  }
}
