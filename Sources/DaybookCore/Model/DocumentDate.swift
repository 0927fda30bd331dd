/// A date that belongs to a document as a whole.
package struct DocumentDate: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case sent, received, dated, signed, effective, published, captured, created, modified, deadline, mentioned
  }

  package var kind: Kind
  package var when: Timex
  package var basis: DateBasis
  /// The words that give it, or the name of the property.
  package var text: String
  /// Where those words stand; nil for a property of the file.
  package var bytes: Range<Int>?

  package init(kind: Kind, when: Timex, basis: DateBasis, text: String, bytes: Range<Int>? = nil) {
    self.kind = kind
    self.when = when
    self.basis = basis
    self.text = text
    self.bytes = bytes
  }
}

/// How a date is known. Source: `specs/vocabulary.md`, "Basis of a date".
package enum DateBasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// The text gives all of it.
  case explicit
  /// Its year or month comes from the context.
  case inferred
  /// Counted from another date.
  case relative
  /// From its neighbours in a list.
  case position
  /// From a message header.
  case header
  /// From a property of the file.
  case property
}
