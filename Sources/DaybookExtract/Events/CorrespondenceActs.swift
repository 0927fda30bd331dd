import DaybookCore

/// What a message or a letter does by its own words: asks, answers, promises, refuses, apologises; of the
/// date it was sent.
struct CorrespondenceActs {
  let rule: String
  /// Words beyond which a sentence is a list or a quotation, not one act.
  private static let mostWords = 90
  /// Acts of one paper without dates of their own. Source: issue 6, at most six events a message.
  private static let mostActs = 5
  /// Acts of one sentence: "Sorry for the delay; the notes are attached, and I will call you."
  private static let mostOfSentence = 3

  func read(_ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList) {
    guard statement.tokens.count <= Self.mostWords, events.acts(ofPaper: passage.paper) < Self.mostActs,
      !Notices.isNotice(passage)
    else { return }
    let paper = reading.papers[passage.paper]
    if isAttribution(passage.bytes(of: statement.tokens), paper, reading.document.text) { return }
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    let acts = SaidActFinder(casting: casting, events: events).acts()
    for act in acts.prefix(Self.mostOfSentence) where events.acts(ofPaper: passage.paper) < Self.mostActs {
      events.add(draft(act, casting, paper))
      events.countAct(ofPaper: passage.paper)
    }
  }

  /// "On Tue, 15 Feb 2022 at 09:41, Anna Smith wrote:": the header of what is quoted, and no act beside it.
  private func isAttribution(_ sentence: Range<Int>, _ paper: Paper, _ text: [UInt8]) -> Bool {
    if let header = paper.header?.bytes, header.overlaps(sentence) { return true }
    let bytes = text[sentence.clamped(to: 0..<text.count)]
    return bytes.count < 400
      && ["wrote:", "writes:"].contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private func draft(_ act: SaidAct, _ casting: Casting, _ paper: Paper) -> EventDraft {
    let writers = casting.reading.writers(casting.passage)
    let quote = Quoting.bytes(
      casting.passage,
      Quoting.tokens(casting.passage, casting.statement, at: act.token, sharesSentence: false))
    var draft = EventDraft(
      kind: act.kind, modality: act.modality, when: sent(paper), quote: quote, summary: "", rule: rule,
      context: paper.context)
    if act.isPast { draft.when = notAfter(draft.when) }
    // The words of the writer say "we" and "you"; those of others name them.
    var isSpoken = true
    var agents = writers
    if case .others(let others) = act.doer {
      agents = others
      isSpoken = others == writers && !others.isEmpty
    }
    draft.parties = casting.participations(
      agents: agents, recipients: act.recipients ?? paper.addressees, quote: quote)
    draft.object = act.object
    draft.summary =
      isSpoken ? SpokenSummary(casting: casting).line(of: draft) : Summary.line(casting.reading, quote: quote)
    return draft
  }

  private func sent(_ paper: Paper) -> EventDate {
    guard let written = paper.written else { return .undated }
    return EventDate(
      timex: written.when, basis: paper.isMessage ? .header : .relative, text: written.text,
      why: ["said in the \(paper.context ?? "paper that bears this date")"])
  }

  private func notAfter(_ when: EventDate) -> EventDate {
    guard let timex = when.timex, let last = timex.latest else { return when }
    return EventDate(
      timex: Timex(earliest: nil, latest: CivilMoment(last.date), grain: .day, modifier: .onOrBefore),
      basis: .relative, kind: when.kind,
      text: when.text, why: when.why + ["in the past tense: on that day or before"])
  }
}
