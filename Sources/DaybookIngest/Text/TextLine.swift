/// One line of a text, without its line break and the white space at its ends.
struct TextLine: Hashable {
  /// Where its words stand; empty for a blank line.
  var bytes: Range<Int>
  /// Columns before the first word; a tab goes to the next multiple of 8.
  var indent: Int
  /// Unicode scalars in `bytes`.
  var columns: Int
  /// 1-based; form feeds part pages.
  var page: Int

  var isBlank: Bool { bytes.isEmpty }

  /// All lines. LF, CR LF, CR alone and form feed end a line.
  static func lines(of text: [UInt8], in range: Range<Int>? = nil) -> [TextLine] {
    let end = range?.upperBound ?? text.count
    var lines: [TextLine] = []
    var page = 1
    var start = range?.lowerBound ?? 0
    var index = start
    while index < end {
      let byte = text[index]
      guard Blank.isBreak(byte) else {
        index += 1
        continue
      }
      lines.append(line(text, start..<index, page: page))
      index += byte == 0x0D && index + 1 < end && text[index + 1] == 0x0A ? 2 : 1
      if byte == 0x0C { page += 1 }
      start = index
    }
    if start < end { lines.append(line(text, start..<end, page: page)) }
    return lines
  }

  private static func line(_ text: [UInt8], _ range: Range<Int>, page: Int) -> TextLine {
    let bytes = Blank.trimmed(range, in: text)
    var indent = 0
    var index = range.lowerBound
    while index < bytes.lowerBound {
      let count = max(1, Blank.length(text, at: index, before: range.upperBound))
      indent = text[index] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
      index += count
    }
    var columns = 0
    for index in bytes where text[index] & 0xC0 != 0x80 { columns += 1 }
    return TextLine(bytes: bytes, indent: indent, columns: columns, page: page)
  }
}
