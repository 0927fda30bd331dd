/// The text of one source, with the structure that its format gives.
///
/// Its id comes from the bytes of the source alone: the same file under two names is one document.
///
/// Shape: `text` is valid UTF-8 and is what every anchor counts in. `pages` and `blocks` are in order of
/// their byte ranges; blocks do not overlap, pages tile the text. What the text holds as several papers
/// stands in `segments`.
package struct Document: Hashable, Sendable, Codable {
  package typealias ID = Identifier<Document>

  package var id: ID
  package var source: Source
  package var kind: DocumentKind
  /// As the paper, its header or its properties give it.
  package var title: String?
  package var text: [UInt8]
  /// Empty where the format has no pages.
  package var pages: [Page]
  package var blocks: [Block]
  package var segments: [Segment]
  package var header: MessageHeader?
  /// Dates that belong to the document as a whole, by kind; never one in place of another.
  package var dates: [DocumentDate]
  /// As found, in the order found: `("author", "…")`, `("producer", "…")`.
  package var metadata: [MetadataItem]
  package var provenance: Provenance
  package var findings: [Finding]
  /// Changes that an office file records in itself, in their order; what was inserted has its place in `text`.
  package var tracked: [TrackedChange]
  /// What stands beside the text of an office file, with the words that it is about.
  package var comments: [VersionComment]

  package init(
    source: Source, kind: DocumentKind = .other, title: String? = nil, text: [UInt8] = [], pages: [Page] = [],
    blocks: [Block] = [], segments: [Segment] = [], header: MessageHeader? = nil, dates: [DocumentDate] = [],
    metadata: [MetadataItem] = [], provenance: Provenance, findings: [Finding] = [],
    tracked: [TrackedChange] = [], comments: [VersionComment] = []
  ) {
    id = ID(of: [source.id.text])
    self.source = source
    self.kind = kind
    self.title = title
    self.text = text
    self.pages = pages
    self.blocks = blocks
    self.segments = segments
    self.header = header
    self.dates = dates
    self.metadata = metadata
    self.provenance = provenance
    self.findings = findings
    self.tracked = tracked
    self.comments = comments
  }
}

/// What kind of paper a document or a part of it is. Source: `specs/vocabulary.md`, `score_bundle.py
/// --contract`.
package enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
  case coverLetter = "cover-letter"
  case index, separator
  case emailChain = "email-chain"
  case message, letter, note, dpia, webPage = "web-page", log, other
}

/// One page of a document.
package struct Page: Hashable, Sendable, Codable {
  /// 1-based, as the format counts.
  package var number: Int
  /// As printed in the file's own page labels ("iv"), where it has them.
  package var label: String?
  package var bytes: Range<Int>
  /// Words were had of it: from its text layer, or from its picture where `ocr` is set.
  package var hasTextLayer: Bool
  /// Running headers and footers, page numbers, Bates stamps and markings, from top to bottom; no part of the
  /// text.
  package var furniture: [String]
  /// How well its words were read from a picture; nil where they come from the file's own text.
  package var ocr: OCRQuality?

  package init(
    number: Int, label: String? = nil, bytes: Range<Int>, hasTextLayer: Bool = true, furniture: [String] = [],
    ocr: OCRQuality? = nil
  ) {
    self.number = number
    self.label = label
    self.bytes = bytes
    self.hasTextLayer = hasTextLayer
    self.furniture = furniture
    self.ocr = ocr
  }
}

/// A key and a value that a file carries about itself.
package struct MetadataItem: Hashable, Sendable, Codable {
  package var key: String
  package var value: String

  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }
}
