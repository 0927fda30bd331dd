import DaybookCore

/// What a rule may know of the document while it reads one passage.
struct Reading: Sendable {
  let document: Document
  let papers: [Paper]
  /// Who "we" is where no header says it.
  let author: PartyReading?

  /// Who a mention stands for. `agents` are those of the verb before it in the sentence, which "they" and
  /// "it" point to.
  func parties(for mention: PartyMention, in passage: Passage, agents: [PartyReading] = []) -> [PartyReading]
  {
    let paper = papers[passage.paper]
    switch mention.stands {
    case .name:
      if mention.rule == "party-role-noun", let body = body(forRoleAt: mention.first, in: passage) {
        return [body]
      }
      return [PartyReading(name: mention.name, kind: mention.kind)]
    case .author: return QuotedSpeech.speaker(of: mention, in: passage).map { $0 } ?? writers(passage)
    case .addressee: return paper.addressees
    case .other: return agents
    }
  }

  /// "the Department" in a letter to or from one; "this office", "this Department": the writer's.
  private func body(forRoleAt token: Int, in passage: Passage) -> PartyReading? {
    let paper = papers[passage.paper]
    guard paper.isCorrespondence else { return nil }
    let word = passage.tokens[token].hash
    func holds(_ party: PartyReading) -> Bool {
      party.kind == .body && PublicBodyRoles.byName[party.name]?.contains(word) == true
    }
    let writers = paper.authors.filter(holds)
    if token > 0, passage.tokens[token - 1].hash == Words.this, let writer = writers.first { return writer }
    let bodies = writers + (paper.addressees + paper.copied).filter { holds($0) && !writers.contains($0) }
    return Set(bodies.map(\.name)).count == 1 ? bodies.first : nil
  }

  /// Who writes a passage.
  func writers(_ passage: Passage) -> [PartyReading] {
    let paper = papers[passage.paper]
    if !paper.authors.isEmpty { return paper.authors }
    // Words quoted in a message are not the sender's.
    if paper.isMessage { return [] }
    return author.map { [$0] } ?? []
  }
}
