import DaybookCore

/// Where the reader is in the tables of an office file.
struct OfficeTableCursor {
  private struct Table {
    var number: Int
    var row = 0
    var column = 0
    var span = 1
  }

  private static let mostColumns = 1000

  private var open: [Table] = []
  private var count = 0
  /// Rows that the file marks as headers, by table.
  private(set) var headerRows: [Int: Set<Int>] = [:]
  /// The number of columns of each table.
  private(set) var widths: [Int: Int] = [:]

  /// The innermost cell; nil outside tables, and between cells.
  var cell: Block.Cell? {
    guard let table = open.last, table.column > 0 else { return nil }
    return Block.Cell(table: table.number, row: max(table.row, 1), column: table.column)
  }

  mutating func startTable() {
    count += 1
    open.append(Table(number: count))
  }

  mutating func endTable() { _ = open.popLast() }

  mutating func startRow() {
    guard !open.isEmpty else { return }
    open[open.count - 1].row += 1
    open[open.count - 1].column = 0
    open[open.count - 1].span = 1
  }

  /// The row that was begun is no part of the table: the next one has its number.
  mutating func dropRow() {
    guard let table = open.last, table.row > 0 else { return }
    open[open.count - 1].row -= 1
  }

  mutating func skipColumns(_ number: Int) {
    guard !open.isEmpty, open[open.count - 1].column == 0 else { return }
    open[open.count - 1].span = 1 + min(max(number, 0), OfficeTableCursor.mostColumns)
  }

  mutating func markHeaderRow() {
    guard let table = open.last, table.row > 0 else { return }
    headerRows[table.number, default: []].insert(table.row)
  }

  mutating func startCell() {
    guard var table = open.last else { return }
    table.column = min(table.column + table.span, OfficeTableCursor.mostColumns)
    table.span = 1
    open[open.count - 1] = table
    widths[table.number] = max(widths[table.number] ?? 0, table.column)
  }

  /// The cell reaches over so many columns.
  mutating func span(_ number: Int) {
    guard let table = open.last else { return }
    open[open.count - 1].span = min(max(number, 1), OfficeTableCursor.mostColumns)
    widths[table.number] = max(
      widths[table.number] ?? 0,
      min(table.column + open[open.count - 1].span - 1, OfficeTableCursor.mostColumns))
  }

  mutating func endRow() {
    guard !open.isEmpty else { return }
    open[open.count - 1].column = 0
  }
}
