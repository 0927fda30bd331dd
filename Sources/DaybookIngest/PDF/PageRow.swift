import DaybookCore

/// What stands on one baseline of a page, from left to right.
struct PageRow {
  /// Sorted by their left edges.
  var cells: [PageLayout.Line]
  var box: PageBox
  /// Tenths of a point.
  var size: Int
  var isBold: Bool
  /// Which stretch of the page it was read in: a column, or what stands above or below columns.
  var run = 0
  /// Rows of one table have one number; 0 is no table.
  var table = 0
  /// What is cut off at its start because another row has it already, such as the mark of a quotation.
  var skip = 0

  init(_ line: PageLayout.Line) {
    cells = [line]
    box = line.box
    size = line.size
    isBold = line.isBold
  }

  mutating func add(_ line: PageLayout.Line) {
    let place = cells.firstIndex { $0.box.left > line.box.left } ?? cells.endIndex
    cells.insert(line, at: place)
    box = box.union(line.box)
    size = max(size, line.size)
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

  /// Whether a line stands on the same baseline and beside what is here.
  func isBeside(_ line: PageLayout.Line) -> Bool {
    let height = min(box.height, line.box.height)
    guard abs(line.box.bottom - box.bottom) * 10 <= height * 4 || abs(line.box.top - box.top) * 10 <= height * 2 else {
      return false
    }
    return !cells.contains { line.box.left < $0.box.right - 10 && line.box.right > $0.box.left + 10 }
  }
}
