/// One line of a text, with its quote marks and its indentation read.
///
/// Shape: offsets into the whole text. `content` is what stands behind marks and indentation, without
/// trailing spaces; `next` is where the following line begins, or the limit.
struct QuotedLine: Equatable {
  var start: Int
  var content: Range<Int>
  var next: Int
  /// Number of `>` marks in front.
  var quotes: Int
  /// Spaces in front of the content, behind the marks; a tab counts as four.
  var indent: Int

  init(_ text: [UInt8], at start: Int, limit: Int) {
    self.start = start
    var end = start
    while end < limit, text[end] != 0x0A { end += 1 }
    next = end < limit ? end + 1 : limit
    var index = start
    quotes = 0
    indent = 0
    while index < end {
      switch text[index] {
      case UInt8(ascii: ">"):
        quotes += 1
        indent = 0
      case 0x20: indent += 1
      case 0x09: indent += 4
      case 0x0C, 0x0D: break
      case 0xC2 where index + 1 < end && text[index + 1] == 0xA0:
        indent += 1
        index += 1
      default:
        while end > index, text[end - 1] <= 0x20 { end -= 1 }
        content = index..<end
        return
      }
      index += 1
    }
    content = end..<end
  }

  var isBlank: Bool { content.isEmpty }

  /// "- ", "* ", "• ", "1. ", "2) ", "(a) ".
  func startsListItem(in text: [UInt8]) -> Bool {
    let line = text[content]
    guard line.count > 2, let first = line.first else { return false }
    let rest = line.dropFirst()
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") { return rest.first == 0x20 }
    if line.starts(with: [0xE2, 0x80, 0xA2]) || line.starts(with: [0xC2, 0xB7]) { return true }
    var label = first == UInt8(ascii: "(") ? rest : line
    var digits = 0
    while let byte = label.first, (0x30...0x39).contains(byte), digits < 3 {
      digits += 1
      label = label.dropFirst()
    }
    if digits == 0, let byte = label.first, (0x61...0x7A).contains(byte), first == UInt8(ascii: "(") {
      digits = 1
      label = label.dropFirst()
    }
    guard digits > 0, let mark = label.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return false
    }
    return label.dropFirst().first == 0x20
  }
}
