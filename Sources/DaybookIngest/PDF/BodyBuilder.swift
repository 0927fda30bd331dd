import DaybookCore

/// Writes rows as blocks of running text, and keeps the pages in step with it.
///
/// Lines of a paragraph are joined by a space. The paragraph that a page ends with stays open until the next
/// page shows whether it goes on; what else the page has to say, such as footnotes and notes, is put in front
/// of it then, so that its words stay in one range.
struct BodyBuilder {
  /// Where a piece of a row went: for the boxes of a range.
  struct Span: Hashable {
    /// Offset in the text.
    var start: Int
    var count: Int
    var page: Int
    /// The range of the page's own text that was copied.
    var layout: Range<Int>
  }

  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var pages: [Page] = []
  private(set) var findings: [Finding] = []
  private(set) var spans: [Span] = []
  private let keepsSpans: Bool

  private var open: Block?
  private var last: BodyRow?
  private var asides: [Aside] = []
  private var tableRow: (table: Int, row: Int) = (0, 0)
  private var tables = 0
  /// The first row of the table that was read last.
  private var tableHead: [UInt8] = []

  struct Aside {
    var block: Block
    var text: [UInt8]
    var spans: [Span]
  }

  init(keepsSpans: Bool) { self.keepsSpans = keepsSpans }

  /// Whether a paragraph waits for the next page to go on.
  func isWaiting(for row: BodyRow?) -> Bool {
    guard open != nil, let last, let row else { return false }
    return RowJoint.joins(last, row)
  }

  // MARK: Pages

  /// Begins a page; `first` is its first row of running text.
  mutating func begin(_ page: Page, first: BodyRow?) {
    let goesOn = isWaiting(for: first)
    place(asides, beforeOpen: goesOn)
    asides = []
    if goesOn {
      join(first?.text.isEmpty == false)
    } else {
      close()
      separate(wide: true)
    }
    endPage()
    var page = page
    page.bytes = text.count..<text.count
    pages.append(page)
    joinsNext = goesOn
  }

  private var joinsNext = false

  private mutating func endPage() {
    guard let index = pages.indices.last else { return }
    pages[index].bytes = pages[index].bytes.lowerBound..<text.count
  }

