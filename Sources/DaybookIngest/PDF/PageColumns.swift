import DaybookCore

/// Edges and line distances of the columns of one page: what tells a line that is full from one that its
/// writer ended.
struct PageColumns {
  struct Column: Equatable {
    var left: Int
    /// Where lines break; never left of the longest line, but for a few that stick out.
    var right: Int
    /// Usual distance from line to line.
    var pitch: Int
    /// Enough full lines to trust `right`.
    var isProse: Bool
  }

  /// By number of the run.
  private(set) var columns: [Int: Column] = [:]

  /// `known` are columns of the pages before: a page with short lines only has none of its own.
  init(_ rows: [PageRow], width: Int, known: [Column]) {
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].run == rows[start].run { end += 1 }
      columns[rows[start].run] = PageColumns.column(
        rows[start..<end], width: width, known: known, isOnly: end - start == rows.count)
      start = end
    }
  }

  private static func column(_ rows: ArraySlice<PageRow>, width: Int, known: [Column], isOnly: Bool) -> Column
  {
    let left = commonLeft(rows)
    let rights = rows.map(\.box.right).sorted()
    let observed = rights[rights.count >= 20 ? rights.count * 95 / 100 : rights.count - 1]
    let full = rights.count { $0 >= observed - max(observed - left, 0) * 12 / 100 }
    var column = Column(
      left: left, right: observed, pitch: commonPitch(rows),
      isProse: rows.count >= 5 && full * 10 >= rows.count * 4)
    if column.isProse { return column }
    if let before = known.last(where: { abs($0.left - left) <= 30 }) {
      column.right = max(observed, before.right)
    } else if isOnly, left < width * 3 / 10 {
      // Margins are mostly as wide on the right as on the left.
      column.right = max(observed, width - left)
    }
    return column
  }

  private static func commonLeft(_ rows: ArraySlice<PageRow>) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.box.left / 10, default: 0] += 1 }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return rows.first { $0.box.left / 10 == best?.key }?.box.left ?? 0
  }

  /// The most common distance that is no gap between paragraphs; 1.2 times the letter size where there is
  /// none.
  private static func commonPitch(_ rows: ArraySlice<PageRow>) -> Int {
    var counts: [Int: Int] = [:]
    var size = 0
    for index in rows.indices.dropFirst() {
      let distance = rows[index].box.bottom - rows[index - 1].box.bottom
      size = max(size, rows[index].size)
      guard distance > 0, distance * 2 <= max(rows[index].size, 40) * 5 else { continue }
      counts[(distance + 2) / 5, default: 0] += 1
    }
    guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
      return max(size, 80) * 12 / 10
    }
    return best.key * 5
  }
}

/// One row of the body with all that is asked about it.
struct BodyRow {
  var row: PageRow
  var shape: RowShape
  var text: [UInt8]
  var column: PageColumns.Column
  var page: Int

  /// Tenths of a point from `self` to the row below it, line to line.
  func distance(to below: BodyRow) -> Int { below.row.box.bottom - row.box.bottom }

  /// Whether the first word of `next` would have had room behind this row: then the break was meant.
  func hasRoom(for next: BodyRow) -> Bool {
    let word = next.text[next.shape.start...].prefix { $0 != 0x20 }.count
    // The word may be wider than the letters of its line are on average, so it is given a quarter more.
    let width = next.row.box.width * word * 5 / (max(next.text.count, 1) * 4)
    return row.box.right + row.size / 2 + width <= column.right
  }

  /// Whether it reaches over half of its column.
  var isLong: Bool { (row.box.right - column.left) * 2 >= column.right - column.left }
}

/// Whether a row goes on with the paragraph of the row before it.
enum RowJoint {
  static func joins(_ above: BodyRow, _ below: BodyRow) -> Bool {
    guard fits(above, below) else { return false }
    let isSamePage = above.page == below.page
    if isSamePage, above.row.run == below.row.run {
      let distance = above.distance(to: below)
      // 20 % and a point: lines with a raised or a larger letter stand further apart.
      guard distance > 0,
        distance <= above.column.pitch * 12 / 10 + 10 || distance * 10 <= below.row.size * 13
      else { return false }
      guard indentFits(above, below) else { return false }
      return goesOn(above, below)
    }
    // Over the end of a column or a page nothing but the words can tell.
    guard !above.shape.isClosed, above.isLong, !above.hasRoom(for: below) || below.shape.startsLower else {
      return false
    }
    if below.shape.startsLower { return true }
    // A short line alone, such as one of an address, is full where its column has nothing longer.
    return (above.column.isProse || above.text.count > 40) && !above.hasRoom(for: below)
      && !looksLikeStart(below)
  }

  /// Same kind of text: size, weight, depth of quotation; and `below` begins nothing of its own.
  private static func fits(_ above: BodyRow, _ below: BodyRow) -> Bool {
    let (first, second) = (above.row, below.row)
    guard first.table == 0, second.table == 0, !above.shape.isRule, !below.shape.isRule else { return false }
    // One gap may be a redaction; two below each other are columns.
    if first.hasGap, second.hasGap { return false }
    guard abs(first.size - second.size) <= 8, first.isBold == second.isBold else { return false }
    guard above.shape.quoteDepth == below.shape.quoteDepth, !above.shape.isEmpty, !below.shape.isEmpty else {
      return false
    }
    if below.shape.isHeaderLabel { return false }
    if below.shape.isLabel, above.shape.isLabel { return false }
    switch below.shape.marker {
    case .none: return true
    case .bullet(let isDash):
      // A dash may stand at the beginning of a line inside a sentence.
      return isDash && above.shape.marker == .none && !above.shape.isClosed && !above.hasRoom(for: below)
    case .number:
      return !above.shape.isClosed && above.shape.marker == .none && !above.hasRoom(for: below)
        && above.isLong
    }
  }

  private static func goesOn(_ above: BodyRow, _ below: BodyRow) -> Bool {
    guard above.hasRoom(for: below) else {
      return above.column.isProse || below.shape.startsLower || above.text.count > 40
    }
    // Lines of mail are broken by hand at 72 letters or so, whatever room the page has.
    return below.shape.startsLower && !above.shape.isClosed && above.isLong && !below.shape.isLabel
  }

  /// A first line may be indented, or the others of a list entry; a line that is indented further than the
  /// one above begins a paragraph, one that falls back behind the entry's own mark ends it.
  private static func indentFits(_ above: BodyRow, _ below: BodyRow) -> Bool {
    let offset = below.row.box.left - above.row.box.left
    if above.shape.marker != .none {
      // Where first lines are indented, the entry goes on at the edge of the column.
      let fallsToEdge =
        abs(below.row.box.left - below.column.left) <= 20 && !above.hasRoom(for: below)
        && !above.shape.isClosed
      return offset >= -40 || offset >= -150 && fallsToEdge
    }
    if offset > 60 { return above.shape.isHeaderLabel || !above.shape.isClosed }
    return true
  }

  private static func looksLikeStart(_ row: BodyRow) -> Bool {
    row.shape.isLabel || row.shape.marker != .none || row.row.box.left - row.column.left > 60
  }
}
