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
  /// What the file records of its own history, in order.
  private(set) var tracked: [TrackedChange] = []
  private var notedComments: [(id: String, comment: VersionComment)] = []
  /// Where the words of each comment begin and end in the text.
  private var commentPlaces: [String: (start: Int, end: Int?)] = [:]

  /// Where words of a paragraph went: `bytes` of the text are what stood in the paragraph from `offset` on.
  struct Placed {
    var bytes: Range<Int>
    var offset: Int

    func place(of other: Range<Int>) -> Range<Int> {
      let start = min(max(bytes.lowerBound, bytes.lowerBound + other.lowerBound - offset), bytes.upperBound)
      let end = min(max(start, bytes.lowerBound + other.upperBound - offset), bytes.upperBound)
      return start..<end
    }
  }

  /// Appends a paragraph. A bullet or number that its writer typed goes into the label, as those do that the
  /// program makes.
  @discardableResult
  mutating func addBody(_ block: Block, _ words: [UInt8]) -> Placed? {
    let inner = Blank.trimmed(0..<words.count, in: words)
    guard block.label == nil, [.paragraph, .cell, .heading].contains(block.kind),
      let marker = ListMarker.read(words, inner), block.kind != .heading || !marker.isBullet
    else {
      return builder.add(block, words).map { Placed(bytes: $0, offset: inner.lowerBound) }
    }
    var block = block
    block.label = marker.label
    if block.kind == .paragraph {
      block.kind = .listItem
      block.level = max(block.level, 1)
    }
    let rest = Blank.trimmed((inner.lowerBound + marker.length)..<words.count, in: words)
    return builder.add(block, Array(words[rest])).map { Placed(bytes: $0, offset: rest.lowerBound) }
  }

  /// Where the next paragraph would begin, white space left aside.
  var end: Int { builder.text.count }

  mutating func addNote(_ block: Block, _ words: [UInt8]) { notes.append((block, words)) }

  /// A paragraph of a comment; those of one comment have one `id`.
  mutating func addComment(id: String, author: String?, date: String?, _ words: [UInt8]) {
    let block = Block(.comment, 0..<0, author: author, date: date.flatMap(PropertyDate.timex))
    comments.append((block, words))
    let text = String(decoding: words[Blank.trimmed(0..<words.count, in: words)], as: UTF8.self)
    if let last = notedComments.last, last.id == id {
      if !text.isEmpty { notedComments[notedComments.count - 1].comment.text += "\n" + text }
    } else {
      notedComments.append((id, VersionComment(author: author, date: date, text: text)))
    }
  }

  /// The first beginning and the first end of a comment's words count.
  mutating func markComment(_ id: String, isStart: Bool, at place: Int) {
    if isStart {
      if commentPlaces[id] == nil, commentPlaces.count < 100_000 { commentPlaces[id] = (place, nil) }
    } else if let known = commentPlaces[id], known.end == nil {
      commentPlaces[id] = (known.start, max(known.start, place))
    }
  }

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

  /// Words that were put in or taken out; `place` is where what was put in stands, nil where it is not in the
  /// text.
  mutating func addChange(_ change: TrackedChange, place: Range<Int>? = nil) {
    var change = change
    change.bytes = place
    tracked.append(change)
    let when = change.date.flatMap(PropertyDate.timex)
    let isDeletion = change.kind == .deletion || change.kind == .moveFrom
    let block = Block(isDeletion ? .deleted : .inserted, 0..<0, author: change.author, date: when)
    if change.text == "¶" { return }
    if isDeletion {
      deleted.append((block, Array(change.text.utf8)))
    } else {
      inserted.append((block, Array(change.text.utf8)))
    }
  }

  /// The comments in their order, each with the words that it is about.
  func finishedComments(in text: [UInt8]) -> [VersionComment] {
    notedComments.map { id, comment in
      guard let place = commentPlaces[id], let end = place.end, end <= text.count else { return comment }
      var comment = comment
      let bytes = Blank.trimmed(place.start..<end, in: text)
      comment.bytes = bytes
      comment.anchor = bytes.isEmpty ? nil : String(decoding: text[bytes], as: UTF8.self)
      return comment
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
