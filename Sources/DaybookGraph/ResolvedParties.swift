package import DaybookCore

/// The parties of a case, and which name is whose.
package struct ResolvedParties: Sendable {
  /// In order of the names by which they are compared.
  package let parties: [Party]
  /// Aliases that were left alone, in order.
  package let ambiguous: [AmbiguousAlias]
  private let byKey: [String: Int]
  private let bySpelling: [String: Int]
  /// Indices of the bodies that people write for.
  private let bodies: [Int: Membership]
  private let reasonsByParty: [Int: [Reason]]

  /// Which body a person writes for, and the message that shows it.
  struct Membership: Sendable {
    var body: Int
    var evidence: Anchor?
  }

  /// Why a name is a party's.
  package struct Reason: Hashable, Sendable {
    package var alias: String
    package var rule: String
    package var evidence: Anchor?
  }

  init(
    parties: [Party], byKey: [String: Int], bySpelling: [String: Int], ambiguous: [AmbiguousAlias],
    bodies: [Int: Membership] = [:], reasons: [Int: [Reason]] = [:]
  ) {
    self.bodies = bodies
    reasonsByParty = reasons
    self.parties = parties
    self.byKey = byKey
    self.bySpelling = bySpelling
    self.ambiguous = ambiguous
  }

  /// The party that goes by this name; nil for a name that was never added.
  package func party(named name: String) -> Party? {
    (bySpelling[name] ?? byKey[PartyNames.key(name)]).map { parties[$0] }
  }

  /// The body that a person writes for, where the case shows one.
  package func body(of party: Party) -> Party? {
    (byKey[PartyNames.key(party.name)]).flatMap { bodies[$0] }.map { parties[$0.body] }
  }

  /// "member-of", in order of the members.
  package var memberships: [Relation] {
    bodies.sorted { $0.key < $1.key }.map { member, found in
      Relation(
        kind: .memberOf, from: parties[member].id.text, to: parties[found.body].id.text,
        evidence: found.evidence.map { [$0] } ?? [], rule: "writes-for")
    }
  }

  /// Why each other name of a party is its own, in order of the names.
  package func reasons(of party: Party) -> [Reason] {
    byKey[PartyNames.key(party.name)].flatMap { reasonsByParty[$0] } ?? []
  }

  /// The parties of an event under the names that outputs show; in front of a person who acts for a body and is
  /// named alone, that body.
  package func complete(_ parties: [Participation]) -> [Participation] {
    var resolved = parties.map(resolve)
    for role in [Party.Role.agent, .recipient] {
      let own = resolved.filter { $0.role == role }
      guard !own.isEmpty, !own.contains(where: { $0.kind == .body }) else { continue }
      for part in own where part.kind == .person {
        guard let person = party(named: part.name), let body = body(of: person),
          !resolved.contains(where: { $0.name == body.name && $0.role != .mentioned }),
          let place = resolved.firstIndex(of: part)
        else { continue }
        resolved.removeAll { $0.name == body.name && $0.role == .mentioned }
        resolved.insert(
          Participation(name: body.name, kind: .body, role: role), at: min(place, resolved.count))
      }
    }
    return resolved
  }

  /// An event with its parties as the case knows them.
  ///
  /// What a writer says the reader will do by a date is a date set for the reader.
  package func settled(_ event: Event) -> Event {
    var event = event
    event.parties = complete(event.parties)
    guard event.kind == .promised, event.modality == .planned, event.assertion.message != nil else {
      return event
    }
    let agents = Set(event.parties.filter { $0.role == .agent && $0.kind == .body }.map(\.name))
    if !agents.isEmpty, agents.isDisjoint(with: bodies(event.assertion.by)),
      !agents.isDisjoint(with: bodies(event.assertion.to))
    {
      event.kind = .deadline
    }
    return event
  }

  /// The bodies among names, and those that the people among them write for.
  private func bodies(_ names: [String]) -> Set<String> {
    Set(
      names.flatMap { name -> [String] in
        guard let party = party(named: name) else { return [name] }
        return [party.name] + (body(of: party).map { [$0.name] } ?? [])
      })
  }

  /// The participation under the name that outputs show.
  package func resolve(_ participation: Participation) -> Participation {
    guard let party = party(named: participation.name) else { return participation }
    return Participation(name: party.name, kind: party.kind, role: participation.role)
  }
}

/// A short name that the papers give to several parties, which is therefore a party of its own.
package struct AmbiguousAlias: Hashable, Sendable {
  package var alias: String
  /// Sorted.
  package var names: [String]
}
