package import DaybookCore

/// Makes one entry of the events that stand as one.
package struct EntryMaker {
  /// Where a document's file is: its path in the bundle, the hash of its bytes, other paths with the same
  /// bytes.
  package struct Place: Hashable, Sendable {
    package var path: String
    package var sha256: String
    package var alsoAt: [String]

    package init(path: String, sha256: String, alsoAt: [String]) {
      self.path = path
      self.sha256 = sha256
      self.alsoAt = alsoAt
    }
  }

  private let places: [Document.ID: Place]
  private let parties: ResolvedParties

  package init(places: [Document.ID: Place], parties: ResolvedParties) {
    self.places = places
    self.parties = parties
  }

  /// The first event leads: its date, kind, summary and parties stand; the others add evidence, and parties
  /// where it has none.
  ///
  /// Nil where no evidence can be placed, which would be an entry without proof.
  package func entry(order: Int, events: [Event]) -> (entry: ChronologyEntry, parties: [Party.ID])? {
    guard let leader = events.first else { return nil }
    var evidence: [ChronologyEntry.Evidence] = []
    var seen: Set<ChronologyEntry.Evidence> = []
    var participations: [Participation] = []
    var named: Set<Participation> = []
    var roles: Set<Party.Role> = []
    for (index, event) in events.enumerated() {
      for anchor in event.evidence {
        guard let place = places[anchor.document] else { continue }
        let piece = ChronologyEntry.Evidence(
          source: place.path, sha256: place.sha256, page: anchor.page, bytes: anchor.bytes,
          quote: anchor.quote,
          alsoAt: place.alsoAt)
        if seen.insert(piece).inserted { evidence.append(piece) }
      }
      // A copy names the same parties; one that tells it in other words may add roles that those before leave
      // open.
      let added = event.parties.map(parties.resolve).filter { index == 0 || !roles.contains($0.role) }
      for participation in added where named.insert(participation).inserted {
        participations.append(participation)
      }
      roles.formUnion(added.map(\.role))
    }
    guard !evidence.isEmpty else { return nil }
    var entry = ChronologyEntry(
      id: leader.id, order: order, when: leader.when, kind: leader.kind, modality: leader.modality,
      summary: leader.summary, parties: participations, evidence: evidence, rule: leader.rule,
      isStated: leader.isStated, context: leader.context)
    entry.assertion = leader.assertion
    entry.assertion.by = leader.assertion.by.map { parties.party(named: $0)?.name ?? $0 }
    entry.assertion.to = leader.assertion.to.map { parties.party(named: $0)?.name ?? $0 }
    entry.object = leader.object
    return (entry, participations.compactMap { parties.party(named: $0.name)?.id })
  }
}
