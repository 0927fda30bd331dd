/// Papers that are versions of one document, in order, with what changed from each to the next.
package struct VersionFamily: Hashable, Sendable, Codable {
  package typealias ID = Identifier<VersionFamily>

  /// Made from the ids of its documents.
  package var id: ID
  package var title: String
  /// Why these are versions of one document, one reason a line.
  package var why: [String]
  /// Oldest first.
  package var versions: [FamilyVersion]
  /// From each version to the next.
  package var steps: [VersionDiff]
  /// What does not fit together in the family as a whole.
  package var findings: [VersionFinding]

  package init(
    title: String, why: [String], versions: [FamilyVersion], steps: [VersionDiff] = [],
    findings: [VersionFinding] = []
  ) {
    id = ID(of: versions.map { $0.copies.first?.document.text ?? "" }.sorted())
    self.title = title
    self.why = why
    self.versions = versions
    self.steps = steps
    self.findings = findings
  }
}

/// One version of a family: the file that is compared, and others that say the same.
package struct FamilyVersion: Hashable, Sendable, Codable {
  /// A file with these words.
  package struct Copy: Hashable, Sendable, Codable {
    package var document: Document.ID
    package var path: String
    /// Other paths with the same bytes.
    package var alsoAt: [String]

    package init(document: Document.ID, path: String, alsoAt: [String] = []) {
      self.document = document
      self.path = path
      self.alsoAt = alsoAt
    }
  }

  /// The first is the one that is compared.
  package var copies: [Copy]
  /// As the paper names itself: "v1", "Published version"; nil where it does not.
  package var label: String?
  /// When this version came into being, as far as can be known.
  package var when: EventDate
  /// Why it stands where it stands, the strongest reason first.
  package var why: [String]
  package var identity: VersionIdentity
  /// Messages that carried it.
  package var carriers: [Carrier]

  /// A message with the version attached to it.
  package struct Carrier: Hashable, Sendable, Codable {
    package var document: Document.ID
    package var path: String
    package var sent: Timex?
    package var subject: String?
    /// How the message calls it, and where in the message's text.
    package var name: String?
    package var bytes: Range<Int>?

    package init(
      document: Document.ID, path: String, sent: Timex?, subject: String?, name: String? = nil,
      bytes: Range<Int>? = nil
    ) {
      self.document = document
      self.path = path
      self.sent = sent
      self.subject = subject
      self.name = name
      self.bytes = bytes
    }
  }

  package init(
    copies: [Copy], label: String?, when: EventDate, why: [String], identity: VersionIdentity,
    carriers: [Carrier] = []
  ) {
    self.copies = copies
    self.label = label
    self.when = when
    self.why = why
    self.identity = identity
    self.carriers = carriers
  }

  package var path: String { copies.first?.path ?? "" }
}
