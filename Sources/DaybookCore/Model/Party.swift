/// A person, role, body or mailbox, with the names it goes by.
package struct Party: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Party>

  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case person, role, body, mailbox
  }

  package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Who did or said it.
    case agent
    /// To whom.
    case recipient
    case mentioned
  }

  package var id: ID
  package var kind: Kind
  /// The name that outputs show.
  package var name: String
  /// Other names and addresses seen, sorted.
  package var aliases: [String]

  package init(kind: Kind, name: String, aliases: [String] = []) {
    id = ID(of: [name])
    self.kind = kind
    self.name = name
    self.aliases = aliases
  }
}

/// Two names of one party, and the words that say so: `Department for Education (“DfE”)`.
package struct Alias: Hashable, Sendable, Codable {
  package var name: String
  package var alias: String
  package var kind: Party.Kind
  package var evidence: Anchor?
  package var rule: String

  package init(name: String, alias: String, kind: Party.Kind, evidence: Anchor?, rule: String) {
    self.name = name
    self.alias = alias
    self.kind = kind
    self.evidence = evidence
    self.rule = rule
  }
}
