import DaybookCore

/// An act of a known party that the text tells without a date: "The Department declined to pause."
///
/// Only what is said to have happened, or is promised, by the main verb of its clause, with a recipient or an
/// object; never in a subordinate clause. In a message or a letter the act is of its date.
struct UndatedActEvents: EventRule {
  let name = "undated-act"
  let examples: [EventExample] = [
    .reads(
      "«The ICO asked the DfE to pause the collection.»",
      as: "asked-to-pause - Information Commissioner's Office → Department for Education"),
    .reads("«The DfE declined to pause.»", as: "refused - Department for Education"),
    .ignores("If the ICO asked the DfE to pause, we would know."),
    .ignores("The data should be published."),
  ]

  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList) {
    guard case .passage(let passage, let statements) = unit, passage.run == nil, passage.head == nil,
      passage.kind != .heading
    else { return }
    let paper = reading.papers[passage.paper]
    guard paper.kind != .index, paper.kind != .separator else { return }
    for statement in statements {
      if paper.isCorrespondence {
        CorrespondenceActs(rule: name).read(passage, statement, reading, into: &events)
      } else if !statement.predicates.isEmpty {
        readPage(passage, statement, reading, into: &events)
      }
    }
  }

  private func readPage(
    _ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList
  ) {
    let sentence = passage.bytes(of: statement.tokens)
    if events.isTaken(sentence) { return }
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    guard
      let index = statement.predicates.firstIndex(where: {
        !$0.isReduced && MainClause.holds($0, passage, statement)
      })
    else { return }
    let verb = statement.predicates[index]
    guard verb.row.standsAlone, tells(verb) else { return }
    let (agents, recipients) = casting.cast(index)
    guard !agents.isEmpty || verb.kind == .statement,
      isAboutSomebody(agents + recipients, verb, passage, statement)
    else { return }
    guard !recipients.isEmpty || hasObject(passage, verb, statement) else { return }
    let quote = Quoting.bytes(
      passage, Quoting.tokens(passage, statement, at: verb.verb, sharesSentence: false))
    let kind = verb.kind == .refused && Courts.decide(agents) ? .decided : verb.kind
    var draft = EventDraft(
      kind: kind, modality: verb.modality, when: .undated, quote: quote, summary: "", rule: name)
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
    draft.summary = Summary.line(reading, quote: quote)
    draft.context = reading.papers[passage.paper].context
    events.add(draft)
  }

  /// Groups alone make no entry, but for papers that they sign.
  private func isAboutSomebody(
    _ parties: [PartyReading], _ verb: Predicate, _ passage: Passage, _ statement: Statement
  ) -> Bool {
    if parties.contains(where: { $0.kind != .role }) { return true }
    return verb.kind == .statement
      && passage.parties.contains {
        statement.tokens.contains($0.first) && $0.stands == .name && $0.kind != .role
      }
  }

  /// Happened, or firmly announced; a present tense tells a habit.
  private func tells(_ verb: Predicate) -> Bool {
    switch verb.modality {
    case .happened: !verb.isProgressive && !verb.isPresent
    case .planned: verb.kind == .promised || verb.kind == .announced
    default: false
    }
  }

  /// Something behind the verb that it was done to or that was said.
  private func hasObject(_ passage: Passage, _ verb: Predicate, _ statement: Statement) -> Bool {
    let next = verb.last + 1
    return next < statement.tokens.upperBound && passage.tokens[next].kind != .stop
      && passage.tokens[next].kind != .comma
  }
}
