/// Whether a program broke the lines of a text at a column, and at which.
enum LineWrap {
  /// A line with more columns was not broken by a mail or text program.
  static let longest = 130

  /// Columns at which lines are broken; nil where each line is a paragraph.
  ///
  /// Takes the width that nine in ten of the lines keep to that have another line right below. A tenth of
  /// lines beyond `longest` says that nobody wrapped them.
  static func width(of lines: [TextLine], in text: [UInt8]) -> Int? {
    var counts = [Int](repeating: 0, count: longest + 1)
    var (words, long, candidates) = (0, 0, 0)
    for (index, line) in lines.enumerated() where !line.isBlank {
      words += 1
      if line.columns > longest {
        long += 1
      } else if line.columns >= 50, index + 1 < lines.count, !lines[index + 1].isBlank {
        counts[min(line.indent + line.columns, longest)] += 1
        candidates += 1
      }
    }
    guard candidates > 0, long * 10 <= words else { return nil }
    var seen = 0
    for (columns, count) in counts.enumerated() {
      seen += count
      if seen * 10 >= candidates * 9 { return columns }
    }
    return nil
  }

  /// Whether the first word of `next` would have gone past `width` on the line above.
  static func wouldNotFit(_ above: TextLine, _ next: TextLine, in text: [UInt8], width: Int) -> Bool {
    var word = 0
    for index in next.bytes {
      if text[index] == 0x20 || text[index] == 0x09 { break }
      if text[index] & 0xC0 != 0x80 { word += 1 }
    }
    return above.columns + above.indent + 1 + word > width
  }
}
