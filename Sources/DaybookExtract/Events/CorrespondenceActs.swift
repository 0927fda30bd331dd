import DaybookCore

/// What a message or a letter does by its own words: asks, answers, promises, refuses, apologises; of the
/// date it was sent.
struct CorrespondenceActs {
  let rule: String
  /// Words beyond which a sentence is a list or a quotation, not one act.
  private static let mostWords = 90
  /// Acts of one paper without dates of their own. Source: issue 6, at most six events a message.
  private static let mostActs = 5
  private static let doneBySaying: Set<EventKind> = [.withdrawn, .refused, .apologised, .complained]

  func read(_ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList) {
    let paper = reading.papers[passage.paper]
    guard statement.tokens.count <= Self.mostWords, events.acts(ofPaper: passage.paper) < Self.mostActs else {
      return
    }
    if Notices.isNotice(passage) { return }
    let text = reading.document.text
    if isAttribution(passage.bytes(of: statement.tokens), paper, text) { return }
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    var draft: EventDraft
    // The words of the writer say "we" and "you"; those of others name them.
    var isSpoken = true
    if let asked = Requests.kind(passage, statement.tokens, text) {
      draft = self.draft(asked, .happened, statement.tokens.lowerBound, casting, paper)
      draft.parties = casting.participations(
        agents: reading.writers(passage), recipients: paper.addressees, quote: draft.quote)
    } else if let phrase = PhraseActTable.first(passage.tokens, statement.tokens),
      isOwn(phrase.token, phrase.kind, casting)
    {
      draft = self.draft(phrase.kind, .happened, phrase.token, casting, paper)
      draft.parties = casting.participations(
        agents: reading.writers(passage), recipients: paper.addressees, quote: draft.quote)
    } else if let own = own(passage, statement, casting, events) {
      draft = self.draft(own.kind, own.kind == .promised ? .planned : .happened, own.token, casting, paper)
      draft.parties = casting.participations(
        agents: reading.writers(passage), recipients: paper.addressees, quote: draft.quote)
    } else if let index = statement.predicates.firstIndex(where: { counts($0, casting, events) }) {
      let verb = statement.predicates[index]
      let (agents, recipients) = casting.cast(index)
      guard !agents.isEmpty else { return }
      let isWriter = agents == reading.writers(passage)
      // What others must do is a rule, not an act.
      if verb.modality == .required, !isWriter { return }
      // A dated act of the same sentence is enough, unless the writer does another thing beside it.
      if events.isTaken(passage.bytes(of: statement.tokens)), !isWriter || !verb.row.standsAlone { return }
      draft = self.draft(verb.kind, verb.modality, verb.verb, casting, paper)
      if isPast(verb, casting) { draft.when = notAfter(draft.when) }
      draft.parties = casting.participations(agents: agents, recipients: recipients, quote: draft.quote)
      draft.object = casting.object(of: index)
      isSpoken = isWriter
      // "We have to withdraw the copy": saying it does it.
      if isWriter, verb.modality == .required, Self.doneBySaying.contains(verb.kind) {
        draft.modality = .happened
      }
    } else {
      return
    }
    draft.summary =
      isSpoken ? SpokenSummary(casting: casting).line(of: draft) : Summary.line(reading, quote: draft.quote)
    events.add(draft)
    events.countAct(ofPaper: passage.paper)
  }

