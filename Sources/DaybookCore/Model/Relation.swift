/// A typed edge between two events, documents or parties. Source: `specs/vocabulary.md`, "Relations".
package struct Relation: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case repliesTo = "replies-to"
    case forwards, attaches, quotes, cites
    case versionOf = "version-of"
    case supersedes, withdraws
    case respondsTo = "responds-to"
    case fulfils, corroborates
    case conflictsWith = "conflicts-with"
    case duplicates
    case nearDuplicates = "near-duplicates"
    case memberOf = "member-of"
  }

  package var kind: Kind
  /// Ids of the two ends, as text.
  package var from: String
  package var to: String
  package var evidence: [Anchor]
  package var rule: String

  package init(kind: Kind, from: String, to: String, evidence: [Anchor], rule: String) {
    self.kind = kind
    self.from = from
    self.to = to
    self.evidence = evidence
    self.rule = rule
  }
}
