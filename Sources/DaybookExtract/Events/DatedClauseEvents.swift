import DaybookCore

/// A sentence or clause of running text that says something with a date.
///
/// Shape: one event for each date; two dates of one clause that read the same are one. The quote is the
/// sentence where it is short and has one date, else the clause. "At which point" points back to the date
/// before it.
struct DatedClauseEvents: EventRule {
  let name = "dated-clause"
  let examples: [EventExample] = [
    .reads(
      "«On 1 February 2022 we wrote to the ICO with concerns.»",
      as: "sent 2022-02-01 → Information Commissioner's Office"),
    .reads(
      "«The Home Office published it on 3 May 2021», and «Ofsted replied on 7 May 2021.»",
      as: "published 2021-05-03 Home Office", "told 2021-05-07 Ofsted"),
    .reads("«Our decision of 4 June 2020 stands.»", as: "decided 2020-06-04"),
    .ignores("Nothing was said of when."),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, let statements) = unit, !passage.dates.isEmpty else { return }
    for statement in statements where !statement.dates.isEmpty {
      read(passage, statement, reading, into: &events)
    }
  }

  private func read(
    _ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList
  ) {
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    var dated = DatedStatement(casting: casting)
    let leadsEntry = passage.run != nil && statement.tokens.lowerBound <= 2
    var used: [(clause: Int, when: Timex)] = []
    for index in statement.dates where !events.isDateTaken(passage.dates[index].bytes) {
      let date = passage.dates[index]
      let clause = statement.clause(of: date.first)
      if used.contains(where: { $0.clause == clause && $0.when == date.reading.when }) { continue }
      used.append((clause, date.reading.when))
      if isYearOfOther(date, passage, statement) { continue }
      let shares = statement.dates.count > 1 || leadsEntry
      let quote = narrowed(
        Quoting.tokens(passage, statement, at: date.first, sharesSentence: shares), index, clause, passage,
        statement, leadsEntry)
      let draft = dated.draft(date: index, quote: quote, rule: name)
      if saysNothing(draft, date, passage, quote, reading) { continue }
      if countsFromAnotherDay(date, passage, statement) { continue }
      if draft.kind == .statement, events.isRepeated(words(passage, quote), draft.when.timex) { continue }
      events.add(draft)
      if let verb = dated.verbStart { events.takeVerb(verb) }
      readPointBack(passage, statement, casting, draft.when, after: clause, into: &events)
    }
  }

  /// "in July of that year": the year only completes the date in front of it.
  private func isYearOfOther(_ date: PassageDate, _ passage: Passage, _ statement: Statement) -> Bool {
    guard date.reading.when.grain == .year, let first = date.reading.when.earliest?.date,
      let last = date.reading.when.latest?.date
    else { return false }
    return statement.dates.contains { other in
      let before = passage.dates[other]
      guard before.last < date.first, date.first - before.last <= 3,
        let start = before.reading.when.earliest?.date, let end = before.reading.when.latest?.date
      else { return false }
      return before.reading.when.grain != .year && first <= start && end <= last
        && passage.tokens[before.last + 1].hash == Words.of
    }
  }

  /// "You wrote on 17 February that it would be online by the end of the month": of the month of the writing, while
  /// the date was counted from that of this paper. No date is better than a wrong one.
  private func countsFromAnotherDay(_ date: PassageDate, _ passage: Passage, _ statement: Statement) -> Bool {
    let tokens = passage.tokens
    // "Residents were told that Friday": a day of the story, not of the writing.
    if date.first > statement.tokens.lowerBound, tokens[date.first - 1].hash == Words.that,
      date.first == date.last, tokens[date.first].is(.calendar), date.reading.basis != .explicit
    {
      return true
    }
    guard date.reading.basis == .relative else { return false }
    return statement.dates.contains { other in
      let earlier = passage.dates[other]
      guard earlier.last < date.first,
        earlier.reading.basis == .explicit || earlier.reading.basis == .inferred,
        let that = (earlier.last + 1..<date.first).prefix(4).first(where: { tokens[$0].hash == Words.that })
      else { return false }
      return (that + 1..<date.first).contains { tokens[$0].hash == Words.would }
    }
  }

  /// What the words of a quote are, numbers apart: a running line of a paper has another page number on each
  /// page.
  private func words(_ passage: Passage, _ quote: Range<Int>) -> UInt64 {
    quote.reduce(Hash.start) { hash, index in
      passage.tokens[index].kind == .word ? (hash ^ passage.tokens[index].hash) &* 0x100_0000_01b3 : hash
    }
  }

  /// A bare date in a letter or in a cell, and "today" or a time of day in a message beside no act: talk, not
  /// a statement.
  private func saysNothing(
    _ draft: EventDraft, _ date: PassageDate, _ passage: Passage, _ quote: Range<Int>, _ reading: Reading
  ) -> Bool {
    let paper = reading.papers[passage.paper]
    // "A reply today, please": the asking itself is of today.
    if draft.kind == .asked, draft.modality == .required, let written = paper.written?.when.latest?.date,
      date.reading.when.latest?.date == written
    {
      return true
    }
    guard draft.kind == .statement else { return false }
    if date.reading.when.grain == .year, isState(passage, quote) { return true }
    guard paper.isCorrespondence || passage.cell != nil else { return false }
    // A running line of a letter: its title and its own date.
    if let written = paper.written?.when.earliest?.date, date.reading.when.earliest?.date == written,
      date.reading.when.latest?.date == written, !quote.contains(where: { isVerb(passage.tokens[$0]) })
    {
      return true
    }
    let hasWords = quote.contains {
      passage.tokens[$0].kind == .word && ($0 < date.first || $0 > date.last)
        && !passage.tokens[$0].is(.preposition)
    }
    if !hasWords { return true }
    guard date.reading.basis != .explicit, let written = paper.written?.when.earliest?.date,
      let day = date.reading.when.earliest?.date,
      date.reading.when.latest?.date == day
    else { return false }
    return day == written
  }

  /// "A register of 2022 is of no use in 2088": how things are, in which a year dates nothing.
  private func isState(_ passage: Passage, _ quote: Range<Int>) -> Bool {
    let tokens = passage.tokens
    guard quote.contains(where: { tokens[$0].is(.be) }) else { return false }
    return !quote.contains { index in
      let token = tokens[index]
      // "its stated purpose": no verb.
      let isAdjective = index > quote.lowerBound && tokens[index - 1].is([.possessive, .determiner])
      return !isAdjective && (token.endsInED || token.info.act >= 0 && token.info.noun < 0)
        || Self.past.contains(token.hash) || token.is([.have, .future])
    }
  }

  private static let past: Set<UInt64> = Set(
    ["was", "were", "had", "did", "been", "became", "made", "took", "came", "went", "gave", "began"].map {
      Hash.of($0)
    })

  private func isVerb(_ token: Token) -> Bool {
    token.kind == .word
      && (token.is([.commonVerb, .be, .have, .future, .duty, .does]) || token.endsInED
        || token.info.act >= 0 && token.info.noun < 0)
  }

  /// The part of a clause that is this date's own, where the clause has more dates than one or hangs on
  /// another statement.
  private func narrowed(
    _ quote: Range<Int>, _ index: Int, _ clause: Int, _ passage: Passage, _ statement: Statement,
    _ leadsEntry: Bool
  ) -> Range<Int> {
    let tokens = passage.tokens
    let date = passage.dates[index]
    // "version of the DPIA sent on 14th": the noun and its participle.
    let participle = statement.predicates.last {
      $0.isReduced && $0.verb < date.first && quote.contains($0.verb) && date.first - $0.last <= 4
    }
    if let participle, leadsEntry || passage.bytes(of: quote).count > 120,
      participle.first - quote.lowerBound > 3
    {
      var start = participle.first - 1
      while start > quote.lowerBound, participle.first - start < 6,
        !tokens[start].is([.determiner, .preposition, .conjunction])
      { start -= 1 }
      if tokens[start].is([.preposition, .conjunction]) { start += 1 }
      return Quoting.trimmed(passage, start..<min(quote.upperBound, date.last + 1))
    }
    var (start, end) = (quote.lowerBound, quote.upperBound)
    let others = statement.dates.filter {
      $0 != index && quote.contains(passage.dates[$0].first)
        && statement.clause(of: passage.dates[$0].first) == clause
    }
    for other in others {
      let place = passage.dates[other]
      if place.first < date.first {
        let cut = (place.last + 1..<max(place.last + 1, date.first)).last { isJoint(tokens[$0]) }
        if let cut { start = max(start, cut + 1) }
      } else {
        let cut = (date.last + 1..<max(date.last + 1, place.first)).first { isJoint(tokens[$0]) }
        if let cut { end = min(end, cut) }
      }
    }
    return start < end ? Quoting.trimmed(passage, start..<end) : quote
  }

  private func isJoint(_ token: Token) -> Bool {
    token.kind == .comma || token.kind == .semicolon || token.kind == .word && token.hash == Words.and
  }

  /// "…, at which point we made our complaint": on the date before it or soon after.
  private func readPointBack(
    _ passage: Passage, _ statement: Statement, _ casting: Casting, _ when: EventDate, after clause: Int,
    into events: inout EventList
  ) {
    guard let timex = when.timex, let start = timex.earliest else { return }
    let tokens = passage.tokens
    let from = statement.clauses[clause].lowerBound
    guard
      let at = (from..<max(from, statement.tokens.upperBound - 3)).first(where: {
        tokens[$0].hash == Words.at && tokens[$0 + 1].hash == Words.which
      }), let index = statement.predicates.firstIndex(where: { $0.verb > at && $0.verb - at < 12 })
    else { return }
    let next = at..<statement.clauses[statement.clause(of: statement.predicates[index].verb)].upperBound
    let verb = statement.predicates[index]
    let quote = Quoting.bytes(passage, Quoting.trimmed(passage, next))
    let (agents, recipients) = casting.cast(index)
    var draft = EventDraft(
      kind: verb.kind, modality: verb.modality,
      when: EventDate(
        timex: Timex(earliest: start, latest: nil, grain: timex.grain, modifier: .onOrAfter),
        basis: .relative,
        text: Excerpt.line(
          casting.reading.document.text, passage.bytes(of: at..<min(at + 3, next.upperBound))),
        why: when.why + ["\"at which point\": on \(when.text) or after"]),
      quote: quote, summary: "", rule: name)
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
    draft.summary = Summary.line(casting.reading, quote: quote)
    events.add(draft)
  }
}
