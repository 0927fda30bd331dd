import DaybookCore

/// What a message or a letter does by its own words: asks, answers, promises, refuses, apologises; of the date it was sent.
struct CorrespondenceActs {
  let rule: String
  /// Acts of one paper's sentence: a sentence that asks twice asks once.
  private static let mostWords = 90

  func read(_ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList) {
    guard statement.tokens.count <= Self.mostWords else { return }
    let sentence = passage.bytes(of: statement.tokens)
    if events.isTaken(sentence) { return }
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    let paper = reading.papers[passage.paper]
    guard let index = statement.predicates.firstIndex(where: { counts($0, casting) }) else { return }
    let verb = statement.predicates[index]
    var (agents, recipients) = casting.cast(index)
    if verb.isImperative || isQuestion(casting) {
      agents = reading.writers(passage)
      recipients = paper.addressees
    }
    let quote = Quoting.bytes(passage, Quoting.tokens(passage, statement, at: verb.verb, sharesSentence: false))
    var draft = EventDraft(
      kind: kind(verb, casting), modality: verb.modality, when: sent(paper), quote: quote, summary: "", rule: rule)
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
    draft.summary = Summary.line(reading, quote: quote, agent: nil)
    draft.context = paper.context
    events.add(draft)
  }

  private func sent(_ paper: Paper) -> EventDate {
    guard let written = paper.written else { return .undated }
    return EventDate(
      timex: written.when, basis: paper.isMessage ? .header : .relative, text: written.text,
      why: ["said in the \(paper.context ?? "paper that bears this date")"])
  }

  private func isQuestion(_ casting: Casting) -> Bool {
    let tokens = casting.passage.tokens[casting.statement.tokens]
    guard let mark = tokens.last(where: { $0.kind != .closeQuote && $0.kind != .closeBracket }), mark.kind == .stop else { return false }
    return casting.reading.document.text[mark.start] == UInt8(ascii: "?")
  }

  private func kind(_ verb: Predicate, _ casting: Casting) -> EventKind {
    if verb.isImperative || isQuestion(casting) {
      let asksToStop = casting.statement.predicates.contains { $0.kind == .askedToPause }
        || casting.passage.tokens[verb.verb].is(.pause)
      return asksToStop ? .askedToPause : .asked
    }
    return verb.kind
  }

  /// An act of the writer, or of another known party that is the main verb of what the paper tells.
  private func counts(_ verb: Predicate, _ casting: Casting) -> Bool {
    if verb.isReduced || verb.modality == .denied && !isQuestion(casting) { return false }
    if verb.isImperative || isQuestion(casting) { return verb.modality != .alleged }
    let clause = casting.statement.clauses[casting.statement.clause(of: verb.verb)]
    for at in clause.lowerBound..<verb.first {
      let token = casting.passage.tokens[at]
      if token.kind == .word, token.is([.subordinator, .relative]), !token.is(.determiner), verb.kind != .promised { return false }
    }
    return verb.row.standsAlone || verb.kind == .promised || verb.kind == .received && verb.isPerfect
  }
}
