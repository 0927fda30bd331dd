/// Something that happened, was planned or was claimed, with the words that say so.
///
/// Shape: `evidence` is never empty; its quote is no more than the sentence or list entry.
package struct Event: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Event>

  package var id: ID
  package var kind: EventKind
  package var modality: Modality
  package var when: EventDate
  /// One line, in the words of the source.
  package var summary: String
  package var parties: [Participation]
  package var evidence: [Anchor]
  /// Name of the rule that made it.
  package var rule: String
  /// Whether the text says it or a rule worked it out.
  package var isStated: Bool
  /// What the document says about itself where this stands: "message of 9 February 2022 10:14".
  package var context: String?
  /// Who says so and when, as far as the paper that holds the words tells.
  package var assertion = Assertion()
  /// What the act is about, in the words of the source: "the DPIA". Nil where no words name it; of a message
  /// that was sent, its subject.
  package var object: String?

  package init(
    kind: EventKind, modality: Modality = .happened, when: EventDate, summary: String,
    parties: [Participation],
    evidence: [Anchor], rule: String, isStated: Bool = true, context: String? = nil
  ) {
    let first = evidence.first
    let id = ID(of: [
      first?.document.text ?? "", String(first?.bytes.lowerBound ?? 0), String(first?.bytes.upperBound ?? 0),
      kind.rawValue, when.timex?.edtf ?? "", when.text, rule,
    ])
    self.init(
      id: id, kind: kind, modality: modality, when: when, summary: summary, parties: parties,
      evidence: evidence, rule: rule, isStated: isStated, context: context)
  }

  /// An event whose id is known; it must be the one that its parts give.
  init(
    id: ID, kind: EventKind, modality: Modality, when: EventDate, summary: String, parties: [Participation],
    evidence: [Anchor], rule: String, isStated: Bool, context: String?
  ) {
    self.id = id
    self.kind = kind
    self.modality = modality
    self.when = when
    self.summary = summary
    self.parties = parties
    self.evidence = evidence
    self.rule = rule
    self.isStated = isStated
    self.context = context
  }
}

/// Who says that something happened, and when they said it: the second of an event's two times.
package struct Assertion: Hashable, Sendable, Codable {
  /// Names of those who write the paper; empty where it does not say.
  package var by: [String]
  /// To whom it is written.
  package var to: [String]
  /// When the paper was written or sent.
  package var on: Timex?
  /// The event that sends the message or letter in which the words stand.
  package var message: Event.ID?

  package init(by: [String] = [], to: [String] = [], on: Timex? = nil, message: Event.ID? = nil) {
    self.by = by
    self.to = to
    self.on = on
    self.message = message
  }
}

/// When an event was, and how that is known.
package struct EventDate: Hashable, Sendable, Codable {
  /// Nil for an event without a date.
  package var timex: Timex?
  package var basis: DateBasis?
  package var kind: DocumentDate.Kind
  /// The words that give the date, as written; empty where there are none.
  package var text: String
  /// How it came about, one step a line.
  package var why: [String]

  package init(
    timex: Timex?, basis: DateBasis?, kind: DocumentDate.Kind = .mentioned, text: String = "",
    why: [String] = []
  ) {
    self.timex = timex
    self.basis = basis
    self.kind = kind
    self.text = text
    self.why = why
  }

  package static let undated = EventDate(timex: nil, basis: nil)
}

/// A party's part in an event.
package struct Participation: Hashable, Sendable, Codable {
  /// As resolved so far: in a document's own events the fullest name there, in a chronology the case's.
  package var name: String
  package var kind: Party.Kind
  package var role: Party.Role

  package init(name: String, kind: Party.Kind, role: Party.Role) {
    self.name = name
    self.kind = kind
    self.role = role
  }
}
