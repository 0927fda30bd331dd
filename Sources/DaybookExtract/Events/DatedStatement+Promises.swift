import DaybookCore

extension DatedStatement {
  /// What a promise is depends on who says it: held out by the writer, or reported of the writer or of
  /// somebody else; laid down for the reader it is a deadline.
  func settleSaying(
    _ draft: inout EventDraft, _ agents: inout [PartyReading], _ recipients: inout [PartyReading],
    _ date: PassageDate, _ nounKind: EventKind?, _ paper: Paper
  ) {
    let clause = statement.clauses[statement.clause(of: date.first)]
    if nounKind == nil, draft.kind == .sent || draft.kind == .told, draft.modality == .happened,
      tellsOfPromise(date)
    {
      draft.kind = .promised
    }
    guard paper.isCorrespondence else {
      if nounKind == nil, draft.kind == .statement, isDue(clause, date) {
        draft.kind = .promised
        draft.modality = .planned
      }
      return
    }
    let writers = casting.reading.writers(passage)
    if draft.kind == .statement, nounKind == nil,
      isDue(clause, date) || intends(clause, agents == writers) || holdsOut(clause) && isAhead(date, paper)
    {
      draft.kind = .promised
      draft.modality = .planned
      if agents.isEmpty { agents = writers }
      if recipients.isEmpty { recipients = paper.addressees }
    }
    if draft.kind == .statement, nounKind == nil { settleTold(&draft, &agents, clause) }
    // "that is by 17 June": the date of the promise in front of it.
    if nounKind == nil, draft.kind == .statement || draft.kind == .deadline, agents.isEmpty, isLimit(date),
      let index = statement.predicates.lastIndex(where: { $0.kind == .promised && $0.verb < date.first })
    {
      draft.kind = .promised
      draft.modality = .planned
      (agents, recipients) = casting.cast(index)
    }
    if draft.kind == .promised, agents.isEmpty, nounKind == nil {
      agents = writers.filter { !recipients.contains($0) }
      if recipients.isEmpty { recipients = paper.addressees }
    }
    if draft.kind == .promised, draft.modality == .planned, nounKind == nil, !agents.isEmpty,
      agents.contains(where: { paper.addressees.contains($0) })
        || paper.addressees.isEmpty && !writers.isEmpty && agents.contains(where: { $0.kind == .body }),
      !agents.contains(where: writers.contains),
      isAhead(date, paper), !tellsOfPromise(date)
    {
      draft.kind = .deadline
    }
  }

  /// What is told with the date in words of no table: a meeting, a call, what somebody said.
  private func settleTold(
    _ draft: inout EventDraft, _ agents: inout [PartyReading], _ clause: Range<Int>
  ) {
    let said = SaidSentence(
      passage: passage, tokens: statement.tokens, text: casting.reading.document.text,
      reading: casting.reading)
    let act = [MeetingWords.first(said), ReportedWords.first(said)].compactMap { $0 }.first {
      clause.contains($0.token)
    }
    guard let act else { return }
    draft.kind = act.kind
    draft.modality = act.modality
    if case .others(let others) = act.doer, agents.isEmpty { agents = others }
  }

  /// "I will bring it on the 14th": in words of no table.
  private func holdsOut(_ clause: Range<Int>) -> Bool {
    OwnWords.all(
      SaidSentence(
        passage: passage, tokens: statement.tokens, text: casting.reading.document.text,
        reading: casting.reading)
    ).contains { $0.kind == .promised && clause.contains($0.token) }
  }

  /// "The DPIA is due on Monday."
  private func isDue(_ clause: Range<Int>, _ date: PassageDate) -> Bool {
    (clause.lowerBound..<date.first).contains {
      passage.tokens[$0].hash == Words.due && $0 > clause.lowerBound && passage.tokens[$0 - 1].is(.be)
    }
  }

  /// "We expect to have it on the 14th", of the writer.
  private func intends(_ clause: Range<Int>, _ isOwn: Bool) -> Bool {
    guard let word = clause.first(where: { passage.tokens[$0].is(.intention) }) else { return false }
    // "I expect that the Council will vote": what others do is no promise.
    let next = word + 1
    if next < clause.upperBound,
      passage.tokens[next].is([.relative, .determiner]) || passage.partyAt[next] >= 0
    {
      return false
    }
    return isOwn
      || passage.parties.contains { clause.contains($0.first) && $0.last == word - 1 && $0.stands == .author }
  }

  /// "You wrote on 17 February that it would be online": a promise, told.
  private func tellsOfPromise(_ date: PassageDate) -> Bool {
    guard let verb = verbOfSaying(before: date) else { return false }
    let after = (verb + 1..<min(verb + 13, statement.tokens.upperBound))
    guard let that = after.first(where: { passage.tokens[$0].hash == Words.that }) else { return false }
    return (that + 1..<min(that + 10, statement.tokens.upperBound)).contains {
      passage.tokens[$0].hash == Words.would || passage.tokens[$0].hash == Words.will
    }
  }

  /// The verb of telling or writing that a date belongs to.
  private func verbOfSaying(before date: PassageDate) -> Int? {
    statement.predicates.last { $0.verb < date.first && date.first - $0.verb <= 8 }.flatMap {
      $0.kind == .told || $0.kind == .sent && $0.row.recipient == .preposition ? $0.verb : nil
    }
  }
}
