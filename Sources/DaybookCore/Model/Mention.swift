/// Words that name a date, a party, a paper or a version, and what they were read as.
package struct Mention: Hashable, Sendable, Codable {
  package enum Value: Hashable, Sendable, Codable {
    case date(DateReading)
    case party(PartyReading)
    /// A reference number, a clause, another paper: as written.
    case reference(String)
    /// The label of a version, as written: "v1", "1.1".
    case version(String)
  }

  /// Byte range in the text that was searched.
  package var bytes: Range<Int>
  package var value: Value
  /// Name of the rule that read it.
  package var rule: String

  package init(bytes: Range<Int>, value: Value, rule: String) {
    self.bytes = bytes
    self.value = value
    self.rule = rule
  }
}

/// A date as read from words, with the reasoning.
package struct DateReading: Hashable, Sendable, Codable {
  package var when: Timex
  package var basis: DateBasis
  /// One step a line: the words, the anchor, the arithmetic. Empty for a date that is written out.
  package var why: [String]
  /// Other readings that stay open ("3/2/2022" as month and day), most likely first.
  package var alternatives: [Timex]
  /// The date that it leans on; nil for a date that is written out.
  package var base: Base?
  /// What it is the date of, as far as its place and the words before it say.
  package var kind = DocumentDate.Kind.mentioned

  package init(
    when: Timex, basis: DateBasis, why: [String] = [], alternatives: [Timex] = [], base: Base? = nil
  ) {
    self.when = when
    self.basis = basis
    self.why = why
    self.alternatives = alternatives
    self.base = base
  }

  /// A known date that another one was settled against.
  package struct Base: Hashable, Sendable, Codable {
    /// Where it stands.
    package enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
      /// The document's own date.
      case document = "dct"
      case header
      /// An earlier date of the text.
      case previous
      case heading
    }

    /// EDTF text: "2022-02-17", "2022-02".
    package var value: String
    package var origin: Origin

    package init(value: String, origin: Origin) {
      self.value = value
      self.origin = origin
    }
  }
}

/// A party as named in the text.
package struct PartyReading: Hashable, Sendable, Codable {
  /// The fullest name that the document gives for these words: "ICO" → "Information Commissioner's Office".
  package var name: String
  package var kind: Party.Kind

  package init(name: String, kind: Party.Kind) {
    self.name = name
    self.kind = kind
  }
}
