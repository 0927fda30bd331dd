import DaybookCore

/// Tokens that name a party, or stand for one.
struct PartyMention: Hashable, Sendable {
  enum Stands: Hashable, Sendable {
    /// Its own name.
    case name
    /// "we", "I": who writes.
    case author
    /// "you": who is written to.
    case addressee
    /// "they", "it": settled in its sentence.
    case other
  }

  /// First and last token, both included.
  var first: Int
  var last: Int
  /// Empty for "they" and "it", and for a pronoun whose party is not known.
  var name: String
  var kind: Party.Kind
  var stands: Stands = .name
  var rule: String
}
