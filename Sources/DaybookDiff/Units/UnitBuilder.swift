package import DaybookCore

/// Cuts a document into the units that are matched: a block each, the cells of a table row together.
///
/// Extents begin at the start of the line that a unit's first word stands on, so that "- " and "## " go with
/// their words; the white space behind goes with the unit before it. Words outside all blocks (front matter,
/// a comment in the source) are units of their own, for nothing may be left out of a tiling.
package struct UnitBuilder {
  private let document: Document
  private let end: Int
  private var units: [DiffUnit] = []

  /// The side of a document; `isFileText` says whether its text is the file's own bytes.
  package static func side(_ document: Document, isFileText: Bool) -> VersionSide {
    let end = UnitBuilder.bodyEnd(of: document)
    var builder = UnitBuilder(document, end: end)
    builder.run()
    var side = VersionSide(
      document: document, byteCount: end, isFileText: isFileText, units: builder.units)
    SectionTree.build(&side)
    return side
  }

  private init(_ document: Document, end: Int) {
    self.document = document
    self.end = end
  }

  /// Where what stands beside the text begins: comments, tracked changes and hidden words come last.
  private static func bodyEnd(of document: Document) -> Int {
    guard let last = document.blocks.lastIndex(where: { !isBeside($0) }) else {
      return document.blocks.isEmpty ? document.text.count : 0
    }
    guard let next = document.blocks[(last + 1)...].first else { return document.text.count }
    // The white space in front of it is nobody's.
    var end = next.bytes.lowerBound
    while end > document.blocks[last].bytes.upperBound, Bytes.isBlank(document.text[end - 1]) { end -= 1 }
    return end
  }

  private static func isBeside(_ block: Block) -> Bool {
    switch block.kind {
    case .comment, .deleted, .inserted, .hidden: true
    default: false
    }
  }

  private mutating func run() {
    let blocks = document.blocks
    var index = 0
    var covered = 0
    while index < blocks.count, blocks[index].bytes.lowerBound < end {
      var next = index + 1
      if let cell = blocks[index].cell, blocks[index].kind == .cell {
        while next < blocks.count, let other = blocks[next].cell, blocks[next].kind == .cell,
          other.table == cell.table, other.row == cell.row, blocks[next].bytes.lowerBound < end
        {
          next += 1
        }
      }
      let first = blocks[index].bytes.lowerBound
      let start = lineStart(of: first, notBefore: covered)
      addLoose(covered..<start)
      let last = min(blocks[next - 1].bytes.upperBound, end)
      add(index..<next, from: units.isEmpty ? 0 : start, bytes: first..<max(first, last))
      covered = max(covered, last)
      index = next
    }
    addLoose(covered..<max(covered, end))
    if units.isEmpty, end > 0 {
      units.append(DiffUnit(kind: .other, blocks: 0..<0, extent: 0..<end, bytes: 0..<end))
    }
    close()
  }

  private func lineStart(of place: Int, notBefore floor: Int) -> Int {
    var start = place
    while start > floor, document.text[start - 1] != 0x0A, document.text[start - 1] != 0x0D { start -= 1 }
    if start == floor, floor > 0, !(document.text[floor - 1] == 0x0A) {
      // On the line of the block before: the white space between belongs to that one.
      while start < place, Bytes.isBlank(document.text[start]) { start += 1 }
    }
    return start
  }

  private mutating func add(_ blocks: Range<Int>, from start: Int, bytes: Range<Int>) {
    let block = document.blocks[blocks.lowerBound]
    var unit = DiffUnit(
      kind: UnitBuilder.kind(of: block.kind), blocks: blocks, extent: start..<bytes.upperBound, bytes: bytes,
      level: block.level, label: block.label)
    if unit.kind == .tableRow, let cell = block.cell {
      unit.table = cell.table
      unit.row = cell.row - 1
    }
    if unit.kind == .code { return addCode(unit) }
    units.append(unit)
  }

  /// Code comes in paragraphs too: a listing of a thousand lines is not one thing.
  private mutating func addCode(_ whole: DiffUnit) {
    var part = whole
    var line = whole.bytes.lowerBound
    var start = line
    while line < whole.bytes.upperBound {
      var next = line
      while next < whole.bytes.upperBound, document.text[next] != 0x0A { next += 1 }
      if document.text[line..<next].allSatisfy(Bytes.isBlank), line > start {
        part.bytes = Bytes.trimmed(start..<line, in: document.text)
        if !part.bytes.isEmpty { units.append(part) }
        start = min(next + 1, whole.bytes.upperBound)
        part.extent = start..<start
      }
      line = next + 1
    }
    part.bytes = Bytes.trimmed(start..<whole.bytes.upperBound, in: document.text)
    if !part.bytes.isEmpty { units.append(part) }
  }

  private static func kind(of kind: Block.Kind) -> DiffUnit.Kind {
    switch kind {
    case .heading: .heading
    case .listItem: .listItem
    case .cell: .tableRow
    case .quoted: .quoted
    case .code: .code
    case .footnote: .footnote
    case .header, .footer: .furniture
    case .inserted, .deleted, .hidden, .comment: .other
    case .paragraph, .signature, .redaction, .caption, .messageHeader: .paragraph
    }
  }

  /// Whole lines between two blocks that hold words: one unit for each run of them.
  private mutating func addLoose(_ gap: Range<Int>) {
    var start: Int?
    var last = gap.lowerBound
    var line = gap.lowerBound
    // The rest of the line that the block before stands on is its own.
    if gap.lowerBound > 0 {
      while line < gap.upperBound, document.text[line] != 0x0A { line += 1 }
      line = min(line + 1, gap.upperBound)
    }
    while line < gap.upperBound {
      var next = line
      var hasWords = false
      var isBlank = true
      while next < gap.upperBound, document.text[next] != 0x0A {
        if Bytes.isWord(document.text[next]) { hasWords = true }
        if !Bytes.isBlank(document.text[next]) { isBlank = false }
        next += 1
      }
      if isBlank, let from = start {
        addOther(from..<last)
        start = nil
      } else if hasWords, start == nil {
        start = line
      }
      last = next
      line = min(next + 1, gap.upperBound)
    }
    if let from = start { addOther(from..<last) }
  }

  private mutating func addOther(_ range: Range<Int>) {
    let bytes = Bytes.trimmed(range, in: document.text)
    guard !bytes.isEmpty else { return }
    units.append(
      DiffUnit(
        kind: .other, blocks: 0..<0, extent: (units.isEmpty ? 0 : range.lowerBound)..<bytes.upperBound,
        bytes: bytes))
  }

  /// Each extent goes on to where the next one begins.
  private mutating func close() {
    for index in units.indices {
      let next = index + 1 < units.count ? units[index + 1].extent.lowerBound : end
      units[index].extent = units[index].extent.lowerBound..<next
    }
    numberTables()
  }

  /// Counts tables and rows as a reader does: a table of one column is a frame around text, and a row of
  /// dashes is a line.
  private mutating func numberTables() {
    var columns: [Int: Int] = [:]
    for unit in units {
      guard let table = unit.table else { continue }
      let widest = unit.blocks.compactMap { document.blocks[$0].cell?.column }.max() ?? 0
      columns[table] = max(columns[table] ?? 0, widest)
    }
    var last: (own: Int, number: Int, row: Int)?
    for index in units.indices {
      guard let table = units[index].table else { continue }
      if columns[table] ?? 0 < 2 {
        units[index].kind = .paragraph
        (units[index].table, units[index].row) = (nil, nil)
        continue
      }
      var place = last ?? (own: table, number: 1, row: -1)
      if place.own != table { place = (table, place.number + 1, -1) }
      if units[index].blocks.contains(where: { !isLine(document.blocks[$0].bytes) }) { place.row += 1 }
      (units[index].table, units[index].row) = (place.number, max(0, place.row))
      last = place
    }
  }

  private func isLine(_ bytes: Range<Int>) -> Bool {
    bytes.allSatisfy { [0x2D, 0x3A].contains(document.text[$0]) }
  }
}
