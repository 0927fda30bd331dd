import DaybookCore

/// An entry of a list of dated entries: what its first sentence says, on the date that leads it.
///
/// Shape: one main event an entry, with the words from the date to the end of the sentence; what further
/// sentences say without a date of their own is of the same date; "already sent" is of that date or before.
/// An entry without a date is kept in its place and dated by its neighbours where both agree. Other dates
/// inside the entry are left to `dated-clause`.
struct ListEntryEvents: EventRule {
  let name = "list-entry"
  let examples: [EventExample] = [
    .reads(
      "- «3 May 2021 The Council writes to the Home Office with questions.»\n- «5 May 2021 The Home Office asks the Council to wait.»",
      as: "sent 2021-05-03 the Council → Home Office", "asked 2021-05-05 Home Office → the Council"),
    .reads(
      "- «1 June 2020 DfE sends Ofsted the report.»\n- «Ofsted thanks DfE for it.»\n- «1 June 2020 DfE tells schools.»",
      as: "sent 2020-06-01 Department for Education → Ofsted", "statement 2020-06-01 Ofsted",
      "told 2020-06-01 Department for Education → schools"),
    .ignores("- forename\n- surname\n- date of birth"),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, let statements) = unit, let run = passage.run,
      let first = statements.first
    else { return }
    let leading = leadingDate(passage)
    var end = first
    // "9 February. The ICO wrote" has its date in a sentence of its own.
    if let leading, statements.count > 1, passage.dates[leading].last >= first.tokens.upperBound - 2 {
      end = statements[1]
    }
    let main = first.tokens.lowerBound..<end.tokens.upperBound
    let statement = end
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    let quote = Quoting.bytes(passage, main)
    var draft = EventDraft(kind: .statement, when: .undated, quote: quote, summary: "", rule: name)
    if let leading {
      let date = passage.dates[leading]
      draft.when = EventDate(
        timex: date.reading.when, basis: date.reading.basis,
        text: Excerpt.line(reading.document.text, date.bytes), why: date.reading.why)
    }
    var agents: [PartyReading] = []
    var recipients: [PartyReading] = []
    if let index = mainPredicate(statement, leading.map { passage.dates[$0] }) {
      let predicate = statement.predicates[index]
      draft.kind = predicate.kind
      draft.modality = predicate.modality
      (agents, recipients) = casting.cast(index)
      draft.object = casting.object(of: index)
    } else if let subject = passage.parties.first(where: {
      statement.tokens.contains($0.first) && $0.first <= statement.tokens.lowerBound + 6
    }) {
      agents = reading.parties(for: subject, in: passage)
    }
    if agents.isEmpty || recipients.isEmpty { complete(&agents, &recipients, passage, statements, reading) }
    if draft.kind == .signedOff { draft.when.kind = .signed }
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
    draft.summary = Summary.line(reading, quote: quote, leadingDate: leading.map { passage.dates[$0].bytes })
    draft.context = reading.papers[passage.paper].context
    draft.entry = (run, passage.block)
    // A sentence with dates of its own further on is told by them.
    if leading != nil || statement.dates.isEmpty { events.add(draft) }
    if let leading { events.takeDate(passage.dates[leading].bytes) }
    readEarlier(passage, statement, casting, into: &events)
    readFurther(
      passage, statements.filter { $0.tokens.lowerBound >= end.tokens.upperBound }, reading, into: &events)
  }

  /// The date that the entry starts with.
  private func leadingDate(_ passage: Passage) -> Int? {
    guard let date = passage.dates.first, date.first <= 2 else { return nil }
    return 0
  }

  /// The first verb that is not part of a relative or subordinate clause.
  private func mainPredicate(_ statement: Statement, _ date: PassageDate?) -> Int? {
    let start = date.map { $0.last + 1 } ?? statement.tokens.lowerBound
    return statement.predicates.firstIndex { $0.verb >= start && !$0.isInfinitive }
  }

  /// A party that the main clause leaves out is taken from a note in brackets of the same entry: "(DfE
  /// informs ICO …)".
  private func complete(
    _ agents: inout [PartyReading], _ recipients: inout [PartyReading], _ passage: Passage,
    _ statements: [Statement],
    _ reading: Reading
  ) {
    for statement in statements {
      for index in statement.predicates.indices {
        let verb = statement.predicates[index]
        guard verb.row.recipient == .object, isInBrackets(passage, verb.verb) else { continue }
        let (others, theirs) = Casting(passage: passage, statement: statement, reading: reading).cast(index)
        if recipients.isEmpty, !agents.isEmpty, others == agents { recipients = theirs }
      }
    }
  }

  private func isInBrackets(_ passage: Passage, _ token: Int) -> Bool {
    var at = token - 1
    while at >= 0, token - at < 40 {
      if passage.tokens[at].kind == .closeBracket { return false }
      if passage.tokens[at].kind == .openBracket { return true }
      at -= 1
    }
    return false
  }

  /// "a copy of the comms already sent to schools": done by then.
  private func readEarlier(
    _ passage: Passage, _ statement: Statement, _ casting: Casting, into events: inout EventList
  ) {
    for index in statement.predicates.indices {
      let verb = statement.predicates[index]
      guard verb.isReduced, passage.tokens[verb.first].is(.already), verb.first < verb.verb else { continue }
      let clause = statement.clauses[statement.clause(of: verb.verb)]
      let start = max(clause.lowerBound, verb.first - 3)
      let finder = RoleFinder(
        tokens: passage.tokens, sentence: statement.tokens, parties: passage.parties,
        partyAt: passage.partyAt,
        predicates: statement.predicates)
      let roles = finder.roles(of: index)
      let stop = roles.recipients.last.map { passage.parties[$0].last + 1 } ?? verb.last + 1
      var first = start
      while first < verb.first, passage.tokens[first].is([.preposition, .conjunction]) { first += 1 }
      let quote = passage.bytes(of: first..<max(stop, verb.last + 1))
      let (agents, recipients) = casting.cast(index)
      var draft = EventDraft(kind: verb.kind, when: .undated, quote: quote, summary: "", rule: name)
      draft.followsEntry = (passage.block, true)
      draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
      draft.summary = Summary.line(casting.reading, quote: quote)
      events.add(draft)
    }
  }

  /// Sentences behind the first that hold an act and no date.
  private func readFurther(
    _ passage: Passage, _ statements: [Statement], _ reading: Reading, into events: inout EventList
  ) {
    // Paragraphs of prose with dates in several sentences: those without one may be of any of them.
    let isProse = statements.contains { !$0.dates.isEmpty }
    for statement in statements where statement.dates.isEmpty {
      if passage.tokens[statement.tokens.lowerBound].hash == Self.no { continue }
      let casting = Casting(passage: passage, statement: statement, reading: reading)
      guard
        let index = statement.predicates.firstIndex(where: {
          $0.row.standsAlone && $0.modality != .required && $0.modality != .denied
            && !isInBrackets(passage, $0.verb)
        })
      else { continue }
      let verb = statement.predicates[index]
      let quote = Quoting.bytes(
        passage,
        Quoting.tokens(
          passage, statement, at: verb.verb, sharesSentence: passage.bytes(of: statement.tokens).count > 120))
      let (agents, recipients) = casting.cast(index)
      var draft = EventDraft(
        kind: verb.kind, modality: verb.modality, when: .undated, quote: quote, summary: "", rule: name)
      if verb.modality != .planned, !isProse { draft.followsEntry = (passage.block, false) }
      draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
      draft.summary = Summary.line(reading, quote: quote)
      events.add(draft)
    }
  }

  private static let no = Hash.of("no")
}
