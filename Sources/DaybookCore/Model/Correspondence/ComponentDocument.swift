/// One paper of a bundle: a letter, a chain of messages, an assessment, in the file that it was handed over in.
///
/// Shape: `bytes` count in the text of `source`; `pages` count from 1, nil where the file has none. A file
/// that is one paper is one component.
package struct ComponentDocument: Hashable, Sendable, Codable {
  package typealias ID = Identifier<ComponentDocument>

  package var id: ID
  package var source: Document.ID
  /// Path of the file in the bundle.
  package var path: String
  package var kind: DocumentKind
  package var title: String?
  package var bytes: Range<Int>
  package var pages: ClosedRange<Int>?
  /// Dates by kind: when it was sent, dated, signed.
  package var dates: [DocumentDate]
  /// As printed, without "version" or "v": "1.1".
  package var version: String?
  package var evidence: [BoundaryEvidence]
  /// Its first words.
  package var opening: Anchor?
  /// Number of the entry of the bundle's index that lists it.
  package var indexEntry: Int?

  package init(
    source: Document.ID, path: String, kind: DocumentKind, title: String? = nil, bytes: Range<Int>,
    pages: ClosedRange<Int>? = nil, dates: [DocumentDate] = [], version: String? = nil,
    evidence: [BoundaryEvidence] = []
  ) {
    id = ID(of: [source.text, String(bytes.lowerBound)])
    self.source = source
    self.path = path
    self.kind = kind
    self.title = title
    self.bytes = bytes
    self.pages = pages
    self.dates = dates
    self.version = version
    self.evidence = evidence
  }

  /// The date that the paper bears: of signing for an assessment, else of sending, else the one that it is
  /// dated with.
  package var date: DocumentDate? {
    let order: [DocumentDate.Kind] =
      kind == .dpia ? [.signed, .dated, .effective, .published] : [.sent, .dated, .signed, .published]
    for kind in order {
      if let date = dates.first(where: { $0.kind == kind }) { return date }
    }
    return nil
  }

  /// The day on which it was signed.
  package var signed: CivilDate? { dates.first { $0.kind == .signed }?.when.earliest?.date }
}
