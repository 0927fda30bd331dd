/// A table whose cells are parted by drawn lines, as one sees it on the page.
///
/// Shape: `columns` are the places of the upright lines from left to right, `rows` those of the level ones
/// from top to bottom, in tenths of a point from the top left corner; n lines part n - 1 cells.
package struct PageGrid: Hashable, Sendable {
  package var columns: [Int]
  package var rows: [Int]

  package init(columns: [Int], rows: [Int]) {
    self.columns = columns
    self.rows = rows
  }

  /// Row and column, from 0, of the cell that a point lies in.
  func cell(x: Int, y: Int) -> (row: Int, column: Int)? {
    guard let row = PageGrid.place(y, in: rows), let column = PageGrid.place(x, in: columns) else {
      return nil
    }
    return (row, column)
  }

  func cell(of box: PageBox) -> (row: Int, column: Int)? {
    cell(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2)
  }

  private static func place(_ value: Int, in lines: [Int]) -> Int? {
    guard let first = lines.first, let last = lines.last, value >= first, value < last else { return nil }
    var (low, high) = (0, lines.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether a table goes on in this one: the same columns, two points of play.
  func goesOn(in next: PageGrid) -> Bool {
    columns.count == next.columns.count && zip(columns, next.columns).allSatisfy { abs($0 - $1) <= 20 }
  }
}

/// Puts drawn lines together to grids.
struct GridFinder {
  /// Half the thickness of a line, and the play between two that meet, in tenths of a point.
  private static let thin = 30
  private static let play = 20
  /// A page with more is a drawing.
  private static let mostLines = 1500

  private struct Rule {
    /// Across the line, and along it.
    var place: Int
    var from: Int
    var to: Int
  }

  /// The grids of a page, from top to bottom; each has two columns and two rows, or three of either.
  static func grids(of lines: [PageBox]) -> [PageGrid] {
    let level = merged(
      lines.filter { $0.height <= thin && $0.width > 100 }.map {
        Rule(place: ($0.top + $0.bottom) / 2, from: $0.left, to: $0.right)
      })
    let upright = merged(
      lines.filter { $0.width <= thin && $0.height > 60 }.map {
        Rule(place: ($0.left + $0.right) / 2, from: $0.top, to: $0.bottom)
      })
    guard level.count >= 2, upright.count >= 3, level.count + upright.count <= mostLines else { return [] }
    return joined(level, upright).sorted { ($0.rows[0], $0.columns[0]) < ($1.rows[0], $1.columns[0]) }
  }

  /// Pieces of one line, drawn cell by cell, are one.
  private static func merged(_ rules: [Rule]) -> [Rule] {
    var result: [Rule] = []
    for rule in rules.sorted(by: { ($0.place, $0.from, $0.to) < ($1.place, $1.from, $1.to) }).prefix(20_000) {
      // Only the last few can lie on the same line.
      let same = result.indices.reversed().prefix(64).first { index in
        rule.place - result[index].place <= 10 && rule.from <= result[index].to + play
          && rule.to >= result[index].from - play
      }
      if let same {
        result[same].from = min(result[same].from, rule.from)
        result[same].to = max(result[same].to, rule.to)
      } else {
        result.append(rule)
      }
    }
    return result
  }

  /// Lines that cross or meet belong to one grid.
  private static func joined(_ level: [Rule], _ upright: [Rule]) -> [PageGrid] {
    var root = Array(0..<(level.count + upright.count))
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index {
        root[index] = root[root[index]]
        index = root[index]
      }
      return index
    }
    for (row, a) in level.enumerated() {
      for (column, b) in upright.enumerated()
      where a.from <= b.place + play && a.to >= b.place - play && b.from <= a.place + play
        && b.to >= a.place - play
      {
        root[find(level.count + column)] = find(row)
      }
    }
    var grids: [PageGrid] = []
    for first in root.indices where find(first) == first {
      let rows = level.indices.filter { find($0) == first }.map { level[$0].place }
      let columns = upright.indices.filter { find(level.count + $0) == first }.map { upright[$0].place }
      let grid = PageGrid(columns: apart(columns), rows: apart(rows))
      if grid.columns.count >= 3, grid.rows.count >= 2 { grids.append(grid) }
    }
    return grids
  }

  /// Places in order, those closer than two points taken as one.
  private static func apart(_ places: [Int]) -> [Int] {
    var result: [Int] = []
    for place in places.sorted() where result.last.map({ place - $0 > play }) ?? true { result.append(place) }
    return result
  }
}
