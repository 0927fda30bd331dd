import DaybookCore

/// What stands above a cell: the heading that the format gives, or the words in the first row of its table, as
/// in a PDF.
struct ColumnNames {
  private struct Column: Hashable {
    var table: Int
    var column: Int
  }

  private let side: VersionSide
  private var first: [Column: Int] = [:]
  private var firstRow: [Int: Int] = [:]

  init(_ side: VersionSide) {
    self.side = side
    for (index, block) in side.document.blocks.enumerated() {
      guard block.kind == .cell, let cell = block.cell, block.bytes.upperBound <= side.byteCount else {
        continue
      }
      if firstRow[cell.table] == nil { firstRow[cell.table] = cell.row }
      if cell.row == firstRow[cell.table] { first[Column(table: cell.table, column: cell.column)] = index }
    }
  }

  /// In lower case; nil in the first row itself, and where nothing stands above.
  func name(of block: Block) -> String? {
    guard let cell = block.cell else { return nil }
    if let heading = cell.heading { return heading.lowercased() }
    guard cell.row != firstRow[cell.table] else { return nil }
    return first[Column(table: cell.table, column: cell.column)].map {
      side.quote(side.document.blocks[$0].bytes).lowercased()
    }
  }
}