  /// "On Tue, 15 Feb 2022 at 09:41, Anna Smith wrote:": the header of what is quoted, and no act beside it.
  private func isAttribution(_ sentence: Range<Int>, _ paper: Paper, _ text: [UInt8]) -> Bool {
    if let header = paper.header?.bytes, header.overlaps(sentence) { return true }
    let bytes = text[sentence.clamped(to: 0..<text.count)]
    return bytes.count < 400
      && ["wrote:", "writes:"].contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func draft(
    _ kind: EventKind, _ modality: Modality, _ token: Int, _ casting: Casting, _ paper: Paper
  ) -> EventDraft {
    let quote = Quoting.bytes(
      casting.passage, Quoting.tokens(casting.passage, casting.statement, at: token, sharesSentence: false))
    return EventDraft(
      kind: kind, modality: modality, when: sent(paper), quote: quote, summary: "", rule: rule,
      context: paper.context)
  }

  private func sent(_ paper: Paper) -> EventDate {
    guard let written = paper.written else { return .undated }
    return EventDate(
      timex: written.when, basis: paper.isMessage ? .header : .relative, text: written.text,
      why: ["said in the \(paper.context ?? "paper that bears this date")"])
  }

  /// "We told you": before the letter; "we have told you", "we tell you": as it says so.
  private func isPast(_ verb: Predicate, _ casting: Casting) -> Bool {
    verb.modality == .happened && !verb.isPerfect && !verb.isPresent && !verb.isImperative
      && casting.passage.tokens[verb.verb].info.forms.contains(.past)
  }

  private func notAfter(_ when: EventDate) -> EventDate {
    guard let timex = when.timex, let last = timex.latest else { return when }
    return EventDate(
      timex: Timex(earliest: nil, latest: CivilMoment(last.date), grain: .day, modifier: .onOrBefore),
      basis: .relative, kind: when.kind,
      text: when.text, why: when.why + ["in the past tense: on that day or before"])
  }

  /// An act in the first person, where no verb of the table tells it better.
  private func own(
    _ passage: Passage, _ statement: Statement, _ casting: Casting, _ events: EventList
  ) -> (token: Int, kind: EventKind)? {
    guard let own = OwnWords.first(passage, statement.tokens), !casting.reading.writers(passage).isEmpty,
      own.kind == .apologised || !events.isTaken(passage.tokens[own.token].bytes)
    else { return nil }
    // "We will send", "I asked": the table knows more of them.
    let known = statement.predicates.contains { verb in
      counts(verb, casting, events) && (verb.first <= own.token || verb.kind == own.kind)
    }
    return known ? nil : own
  }

  /// A phrase of the writer: no other party is its subject.
  private func isOwn(_ token: Int, _ kind: EventKind, _ casting: Casting) -> Bool {
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
  private func counts(_ verb: Predicate, _ casting: Casting, _ events: EventList) -> Bool {
    // "I can confirm": done by saying it.
    let isOpen = verb.isPossible && !(verb.kind == .told && isOfWriter(verb, casting))
    if verb.isReduced || verb.isImperative || isOpen || verb.isProgressive && !isDoing(verb, casting)
      || verb.modality == .denied || verb.modality == .alleged
    {
      return false
    }
    if events.isVerbTaken(casting.passage.tokens[verb.verb].start) { return false }
    // "I can confirm that a note will be sent": the promise stands in the clause of a telling.
    let isTold =
      verb.kind == .promised
      && casting.statement.predicates.contains { $0.kind == .told && $0.verb < verb.verb }
    guard isTold || MainClause.holds(verb, casting.passage, casting.statement) else { return false }
    if verb.row.standsAlone || verb.kind == .promised { return true }
    guard verb.kind == .received || verb.kind == .sent else { return false }
    return verb.isPerfect || isOfWriter(verb, casting)
  }

  /// "I am attaching", "we are requesting": done by saying it.
  private func isDoing(_ verb: Predicate, _ casting: Casting) -> Bool {
    (verb.kind == .sent || verb.kind == .asked || verb.kind == .askedToPause) && !verb.row.needsNoun
      && Self.presentBe.contains(casting.passage.tokens[verb.first].hash) && isOfWriter(verb, casting)
  }

  /// Whether "I" or "we" stands right in front of the verb and its helping words.
  private func isOfWriter(_ verb: Predicate, _ casting: Casting) -> Bool {
    if casting.passage.tokens[verb.first].is(.firstPerson) { return true }
    let before = verb.first - 1
    guard casting.statement.tokens.contains(before), casting.passage.partyAt[before] >= 0 else {
      return false
    }
    return casting.passage.parties[Int(casting.passage.partyAt[before])].stands == .author
  }

  private static let presentBe: Set<UInt64> = Set(["am", "are", "i'm", "we're"].map { Hash.of($0) })
}
