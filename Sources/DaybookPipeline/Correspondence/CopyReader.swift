import DaybookCore
import DaybookGraph
import DaybookIngest
import DaybookStore

/// Takes the papers and the copies of messages out of one document, stretch by stretch.
///
/// A long document comes in stretches that were divided each for itself: what stands at the head of one
/// before its first paper belongs to the last paper of the one before, and so does a chain that goes on.
struct CopyReader {
  private let record: DocumentRecord
  private let path: String
  private let dates: HeaderDates
  /// Copies that enclose the place that has been reached, outermost first, with their ends.
  private var open: [(copy: Int, end: Int)] = []
  /// The copy whose words stood last.
  private var last: Int?
  private var hasPaper = false
  private var order = 0
  private var paper: ComponentDocument.ID?

  private let corrections: PaperCorrections

  /// Whether the places of all fields of a header are wanted; else those alone that relations are shown with.
  private let isWhole: Bool
  private static let shownFields: Set<String> = ["subject", "attachments"]

  init(
    _ record: DocumentRecord, path: String, dates: HeaderDates, settings: CaseSettings, isWhole: Bool = true
  ) {
    self.isWhole = isWhole
    corrections = PaperCorrections(settings, path: path)
    self.record = record
    self.path = path
    self.dates = dates
  }

  mutating func take(_ chunk: Document, at start: Int, into builder: inout CorrespondenceBuilder) {
    if chunk.kind == .message {
      takeNative(chunk, at: start, into: &builder)
      return
    }
    var papers = corrections.corrected(chunk.segments.filter { $0.rule == "paper" }, in: chunk) {
      pages($0, chunk)
    }
    let messages = chunk.segments.filter { $0.rule == "printed-message" }
    if let first = papers.first, start > 0, continuesChain(first, messages, builder) { papers.removeFirst() }
    if start == 0, papers.isEmpty {
      begin(whole(chunk, messages), of: chunk, at: 0, into: &builder)
    } else if start == 0, let first = papers.first, hasWords(chunk.text[..<first.bytes.lowerBound]) {
      var front = Segment(kind: .other, bytes: 0..<first.bytes.lowerBound, rule: "paper")
      front.title = chunk.title
      front.pages = pages(front.bytes, chunk)
      front.evidence = [BoundaryEvidence(.start)]
      begin(front, of: chunk, at: 0, into: &builder)
    }
    if start > 0 { goOn(chunk, at: start, until: papers.first?.bytes.lowerBound, messages, into: &builder) }
    var next = 0
    for message in messages {
      while next < papers.count, papers[next].bytes.lowerBound <= message.bytes.lowerBound {
        begin(papers[next], of: chunk, at: start, into: &builder)
        next += 1
      }
      take(message, of: chunk, at: start, into: &builder)
    }
    while next < papers.count {
      begin(papers[next], of: chunk, at: start, into: &builder)
      next += 1
    }
  }

  func finish(into builder: inout CorrespondenceBuilder) {}

  // MARK: - Papers

  /// A file that is one paper.
  private func whole(_ chunk: Document, _ messages: [Segment]) -> Segment {
    let all = 0..<chunk.text.count
    if let first = messages.first, first.depth == 0, !hasWords(chunk.text[..<first.bytes.lowerBound]) {
      var segment = Segment(
        kind: .emailChain, bytes: all, pages: pages(all, chunk), title: first.title, rule: "paper")
      if let sent = first.header?.sent {
        segment.dates = [
          DocumentDate(
            kind: .sent, when: sent, basis: .header, text: first.header?.sentText ?? "",
            bytes: first.header?.sentBytes)
        ]
      }
      segment.evidence = [BoundaryEvidence(.start)]
      return segment
    }
    var segment =
      Segmenters.wholePaper(chunk, dates: dates)
      ?? Segment(kind: chunk.kind, bytes: all, title: chunk.title, dates: chunk.dates, rule: "paper")
    segment.pages = pages(all, chunk)
    if segment.title == nil { segment.title = chunk.title }
    segment.evidence.append(BoundaryEvidence(.start))
    return segment
  }

