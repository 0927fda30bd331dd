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
    case .name: return [PartyReading(name: mention.name, kind: mention.kind)]
    case .author: return QuotedSpeech.speaker(of: mention, in: passage).map { $0 } ?? writers(passage)
    case .addressee: return paper.addressees
    case .other: return agents
    }
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
