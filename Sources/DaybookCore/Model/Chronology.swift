/// One line of a chronology: an event with its place, and everything that is known of it.
package struct ChronologyEntry: Hashable, Sendable, Codable {
  /// A piece of evidence with all that is needed to go back to the file.
  package struct Evidence: Hashable, Sendable, Codable {
    /// Path inside the bundle.
    package var source: String
    /// SHA-256 of the file or member, 64 hexadecimal digits.
    package var sha256: String
    /// 1-based; nil where the format has no pages.
    package var page: Int?
    /// UTF-8 bytes in the document's text.
    package var bytes: Range<Int>
    package var quote: String
    /// Other paths with the same bytes.
    package var alsoAt: [String]

    package init(
      source: String, sha256: String, page: Int?, bytes: Range<Int>, quote: String, alsoAt: [String] = []
    ) {
      self.source = source
      self.sha256 = sha256
      self.page = page
      self.bytes = bytes
      self.quote = quote
      self.alsoAt = alsoAt
    }
  }

  package var id: Event.ID
  /// Place in the whole chronology, 1 first; a filter does not change it.
  package var order: Int
  package var when: EventDate
  package var kind: EventKind
  package var modality: Modality
  package var summary: String
  package var parties: [Participation]
  package var evidence: [Evidence]
  package var rule: String
  package var isStated: Bool
  package var context: String?
  /// As in `Event`: who says so and when; `message` is the id of the entry that sends it.
  package var assertion = Assertion()
  package var object: String?

  package init(
    id: Event.ID, order: Int, when: EventDate, kind: EventKind, modality: Modality, summary: String,
    parties: [Participation], evidence: [Evidence], rule: String, isStated: Bool, context: String?
  ) {
    self.id = id
    self.order = order
    self.when = when
    self.kind = kind
    self.modality = modality
    self.summary = summary
    self.parties = parties
    self.evidence = evidence
    self.rule = rule
    self.isStated = isStated
    self.context = context
  }
}

/// A silence longer than expected between two dated entries.
package struct Gap: Hashable, Sendable, Codable {
  package var after: CivilDate
  package var before: CivilDate
  package var days: Int

  package init(after: CivilDate, before: CivilDate) {
    self.after = after
    self.before = before
    days = before.dayNumber - after.dayNumber
  }
}

/// What an output shows: entries in order, and the account of where they come from.
///
/// Entries are not held here: an emitter asks for them as often as it needs, and they may come from the store
/// one by one, so that memory does not grow with the bundle.
package struct Chronology: Sendable {
  package var title: String
  package var bundle: DocumentBundle.ID
  /// Program version that made it: "daybook 0.1.0".
  package var generator: String
  /// IANA name of the zone in which local times are meant.
  package var timeZone: String
  /// The filters in force, in words; empty when everything is shown.
  package var scope: [String]
  package var parties: [Party]
  package var gaps: [Gap]
  package var ledger: Ledger
  package var count: Int
  package var entries: any EntrySequence

  package init(
    title: String, bundle: DocumentBundle.ID, generator: String, timeZone: String = "Europe/London",
    scope: [String] = [],
    parties: [Party], gaps: [Gap], ledger: Ledger, count: Int, entries: any EntrySequence
  ) {
    self.title = title
    self.bundle = bundle
    self.generator = generator
    self.timeZone = timeZone
    self.scope = scope
    self.parties = parties
    self.gaps = gaps
    self.ledger = ledger
    self.count = count
    self.entries = entries
  }
}

/// Entries in order, which can be walked through more than once.
package protocol EntrySequence: Sendable {
  func forEach(_ body: (ChronologyEntry) throws -> Void) throws
}

/// Entries held in memory: for tests and small bundles.
extension [ChronologyEntry]: EntrySequence {}
