/// One of the two versions: its document, cut into the units that a diff aligns.
///
/// Shape: `text` is the beginning of `document.text`, so that byte ranges count in both; what stands behind
/// it (tracked changes, comments, hidden words) is no part of the version as it reads. `units` are in reading
/// order, and their extents tile `text`.
package struct VersionSide: Hashable, Sendable, Codable {
  package var document: Document
  /// Bytes of `document.text` that the diff speaks of.
  package var byteCount: Int
  /// Whether ranges count in the file itself, as for Markdown and plain text in UTF-8.
  package var isFileText: Bool
  package var units: [DiffUnit]
  package var sections: [DiffSection]
  package var identity: VersionIdentity
  package var tracked: [TrackedChange]
  package var comments: [VersionComment]

  package init(
    document: Document, byteCount: Int, isFileText: Bool, units: [DiffUnit] = [],
    sections: [DiffSection] = [],
    identity: VersionIdentity = VersionIdentity(), tracked: [TrackedChange] = [],
    comments: [VersionComment] = []
  ) {
    self.document = document
    self.byteCount = byteCount
    self.isFileText = isFileText
    self.units = units
    self.sections = sections
    self.identity = identity
    self.tracked = tracked
    self.comments = comments
  }

  /// The words at a range of `text`, as they stand there.
  package func quote(_ bytes: Range<Int>) -> String {
    String(decoding: document.text[bytes.clamped(to: 0..<document.text.count)], as: UTF8.self)
  }

  /// The anchor of a range of `text`.
  package func anchor(_ bytes: Range<Int>) -> Anchor {
    let page = document.pages.first { $0.bytes.contains(bytes.lowerBound) }?.number
    return Anchor(document: document.id, bytes: bytes, page: page, quote: quote(bytes))
  }
}

/// A paragraph, heading, list entry or table row: what is matched as one thing.
package struct DiffUnit: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case heading, paragraph
    case listItem = "list-item"
    case tableRow = "table-row"
    case quoted, code, footnote
    /// Header, footer or navigation: what changes there is technical.
    case furniture
    /// Text without a block: front matter, rules, markup.
    case other
  }

  package var kind: Kind
  /// Indices in `document.blocks`; more than one for a table row, empty for text without a block.
  package var blocks: Range<Int>
  /// With the marks before it and the white space behind it.
  package var extent: Range<Int>
  /// Its words.
  package var bytes: Range<Int>
  package var level: Int
  /// The number or bullet that is no part of the text.
  package var label: String?
  /// For table rows: table from 1, row from 0.
  package var table: Int?
  package var row: Int?
  /// Index in `sections`; nil before the first heading.
  package var section: Int?

  package init(
    kind: Kind, blocks: Range<Int>, extent: Range<Int>, bytes: Range<Int>, level: Int = 0,
    label: String? = nil,
    table: Int? = nil, row: Int? = nil, section: Int? = nil
  ) {
    self.kind = kind
    self.blocks = blocks
    self.extent = extent
    self.bytes = bytes
    self.level = level
    self.label = label
    self.table = table
    self.row = row
    self.section = section
  }
}

/// A heading with all that stands below it, its subsections included.
package struct DiffSection: Hashable, Sendable, Codable {
  /// Indices of `units`; the first is the heading.
  package var units: Range<Int>
  package var level: Int
  package var parent: Int?
  /// "2.1", without a full stop at its end; nil where none is written.
  package var number: String?
  /// The heading without its number.
  package var title: String
  /// What the section is in the template of a data protection impact assessment.
  package var template: DPIASection?

  package init(
    units: Range<Int>, level: Int, parent: Int? = nil, number: String? = nil, title: String,
    template: DPIASection? = nil
  ) {
    self.units = units
    self.level = level
    self.parent = parent
    self.number = number
    self.title = title
    self.template = template
  }

  /// "2.1 Retention", and the template's name behind it where it has one.
  package var label: String {
    let own = [number, title].compactMap { $0 }.joined(separator: " ")
    guard let template else { return own }
    return "\(own) [DPIA \(template.rawValue): \(template.name)]"
  }
}

/// The sections of a data protection impact assessment.
///
/// Source: ICO, sample DPIA template (`specs/dpia.md`, section 1); raw values are its step numbers.
package enum DPIASection: String, Hashable, Sendable, Codable, CaseIterable {
  case controller = "0"
  case need = "1"
  case processing = "2"
  case nature = "2a"
  case scope = "2b"
  case context = "2c"
  case purposes = "2d"
  case consultation = "3"
  case necessity = "4"
  case risks = "5"
  case measures = "6"
  case signOff = "7"

  package var name: String {
    switch self {
    case .controller: "Submitting controller details"
    case .need: "Identify the need"
    case .processing: "Describe the processing"
    case .nature: "Nature of the processing"
    case .scope: "Scope of the processing"
    case .context: "Context of the processing"
    case .purposes: "Purposes of the processing"
    case .consultation: "Consultation"
    case .necessity: "Necessity and proportionality"
    case .risks: "Identify and assess risks"
    case .measures: "Measures to reduce risk"
    case .signOff: "Sign-off and outcomes"
    }
  }
}
