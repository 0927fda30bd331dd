import DaybookCore

/// Gives each cell the name that stands above its column.
enum TableHeadings {
  /// `headerRows` are the rows that the format itself marks as headers, by table.
  ///
  /// Where it marks none, the first row counts as one if it reads like names: a known column name among short
  /// cells without dates or numbers.
  static func assigned(_ blocks: [Block], in text: [UInt8], headerRows: [Int: Set<Int>]) -> [Block] {
    var names: [Int: [Int: String]] = [:]
    var firstRows: [Int: [Block]] = [:]
    for block in blocks {
      guard let cell = block.cell else { continue }
      if headerRows[cell.table]?.contains(cell.row) == true {
        let words = String(decoding: text[block.bytes], as: UTF8.self)
        let above = names[cell.table]?[cell.column]
        names[cell.table, default: [:]][cell.column] =
          above.map { $0 == words ? words : $0 + " " + words } ?? words
      } else if headerRows[cell.table] == nil, cell.row == 1 {
        firstRows[cell.table, default: []].append(block)
      }
    }
    for (table, row) in firstRows where isHeader(row, in: text) {
      for block in row {
        if let column = block.cell?.column {
          names[table, default: [:]][column] = String(decoding: text[block.bytes], as: UTF8.self)
        }
      }
    }
    guard !names.isEmpty else { return blocks }
    return blocks.map { block in
      guard var cell = block.cell, let name = names[cell.table]?[cell.column],
        !isNaming(cell, headerRows, firstRows)
      else { return block }
      cell.heading = name
      var block = block
      block.cell = cell
      return block
    }
  }

  private static func isNaming(_ cell: Block.Cell, _ headerRows: [Int: Set<Int>], _ firstRows: [Int: [Block]])
    -> Bool
  {
    headerRows[cell.table].map { $0.contains(cell.row) } ?? (cell.row == 1)
  }

  private static func isHeader(_ row: [Block], in text: [UInt8]) -> Bool {
    guard row.count >= 2 else { return false }
    var hasKnown = false
    for block in row {
      guard block.bytes.count <= 60, Prose.hasLetter(text, block.bytes),
        !Prose.endsSentence(text, block.bytes),
        !Prose.isDateOnly(text, block.bytes)
      else { return false }
      if ColumnRole(heading: String(decoding: text[block.bytes], as: UTF8.self)) != nil { hasKnown = true }
    }
    return hasKnown
  }
}