  /// Closes everything; the text ends with an empty line, so that another may follow.
  mutating func finish() {
    place(asides, beforeOpen: false)
    asides = []
    close()
    separate(wide: true)
    endPage()
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  // MARK: Rows

  mutating func add(_ row: BodyRow, in layout: PageLayout, bodySize: Int) {
    if row.shape.isEmpty, row.row.table == 0 {
      // A bare ">" is the empty line of a quotation.
      close()
      last = nil
      return
    }
    if row.row.table != 0 {
      addCells(row, in: layout)
      return
    }
    if open != nil, let last, joinsNext || RowJoint.joins(last, row) {
      if !joinsNext { join(true) }
      joinsNext = false
      copy(row, from: row.shape.quoteDepth > 0 ? row.shape.start : 0, in: layout)
      extend()
    } else {
      joinsNext = false
      let isWide = last.map { isGap($0, row) } ?? true
      close()
      separate(wide: isWide)
      let start = text.count
      copy(row, from: 0, in: layout)
      open = block(for: row, bytes: start..<text.count, bodySize: bodySize)
    }
    last = row
  }

  /// What stands apart from the running text of its page: a footnote, a comment.
  mutating func addAside(_ block: Block, text: [UInt8], rows: [BodyRow] = [], in layout: PageLayout? = nil) {
    var spans: [Span] = []
    if keepsSpans {
      var offset = 0
      for row in rows {
        for cell in row.row.cells {
          spans.append(Span(start: offset, count: cell.bytes.count, page: row.page, layout: cell.bytes))
          offset += cell.bytes.count + 1
        }
      }
    }
    asides.append(Aside(block: block, text: text, spans: spans))
  }

  private func isGap(_ above: BodyRow, _ below: BodyRow) -> Bool {
    guard above.page == below.page, above.row.run == below.row.run else { return true }
    let distance = above.distance(to: below)
    return distance < 0 || distance * 10 > max(above.column.pitch, below.row.size) * 14
  }

  // MARK: Text

  private mutating func copy(_ row: BodyRow, from start: Int, in layout: PageLayout) {
    if keepsSpans {
      var offset = -start
      for cell in row.row.cells {
        let from = max(0, -offset)
        if from < cell.bytes.count {
          let range = (cell.bytes.lowerBound + from)..<cell.bytes.upperBound
          spans.append(
            Span(start: text.count + offset + from, count: range.count, page: row.page, layout: range))
        }
        offset += cell.bytes.count + 1
      }
    }
    text.append(contentsOf: row.text[min(start, row.text.count)...])
  }

  /// Prepares the end of the open paragraph for the next line.
  private mutating func join(_ hasNext: Bool) {
    guard hasNext else { return }
    // A soft hyphen is there only for the end of a line.
    if text.count >= 2, text[text.count - 1] == 0xAD, text[text.count - 2] == 0xC2 {
      text.removeLast(2)
      return
    }
    // A hyphen at the end of a line may belong to the word or not: it is kept, and the word is not torn
    // apart.
    if last?.shape.endsWithHyphen ?? false { return }
    if text.last != 0x20 { text.append(0x20) }
  }

  private mutating func extend() {
    guard var block = open else { return }
    block.bytes = block.bytes.lowerBound..<text.count
    open = block
  }

  private mutating func close() {
    if var block = open, !block.bytes.isEmpty {
      // Large letters alone make no heading of a text with sentences.
      let isLong =
        block.bytes.count > 200
        || block.bytes.count > 60 && text[block.bytes.upperBound - 1] == UInt8(ascii: ".")
      if block.kind == .heading, isLong { (block.kind, block.level) = (.paragraph, 0) }
      blocks.append(block)
    }
    open = nil
  }

  private mutating func separate(wide: Bool) {
    guard !text.isEmpty, let page = pages.last else { return }
    // The first row of a page follows the line breaks that the page before ended with.
    if text.count == page.bytes.lowerBound, text.last == 0x0A { return }
    if text.last != 0x0A { text.append(0x0A) }
    if wide, text.count >= 2, text[text.count - 2] != 0x0A { text.append(0x0A) }
  }

  private mutating func addCells(_ row: BodyRow, in layout: PageLayout) {
    let goesOn = goesOnOverPage(row)
    if goesOn, row.text == tableHead, !pages.isEmpty {
      // The head of a table, printed again on every page that it runs over.
      pages[pages.count - 1].furniture.append(String(decoding: row.text, as: UTF8.self))
      last = row
      return
    }
    let isNew =
      !goesOn
      && (last.map { $0.page != row.page || $0.row.table != row.row.table || $0.row.run != row.row.run }
        ?? true)
    close()
    separate(wide: isNew)
    if isNew {
      tableHead = row.text
      tables += 1
      tableRow = (tables, 0)
    }
    tableRow.row += 1
    let rowStart = text.count
    for (column, group) in row.row.groups.enumerated() where !group.isEmpty {
      if text.count > rowStart { text.append(0x09) }
      let start = text.count
      for cell in group {
        if text.count > start { text.append(0x20) }
        if keepsSpans {
          spans.append(Span(start: text.count, count: cell.bytes.count, page: row.page, layout: cell.bytes))
        }
        text.append(contentsOf: layout.text[cell.bytes])
      }
      let place = Block.Cell(table: tableRow.table, row: tableRow.row, column: column + 1)
      blocks.append(Block(.cell, start..<text.count, page: row.page, cell: place))
    }
    last = row
  }

  /// Whether a drawn table that the page before ended with goes on at the top of this one.
  private func goesOnOverPage(_ row: BodyRow) -> Bool {
    guard let last, let above = last.row.grid, let own = row.row.grid, last.page + 1 == row.page,
      pages.last.map({ $0.number == row.page && $0.bytes.lowerBound == text.count }) ?? false
    else { return false }
    return above.grid.goesOn(in: own.grid)
  }

  private func block(for row: BodyRow, bytes: Range<Int>, bodySize: Int) -> Block {
    let shape = row.shape
    if shape.quoteDepth > 0 {
      return Block(
        shape.isHeaderLabel ? .messageHeader : .quoted, bytes, page: row.page, level: shape.quoteDepth)
    }
    if shape.isHeaderLabel { return Block(.messageHeader, bytes, page: row.page) }
    if let level = headingLevel(of: row, bodySize: bodySize) {
      return Block(.heading, bytes, page: row.page, level: level)
    }
    if shape.marker != .none {
      let level = 1 + max(0, min(5, (row.row.box.left - row.column.left) / 180))
      return Block(.listItem, bytes, page: row.page, level: level)
    }
    return Block(.paragraph, bytes, page: row.page)
  }

  /// By size and weight against the body, or by weight and number; nil for running text.
  private func headingLevel(of row: BodyRow, bodySize: Int) -> Int? {
    guard !row.shape.isRule, !row.shape.isLabel || row.row.size * 10 >= bodySize * 12, row.text.count <= 200
    else { return nil }
    if row.row.size * 10 >= bodySize * 15 { return 1 }
    if row.row.size * 100 >= bodySize * 115 { return 2 }
    guard row.row.isBold, row.text.last != UInt8(ascii: ","), row.text.last != UInt8(ascii: ".") else {
      return nil
    }
    return 3
  }

  // MARK: Asides

  private mutating func place(_ asides: [Aside], beforeOpen: Bool) {
    guard !asides.isEmpty else { return }
    guard beforeOpen, let block = open, let page = pages.last, block.bytes.lowerBound >= page.bytes.lowerBound
    else {
      close()
      for aside in asides {
        separate(wide: true)
        append(aside)
      }
      return
    }
    let start = block.bytes.lowerBound
    let tail = Array(text[start...])
    let tailSpans = spans.filter { $0.start >= start }
    text.removeLast(tail.count)
    spans.removeLast(tailSpans.count)
    for aside in asides {
      append(aside)
      text.append(contentsOf: [0x0A, 0x0A])
    }
    let moved = text.count - start
    text.append(contentsOf: tail)
    spans += tailSpans.map {
      Span(start: $0.start + moved, count: $0.count, page: $0.page, layout: $0.layout)
    }
    open?.bytes = (start + moved)..<text.count
  }

  private mutating func append(_ aside: Aside) {
    let start = text.count
    text.append(contentsOf: aside.text)
    var block = aside.block
    block.bytes = start..<text.count
    if !block.bytes.isEmpty { blocks.append(block) }
    spans += aside.spans.map {
      Span(start: $0.start + start, count: $0.count, page: $0.page, layout: $0.layout)
    }
  }
}
