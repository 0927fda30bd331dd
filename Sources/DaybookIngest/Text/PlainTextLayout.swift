package import DaybookCore

/// Finds headings, list entries and paragraphs in text that has no markup, by how its lines are set.
///
/// A line of a hard-wrapped paragraph is joined to the next where the next word would not have fitted on it;
/// in text that has one paragraph a line, each line stands alone. The text itself is not touched: blocks only
/// say where things are.
package struct PlainTextLayout {
  private let text: [UInt8]
  private let lines: [TextLine]
  private let hasPages: Bool
  /// Columns at which the writer's program wrapped lines; nil where a line is a paragraph.
  private let wrapWidth: Int?
  private var blocks: [Block] = []
  /// The block that may still go on, with the line it began on.
  private var open: (block: Block, firstLine: Int, lastLine: Int, indent: Int)?
  /// Indents of the list entries that the current one stands in.
  private var listIndents: [Int] = []
  private var hasHeading = false
  private var tableCount = 0

  package static func blocks(of text: [UInt8]) -> [Block] {
    var layout = PlainTextLayout(text)
    layout.run()
    return layout.blocks
  }

  private init(_ text: [UInt8]) {
    self.text = text
    lines = TextLine.lines(of: text)
    hasPages = (lines.last?.page ?? 1) > 1
    wrapWidth = LineWrap.width(of: lines, in: text)
  }

  private mutating func run() {
    var next = 0
    // Whether the line with words above is what an agency stamped on the page.
    var isStamped = false
    while next < lines.count {
      let index = next
      let line = lines[index]
      next += 1
      if let table = RuledTable.read(lines, from: index, in: text) {
        close()
        addTable(table, page: page(line))
        next = index + table.lineCount
        continue
      }
      if !line.isBlank {
        isStamped = ReleaseStamp.matches(text[line.bytes], afterStamp: isStamped)
        if isStamped {
          close()
          blocks.append(Block(.header, line.bytes, page: page(line)))
          continue
        }
      }
      if let open, lines[open.lastLine].page != line.page { close() }
      if line.isBlank {
        close()
        continue
      }
      if let level = ruleLevel(line) {
        underline(level: level)
        continue
      }
      let depth = quoteDepth(line)
      if depth > 0 {
        addQuoted(index, depth: depth)
      } else if let marker = ListMarker.read(text, line.bytes) {
        close()
        openListItem(index, marker)
      } else if let open, open.block.kind != .quoted, continues(open, index) {
        extend(to: index)
      } else {
        close()
        if line.indent == 0 { listIndents = [] }
        open = (Block(.paragraph, line.bytes, page: page(line)), index, index, line.indent)
      }
    }
    close()
  }

  private func page(_ line: TextLine) -> Int? { hasPages ? line.page : nil }

  private mutating func extend(to index: Int) {
    guard var longer = open else { return }
    longer.block.bytes = longer.block.bytes.lowerBound..<lines[index].bytes.upperBound
    longer.lastLine = index
    open = longer
  }

  private mutating func close() {
    guard var closing = open else { return }
    open = nil
    if closing.block.kind == .listItem, closing.firstLine == closing.lastLine,
      isNumberedHeading(closing.block, closing.firstLine)
    {
      closing.block.kind = .heading
      closing.block.level = closing.block.label.map { $0.utf8.split(separator: 0x2E).count } ?? 1
      hasHeading = true
    }
    if closing.block.kind == .paragraph, closing.firstLine == closing.lastLine, isHeading(closing.firstLine) {
      closing.block.kind = .heading
      closing.block.level = hasHeading ? 2 : 1
      hasHeading = true
    }
    blocks.append(closing.block)
  }

  // MARK: Lines with a meaning of their own

  /// 1 for a line of "=", 2 for one of "-", 3 for any other row of three or more equal signs; nil for words.
  private func ruleLevel(_ line: TextLine) -> Int? {
    guard line.columns >= 3, let first = line.bytes.first.map({ text[$0] }),
      [0x3D, 0x2D, 0x5F, 0x2A, 0x7E, 0x23].contains(first)
    else { return nil }
    for index in line.bytes where text[index] != first && text[index] != 0x20 { return nil }
    return first == 0x3D ? 1 : first == 0x2D ? 2 : 3
  }

  /// A row of signs under one short line makes it a heading; alone it only parts what is above from what is
  /// below.
  private mutating func underline(level: Int) {
    if let above = open, above.block.kind == .paragraph, above.firstLine == above.lastLine, level < 3,
      lines[above.firstLine].columns <= 80, Prose.hasLetter(text, above.block.bytes),
      !Prose.endsSentence(text, above.block.bytes),
      !Prose.isDateOnly(text, above.block.bytes)
    {
      open?.block.kind = .heading
      open?.block.level = level
      hasHeading = true
    }
    close()
  }

  /// How many ">" stand at the start.
  private func quoteDepth(_ line: TextLine) -> Int {
    var depth = 0
    for index in line.bytes {
      if text[index] == 0x3E { depth += 1 } else if text[index] != 0x20 { break }
    }
    return depth
  }

  private mutating func addQuoted(_ index: Int, depth: Int) {
    let bytes = lines[index].bytes
    let words = bytes.first { text[$0] != 0x3E && text[$0] != 0x20 }
    guard let words else {
      close()
      return
    }
    if let open, open.block.kind == .quoted, open.block.level == depth {
      extend(to: index)
    } else {
      close()
      open = (
        Block(.quoted, words..<bytes.upperBound, page: page(lines[index]), level: depth), index, index,
        lines[index].indent
      )
    }
  }

  private mutating func openListItem(_ index: Int, _ marker: ListMarker) {
    let line = lines[index]
    while let last = listIndents.last, last > line.indent { listIndents.removeLast() }
    if listIndents.last != line.indent { listIndents.append(line.indent) }
    let bytes = (line.bytes.lowerBound + marker.length)..<line.bytes.upperBound
    open = (
      Block(.listItem, bytes, page: page(line), level: listIndents.count, label: marker.label), index, index,
      line.indent
    )
  }

  private mutating func addTable(_ table: RuledTable, page: Int?) {
    tableCount += 1
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let place = Block.Cell(
          table: tableCount, row: row + 1, column: column + 1,
          heading: row > 0 ? table.heading(column, in: text) : nil)
        blocks.append(Block(.cell, cell, page: page, cell: place))
      }
    }
  }

  // MARK: What belongs together

  private func continues(_ open: (block: Block, firstLine: Int, lastLine: Int, indent: Int), _ index: Int)
    -> Bool
  {
    let (above, line) = (lines[open.lastLine], lines[index])
    if Prose.startsWithHeaderLabel(text, line.bytes) { return false }
    if Prose.isColumnar(text, above.bytes) || Prose.isColumnar(text, line.bytes) { return false }
    if open.block.kind == .listItem, line.indent > open.indent { return true }
    guard let wrapWidth, above.columns <= LineWrap.longest, line.columns <= LineWrap.longest else {
      return false
    }
    if open.block.kind == .paragraph, line.indent > above.indent + 1,
      open.firstLine != open.lastLine || line.indent > above.indent + 8
    {
      return false  // the first line of the next paragraph, set in
    }
    if LineWrap.wouldNotFit(above, line, in: text, width: wrapWidth) { return true }
    if open.block.kind == .paragraph, Prose.isCut(text, above.bytes, line.bytes) { return true }
    // A long line without an end of a sentence goes on, whatever its margin: pages set as text have ragged
    // ones.
    let share = (above.indent + above.columns) * 100 / wrapWidth
    return share >= (Prose.startsLowercase(text, line.bytes) ? 70 : 85)
      && !Prose.endsSentence(text, above.bytes)
  }

  /// "2.1 Controls" alone between blank lines, above words that are not the next entry of a list.
  private func isNumberedHeading(_ block: Block, _ index: Int) -> Bool {
    guard let label = block.label, label.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
      !label.utf8.contains(0x29),
      lines[index].columns <= 100, Prose.looksLikeTitle(text, block.bytes),
      index == 0 || lines[index - 1].isBlank,
      index + 1 < lines.count, lines[index + 1].isBlank,
      let next = lines[(index + 1)...].first(where: { !$0.isBlank })
    else { return false }
    let below = ListMarker.read(text, next.bytes)
    return below == nil || below?.isBullet == true
      || below.map { $0.label.utf8.count > label.utf8.count } == true
  }

  /// A short line that stands alone, or above a long one, begins like a title and does not end like a
  /// sentence.
  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.columns <= 120, Prose.looksLikeTitle(text, line.bytes) else { return false }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    let standsAlone = next.map { $0.isBlank || $0.page != line.page } ?? true
    if !standsAlone {
      if let next, line.columns <= 80, next.columns > 100 { return true }
      // The very first line above text that has one paragraph a line.
      return blocks.isEmpty && lines.dropFirst(index + 1).prefix(6).contains { $0.columns > 100 }
    }
    guard
      index == 0 || lines[index - 1].isBlank || lines[index - 1].page != line.page
        || blocks.last?.kind == .heading
    else { return false }
    if blocks.isEmpty, line.columns <= 80 { return true }
    return lines[(index + 1)...].lazy.filter { !$0.isBlank }.prefix(3)
      .contains { $0.columns >= 60 || ListMarker.read(text, $0.bytes) != nil }
  }
}
