import DaybookCore

/// What stands on one baseline of a page, from left to right.
struct PageRow {
  /// Sorted by their left edges.
  var cells: [PageLayout.Line]
  var box: PageBox
  /// Of the longest cell, tenths of a point.
  var size: Int
  var isBold: Bool
  /// Which stretch of the page it was read in: a column, or what stands above or below columns.
  var run = 0
  /// Rows of one table have one number; 0 is no table.
  var table = 0
  /// Its place in a drawn table.
  var grid: GridRows.Row?
  private var longest: Int

  init(_ line: PageLayout.Line) {
    cells = [line]
    box = line.box
    size = line.size
    isBold = line.isBold
    longest = line.bytes.count
  }

  mutating func add(_ line: PageLayout.Line) {
    let place = cells.firstIndex { $0.box.left > line.box.left } ?? cells.endIndex
    cells.insert(line, at: place)
    box = box.union(line.box)
    if line.bytes.count > longest {
      size = line.size
      longest = line.bytes.count
    }
    isBold = isBold && line.isBold
  }

  /// The words of all cells, one space between them.
  func text(in page: PageLayout) -> [UInt8] {
    if cells.count == 1 { return Array(page.text[cells[0].bytes]) }
    var text: [UInt8] = []
    for cell in cells {
      if !text.isEmpty { text.append(0x20) }
      text.append(contentsOf: page.text[cell.bytes])
    }
    return text
  }

  /// The cells as a table has them: pieces with no more than two letters' room between them are one.
  var groups: [[PageLayout.Line]] {
    if let grid { return grid.cells }
    var groups: [[PageLayout.Line]] = []
    for cell in cells {
      if let last = groups.last?.last, cell.box.left - last.box.right < 2 * size {
        groups[groups.count - 1].append(cell)
      } else {
        groups.append([cell])
      }
    }
    return groups
  }

  /// Pieces stand apart in it: a row of a table, or one with a gap.
  var hasGap: Bool {
    cells.count > 1 && zip(cells, cells.dropFirst()).contains { $1.box.left - $0.box.right > size * 12 / 10 }
  }

  /// Whether a line stands on the same baseline and beside what is here.
  func isBeside(_ line: PageLayout.Line) -> Bool {
    let height = min(box.height, line.box.height)
    guard
      abs(line.box.bottom - box.bottom) * 10 <= height * 4 || abs(line.box.top - box.top) * 10 <= height * 2
    else {
      return false
    }
    return !cells.contains { line.box.left < $0.box.right - 10 && line.box.right > $0.box.left + 10 }
  }
}
