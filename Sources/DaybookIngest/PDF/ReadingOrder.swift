import DaybookCore

/// Puts the lines of a page into the order in which a person reads them.
///
/// The library's own order is right for columns of prose, where it goes down one column after the other.
/// Where short pieces stand side by side on common baselines it goes down too, but a table is read row by
/// row: such stretches are put together again.
struct ReadingOrder {
  private(set) var rows: [PageRow] = []
  private var runs: [Range<Int>] = []

  /// `known` are left edges of columns on the pages before.
  init(_ lines: [PageLayout.Line], of page: PageLayout, known: [Int] = []) {
    // Two columns of mail look like a table to what comes below: labels and one-line answers are no prose.
    let columns = MailColumns(lines, of: page, known: known)
    for side in columns.sides {
      for line in side { place(line) }
      closeRun()
    }
    if columns.sides.count == 1 { joinTables(of: page) }
    numberTables(of: page)
  }

  private var runStart = 0

  private mutating func place(_ line: PageLayout.Line) {
    guard let last = rows.indices.last, last >= runStart else {
      rows.append(PageRow(line))
      return
    }
    if rows[last].isBeside(line) {
      rows[last].add(line)
      return
    }
    // A line that stands higher than the one before it, or beside its column, begins another.
    let above = rows[last].box
    if line.box.bottom <= above.bottom || line.box.left >= above.right || line.box.right <= above.left {
      closeRun()
    }
    rows.append(PageRow(line))
  }

  private mutating func closeRun() {
    guard rows.count > runStart else { return }
    for index in runStart..<rows.count { rows[index].run = runs.count }
    runs.append(runStart..<rows.count)
    runStart = rows.count
  }

  // MARK: Tables

  /// Runs that stand side by side with common baselines, at least one of them no prose, become rows again.
  private mutating func joinTables(of page: PageLayout) {
    guard runs.count > 1, runs.count <= 400 else { return }
    let boxes = runs.map { run in rows[run].reduce(rows[run.lowerBound].box) { $0.union($1.box) } }
    let prose = runs.map { isProse(rows[$0], in: page) }
    var group = Array(runs.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    for second in runs.indices {
      for first in 0..<second where !(prose[first] && prose[second]) {
        guard boxes[first].top < boxes[second].bottom, boxes[second].top < boxes[first].bottom else {
          continue
        }
        guard
          shareBaselines(rows[runs[first]], rows[runs[second]])
            || isGapFiller(runs[first], boxes[first], in: runs[second], boxes[second])
            || isGapFiller(runs[second], boxes[second], in: runs[first], boxes[first])
        else { continue }
        let (a, b) = (root(first), root(second))
        group[max(a, b)] = min(a, b)
      }
    }
    var ordered: [PageRow] = []
    for index in runs.indices where root(index) == index {
      let members = runs.indices.filter { root($0) == index }
      let joined = members.count == 1 ? Array(rows[runs[index]]) : merged(members)
      ordered += joined
    }
    rows = ordered
  }

  /// Lines of four words and more, most of them.
  private func isProse(_ rows: ArraySlice<PageRow>, in page: PageLayout) -> Bool {
    var long = 0
    for row in rows {
      var spaces = 0
      for cell in row.cells { spaces += page.text[cell.bytes].reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) } }
      if spaces >= 3, row.cells.count == 1 { long += 1 }
    }
    return rows.count >= 3 && long * 2 > rows.count
  }

  private func shareBaselines(_ first: ArraySlice<PageRow>, _ second: ArraySlice<PageRow>) -> Bool {
    let fewer = first.count <= second.count ? first : second
    let more = first.count <= second.count ? second : first
    var (shared, index) = (0, more.startIndex)
    for row in fewer {
      while index < more.endIndex, more[index].box.bottom < row.box.bottom - row.box.height / 3 { index += 1 }
      guard index < more.endIndex else { break }
      if abs(more[index].box.bottom - row.box.bottom) <= row.box.height / 3 { shared += 1 }
    }
    return shared * 10 >= fewer.count * 6 && shared >= min(2, more.count)
  }

  /// A piece that stands on a line of the other run and within its edges: the rest of a line behind a
  /// redaction.
  private func isGapFiller(_ run: Range<Int>, _ box: PageBox, in other: Range<Int>, _ edges: PageBox) -> Bool
  {
    guard run.count == 1, box.left < edges.right - 50, box.right > edges.left + 50 else { return false }
    return rows[other].contains { row in rows[run.lowerBound].cells.allSatisfy(row.isBeside) }
  }

  private func merged(_ members: [Int]) -> [PageRow] {
    var lines: [PageLayout.Line] = []
    for member in members { for row in rows[runs[member]] { lines += row.cells } }
    lines.sort {
      ($0.box.bottom, $0.box.left, $0.bytes.lowerBound) < ($1.box.bottom, $1.box.left, $1.bytes.lowerBound)
    }
    var joined: [PageRow] = []
    for line in lines {
      if let last = joined.indices.last, joined[last].isBeside(line) {
        joined[last].add(line)
      } else {
        var row = PageRow(line)
        row.run = members[0]
        joined.append(row)
      }
    }
    return joined
  }

  /// Two or more rows one below the other with several cells each that begin or end at common edges are a
  /// table.
  private mutating func numberTables(of page: PageLayout) {
    var (table, index) = (0, 0)
    while index < rows.count {
      var end = index + 1
      if rows[index].cells.count > 1 {
        var above = rows[index].groups
        while end < rows.count, above.count > 1, rows[end].run == rows[index].run, rows[end].cells.count > 1 {
          let below = rows[end].groups
          guard below.count > 1, shareEdge(above, below) else { break }
          above = below
          end += 1
        }
      }
      if end - index > 1, !isMessageHead(index..<end, of: page) {
        table += 1
        for row in index..<end { rows[row].table = table }
      }
      index = end
    }
  }

  /// Labels of a message header in one column and their values in another are set like a table, but are lines
  /// of a header.
  private func isMessageHead(_ range: Range<Int>, of page: PageLayout) -> Bool {
    let labels = range.count { RowShape(Array(rows[$0].text(in: page).prefix(60))).isHeaderLabel }
    return labels >= 2 && 2 * labels >= range.count
  }

  private func shareEdge(_ above: [[PageLayout.Line]], _ below: [[PageLayout.Line]]) -> Bool {
    below.dropFirst().contains { cell in
      above.dropFirst().contains { other in
        guard let (left, right) = edges(cell), let (otherLeft, otherRight) = edges(other) else {
          return false
        }
        return abs(left - otherLeft) <= 60 || abs(right - otherRight) <= 60
      }
    }
  }

  private func edges(_ cell: [PageLayout.Line]) -> (left: Int, right: Int)? {
    guard let first = cell.first, let last = cell.last else { return nil }
    return (first.box.left, last.box.right)
  }
}
