import DaybookCore

/// Finds the blocks of Markdown text, line by line; the text itself is not touched.
struct MarkdownLayout {
  let text: [UInt8]
  let lines: [TextLine]
  private(set) var blocks: [Block] = []
  private(set) var frontMatter = FrontMatter()
  private var open: (block: Block, indent: Int)?
  private var listIndents: [Int] = []
  private var tableCount = 0
  private var hasClosedComments = true
  /// By sign, the shortest fence that no later line closes.
  private var unclosedFences: [UInt8: Int] = [:]
  private var lastRow: (table: Int, row: Int, headings: [String])?

  init(_ text: [UInt8]) {
    self.text = text
    lines = TextLine.lines(of: text)
  }

  mutating func run() {
    var index = frontMatterEnd()
    while index < lines.count {
      index = read(index)
    }
    close()
  }

  /// Reads what begins at a line; gives the line behind it.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    if line.isBlank {
      close()
      lastRow = nil
      return index + 1
    }
    if let fence = fence(line), let next = code(from: index, fence) { return next }
    if hasClosedComments, starts(line, "<!--"), let next = comment(from: index) { return next }
    if let next = table(at: index) { return next }
    lastRow = nil
    if let level = underlineLevel(line), let above = open, above.block.kind == .paragraph {
      open?.block.kind = .heading
      open?.block.level = level
      close()
      return index + 1
    }
    if isRule(line) {
      close()
    } else if let level = headingLevel(line) {
      heading(line, level)
    } else if text[line.bytes.lowerBound] == 0x3E {
      quote(line)
    } else if let marker = ListMarker.read(text, line.bytes), isMarker(marker, line) {
      listItem(line, marker)
    } else if open != nil, open?.block.kind != .quoted {
      extend(line)
    } else {
      close()
      if line.indent == 0 { listIndents = [] }
      open = (Block(.paragraph, line.bytes), line.indent)
    }
    return index + 1
  }

  private func starts(_ line: TextLine, _ mark: String) -> Bool { text[line.bytes].starts(with: mark.utf8) }

  private mutating func extend(_ line: TextLine) {
    guard var longer = open else { return }
    longer.block.bytes = longer.block.bytes.lowerBound..<line.bytes.upperBound
    open = longer
  }

  private mutating func close() {
    if let open { blocks.append(open.block) }
    open = nil
  }

  // MARK: Headings, quotations, lists

  private func headingLevel(_ line: TextLine) -> Int? {
    let marks = line.bytes.prefix { text[$0] == 0x23 }.count
    guard (1...6).contains(marks), marks < line.bytes.count else { return nil }
    return [0x20, 0x09].contains(text[line.bytes.lowerBound + marks]) ? marks : nil
  }

  private mutating func heading(_ line: TextLine, _ level: Int) {
    close()
    listIndents = []
    var end = line.bytes.upperBound
    while end > line.bytes.lowerBound, text[end - 1] == 0x23 { end -= 1 }
    let words = Blank.trimmed(
      (line.bytes.lowerBound + level)..<max(end, line.bytes.lowerBound + level), in: text)
    if !words.isEmpty { blocks.append(Block(.heading, words, level: level)) }
  }

  /// 1 for a row of "=", 2 for one of "-" (which may be one sign only).
  private func underlineLevel(_ line: TextLine) -> Int? {
    guard let first = line.bytes.first.map({ text[$0] }), first == 0x3D || first == 0x2D,
      line.bytes.allSatisfy({ text[$0] == first })
    else { return nil }
    return first == 0x3D ? 1 : 2
  }

  private func isRule(_ line: TextLine) -> Bool {
    guard let first = line.bytes.first.map({ text[$0] }), [0x2D, 0x2A, 0x5F].contains(first) else {
      return false
    }
    return line.bytes.count { text[$0] == first } >= 3
      && line.bytes.allSatisfy { text[$0] == first || text[$0] == 0x20 }
  }

  private mutating func quote(_ line: TextLine) {
    var depth = 0
    for index in line.bytes {
      if text[index] == 0x3E { depth += 1 } else if text[index] != 0x20 { break }
    }
    guard let words = line.bytes.first(where: { text[$0] != 0x3E && text[$0] != 0x20 }) else {
      close()
      return
    }
    if let open, open.block.kind == .quoted, open.block.level == depth {
      extend(line)
    } else {
      close()
      open = (Block(.quoted, words..<line.bytes.upperBound, level: depth), line.indent)
    }
  }

  /// The marks that Markdown knows, and typed bullets outside a paragraph.
  private func isMarker(_ marker: ListMarker, _ line: TextLine) -> Bool {
    if ["-", "*", "+"].contains(marker.label) { return true }
    let isNumber =
      marker.label.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) } && marker.label.utf8.count > 1
    return isNumber
      ? open == nil || open?.block.kind == .listItem || marker.label == "1."
      : open == nil || open?.block.kind == .listItem
  }

  private mutating func listItem(_ line: TextLine, _ marker: ListMarker) {
    close()
    while let last = listIndents.last, last > line.indent { listIndents.removeLast() }
    // Up to one column further in is the same list. Source: CommonMark 5.2.
    if listIndents.last.map({ line.indent > $0 + 1 }) ?? true { listIndents.append(line.indent) }
    let words = (line.bytes.lowerBound + marker.length)..<line.bytes.upperBound
    open = (Block(.listItem, words, level: listIndents.count, label: marker.label), line.indent)
  }

  // MARK: Code and comments

  private func fence(_ line: TextLine) -> (sign: UInt8, length: Int)? {
    guard let sign = line.bytes.first.map({ text[$0] }), sign == 0x60 || sign == 0x7E else { return nil }
    let length = line.bytes.prefix { text[$0] == sign }.count
    return length >= 3 ? (sign, length) : nil
  }

  /// The line behind a listing; nil where it is never closed. CommonMark takes the rest of the file as code
  /// then, and a reader loses every heading behind one slip; here it is text like any other.
  private mutating func code(from index: Int, _ opening: (sign: UInt8, length: Int)) -> Int? {
    if opening.length >= unclosedFences[opening.sign] ?? Int.max { return nil }
    var next = index + 1
    while next < lines.count {
      if let closing = fence(lines[next]), closing.sign == opening.sign, closing.length >= opening.length {
        break
      }
      next += 1
    }
    if next == lines.count {
      unclosedFences[opening.sign] = opening.length
      return nil
    }
    close()
    let inside = lines[(index + 1)..<next].filter { !$0.isBlank }
    if let first = inside.first, let last = inside.last {
      blocks.append(Block(.code, first.bytes.lowerBound..<last.bytes.upperBound))
    }
    return min(next + 1, lines.count)
  }

  /// The line behind a comment; nil where it is never closed, and then no later one is.
  private mutating func comment(from index: Int) -> Int? {
    for next in index..<lines.count where Detector.contains(Array(text[lines[next].bytes]), Array("-->".utf8))
    {
      close()
      return next + 1
    }
    hasClosedComments = false
    return nil
  }

  // MARK: Tables

  /// Reads one row of a table, and at its first row also the row of dashes below; nil where no table is.
  private mutating func table(at index: Int) -> Int? {
    let line = lines[index]
    if let row = lastRow {
      guard line.bytes.contains(where: { text[$0] == 0x7C }) else { return nil }
      if isDashes(line) { return index + 1 }
      addCells(line, table: row.table, row: row.row + 1, headings: row.headings)
      lastRow?.row += 1
      return index + 1
    }
    guard index + 1 < lines.count, line.bytes.contains(where: { text[$0] == 0x7C }) else { return nil }
    let hasRule = open == nil && isDashes(lines[index + 1])
    guard hasRule || isRow(line) && isRow(lines[index + 1]) else { return nil }
    close()
    tableCount += 1
    let headings = cells(line).map { String(decoding: text[$0], as: UTF8.self) }
    addCells(line, table: tableCount, row: 1, headings: [])
    lastRow = (tableCount, 1, headings)
    return index + (isDashes(lines[index + 1]) ? 2 : 1)
  }

  /// A line that begins and ends with "|" and has two cells and more: a row even where the line of dashes is
  /// missing or stands elsewhere, as it does when somebody put a row above it.
  private func isRow(_ line: TextLine) -> Bool {
    guard line.bytes.count >= 5, text[line.bytes.lowerBound] == 0x7C, text[line.bytes.upperBound - 1] == 0x7C
    else { return false }
    return line.bytes.count { text[$0] == 0x7C } >= 3
  }

  private func isDashes(_ line: TextLine) -> Bool {
    line.bytes.contains { text[$0] == 0x2D }
      && line.bytes.allSatisfy { [0x2D, 0x3A, 0x7C, 0x20, 0x09].contains(text[$0]) }
  }

  private func cells(_ line: TextLine) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var (start, end) = (line.bytes.lowerBound, line.bytes.upperBound)
    if text[start] == 0x7C { start += 1 }
    if end > start, text[end - 1] == 0x7C { end -= 1 }
    var from = start
    for index in start..<end where text[index] == 0x7C && (index == start || text[index - 1] != 0x5C) {
      cells.append(Blank.trimmed(from..<index, in: text))
      from = index + 1
    }
    cells.append(Blank.trimmed(from..<end, in: text))
    return cells
  }

  private mutating func addCells(_ line: TextLine, table: Int, row: Int, headings: [String]) {
    for (column, range) in cells(line).enumerated() where !range.isEmpty {
      let heading = column < headings.count && !headings[column].isEmpty ? headings[column] : nil
      blocks.append(
        Block(.cell, range, cell: Block.Cell(table: table, row: row, column: column + 1, heading: heading)))
    }
  }

  // MARK: Front matter

  /// The line behind "---", keys and values, "---" at the very start; 0 where there is none.
  private mutating func frontMatterEnd() -> Int {
    guard let first = lines.first, starts(first, "---"), first.bytes.count == 3,
      let end = lines.dropFirst().prefix(200).firstIndex(where: { $0.bytes.count == 3 && starts($0, "---") })
    else { return 0 }
    for line in lines[1..<end] where line.indent == 0 {
      guard let colon = line.bytes.first(where: { text[$0] == 0x3A }) else { continue }
      let value = Blank.trimmed((colon + 1)..<line.bytes.upperBound, in: text)
      frontMatter.add(
        String(decoding: text[line.bytes.lowerBound..<colon], as: UTF8.self),
        String(decoding: text[value], as: UTF8.self))
    }
    return end + 1
  }
}
