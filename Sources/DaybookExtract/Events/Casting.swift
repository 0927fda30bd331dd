import DaybookCore

/// The parties of a statement in their roles, and what the verb is, worked out once for all rules.
struct Casting {
  let passage: Passage
  let statement: Statement
  let reading: Reading

  /// Index of the predicate that a date belongs to: the nearest in its clause, the one before it first.
  func predicate(forDateAt token: Int) -> Int? {
    let clause = statement.clauses[statement.clause(of: token)]
    let inside = statement.predicates.indices.filter { clause.contains(statement.predicates[$0].verb) }
    if let before = inside.last(where: { statement.predicates[$0].verb < token }) {
      return isOvertaken(statement.predicates[before], token) ? nil : before
    }
    return inside.first
  }

  /// Whether another verb with a subject of its own stands between an act and a date: "I am asking, as the
  /// office trained them on 3 May".
  private func isOvertaken(_ predicate: Predicate, _ token: Int) -> Bool {
    for at in predicate.last + 1..<max(predicate.last + 1, token) {
      let word = passage.tokens[at]
      guard word.kind == .word, word.endsInED, word.info.act < 0, at > 0 else { continue }
      let before = passage.tokens[at - 1]
      if passage.partyAt[at - 1] >= 0 || before.is([.be, .have, .relative]) && !before.is(.determiner) {
        return true
      }
    }
    return false
  }

  /// Agents and recipients of a predicate, resolved.
  func cast(_ index: Int) -> (agents: [PartyReading], recipients: [PartyReading]) {
    let finder = RoleFinder(
      tokens: passage.tokens, sentence: statement.tokens, parties: passage.parties, partyAt: passage.partyAt,
      predicates: statement.predicates)
    let roles = finder.roles(of: index)
    let predicate = statement.predicates[index]
    var agents = roles.agents.flatMap { resolved($0, before: index, finder) }
    var recipients = roles.recipients.flatMap { resolved($0, before: index, finder) }
    // "I'll send", "we've asked": the subject stands in the helping word.
    if agents.isEmpty, !predicate.isPassive, passage.tokens[predicate.first].is(.firstPerson) {
      agents = reading.writers(passage)
    }
    // "DfE confirmed that a note would be sent": who says so promises it.
    if agents.isEmpty, predicate.kind == .promised, index > 0,
      [.told, .promised].contains(statement.predicates[index - 1].kind)
    {
      agents = finder.roles(of: index - 1).agents.flatMap { resolved($0, before: index - 1, finder) }
      // "the ICO … that it will be sent the paper": who receives it does not send it.
      agents.removeAll { recipients.contains($0) }
    }
    let paper = reading.papers[passage.paper]
    if paper.isCorrespondence {
      // "We will be told by the Mayor": what is done to the writer is not the writer's to promise.
      let isDoneToWriter =
        predicate.isPassive && !recipients.isEmpty && recipients == reading.writers(passage)
      if agents.isEmpty,
        predicate.isImperative || predicate.kind == .promised && predicate.isPassive && !isDoneToWriter
      {
        agents = reading.writers(passage)
      }
      if agents.isEmpty, isSignedByNobody(predicate) { agents = owners(predicate) }
      let speaks = !agents.isEmpty && agents == reading.writers(passage)
      if recipients.isEmpty, speaks, predicate.row.recipient != .none || predicate.kind == .promised {
        recipients = paper.addressees
      }
    }
    recipients.removeAll { agents.contains($0) }
    return (agents, recipients)
  }

