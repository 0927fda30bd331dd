import DaybookCore

/// The passages of a document in order, each read when it is asked for.
struct Passages {
  private let document: Document
  private let dates: [Mention]
  private let map: PaperMap
  private let runs: [Int?]
  private let heads: [Int?]
  private let headLines: Set<Int>
  /// Where headers of messages stand, in order: their dates are not statements.
  private let headers: [Range<Int>]

  init(_ document: Document, dates: [Mention], map: PaperMap) {
    self.document = document
    self.dates = dates
    self.map = map
    runs = EntryRuns.runs(in: document, dates: dates)
    headers = map.papers.compactMap { $0.header?.bytes }.sorted { $0.lowerBound < $1.lowerBound }
    heads = TimelineHeads.heads(in: document, dates: dates)
    headLines = Set(heads.compactMap { $0.map { dates[$0].bytes.lowerBound } })
  }

  /// Calls `body` for each passage in order.
  ///
  /// Without a reader neither sentences nor parties are found.
  func each(
    reader: PartyReader?, includesSignatures: Bool = false, _ body: (Passage) -> Void
  ) {
    var place = Place()
    if document.blocks.isEmpty {
      let whole = Block(.paragraph, 0..<document.text.count)
      if let passage = read(whole, 0, reader, &place) { body(passage) }
      return
    }
    for (index, block) in document.blocks.enumerated()
    where block.isBody || includesSignatures && block.kind == .signature {
      if let passage = read(block, index, reader, &place) { body(passage) }
    }
  }

  /// How far the walk has come among the dates and the papers.
  private struct Place {
    var date = 0
    var paper = 0
    var header = 0
  }

  private func read(
    _ block: Block, _ index: Int, _ reader: PartyReader?, _ place: inout Place
  ) -> Passage? {
    let bytes = block.bytes.clamped(to: 0..<document.text.count)
    while place.date < dates.count, dates[place.date].bytes.lowerBound < bytes.lowerBound { place.date += 1 }
    var passage = Passage(
      kind: block.kind, bytes: bytes, block: index, cell: block.cell,
      paper: map.owner(of: bytes.lowerBound, hint: &place.paper))
    Tokenizer.tokens(in: bytes, of: document.text, into: &passage.tokens)
    if passage.tokens.isEmpty { return nil }
    passage.run = index < runs.count ? runs[index] : nil
    if index < heads.count, let head = heads[index], case .date(let reading) = dates[head].value {
      passage.head = (dates[head].bytes, reading)
    }
    placeDates(&passage, &place)
    passage.headsTimeline = passage.dates.first.map { headLines.contains($0.bytes.lowerBound) } ?? false
    guard let reader else { return passage }
    passage.sentences = SentenceSplitter.sentences(
      of: passage.tokens, in: document.text, keepsLines: block.kind == .cell || block.kind == .heading)
    passage.parties = reader.mentions(in: passage.tokens)
    passage.partyAt = [Int32](repeating: -1, count: passage.tokens.count)
    for (number, party) in passage.parties.enumerated() {
      for token in party.first...party.last { passage.partyAt[token] = Int32(truncatingIfNeeded: number) }
    }
    return passage
  }

  private func placeDates(_ passage: inout Passage, _ place: inout Place) {
    var token = 0
    while place.date < dates.count, dates[place.date].bytes.lowerBound < passage.bytes.upperBound {
      let mention = dates[place.date]
      place.date += 1
      while place.header < headers.count, headers[place.header].upperBound <= mention.bytes.lowerBound {
        place.header += 1
      }
      if place.header < headers.count, headers[place.header].overlaps(mention.bytes) { continue }
      guard case .date(let reading) = mention.value else { continue }
      while token < passage.tokens.count, passage.tokens[token].end <= mention.bytes.lowerBound { token += 1 }
      var last = token
      while last + 1 < passage.tokens.count, passage.tokens[last + 1].start < mention.bytes.upperBound {
        last += 1
      }
      guard token < passage.tokens.count else { continue }
      passage.dates.append(PassageDate(first: token, last: last, bytes: mention.bytes, reading: reading))
    }
  }
}
