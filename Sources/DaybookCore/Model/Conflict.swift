/// Two or more places of the record that a reader should hold against each other.
///
/// Computed, never a finding of fact: `statement` is worded neutrally, and each side stands with its own
/// words.
package struct Conflict: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Conflict>

  /// Source: `specs/dpia.md` section 3 for `order`; the others are our own.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// One says it was, the other that it was not.
    case polarity
    /// What should come later came first.
    case order
    /// One event, two dates.
    case dates
    /// A first contact that the record shows at another time.
    case start
    /// One paper under labels that do not fit each other.
    case version
    /// Numbers that should agree and do not.
    case numbers
    /// How often something is done, said in several ways.
    case frequency
  }

  package struct Side: Hashable, Sendable, Codable {
    package var says: String
    package var by: [String]
    package var on: Timex?
    package var evidence: ChronologyEntry.Evidence
    /// The entry that it is told by, where there is one.
    package var entry: Event.ID?
    /// Place of a claim in its document; nil for an entry, which has its own.
    package var anchor: Anchor?

    package init(
      says: String, by: [String], on: Timex?, evidence: ChronologyEntry.Evidence, entry: Event.ID? = nil,
      anchor: Anchor? = nil
    ) {
      self.says = says
      self.by = by
      self.on = on
      self.evidence = evidence
      self.entry = entry
      self.anchor = anchor
    }
  }

  package var id: ID
  package var kind: Kind
  /// True for what is set side by side without a claim that it disagrees: figures that differ, an arithmetic
  /// check.
  package var isNote: Bool
  package var statement: String
  /// Two or more, in the order in which they were said.
  package var sides: [Side]
  /// Higher is shown first.
  package var weight: Int
  package var rule: String

  package init(
    kind: Kind, isNote: Bool = false, statement: String, sides: [Side], weight: Int, rule: String
  ) {
    id = ID(
      of: [kind.rawValue, rule]
        + sides.flatMap { [$0.evidence.sha256, String($0.evidence.bytes.lowerBound), $0.evidence.quote] })
    self.kind = kind
    self.isNote = isNote
    self.statement = statement
    self.sides = sides
    self.weight = weight
    self.rule = rule
  }
}

/// What a reviewer said of a candidate; it is laid over what was computed and never changes it.
package struct Decision: Hashable, Sendable, Codable {
  package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case accepted, dismissed
  }

  /// Id of what was decided on.
  package var subject: String
  package var verdict: Verdict
  package var note: String

  package init(subject: String, verdict: Verdict, note: String = "") {
    self.subject = subject
    self.verdict = verdict
    self.note = note
  }
}

/// Something that the record points to and does not hold: a line of a follow-up list.
package struct FollowUp: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A stretch of time without a paper.
    case silence
    /// A request without an answer.
    case unanswered
    /// A message or letter that is spoken of and not there.
    case missingMessage = "missing-message"
    /// A paper that is named as attached or sent and not there.
    case missingPaper = "missing-paper"
    /// Pages that no entry cites.
    case notCited = "not-cited"
    /// A reference or clause that no paper of the record bears.
    case reference
  }

  package var kind: Kind
  package var text: String
  package var from: CivilDate?
  package var to: CivilDate?
  package var evidence: ChronologyEntry.Evidence?

  package init(
    kind: Kind, text: String, from: CivilDate? = nil, to: CivilDate? = nil,
    evidence: ChronologyEntry.Evidence? = nil
  ) {
    self.kind = kind
    self.text = text
    self.from = from
    self.to = to
    self.evidence = evidence
  }
}
