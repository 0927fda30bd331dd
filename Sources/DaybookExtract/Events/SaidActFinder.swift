import DaybookCore

/// Finds the acts of one sentence of a message or a letter: what it asks, the set phrases, the verbs of the table, what
/// the writer does in words of no table, and what is told of others. One of each kind, in their order.
struct SaidActFinder {
  let casting: Casting
  let events: EventList

  private static let doneBySaying: Set<EventKind> = [.withdrawn, .refused, .apologised, .complained]
  /// What somebody without a known name may have done and is still worth an entry.
  private static let worthTelling: Set<EventKind> = [
    .decided, .refused, .announced, .published, .apologised, .asked, .askedToPause, .told, .complained,
    .withdrawn,
  ]

  func acts() -> [SaidAct] {
    let (passage, statement) = (casting.passage, casting.statement)
    let text = casting.reading.document.text
    let said = SaidSentence(passage: passage, tokens: statement.tokens, text: text, reading: casting.reading)
    var acts: [SaidAct] = []
    func add(_ act: SaidAct) {
      if !acts.contains(where: { $0.kind == act.kind }) { acts.append(act) }
    }
    let request = Requests.find(passage, statement.tokens, text)
    if let request { add(SaidAct(kind: request.kind, token: request.token)) }
    for phrase in PhraseActTable.all(passage.tokens, statement.tokens) where isOwn(phrase.token, phrase.kind)
    {
      add(SaidAct(kind: phrase.kind, token: phrase.token))
    }
    for index in statement.predicates.indices where counts(statement.predicates[index]) {
      if let act = act(ofVerb: index) { add(act) }
    }
    if !casting.reading.writers(passage).isEmpty {
      for own in OwnWords.all(said) where isFree(own.kind, own.token) {
        add(SaidAct(kind: own.kind, token: own.token, modality: own.kind == .promised ? .planned : .happened))
      }
    }
    for act in HandingOver.all(said)
      + [MeetingWords.first(said), ReportedWords.first(said)].compactMap({ $0 })
    where isFree(act.kind, act.token) {
      add(act)
    }
    if let token = forInformation(said), acts.isEmpty, !events.isTaken(passage.bytes(of: statement.tokens)) {
      add(SaidAct(kind: .told, token: token))
    }
    return settled(acts, request?.token)
  }

  /// What a request asks is not done yet: only what stands in front of it counts beside it.
  private func settled(_ acts: [SaidAct], _ request: Int?) -> [SaidAct] {
    var kept = acts
    if let request {
      kept.removeAll {
        $0.kind != .asked && $0.kind != .askedToPause && $0.kind != .apologised && $0.token >= request
      }
    }
    // "We have received the plan" acknowledges it; once is enough.
    if kept.contains(where: { $0.kind == .received }) { kept.removeAll { $0.kind == .acknowledged } }
    return kept.sorted { ($0.token, $0.kind.rawValue) < ($1.token, $1.kind.rawValue) }
  }

  /// "FYI, our note of yesterday": for the reader to know.
  private func forInformation(_ said: SaidSentence) -> Int? {
    said.tokens.prefix(1).first { said.hash($0) == Self.fyi }
  }

  private static let writing = Hash.of("writing")
  private static let fyi = Hash.of("fyi")

  /// Whether no dated event says it: of the same kind, or of the clause that it stands in.
  private func isFree(_ kind: EventKind, _ token: Int) -> Bool {
    let sentence = casting.passage.bytes(of: casting.statement.tokens)
    let taken = events.kinds(takenFrom: sentence)
    if taken.isEmpty || kind == .apologised { return true }
    if taken.contains(kind) || kind == .promised && taken.contains(.deadline) { return false }
    let clause = casting.statement.clauses[casting.statement.clause(of: token)]
    let isDated = casting.statement.dates.contains { clause.contains(casting.passage.dates[$0].first) }
    return !isDated
  }

  private func act(ofVerb index: Int) -> SaidAct? {
    let (passage, statement) = (casting.passage, casting.statement)
    let verb = statement.predicates[index]
    let writers = casting.reading.writers(passage)
    let (agents, recipients) = casting.cast(index)
    if agents.isEmpty {
      let isDoneToWriter = verb.isPassive && !recipients.isEmpty && recipients == writers
      let isBySomebody =
        !verb.isPassive && (verb.row.standsAlone || verb.kind == .received) && isSubject(verb)
      guard isDoneToWriter || isBySomebody, Self.worthTelling.contains(verb.kind) else { return nil }
    }
    let isWriter = !agents.isEmpty && agents == writers
    // What others must do is a rule, not an act.
    if verb.modality == .required, !isWriter { return nil }
    // A dated act of the same sentence is enough, unless the writer does another thing beside it.
    let taken = events.kinds(takenFrom: passage.bytes(of: statement.tokens))
    let isBesides = isWriter || taken.allSatisfy { $0 == .statement || $0 == .meeting }
    if !taken.isEmpty, !isBesides || !verb.row.standsAlone || taken.contains(verb.kind) { return nil }
    // "I can confirm that a note will be sent": the promise says it all.
    if verb.kind == .told, verb.last + 1 < statement.tokens.upperBound,
      passage.tokens[verb.last + 1].hash == Words.that,
      taken.contains(.promised)
        || statement.predicates.contains(where: { $0.kind == .promised && $0.verb > verb.verb })
    {
      return nil
    }
    var act = SaidAct(
      kind: verb.kind, token: verb.verb, modality: verb.modality, doer: .others(agents),
      recipients: recipients)
    act.object = casting.object(of: index)
    act.isPast = isPast(verb)
    // "We have to withdraw the copy": saying it does it.
    if isWriter, verb.modality == .required, Self.doneBySaying.contains(verb.kind) {
      act.modality = .happened
    }
    return act
  }

