package import DaybookCore

/// The parties of a case, and which name is whose.
package struct ResolvedParties: Sendable {
  /// In order of the names by which they are compared.
  package let parties: [Party]
  /// Aliases that were left alone, in order.
  package let ambiguous: [AmbiguousAlias]
  private let byKey: [String: Int]
  private let bySpelling: [String: Int]

  init(parties: [Party], byKey: [String: Int], bySpelling: [String: Int], ambiguous: [AmbiguousAlias]) {
    self.parties = parties
    self.byKey = byKey
    self.bySpelling = bySpelling
    self.ambiguous = ambiguous
  }

  /// The party that goes by this name; nil for a name that was never added.
  package func party(named name: String) -> Party? {
    (bySpelling[name] ?? byKey[PartyNames.key(name)]).map { parties[$0] }
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
