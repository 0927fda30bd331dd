import DaybookCore

/// Black boxes on a page become signs in its text, "████", where they stand: a header field with its value blacked
/// out must not read as an empty one, and a sentence must show its hole.
enum RedactionBoxes {
  /// U+2588, one for some half of a letter's size.
  static let sign: [UInt8] = [0xE2, 0x96, 0x88]

  /// Boxes that may hide words: not the rules and bars of a layout, nor those of a chart.
  static func plausible(_ boxes: [PageBox], on layout: PageLayout) -> [PageBox] {
    let sizes = layout.lines.map(\.size).filter { $0 >= 40 }.sorted()
    let size = sizes.isEmpty ? 110 : sizes[sizes.count / 2]
    var kept: [PageBox] = []
    for box in boxes {
      // A bar across the page.
      if box.width * 100 > layout.width * 80, box.height < size * 2 { continue }
      if box.height > layout.height * 9 / 10, box.width > layout.width * 9 / 10 { continue }
      let isLine = box.height * 10 >= size * 5 && box.height <= size * 2
      let isStretch = box.height > size * 2 && box.width >= 600
      guard isLine || isStretch else { continue }
      // Two boxes over one another are one.
      if let place = kept.firstIndex(where: { overlaps($0, box) }) {
        kept[place] = kept[place].union(box)
      } else {
        kept.append(box)
      }
    }
    // Signs by the hundred are a drawing.
    return kept.count > 300 ? [] : kept
  }

  private static func overlaps(_ left: PageBox, _ right: PageBox) -> Bool {
    let width = min(left.right, right.right) - max(left.left, right.left)
    let height = min(left.bottom, right.bottom) - max(left.top, right.top)
    return width > -5 && height * 2 > min(left.height, right.height)
  }

  /// Puts a piece of signs for each box among the lines, where a reader comes upon it.
  static func insert(_ boxes: [PageBox], into layout: inout PageLayout) {
    guard !boxes.isEmpty else { return }
    var pieces = layout.lines.map { (line: $0, text: Array(layout.text[$0.bytes])) }
    for box in boxes.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      let size = pieces.first { isBeside($0.line.box, box) }?.line.size ?? typical(layout)
      let height = min(box.height, size * 12 / 10)
      let place = clipped(
        PageBox(left: box.left, top: box.top, right: box.right, bottom: box.top + height), by: size,
        among: pieces.map(\.line.box))
      let count = max(2, min(40, box.width * 2 / max(1, size)))
      let line = PageLayout.Line(bytes: 0..<0, box: place, size: size, index: -1)
      pieces.insert(
        (line, [UInt8]((0..<count).flatMap { _ in sign })), at: index(of: box, in: pieces.map(\.line.box)))
    }
    var text: [UInt8] = []
    var moved: [Int: Int] = [:]
    layout.lines = pieces.map { piece in
      var line = piece.line
      if line.index >= 0 || !line.bytes.isEmpty { moved[line.bytes.lowerBound] = text.count }
      let start = text.count
      text += piece.text
      line.bytes = start..<text.count
      return line
    }
    move(&layout.words, moved: moved)
    layout.text = text
  }

  /// A box that was drawn by hand or by other widths of letters reaches some way into the words beside it: there
  /// it ends, so that it stands on their line and not below it.
  private static func clipped(_ box: PageBox, by size: Int, among lines: [PageBox]) -> PageBox {
    var place = box
    let middle = (box.left + box.right) / 2
    for line in lines where isBeside(line, box) {
      if line.right <= middle, line.right > place.left, line.right - box.left <= 2 * size {
        place.left = line.right
      } else if line.left >= middle, line.left < place.right, box.right - line.left <= 2 * size {
        place.right = line.left
      }
    }
    return place
  }

  /// Words read from a picture go with the lines that hold them.
  private static func move(_ words: inout [PageLayout.Word], moved: [Int: Int]) {
    let starts = moved.keys.sorted()
    var line = 0
    for index in words.indices {
      while line + 1 < starts.count, starts[line + 1] <= words[index].bytes.lowerBound { line += 1 }
      guard line < starts.count, let to = moved[starts[line]] else { continue }
      let shift = to - starts[line]
      words[index].bytes = (words[index].bytes.lowerBound + shift)..<(words[index].bytes.upperBound + shift)
    }
  }

  private static func typical(_ layout: PageLayout) -> Int {
    let sizes = layout.lines.map(\.size).sorted()
    return sizes.isEmpty ? 110 : max(40, sizes[sizes.count / 2])
  }

  private static func isBeside(_ line: PageBox, _ box: PageBox) -> Bool {
    (min(line.bottom, box.bottom) - max(line.top, box.top)) * 2 > min(line.height, box.height)
  }

  /// Behind the last piece to its left on its line, in front of the first to its right, or behind the last line
  /// above it.
  private static func index(of box: PageBox, in lines: [PageBox]) -> Int {
    let middle = (box.left + box.right) / 2
    var place: Int?
    for (index, line) in lines.enumerated()
    where isBeside(line, box) && (line.left + line.right) / 2 <= middle {
      place = index + 1
    }
    if let place { return place }
    if let next = lines.firstIndex(where: { isBeside($0, box) && ($0.left + $0.right) / 2 > middle }) {
      return next
    }
    let above = lines.lastIndex { $0.bottom <= box.top + 30 && $0.left < box.right && $0.right > box.left }
    return above.map { $0 + 1 } ?? lines.lastIndex { $0.bottom <= box.top + 30 }.map { $0 + 1 } ?? 0
  }
}
