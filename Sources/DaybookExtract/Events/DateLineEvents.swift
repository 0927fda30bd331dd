import DaybookCore

/// A line that holds a date and next to nothing else: the date of a post, of an update, of a heading in a
/// timeline.
///
/// Its words are the evidence; the line below it, where that is no date, says what the date is of. Letters
/// and messages have their date from `message-sent`.
struct DateLineEvents: EventRule {
  let name = "date-line"
  let examples: [EventExample] = [
    .reads("«Updated: 6 July 2024»\n\nOur news of the week", as: "published 2024-07-06"),
    .reads("«6 July 2024»\n\nAn end to it", as: "published 2024-07-06"),
    .reads("«06/07/2024 08/09/2024»\n\nHall", as: "statement 2024-07-06"),
    .ignores("On 6 July 2024 the council met in the great hall to speak of the matter."),
  ]
  /// Words beside the date that still leave it a date line: "Latest:", "Last updated on".
  private static let mostWords = 3

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, let statements) = unit, passage.run == nil, passage.cell == nil,
      !passage.dates.isEmpty
    else {
      return
    }
    if passage.headsTimeline {
      for date in passage.dates { events.takeDate(date.bytes) }
      return
    }
    let paper = reading.papers[passage.paper]
    for (place, statement) in statements.enumerated() where !statement.dates.isEmpty {
      let date = passage.dates[statement.dates[0]]
      if events.isDateTaken(date.bytes) { continue }
      let words = statement.tokens.filter {
        passage.tokens[$0].kind == .word && !passage.tokens[$0].is(.preposition)
          && !isDated($0, passage, statement)
      }
      guard words.count <= Self.mostWords,
        !statement.predicates.contains(where: { $0.kind != .published && $0.kind != .told }),
        words.allSatisfy({ isLabel(passage.tokens[$0]) })
      else { continue }
      if paper.isCorrespondence, isPaperDate(date, paper) { continue }
      let quote = passage.bytes(of: statement.tokens)
      let isFigures = words.isEmpty && !reading.document.text[quote].contains { ByteClass.isLetter($0) }
      var draft = EventDraft(
        // Figures alone are a cell of a table that was set without rules.
        kind: isFigures ? .statement : kind(paper, reading),
        when: EventDate(
          timex: date.reading.when, basis: date.reading.basis, kind: isFigures ? .mentioned : .published,
          text: Excerpt.line(reading.document.text, date.bytes),
          why: date.reading.why),
        quote: quote, summary: Excerpt.line(reading.document.text, quote), rule: name, context: paper.context)
      if let below = below(place, statements, passage, reading) {
        draft.summary = Summary.shortened("\(draft.summary) – \(Excerpt.line(reading.document.text, below))")
      }
      draft.parties = reading.writers(passage).map {
        Participation(name: $0.name, kind: $0.kind, role: .agent)
      }
      for index in statement.dates { events.takeDate(passage.dates[index].bytes) }
      events.add(draft)
    }
  }

  /// The next line, in the passage or behind it.
  private func below(_ place: Int, _ statements: [Statement], _ passage: Passage, _ reading: Reading)
    -> Range<Int>?
  {
    if place + 1 < statements.count {
      let bytes = passage.bytes(of: statements[place + 1].tokens)
      return bytes.count <= Quoting.longest ? bytes : nil
    }
    let blocks = reading.document.blocks
    guard passage.block + 1 < blocks.count, blocks[passage.block + 1].isBody else { return nil }
    let bytes = blocks[passage.block + 1].bytes.clamped(to: 0..<reading.document.text.count)
    return bytes.count <= 120 ? bytes : nil
  }

  private func isDated(_ token: Int, _ passage: Passage, _ statement: Statement) -> Bool {
    statement.dates.contains { passage.dates[$0].first <= token && token <= passage.dates[$0].last }
  }

  /// The date at the top of a note of a meeting is that of the meeting.
  private func kind(_ paper: Paper, _ reading: Reading) -> EventKind {
    let title = paper.title ?? reading.document.title ?? ""
    let words = title.lowercased().split(separator: " ")
    if words.contains("minutes") || words.contains("meeting") || words.contains("call")
      || words.contains("note")
    {
      return .meeting
    }
    switch paper.kind {
    case .note: return .meeting
    case .dpia: return .version
    default: return .published
    }
  }

  private func isPaperDate(_ date: PassageDate, _ paper: Paper) -> Bool {
    paper.written.map { $0.bytes?.overlaps(date.bytes) ?? false || $0.when == date.reading.when } ?? false
  }

  private func isLabel(_ token: Token) -> Bool {
    Self.labels.contains(token.hash) || token.is([.adverb, .calendar, .determiner])
  }

  private static let labels: Set<UInt64> = Set(
    [
      "update", "updated", "latest", "published", "posted", "last", "modified", "reviewed", "date", "dated",
      "created", "news", "post", "time", "version",
      "gmt", "bst", "utc", "am", "pm", "to", "at",
    ].map { Hash.of($0) })
}