  private func resolved(_ mention: Int, before index: Int, _ finder: RoleFinder) -> [PartyReading] {
    let party = passage.parties[mention]
    guard party.stands == .other else { return reading.parties(for: party, in: passage) }
    // "they", "it": who acted in the verb before, or the last party named in front of it; "she" is a person.
    let kind: Party.Kind = Self.personal.contains(passage.tokens[party.first].hash) ? .person : .body
    for earlier in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      let agents = finder.roles(of: earlier).agents.filter {
        // "We asked the Office for it, which it sent": "it" is not "we".
        passage.parties[$0].stands == .name && (kind == .body || passage.parties[$0].kind == .person)
      }
      if !agents.isEmpty { return agents.flatMap { reading.parties(for: passage.parties[$0], in: passage) } }
    }
    let named = passage.parties[..<mention].last {
      $0.first >= statement.tokens.lowerBound && $0.stands == .name && $0.kind == kind
    }
    if let named { return reading.parties(for: named, in: passage) }
    return subjectOfSentenceBefore(kind).map { reading.parties(for: $0, in: passage) } ?? []
  }

  /// Who "it" and "she" are at the head of a sentence: who acted in the one before it, or the only one named there.
  private func subjectOfSentenceBefore(_ kind: Party.Kind) -> PartyMention? {
    let index = passage.sentence(of: statement.tokens.lowerBound)
    guard index > 0 else { return nil }
    let sentence = passage.sentences[index - 1]
    let named = passage.parties.filter {
      sentence.contains($0.first) && $0.stands == .name
        && ($0.kind == kind || kind == .person && $0.rule == "party-role-noun")
    }
    if Set(named.map(\.name)).count == 1 { return named[0] }
    guard let first = named.first else { return nil }
    let before = (sentence.lowerBound..<first.first).filter { !passage.tokens[$0].is([.determiner, .title]) }
    let isGoverned = before.last.map { passage.tokens[$0].is(.preposition) } ?? false
    return isGoverned ? nil : first
  }

  private static let goes: Set<UInt64> = Set(["go", "goes", "went", "gone", "going"].map { Hash.of($0) })
  private static let personal: Set<UInt64> = Set(
    ["he", "she", "him", "her", "he's", "she's", "he'll", "she'll"].map { Hash.of($0) })

  /// "It was signed off today": a passive of the main clause that names nobody at all.
  private func isSignedByNobody(_ predicate: Predicate) -> Bool {
    let isDone =
      predicate.isPassive && !predicate.isReduced
      && [.signedOff, .withdrawn, .published].contains(predicate.kind)
      // "The note went out on 16 February."
      || predicate.kind == .sent && Self.goes.contains(passage.tokens[predicate.verb].hash)
    return isDone && predicate.modality == .happened
      && !passage.parties.contains { statement.tokens.contains($0.first) && $0.stands == .name }
  }

  /// Whose paper it is that a message speaks of without naming anybody: the reader's where it says "your", else the
  /// writer's own, as far as that is a body.
  private func owners(_ predicate: Predicate) -> [PartyReading] {
    let words = passage.tokens[statement.tokens.lowerBound..<predicate.first]
    let isReaders = words.contains { $0.hash == Words.your }
    let owners = isReaders ? reading.papers[passage.paper].addressees : reading.writers(passage)
    return owners.filter { $0.kind == .body }
  }

  /// Agents, recipients, then everybody else named in the quoted words.
  func participations(agents: [PartyReading], recipients: [PartyReading], quote: Range<Int>)
    -> [Participation]
  {
    var parts: [Participation] = []
    func add(_ party: PartyReading, _ role: Party.Role) {
      guard !party.name.isEmpty, !parts.contains(where: { $0.name == party.name }), parts.count < 16 else {
        return
      }
      parts.append(Participation(name: party.name, kind: party.kind, role: role))
    }
    for party in agents { add(party, .agent) }
    for party in recipients { add(party, .recipient) }
    // Groups are parties of what they do and of what is done to them; merely spoken of they say nothing.
    for mention in passage.parties where mention.stands == .name && mention.kind != .role {
      let start = passage.tokens[mention.first].start
      if start >= quote.upperBound { break }
      if start >= quote.lowerBound { add(PartyReading(name: mention.name, kind: mention.kind), .mentioned) }
    }
    return parts
  }
}
