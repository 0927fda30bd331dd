/// Something that a party said it would do, with what became of it in the record.
///
/// Nothing here says that a promise was broken: `notMet` means that the record itself speaks against it, and
/// `notInRecord` that it goes on past the due date without a word of it.
package struct Promise: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Promise>

  package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case met
    case metLate = "met-late"
    case notMet = "not-met"
    case notInRecord = "not-in-record"
    /// The record ends before the due date, or the promise has none.
    case open
  }

  package var id: ID
  /// The entry that makes it.
  package var entry: Event.ID
  package var by: [String]
  package var to: [String]
  package var made: Timex?
  /// Nil for a promise without a date.
  package var due: Timex?
  package var text: String
  package var outcome: Outcome
  /// The entry that keeps it.
  package var kept: Event.ID?
  package var keptOn: CivilDate?
  /// Entries that speak against it.
  package var against: [Event.ID]
  /// How the outcome was found, one step a line.
  package var why: [String]
  package var evidence: [ChronologyEntry.Evidence]

  package init(
    entry: Event.ID, by: [String], to: [String], made: Timex?, due: Timex?, text: String, outcome: Outcome,
    kept: Event.ID? = nil, keptOn: CivilDate? = nil, against: [Event.ID] = [], why: [String],
    evidence: [ChronologyEntry.Evidence]
  ) {
    id = ID(of: [entry.text, "promise"])
    self.entry = entry
    self.by = by
    self.to = to
    self.made = made
    self.due = due
    self.text = text
    self.outcome = outcome
    self.kept = kept
    self.keptOn = keptOn
    self.against = against
    self.why = why
    self.evidence = evidence
  }
}

/// A date that the law sets, worked out from a dated act: computed, not a finding.
package struct Clock: Hashable, Sendable, Codable {
  /// Name of the row in the table of clocks: "foi-answer".
  package var name: String
  /// What it is, in words: "answer to a request under the Freedom of Information Act".
  package var what: String
  /// The law, with section.
  package var source: String
  /// The entry that starts it.
  package var entry: Event.ID
  package var starts: CivilDate
  package var due: CivilDate
  package var why: [String]
  package var evidence: [ChronologyEntry.Evidence]

  package init(
    name: String, what: String, source: String, entry: Event.ID, starts: CivilDate, due: CivilDate,
    why: [String], evidence: [ChronologyEntry.Evidence]
  ) {
    self.name = name
    self.what = what
    self.source = source
    self.entry = entry
    self.starts = starts
    self.due = due
    self.why = why
    self.evidence = evidence
  }
}
