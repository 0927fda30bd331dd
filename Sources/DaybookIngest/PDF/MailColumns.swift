import DaybookCore

/// Tells a page that is set in two columns, of mail or of running text, from a table with two columns.
///
/// Shape: `sides` are all lines in one list, in the order given, where the page has no such columns; else
/// what stands above the columns, the left one, the right one. A page has them where a gap parts its lines,
/// the lines of either side begin at one edge, hardly a side has two pieces on one baseline, and labels of
/// message headers or quote marks stand in either, or lines of running text in both.
struct MailColumns {
  private(set) var sides: [[PageLayout.Line]]

  private static let leastLines = 8
  /// Tenths of a point.
  private static let leastGap = 80

  /// `known` are left edges of columns on the pages before: there the last column of a paper may be short.
  init(_ lines: [PageLayout.Line], of page: PageLayout, known: [Int] = []) {
    sides = [lines]
    guard lines.count >= MailColumns.leastLines, page.width > 0 else { return }
    let gaps = [MailColumns.gap(lines, page), MailColumns.secondEdge(lines, page)].compactMap(\.self)
    for gap in gaps where lines.count >= MailColumns.leastLines * 2 {
      if let found = MailColumns.sides(lines, gap, page, least: MailColumns.leastLines),
        found.dropFirst(found.count - 2).contains(where: { MailColumns.holdsMail($0, page) })
          || MailColumns.isProse(found[found.count - 2], found[found.count - 1], page)
      {
        sides = found
        return
      }
    }
    for edge in known where edge > page.width * 35 / 100 && edge < page.width * 65 / 100 {
      let right = lines.filter { $0.box.left >= edge - 20 }
      guard right.count(where: { $0.box.left <= edge + 20 }) * 2 > right.count,
        let found = MailColumns.sides(lines, edge - 20, page, least: 1)
      else { continue }
      sides = found
      return
    }
  }

  /// What stands above the columns, if anything, and the two columns, parted at a place; nil where they are none.
  private static func sides(
    _ lines: [PageLayout.Line], _ gap: Int, _ page: PageLayout, least: Int
  ) -> [[PageLayout.Line]]? {
    let crossing = lines.filter { $0.box.left < gap && $0.box.right > gap }
    // An address that cannot be broken reaches over the gap, beside lines of the right column.
    let overflows = crossing.count * 8 <= lines.count
    let wide = crossing.filter { !overflows || isFree(right: $0, lines, gap) }
    let left = lines.filter { $0.box.left < gap && !wide.contains($0) }.sorted(by: isAbove)
    let right = lines.filter { $0.box.left >= gap }.sorted(by: isAbove)
    guard isColumn(left, least: leastLines), isColumn(right, least: least) else { return nil }
    let top = min(left.first?.box.top ?? 0, right.first?.box.top ?? 0)
    // A line across both in the middle of the page parts it into more than two columns' worth of text.
    guard wide.allSatisfy({ $0.box.bottom <= top + 20 }) else { return nil }
    return wide.isEmpty ? [left, right] : [wide.sorted(by: isAbove), left, right]
  }

  private static func isAbove(_ a: PageLayout.Line, _ b: PageLayout.Line) -> Bool {
    (a.box.bottom, a.box.left, a.bytes.lowerBound) < (b.box.bottom, b.box.left, b.bytes.lowerBound)
  }

  /// Whether nothing of the right column stands at the height of a line and around it: then it is no line of the
  /// left column, but one across both.
  private static func isFree(right line: PageLayout.Line, _ lines: [PageLayout.Line], _ gap: Int) -> Bool {
    let room = 3 * max(60, line.box.height)
    let above = lines.contains { $0.box.left >= gap && $0.box.bottom < line.box.bottom + room }
    return !above
  }

  /// The middle of the widest strip in the middle third of the page that hardly a line crosses.
  private static func gap(_ lines: [PageLayout.Line], _ page: PageLayout) -> Int? {
    let middle = (page.width * 35 / 100)..<(page.width * 65 / 100)
    // Lines that reach over each tenth of the strip.
    var crossing = [Int](repeating: 0, count: middle.count / 10 + 1)
    for line in lines {
      let from = max(line.box.left, middle.lowerBound)
      let to = min(line.box.right, middle.upperBound - 1)
      guard from <= to else { continue }
      for place in ((from - middle.lowerBound) / 10)...((to - middle.lowerBound) / 10) {
        crossing[place] += 1
      }
    }
    var (best, start) = (0..<0, 0)
    for place in 0...crossing.count {
      if place < crossing.count, crossing[place] * 20 <= lines.count { continue }
      if place - start > best.count { best = start..<place }
      start = place + 1
    }
    guard best.count * 10 >= leastGap else { return nil }
    return middle.lowerBound + (best.lowerBound + best.upperBound) * 5
  }

  /// Right in front of the edge in the middle third of the page at which most lines begin, where a good part of
  /// all lines do.
  private static func secondEdge(_ lines: [PageLayout.Line], _ page: PageLayout) -> Int? {
    var edges: [Int: Int] = [:]
    for line in lines
    where line.box.left > page.width * 35 / 100 && line.box.left < page.width * 65 / 100 {
      edges[line.box.left / 10, default: 0] += 1
    }
    func count(_ edge: Int) -> Int { (edge - 1...edge + 1).reduce(0) { $0 + edges[$1, default: 0] } }
    guard let edge = edges.keys.min(by: { (-count($0), $0) < (-count($1), $1) }),
      count(edge) >= leastLines, count(edge) * 5 >= lines.count
    else { return nil }
    return edge * 10 - 20
  }

  /// Lines that begin at one edge, one below the other.
  private static func isColumn(_ side: [PageLayout.Line], least: Int) -> Bool {
    guard side.count >= least else { return false }
    var edges: [Int: Int] = [:]
    var beside = 0
    for (index, line) in side.enumerated() {
      edges[line.box.left / 30, default: 0] += 1
      if index > 0, abs(side[index - 1].box.bottom - line.box.bottom) < 20 { beside += 1 }
    }
    let most = edges.keys.map { edges[$0, default: 0] + edges[$0 + 1, default: 0] }.max() ?? 0
    return most * 10 >= side.count * 6 && beside * 8 <= side.count
  }

  /// Running text in one of them, and a good part of the other: a letterhead or a table of contents is short.
  private static func isProse(
    _ left: [PageLayout.Line], _ right: [PageLayout.Line], _ page: PageLayout
  ) -> Bool {
    func part(_ side: [PageLayout.Line]) -> Int {
      let long = side.count { page.text[$0.bytes].count { $0 == 0x20 } >= 3 }
      return long * 10 / max(1, side.count)
    }
    let (a, b) = (part(left), part(right))
    return max(a, b) >= 6 && min(a, b) >= 3
  }

  private static func holdsMail(_ side: [PageLayout.Line], _ page: PageLayout) -> Bool {
    side.contains { RowShape.isMessageLine(page.text[$0.bytes]) }
  }
}
