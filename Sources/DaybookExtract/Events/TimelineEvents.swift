import DaybookCore

/// A sentence below a date that stands on a line of its own, in a timeline: what happened on that date.
///
/// Both places are evidence: the sentence, and the line with the date.
struct TimelineEvents: EventRule {
  let name = "timeline"
  let examples: [EventExample] = [
    .reads(
      "3 May 2021\n\n«The Home Office publishes the report.»\n\n5 May 2021\n\n«Ofsted asks schools to wait.»\n\n9 May 2021\n\n«Nobody replies.»\n\n11 May 2021\n\n«It ends.»",
      as: "published 2021-05-03 Home Office", "asked 2021-05-05 Ofsted → schools", "statement 2021-05-09",
      "stopped 2021-05-11"),
    .ignores("3 May 2021\n\nOne thing.\n\nAnother thing."),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, let statements) = unit, let head = passage.head else { return }
    for statement in statements where tells(statement, passage) && statement.tokens.count >= 3 {
      let casting = Casting(passage: passage, statement: statement, reading: reading)
      let quote = Quoting.bytes(passage, Quoting.trimmed(passage, statement.tokens))
      let words = Excerpt.line(reading.document.text, head.bytes)
      var draft = EventDraft(
        kind: .statement,
        when: EventDate(
          timex: head.reading.when, basis: head.reading.basis, text: words,
          why: head.reading.why + ["the line \"\(words)\" above it"]),
        quote: quote, summary: "", rule: name, context: reading.papers[passage.paper].context)
      draft.further = [head.bytes]
      if movesOn(statement, passage) {
        draft.when = EventDate(
          timex: nil, basis: nil, why: ["later or earlier than the line \"\(words)\" above it"])
      }
      var agents: [PartyReading] = []
      var recipients: [PartyReading] = []
      if let index = statement.predicates.firstIndex(where: {
        !$0.isReduced && MainClause.holds($0, passage, statement)
      }) {
        draft.kind = statement.predicates[index].kind
        draft.modality = statement.predicates[index].modality
        (agents, recipients) = casting.cast(index)
        if draft.kind == .refused, Courts.decide(agents) { draft.kind = .decided }
      }
      draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
      draft.summary = Summary.line(reading, quote: quote)
      events.add(draft)
    }
  }

  /// "Two days later, …", "The next day": not on the date above, and the words were not settled.
  private func movesOn(_ statement: Statement, _ passage: Passage) -> Bool {
    statement.tokens.prefix(5).contains { Self.moves.contains(passage.tokens[$0].hash) }
  }

  private static let moves: Set<UInt64> = Set(
    ["later", "earlier", "next", "following", "previous", "afterwards"].map { Hash.of($0) })

  /// Not what has a date of its own in front, nor what somebody writes about himself or about today: that is
  /// a post, not a timeline.
  private func tells(_ statement: Statement, _ passage: Passage) -> Bool {
    if let first = statement.dates.first, passage.dates[first].first <= statement.tokens.lowerBound + 1 {
      return false
    }
    return !statement.tokens.contains {
      let token = passage.tokens[$0]
      return token.is(.firstPerson) || Self.deictic.contains(token.hash)
    }
  }

  private static let deictic: Set<UInt64> = Set(
    ["our", "my", "your", "you", "yesterday", "today", "tomorrow", "now", "ago", "please"].map { Hash.of($0) }
  )
}
