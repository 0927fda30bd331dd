/// A table in plain text whose cells are parted by "|" or tabs: two lines and more, one below the other, with
/// as many cells.
struct RuledTable {
  /// Where the words of each cell stand; empty for an empty cell. Drawn rules are no rows.
  var rows: [[Range<Int>]]
  /// Lines that it takes up, rules included.
  var lineCount: Int

  /// The table that begins at a line; nil where none does.
  ///
  /// Three columns make a table with two rows, two columns only with three, and only with "|".
  static func read(_ lines: [TextLine], from index: Int, in text: [UInt8]) -> RuledTable? {
    for delimiter: UInt8 in [0x7C, 0x09] {
      let first = cells(lines[index], delimiter, in: text)
      // Tabs part label and value of printed message headers too.
      guard first.count >= (delimiter == 0x7C ? 2 : 3) else { continue }
      var rows = [first]
      for line in lines[(index + 1)...] where line.page == lines[index].page {
        let next = cells(line, delimiter, in: text)
        guard next.count == first.count else { break }
        rows.append(next)
      }
      if rows.count >= (first.count >= 3 ? 2 : 3) {
        return RuledTable(rows: rows.filter { !isRule($0, in: text) }, lineCount: rows.count)
      }
    }
    return nil
  }

  /// The first row's words in a column, where the first row names columns.
  func heading(_ column: Int, in text: [UInt8]) -> String? {
    guard let first = rows.first, column < first.count, !first[column].isEmpty,
      first.allSatisfy({
        $0.count <= 60 && (Prose.hasLetter(text, $0) || $0.isEmpty) && !Prose.isDateOnly(text, $0)
      })
    else { return nil }
    return String(decoding: text[first[column]], as: UTF8.self)
  }

  private static func cells(_ line: TextLine, _ delimiter: UInt8, in text: [UInt8]) -> [Range<Int>] {
    var (start, end) = (line.bytes.lowerBound, line.bytes.upperBound)
    guard start < end else { return [] }
    if delimiter == 0x7C, text[start] == delimiter { start += 1 }
    if delimiter == 0x7C, end > start, text[end - 1] == delimiter { end -= 1 }
    var cells: [Range<Int>] = []
    var from = start
    for index in start..<end where text[index] == delimiter {
      cells.append(Blank.trimmed(from..<index, in: text))
      from = index + 1
    }
    cells.append(Blank.trimmed(from..<end, in: text))
    return cells
  }

  /// "---|---": drawn, not written.
  private static func isRule(_ cells: [Range<Int>], in text: [UInt8]) -> Bool {
    cells.allSatisfy { cell in cell.allSatisfy { [0x2D, 0x3D, 0x3A, 0x2B, 0x5F].contains(text[$0]) } }
  }
}
