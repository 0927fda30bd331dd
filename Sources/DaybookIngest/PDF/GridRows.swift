/// The rows of a drawn table: which lines of a page stand in which cell.
struct GridRows {
  /// A row with its cells, from left to right; a cell may have no lines.
  struct Row {
    var grid: PageGrid
    var cells: [[PageLayout.Line]]
  }

  /// By grid, those of its rows that hold words.
  private(set) var tables: [(grid: PageGrid, rows: [Row])] = []
  /// Lines outside all tables, in the order given.
  private(set) var rest: [PageLayout.Line] = []

  init(_ lines: [PageLayout.Line], of page: PageLayout) {
    var cells = page.grids.map { grid in
      Array(
        repeating: Array(repeating: [PageLayout.Line](), count: grid.columns.count - 1),
        count: grid.rows.count - 1)
    }
    var owner: [Int?] = []
    for line in lines {
      let found = page.grids.indices.lazy.compactMap { index in
        page.grids[index].cell(of: line.box).map { (index, $0) }
      }.first
      owner.append(found?.0)
      if let (index, place) = found { cells[index][place.row][place.column].append(line) }
    }
    // A box around a letter, or two lines that cross, is no table.
    let isTable = cells.map { rows in
      rows.joined().count { !$0.isEmpty } >= 3 && rows.contains { row in row.count { !$0.isEmpty } >= 2 }
    }
    for (line, index) in zip(lines, owner) where index.map({ !isTable[$0] }) ?? true { rest.append(line) }
    for (index, grid) in page.grids.enumerated() where isTable[index] {
      let rows = cells[index].filter { $0.contains { !$0.isEmpty } }.map { row in
        Row(
          grid: grid,
          cells: row.map { cell in
            cell.sorted { ($0.box.bottom, $0.box.left) < ($1.box.bottom, $1.box.left) }
          })
      }
      tables.append((grid, rows))
    }
  }

  /// Puts the tables in between the other rows: each in front of the first row below its top that stands over
  /// or under it.
  func placed(among others: [PageRow]) -> [PageRow] {
    var rows = others
    for (number, table) in tables.enumerated() {
      let (top, left, right) = (table.grid.rows[0], table.grid.columns[0], table.grid.columns.last ?? 0)
      let place =
        rows.firstIndex {
          $0.grid == nil && $0.box.top >= top - 20 && $0.box.left < right && $0.box.right > left
        }
        ?? rows.count
      let run = place > 0 ? rows[place - 1].run : rows.first?.run ?? 0
      var made: [PageRow] = []
      for row in table.rows {
        let lines = row.cells.flatMap { $0 }
        guard let first = lines.first else { continue }
        var pageRow = PageRow(first)
        for line in lines.dropFirst() { pageRow.add(line) }
        pageRow.cells = lines
        pageRow.grid = row
        pageRow.run = run
        pageRow.table = 10_000 + number
        made.append(pageRow)
      }
      rows.insert(contentsOf: made, at: place)
    }
    return rows
  }
}
