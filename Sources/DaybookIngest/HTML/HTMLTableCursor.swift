import DaybookCore

/// Where the reader is in a table: row and column, with cells that reach over several of them.
///
/// Source: HTML Living Standard 4.9.12, forming a table.
struct HTMLTableCursor {
  private static let mostColumns = 1000

  let table: Int
  var isInHead = false
  private(set) var isInCell = false
  private var row = 0
  private var column = 0
  private var span = 1
  private var mostInRow = 0
  /// How many more rows the cell above reaches down, by column.
  private var carried: [Int] = []
  private var rowHasData = false
  private var rowHasHeader = false

  init(table: Int) { self.table = table }

  var cell: Block.Cell { Block.Cell(table: table + 1, row: max(row, 1), column: max(column, 1)) }

  mutating func startRow() {
    row += 1
    column = 0
    span = 1
    isInCell = false
    rowHasData = false
    rowHasHeader = false
    for index in carried.indices where carried[index] > 0 { carried[index] -= 1 }
  }

  mutating func startCell(_ attributes: HTMLAttributes) {
    if row == 0 { startRow() }
    column += column == 0 ? 1 : span
    while column <= carried.count, carried[column - 1] > 0 { column += 1 }
    column = min(column, HTMLTableCursor.mostColumns)
    span = min(max(attributes["colspan"].flatMap { Int($0) } ?? 1, 1), HTMLTableCursor.mostColumns)
    let rows = min(max(attributes["rowspan"].flatMap { Int($0) } ?? 1, 1), 10_000)
    if rows > 1 {
      let end = min(column + span - 1, HTMLTableCursor.mostColumns)
      while carried.count < end { carried.append(0) }
      for index in (column - 1)..<max(end, column - 1) { carried[index] = rows }
    }
    mostInRow = max(mostInRow, min(column + span - 1, HTMLTableCursor.mostColumns))
    isInCell = true
  }

  mutating func endCell() { isInCell = false }

  /// Takes down whether this row names the columns.
  mutating func note(isHeader: Bool, in tables: inout [HTMLPage.Table]) {
    if isHeader { rowHasHeader = true } else { rowHasData = true }
    if isHeader { tables[table].hasHeaderCells = true }
    if isInHead || rowHasHeader && !rowHasData && column > 0 {
      tables[table].headerRows.insert(row)
    } else {
      tables[table].headerRows.remove(row)
    }
  }

  func finish(in tables: inout [HTMLPage.Table]) {
    tables[table].rows = row
    tables[table].columns = mostInRow
  }
}
