import DaybookCore

/// The running text of one page in reading order, with its footnotes and its furniture apart.
struct PageBody {
  struct Footnote {
    var text: [UInt8]
    var rows: [BodyRow]
  }

  private(set) var rows: [BodyRow] = []
  private(set) var footnotes: [Footnote] = []
  private(set) var furniture: [String] = []
  private(set) var columns: [PageColumns.Column] = []

  init(_ layout: PageLayout, without margin: Set<Int>, known: [PageColumns.Column]) {
    // Text along the edge of a page is a stamp; on a page that lies on its side it is the text itself.
    let upright = layout.lines.count { !$0.isVertical }
    let keepsVertical = upright * 2 < layout.lines.count
    var (body, apart): ([PageLayout.Line], [PageLayout.Line]) = ([], [])
    for (index, line) in layout.lines.enumerated() {
      if margin.contains(index) || (line.isVertical && !keepsVertical) {
        apart.append(line)
      } else {
        body.append(keepsVertical ? PageBody.turned(line) : line)
      }
    }
    apart.sort { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    furniture = apart.map { String(decoding: layout.text[$0.bytes], as: UTF8.self) }
    let tables = keepsVertical ? nil : GridRows(body, of: layout)
    let order = ReadingOrder(tables?.rest ?? body, of: layout, known: known.map(\.left)).rows
    let found = PageColumns(order, width: layout.width, known: known)
    columns = order.isEmpty ? [] : found.columns.sorted { $0.key < $1.key }.map(\.value)
    rows = (tables?.placed(among: order) ?? order).compactMap { row in
      let own = PageColumns.Column(left: row.box.left, right: row.box.right, pitch: row.size, isProse: false)
      guard let column = found.columns[row.run] ?? (row.grid == nil ? nil : own) else { return nil }
      let text = row.text(in: layout)
      return BodyRow(row: row, shape: RowShape(text), text: text, column: column, page: layout.number)
    }
    takeFootnotes(of: layout)
  }

  /// A page on its side is read from its left edge to its right, or the other way; the library's order is
  /// kept.
  private static func turned(_ line: PageLayout.Line) -> PageLayout.Line {
    var line = line
    line.box = PageBox(left: line.box.top, top: line.box.left, right: line.box.bottom, bottom: line.box.right)
    return line
  }

  // MARK: Footnotes

  /// Rows at the foot of a column in a smaller letter than those above them, the first of which begins with a
  /// number or a mark.
  private mutating func takeFootnotes(of layout: PageLayout) {
    var kept: [BodyRow] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].row.run == rows[start].row.run { end += 1 }
      let first = noteStart(in: start..<end, height: layout.height)
      kept += rows[start..<first]
      addFootnotes(rows[first..<end])
      start = end
    }
    rows = kept
  }

  private func noteStart(in run: Range<Int>, height: Int) -> Int {
    let size = rows[run.upperBound - 1].row.size
    var first = run.upperBound
    while first > run.lowerBound, abs(rows[first - 1].row.size - size) <= 8, rows[first - 1].row.table == 0,
      rows[first - 1].row.box.top > height * 3 / 10
    {
      first -= 1
    }
    // Small letters below a heading are the text under it.
    let isUnderHeading =
      first - 1 > run.lowerBound && rows[first - 1].row.size * 100 >= rows[first - 2].row.size * 115
    guard first > run.lowerBound, first < run.upperBound, size * 100 <= rows[first - 1].row.size * 88,
      !isUnderHeading,
      PageBody.isNoteStart(rows[first])
    else { return run.upperBound }
    return first
  }

  private mutating func addFootnotes(_ found: ArraySlice<BodyRow>) {
    for row in found {
      if PageBody.isNoteStart(row) || footnotes.isEmpty {
        footnotes.append(Footnote(text: row.text, rows: [row]))
      } else {
        let last = footnotes.count - 1
        footnotes[last].text.append(0x20)
        footnotes[last].text.append(contentsOf: row.text)
        footnotes[last].rows.append(row)
      }
    }
  }

  private static func isNoteStart(_ row: BodyRow) -> Bool {
    let digits = row.text.prefix { (0x30...0x39).contains($0) }.count
    if (1...3).contains(digits), row.text.count > digits {
      return row.text[digits] == 0x20 || row.text[digits] > 0x40
    }
    return row.text.first == UInt8(ascii: "*") || row.text.starts(with: "†".utf8)
  }

  /// The size of most letters of a full page: papers of one bundle are set in letters of several sizes, and what is
  /// large in one is plain text in another. Nil on a page of a few lines.
  var letterSize: Int? {
    var counts: [Int: Int] = [:]
    var all = 0
    for row in rows {
      counts[row.row.size, default: 0] += row.text.count
      all += row.text.count
    }
    guard rows.count >= 10, all >= 400,
      let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), most.value * 10 >= all * 6
    else { return nil }
    return most.key
  }

  // MARK: Beginning of a paper

  /// Whether the page looks like the first of a letter, a message or a report.
  func startsPaper(bodySize: Int) -> Bool {
    if furniture.contains(where: PageBody.isFirstPageNumber) { return true }
    guard let first = rows.first else { return false }
    return first.shape.isHeaderLabel || first.row.size * 10 >= bodySize * 13
  }

  private static func isFirstPageNumber(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
    return words.count >= 2 && words[1] == [UInt8(ascii: "1")]
      && FurniturePattern(ArraySlice(text.utf8)) == .pageNumber
  }
}
