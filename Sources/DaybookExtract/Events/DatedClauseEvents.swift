import DaybookCore

/// A sentence or clause of running text that says something with a date.
///
/// Shape: one event for each date; two dates of one clause that read the same are one. The quote is the sentence where it is short and has one date,
/// else the clause. "At which point" points back to the date before it.
struct DatedClauseEvents: EventRule {
  let name = "dated-clause"
  let examples: [EventExample] = [
    .reads("«On 1 February 2022 we wrote to the ICO with concerns.»", as: "sent 2022-02-01 → Information Commissioner's Office"),
    .reads(
      "«The Home Office published it on 3 May 2021», «and Ofsted replied on 7 May 2021.»",
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

  private func read(_ passage: Passage, _ statement: Statement, _ reading: Reading, into events: inout EventList) {
    let casting = Casting(passage: passage, statement: statement, reading: reading)
    let dated = DatedStatement(casting: casting)
    let leadsEntry = passage.run != nil && statement.tokens.lowerBound <= 2
    var used: [(clause: Int, when: Timex)] = []
    for index in statement.dates {
      let date = passage.dates[index]
      if leadsEntry && index == 0 && date.first <= 2 && passage.run != nil { continue }
      let clause = statement.clause(of: date.first)
      if used.contains(where: { $0.clause == clause && $0.when == date.reading.when }) { continue }
      used.append((clause, date.reading.when))
      let shares = statement.dates.count > 1 || leadsEntry
      let quote = Quoting.tokens(passage, statement, at: date.first, sharesSentence: shares)
      let draft = dated.draft(date: index, quote: quote, rule: name)
      events.add(draft)
      readPointBack(passage, statement, casting, draft.when, after: clause, into: &events)
    }
  }

  /// "…, at which point we made our complaint": on the date before it or soon after.
  private func readPointBack(
    _ passage: Passage, _ statement: Statement, _ casting: Casting, _ when: EventDate, after clause: Int, into events: inout EventList
  ) {
    guard clause + 1 < statement.clauses.count, let timex = when.timex, let start = timex.earliest else { return }
    let next = statement.clauses[clause + 1]
    var at = next.lowerBound
    while at < next.upperBound, passage.tokens[at].kind != .word { at += 1 }
    guard at + 2 < next.upperBound, passage.tokens[at].hash == Words.at, passage.tokens[at + 1].hash == Words.which,
      let index = statement.predicates.firstIndex(where: { next.contains($0.verb) })
    else { return }
    let verb = statement.predicates[index]
    let quote = Quoting.bytes(passage, Quoting.trimmed(passage, next))
    let (agents, recipients) = casting.cast(index)
    var draft = EventDraft(
      kind: verb.kind, modality: verb.modality,
      when: EventDate(
        timex: Timex(earliest: start, latest: nil, grain: timex.grain, modifier: .onOrAfter), basis: .relative,
        text: Excerpt.line(casting.reading.document.text, passage.bytes(of: at..<min(at + 3, next.upperBound))),
        why: when.why + ["\"at which point\": on \(when.text) or after"]),
      quote: quote, summary: "", rule: name)
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: quote)
    draft.summary = Summary.line(casting.reading, quote: quote)
    events.add(draft)
  }
}
