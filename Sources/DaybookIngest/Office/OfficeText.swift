import DaybookCore

/// Gathers what an office file holds, by where it goes: the running text first, then what stands beside it.
///
/// Order of the blocks: body; footnotes and endnotes; headers, footers; comments; deleted words; inserted
/// words; hidden words. What was inserted is part of the body as it reads and stands a second time among the
/// inserted words, with author and date, for blocks cannot overlap.
struct OfficeText {
  private var builder = DocumentBuilder()
  private var notes: [(Block, [UInt8])] = []
  private var headers: [(Block, [UInt8])] = []
  private var footers: [(Block, [UInt8])] = []
  private var comments: [(Block, [UInt8])] = []
  private var deleted: [(Block, [UInt8])] = []
  private var inserted: [(Block, [UInt8])] = []
  private var hidden: [(Block, [UInt8])] = []
  private var seenFurniture: Set<[UInt8]> = []

  /// Appends a paragraph. A bullet or number that its writer typed goes into the label, as those do that the
  /// program makes.
  mutating func addBody(_ block: Block, _ words: [UInt8]) {
    guard block.label == nil, [.paragraph, .cell, .heading].contains(block.kind) else {
      builder.add(block, words)
      return
    }
    let inner = Blank.trimmed(0..<words.count, in: words)
    guard let marker = ListMarker.read(words, inner), block.kind != .heading || !marker.isBullet else {
      builder.add(block, words)
      return
    }
    var block = block
    block.label = marker.label
    if block.kind == .paragraph {
      block.kind = .listItem
      block.level = max(block.level, 1)
    }
    builder.add(block, Array(words[(inner.lowerBound + marker.length)...]))
  }

  mutating func addNote(_ block: Block, _ words: [UInt8]) { notes.append((block, words)) }
  mutating func addComment(_ block: Block, _ words: [UInt8]) { comments.append((block, words)) }

  mutating func addHidden(_ words: [UInt8]) {
    if !words.isEmpty { hidden.append((Block(.hidden, 0..<0), words)) }
  }

  /// A running header or footer, once: first, even and odd pages often have the same.
  mutating func addFurniture(_ kind: Block.Kind, _ words: [UInt8]) {
    guard seenFurniture.insert(words).inserted else { return }
    if kind == .header {
      headers.append((Block(.header, 0..<0), words))
    } else {
      footers.append((Block(.footer, 0..<0), words))
    }
  }

  mutating func addChange(isDeletion: Bool, author: String?, date: Timex?, _ words: [UInt8]) {
    if isDeletion {
      deleted.append((Block(.deleted, 0..<0, author: author, date: date), words))
    } else {
      inserted.append((Block(.inserted, 0..<0, author: author, date: date), words))
    }
  }

  /// Text and blocks; `widths` are the columns of each table: a table of one column is only a frame around
  /// paragraphs.
  func finish(headerRows: [Int: Set<Int>], widths: [Int: Int]) -> (text: [UInt8], blocks: [Block]) {
    var builder = self.builder
    for (block, words) in notes + headers + footers + comments + deleted + inserted + hidden {
      builder.add(block, words)
    }
    builder.mapBlocks { block in
      guard let cell = block.cell, block.kind == .cell, widths[cell.table] ?? 1 <= 1 else { return block }
      var block = block
      block.kind = block.label == nil ? .paragraph : .listItem
      block.cell = nil
      return block
    }
    return (builder.text, TableHeadings.assigned(builder.blocks, in: builder.text, headerRows: headerRows))
  }

  /// The first heading, where the file does not say its title elsewhere.
  var firstHeading: String? {
    builder.blocks.first { $0.kind == .heading }.map {
      String(decoding: builder.text[$0.bytes], as: UTF8.self)
    }
  }
}