  private mutating func begin(
    _ segment: Segment, of chunk: Document, at start: Int, into builder: inout CorrespondenceBuilder
  ) {
    var component = ComponentDocument(
      source: record.id, path: path, kind: segment.kind, title: segment.title,
      bytes: shifted(segment.bytes, start), pages: segment.pages,
      dates: segment.dates.map { date in
        var date = date
        date.bytes = date.bytes.map { shifted($0, start) }
        return date
      }, version: segment.version, evidence: segment.evidence)
    component.opening = opening(of: segment, in: chunk, at: start)
    if component.kind == .emailChain, component.title == nil { component.title = segment.header?.subject }
    // Blank pages between two papers belong to the first.
    if var before = builder.lastPaper, before.source == record.id, let own = before.pages,
      let next = component.pages, next.lowerBound > own.upperBound + 1
    {
      before.pages = own.lowerBound...(next.lowerBound - 1)
      builder.lastPaper = before
    }
    builder.add(component)
    if !segment.entries.isEmpty {
      builder.add(
        segment.entries.map { entry in
          var entry = entry
          entry.bytes = shifted(entry.bytes, start)
          return entry
        }, of: record.id)
    }
    paper = component.id
    hasPaper = true
    order = 0
    open = []
    last = nil
  }

  /// Whether a stretch opens in the middle of a chain: its first paper is known by its header alone, and that
  /// header can be the history of the message before.
  private func continuesChain(_ first: Segment, _ messages: [Segment], _ builder: CorrespondenceBuilder)
    -> Bool
  {
    guard first.kind == .emailChain, first.evidence.count == 1, first.evidence.first?.kind == .headerBlock,
      builder.lastPaper?.kind == .emailChain, builder.lastPaper?.source == record.id,
      let last, let message = messages.first, let older = message.header,
      message.bytes.lowerBound == first.bytes.lowerBound
    else { return false }
    return ChainLink(newer: builder.copy(last).header, older: older) == .continues
  }

  /// What comes before the first paper of a stretch goes on with the paper, and the message, before it.
  private mutating func goOn(
    _ chunk: Document, at start: Int, until end: Int?, _ messages: [Segment],
    into builder: inout CorrespondenceBuilder
  ) {
    let end = end ?? chunk.text.count
    guard end > 0, hasWords(chunk.text[..<end]), var component = builder.lastPaper,
      component.source == record.id
    else { return }
    component.bytes = component.bytes.lowerBound..<max(component.bytes.upperBound, start + end)
    if let own = component.pages, let more = pages(0..<end, chunk) {
      component.pages = own.lowerBound...max(own.upperBound, more.upperBound)
    }
    if component.kind == .dpia, component.signed == nil || component.version == nil,
      let rest = Segmenters.signOff(of: chunk, until: end, dates: dates)
    {
      var rest = rest
      rest.bytes = rest.bytes.map { shifted($0, start) }
      if component.signed == nil { component.dates.append(rest) }
    }
    builder.lastPaper = component
    guard let last else { return }
    let limit = min(end, messages.first { $0.bytes.lowerBound < end }?.bytes.lowerBound ?? end)
    let words = MessageBody.nativeWords(in: Array(chunk.text[..<limit]), from: 0, inner: [])
    let lastPage = words.last.flatMap { pages($0, chunk)?.upperBound }
    builder.extend(
      last, by: words.map { shifted($0, start) }, body: MessageBody.text(words, of: chunk.text),
      to: start + limit, lastPage: lastPage)
    for index in open.indices { open[index].end = max(open[index].end, start + end) }
  }

  // MARK: - Messages

  private mutating func takeNative(
    _ chunk: Document, at start: Int, into builder: inout CorrespondenceBuilder
  ) {
    builder.note(path: path, of: record.id)
    let messages = chunk.segments.filter { $0.rule == "printed-message" }
    if let header = chunk.header, start == 0 {
      var inner: [Range<Int>] = []
      for message in messages where inner.last.map({ message.bytes.lowerBound >= $0.upperBound }) ?? true {
        inner.append(message.bytes)
      }
      let words = MessageBody.nativeWords(in: chunk.text, from: header.bytes?.upperBound ?? 0, inner: inner)
      var named = header
      // One field is enough to lead a reader there.
      named.places = subjectPlace(header, chunk.text).map { [$0] } ?? []
      var native = MessageCopy(
        source: record.id, header: named, bytes: 0..<chunk.text.count, ownWords: words,
        body: MessageBody.text(words, of: chunk.text), isNative: true)
      if inner.isEmpty {
        native.quoted = MessageBody.quotedOnce(in: chunk.text, from: header.bytes?.upperBound ?? 0)
      }
      let copy = builder.add(native)
      open = [(copy, chunk.text.count)]
      order = 1
      last = copy
    }
    for message in messages { take(message, of: chunk, at: start, into: &builder) }
  }

