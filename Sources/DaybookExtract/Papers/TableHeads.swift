import DaybookCore

/// The first row of a table as headings of its columns, for formats that do not mark headings.
struct TableHeads {
  private var table = -1
  private var headings: [Int: String] = [:]

  /// The cell with the heading above it, where its format gives none.
  mutating func headed(_ passage: Passage, _ text: [UInt8]) -> Passage {
    guard let cell = passage.cell else { return passage }
    if cell.table != table {
      table = cell.table
      headings = [:]
    }
    if cell.row == 1 {
      // A heading is short and has no date.
      if passage.bytes.count <= 60, passage.dates.isEmpty {
        headings[cell.column] = Excerpt.line(text, passage.bytes)
      }
      return passage
    }
    guard cell.heading == nil, let heading = headings[cell.column] else { return passage }
    var headed = passage
    headed.cell?.heading = heading
    return headed
  }
}
