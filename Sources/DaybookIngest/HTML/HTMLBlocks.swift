import DaybookCore

/// Makes blocks of the runs of a page; tables that only lay out the page give paragraphs, not cells.
struct HTMLBlocks {
  private let page: HTMLPage
  private var builder = DocumentBuilder()

  init(_ page: HTMLPage) { self.page = page }

  /// Appends a run as a block of this kind; gives its range.
  @discardableResult
  mutating func add(_ run: HTMLPage.Run, as kind: Block.Kind) -> Range<Int>? {
    var block = Block(kind, 0..<0, level: run.level, label: run.label)
    if let cell = run.cell, isData(cell.table - 1), ![.heading, .header, .footer].contains(kind) {
      block.kind = .cell
      block.level = 0
      block.cell = cell
    }
    if block.kind == .paragraph, let lines = typedList(run.words) {
      let ranges = lines.compactMap { builder.add($0.block, $0.words) }
      return ranges.first.flatMap { first in ranges.last.map { first.lowerBound..<$0.upperBound } }
    }
    return builder.add(block, run.words)
  }

  /// Lines of a paragraph that its writer set as a list by hand: two and more begin with a bullet or number.
  /// Nil for any other paragraph.
  private func typedList(_ words: [UInt8]) -> [(block: Block, words: [UInt8])]? {
    guard words.contains(0x0A) else { return nil }
    let lines = words.split(separator: 0x0A).map(Array.init)
    let marked = lines.map { line in (line, ListMarker.read(line, Blank.trimmed(0..<line.count, in: line))) }
    guard marked.count(where: { $0.1 != nil }) >= 2 else { return nil }
    return marked.map { line, marker in
      guard let marker else { return (Block(.paragraph, 0..<0), line) }
      let start = Blank.trimmed(0..<line.count, in: line).lowerBound + marker.length
      return (Block(.listItem, 0..<0, level: 1, label: marker.label), Array(line[start...]))
    }
  }

  /// A table of data has no table, heading or list in it, two rows and two columns, and cells of a size that
  /// one can compare.
  private func isData(_ index: Int) -> Bool {
    let table = page.tables[index]
    if table.isNested || table.holdsBlocks { return false }
    return table.hasHeaderCells || table.rows >= 2 && table.columns >= 2 && table.longestCell <= 1500
  }

  func finish() -> (text: [UInt8], blocks: [Block]) {
    var headerRows: [Int: Set<Int>] = [:]
    for (index, table) in page.tables.enumerated() where !table.headerRows.isEmpty {
      headerRows[index + 1] = table.headerRows
    }
    return (builder.text, TableHeadings.assigned(builder.blocks, in: builder.text, headerRows: headerRows))
  }
}