  private mutating func take(
    _ segment: Segment, of chunk: Document, at start: Int, into builder: inout CorrespondenceBuilder
  ) {
    guard var header = segment.header else { return }
    header.bytes = header.bytes.map { shifted($0, start) }
    header.sentBytes = header.sentBytes.map { shifted($0, start) }
    if !isWhole { header.places.removeAll { !CopyReader.shownFields.contains($0.name) } }
    for index in header.places.indices {
      header.places[index].bytes = shifted(header.places[index].bytes, start)
    }
    let bytes = shifted(segment.bytes, start)
    while let top = open.last, top.end <= bytes.lowerBound { open.removeLast() }
    let end = segment.ownWords.last?.upperBound ?? segment.body.lowerBound
    let copy = builder.add(
      MessageCopy(
        source: record.id, paper: paper, header: header, isYearless: segment.isYearless, bytes: bytes,
        ownWords: segment.ownWords.map { shifted($0, start) },
        body: MessageBody.text(segment.ownWords, of: chunk.text),
        pages: pages(segment.bytes.lowerBound..<max(segment.bytes.lowerBound + 1, end), chunk), order: order,
        depth: open.count,
        withheld: Withholding.count(in: chunk.text, segment.header?.bytes, segment.ownWords, header)))
    if let outer = open.last?.copy, builder.copy(outer).quotes == nil { builder.note(outer, quotes: copy) }
    open.append((copy, bytes.upperBound))
    order += 1
    last = copy
  }

  // MARK: - Places

  /// The subject line of a native message as it stands in its text, else its date.
  private func subjectPlace(_ header: MessageHeader, _ text: [UInt8]) -> MessageHeader.FieldPlace? {
    guard let bytes = header.bytes?.clamped(to: 0..<text.count) else { return nil }
    let label = Array("\nSubject: ".utf8)
    if bytes.count > label.count {
      for start in bytes.lowerBound...(bytes.upperBound - label.count)
      where text[start] == 0x0A && text[start..<(start + label.count)].elementsEqual(label) {
        let from = start + label.count
        let end = text[from..<bytes.upperBound].firstIndex(of: 0x0A) ?? bytes.upperBound
        if from < end { return place("subject", from..<end, text) }
      }
    }
    return header.sentBytes.map { place("sent", $0.clamped(to: 0..<text.count), text) }
  }

  private func place(_ name: String, _ bytes: Range<Int>, _ text: [UInt8]) -> MessageHeader.FieldPlace {
    MessageHeader.FieldPlace(name: name, bytes: bytes, words: String(decoding: text[bytes], as: UTF8.self))
  }

  /// The first words of a paper, to lead a reader there.
  private func opening(of segment: Segment, in chunk: Document, at start: Int) -> Anchor? {
    let bytes = segment.bytes.clamped(to: 0..<chunk.text.count)
    guard let from = chunk.text[bytes].firstIndex(where: { $0 > 0x20 }) else { return nil }
    var end = from
    while end < bytes.upperBound, end - from < 160, chunk.text[end] != 0x0A { end += 1 }
    // No letter is cut.
    while end > from + 1, end < chunk.text.count, chunk.text[end] & 0xC0 == 0x80 { end -= 1 }
    while end > from + 1, chunk.text[end - 1] <= 0x20 { end -= 1 }
    return Anchor(
      document: record.id, bytes: (from + start)..<(end + start), page: segment.pages?.lowerBound,
      quote: String(decoding: chunk.text[from..<end], as: UTF8.self))
  }

  private func shifted(_ range: Range<Int>, _ start: Int) -> Range<Int> {
    (range.lowerBound + start)..<(range.upperBound + start)
  }

  private func hasWords(_ text: ArraySlice<UInt8>) -> Bool { text.contains { $0 > 0x20 } }

  private func pages(_ bytes: Range<Int>, _ chunk: Document) -> ClosedRange<Int>? {
    Segmenters.pages(bytes, of: chunk)
  }
}