  /// Somebody stands in front of the verb whom no table knows: "the source declined", "one has decided".
  private func isSubject(_ verb: Predicate) -> Bool {
    let before = verb.first - 1
    guard casting.statement.tokens.contains(before) else { return false }
    let token = casting.passage.tokens[before]
    if token.kind == .closeBracket { return true }
    // "The meetings confirmed": things and papers do nothing.
    return token.kind == .word && token.info.noun < 0 && !token.is(.paperNoun)
      && !token.is([
        .subordinator, .relative, .conjunction, .preposition, .be, .question, .secondPerson, .firstPerson,
      ])
  }

  /// "We told you": before the letter; "we have told you", "we tell you": as it says so.
  private func isPast(_ verb: Predicate) -> Bool {
    verb.modality == .happened && !verb.isPerfect && !verb.isPresent && !verb.isImperative
      && casting.passage.tokens[verb.verb].info.forms.contains(.past)
  }

  /// A phrase of the writer: no other party is its subject.
  private func isOwn(_ token: Int, _ kind: EventKind) -> Bool {
    let clause = casting.statement.clauses[casting.statement.clause(of: token)]
    let subjects = casting.passage.parties.filter { clause.contains($0.first) && $0.last < token }
    if subjects.contains(where: { $0.stands == .name || $0.stands == .addressee }) { return false }
    // "which is attached": about a thing that is spoken of.
    if token > clause.lowerBound, casting.passage.tokens[token - 1].is(.relative) { return false }
    // "The services have been unable to confirm": somebody whom no table knows.
    guard kind == .refused, token - clause.lowerBound > 3 else { return true }
    return subjects.contains { $0.stands == .author || $0.stands == .other }
  }

  /// An act of the writer, or of another known party that is the main verb of what the paper tells.
  private func counts(_ verb: Predicate) -> Bool {
    // "I can confirm": done by saying it.
    let isOpen = verb.isPossible && !(verb.kind == .told && isOfWriter(verb))
    if verb.isReduced || verb.isImperative || isOpen || verb.isProgressive && !isDoing(verb)
      || verb.modality == .denied || verb.modality == .alleged
    {
      return false
    }
    if events.isVerbTaken(casting.passage.tokens[verb.verb].start) { return false }
    // "I can confirm that a note will be sent": the promise stands in the clause of a telling.
    let isTold =
      verb.kind == .promised
      && casting.statement.predicates.contains { $0.kind == .told && $0.verb < verb.verb }
    // "the dates that we ask you to confirm": asking is done by saying so, wherever it stands.
    let isDone = verb.isPresent && isOfWriter(verb) && (verb.kind == .asked || verb.kind == .askedToPause)
    guard isTold || isDone || MainClause.holds(verb, casting.passage, casting.statement) else { return false }
    if verb.row.standsAlone || verb.kind == .promised { return true }
    if verb.kind == .received, !verb.isPassive, !verb.isPresent { return true }
    guard verb.kind == .received || verb.kind == .sent else { return false }
    return verb.isPerfect || isOfWriter(verb)
  }

  /// "I am attaching", "we are requesting": done by saying it. "I am writing about" is the message itself.
  private func isDoing(_ verb: Predicate) -> Bool {
    casting.passage.tokens[verb.verb].hash != Self.writing
      && (verb.kind == .sent || verb.kind == .asked || verb.kind == .askedToPause) && !verb.row.needsNoun
      && Self.presentBe.contains(casting.passage.tokens[verb.first].hash) && isOfWriter(verb)
  }

  /// Whether "I" or "we" stands right in front of the verb and its helping words.
  private func isOfWriter(_ verb: Predicate) -> Bool {
    if casting.passage.tokens[verb.first].is(.firstPerson) { return true }
    let before = verb.first - 1
    guard casting.statement.tokens.contains(before), casting.passage.partyAt[before] >= 0 else {
      return false
    }
    return casting.passage.parties[Int(casting.passage.partyAt[before])].stands == .author
  }

  private static let presentBe: Set<UInt64> = Set(["am", "are", "i'm", "we're"].map { Hash.of($0) })
}
