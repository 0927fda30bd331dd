import DaybookCore

/// Finds what is printed in the margins of a page and belongs to no sentence: running headers and footers,
/// page numbers, stamps, markings.
///
/// Shape: the outermost rows of the margin zones, peeled from outside in, as long as each is furniture by its
/// form (`FurniturePattern`) or stands with other digits at the same place of neighbouring pages. A bundle
/// changes its furniture from paper to paper, so only a few neighbours count.
struct PageEdges {
  /// So many pages on either side are looked at.
  static let reach = 4

  struct Edge {
    var lines: [Int]
    var box: PageBox
    var isTop: Bool
    /// Its words with `#` for each run of digits.
    var key: [UInt8]
    /// What those digits were.
    var numbers: [Int]
    /// Names a month: then other digits are another date, and no page number.
    var isDated: Bool
    /// Distance to the next row inwards, tenths of a point.
    var gap: Int
    /// All cells are of these forms.
    var patterns: [FurniturePattern?]
    /// What begins like a line of a message is none of a margin, however often it is repeated.
    var isBody: Bool
  }

  private static let months = [
    "January", "February", "March", "April", "May ", "June", "July", "August", "September", "October",
    "November", "December",
  ].map { Array($0.utf8) }

  let number: Int
  let height: Int
  /// From outside in.
  private(set) var top: [Edge] = []
  private(set) var bottom: [Edge] = []

  init(_ page: PageLayout) {
    number = page.number
    height = page.height
    var order = page.lines.indices.filter { !page.lines[$0].isVertical }
    order.sort { (page.lines[$0].box.top, $0) < (page.lines[$1].box.top, $1) }
    var rows: [(lines: [Int], box: PageBox)] = []
    for line in order {
      let box = page.lines[line].box
      if let last = rows.indices.last, box.top < rows[last].box.bottom - rows[last].box.height / 2 {
        rows[last].lines.append(line)
        rows[last].box = rows[last].box.union(box)
      } else {
        rows.append(([line], box))
      }
    }
    let limit = height * 13 / 100
    for index in rows.indices.prefix(4) where rows[index].box.bottom <= limit {
      let gap = index + 1 < rows.count ? rows[index + 1].box.top - rows[index].box.bottom : height
      top.append(edge(rows[index], gap: gap, isTop: true, of: page))
    }
    for index in rows.indices.suffix(4).reversed() where rows[index].box.top >= height - limit {
      let gap = index > 0 ? rows[index].box.top - rows[index - 1].box.bottom : height
      bottom.append(edge(rows[index], gap: gap, isTop: false, of: page))
    }
  }

  private func edge(_ row: (lines: [Int], box: PageBox), gap: Int, isTop: Bool, of page: PageLayout) -> Edge {
    let cells = row.lines.sorted { page.lines[$0].box.left < page.lines[$1].box.left }
    var (key, numbers): ([UInt8], [Int]) = ([], [])
    for cell in cells {
      var isNumber = false
      for byte in page.text[page.lines[cell].bytes] {
        guard (0x30...0x39).contains(byte) else {
          key.append(byte)
          isNumber = false
          continue
        }
        if !isNumber {
          key.append(UInt8(ascii: "#"))
          numbers.append(0)
        }
        isNumber = true
        numbers[numbers.count - 1] = (numbers[numbers.count - 1] * 10 + Int(byte - 0x30)) % 1_000_000_000
      }
      key.append(0x20)
    }
    let first = cells.first.map { page.text[page.lines[$0].bytes] } ?? []
    return Edge(
      lines: cells, box: row.box, isTop: isTop, key: key, numbers: numbers,
      isDated: !numbers.isEmpty && PageEdges.months.contains { ByteSearch.first($0, in: key) != nil },
      gap: gap,
      patterns: cells.map { FurniturePattern(page.text[page.lines[$0].bytes]) },
      isBody: RowShape.isMessageLine(first))
  }

  /// Numbers of the lines that are furniture, from top to bottom. `neighbours` may hold this page itself.
  func furniture(among neighbours: [PageEdges]) -> [Int] {
    var found: [Int] = []
    for (edges, isTop) in [(top, true), (bottom, false)] {
      for edge in edges {
        if isFurniture(edge, isTop: isTop, among: neighbours) {
          found += edge.lines
          continue
        }
        // A stamp or a marking is known by its form even beside other words; the row ends the margin all the
        // same.
        for (line, pattern) in zip(edge.lines, edge.patterns)
        where pattern.map({ $0 != .bareNumber }) ?? false {
          if isFar(edge) { found.append(line) }
        }
        break
      }
    }
    return found
  }

  private func isFar(_ edge: Edge) -> Bool {
    edge.isTop ? edge.box.bottom <= height * 9 / 100 : edge.box.top >= height - height * 9 / 100
  }

  private func isFurniture(_ edge: Edge, isTop: Bool, among neighbours: [PageEdges]) -> Bool {
    if edge.isBody { return false }
    let isApart = edge.gap * 10 >= max(edge.box.height, 60) * 8
    if edge.patterns.allSatisfy({ $0 != nil }) {
      let isSure = !edge.patterns.contains { $0 == .bareNumber }
      if isFar(edge), isSure || isApart { return true }
    }
    let found = Repetition(of: self, edge, isTop: isTop, among: neighbours)
    if found.streak >= 2 || found.same >= 2 && found.same > found.different { return true }
    // Left and right pages have headers of their own.
    if found.alternateStreak >= 2, isApart, isFar(edge) { return true }
    return found.streak == 1 && found.different == 0 && isApart && isFar(edge)
  }

  /// How often an edge comes back on the pages around.
  private struct Repetition {
    var (same, different) = (0, 0)
    /// Neighbours without a break, both ways, that have it; and each second of them.
    var (streak, alternateStreak) = (0, 0)

    init(of page: PageEdges, _ edge: Edge, isTop: Bool, among neighbours: [PageEdges]) {
      var holding: [Int: Bool] = [:]
      for other in neighbours
      where other.number != page.number && abs(other.number - page.number) <= PageEdges.reach {
        guard let holds = other.holds(edge, isTop: isTop, of: page.height, page: page.number) else {
          continue
        }
        holding[other.number - page.number] = holds
        if holds { same += 1 } else { different += 1 }
      }
      for direction in [1, -1] {
        var step = 1
        while holding[step * direction] == true {
          streak += 1
          step += 1
        }
        step = 2
        while holding[step * direction] == true {
          alternateStreak += 1
          step += 2
        }
      }
    }
  }

  /// Whether the same words stand as far from the upper or lower edge here; nil where nothing stands there.
  private func holds(_ edge: Edge, isTop: Bool, of otherHeight: Int, page: Int) -> Bool? {
    var isTaken = false
    for other in isTop ? top : bottom {
      let here = isTop ? other.box.top : other.box.top - height
      let there = isTop ? edge.box.top : edge.box.top - otherHeight
      guard abs(here - there) <= 40 else { continue }
      if other.key == edge.key, edge.counts(to: other, pages: number - page) { return true }
      isTaken = true
    }
    return isTaken ? false : nil
  }
}

extension PageEdges.Edge {
  /// Whether the numbers of another page's edge are the same or count pages: a log whose pages begin with
  /// their dates has no header.
  fileprivate func counts(to other: Self, pages: Int) -> Bool {
    guard numbers.count == other.numbers.count else { return false }
    return zip(numbers, other.numbers).allSatisfy { $1 == $0 || !isDated && $1 - $0 == pages }
  }
}
