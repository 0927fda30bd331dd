/// A stretch of a document's text that its format or its layout sets apart.
///
/// Shape: `bytes` count in `Document.text`; the line breaks between blocks belong to none. `level` is the
/// depth of a heading or a list (1 is the outermost), or of quotation. `label` is the number or bullet of a
/// list entry where it is not part of the text. `cell` is set for table cells and records.
package struct Block: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case heading, paragraph
    case listItem = "list-item"
    case cell
    case quoted, signature, redaction, header, footer, footnote, comment, caption
    /// Words that a tracked change inserted or deleted; kept apart from the sentence around them.
    case inserted, deleted
    /// Text that a reader of the page does not see: under a box, outside the page, white on white. Never part
    /// of a sentence.
    case hidden
    /// Labels and values of a printed or native message header.
    case messageHeader = "message-header"
    case code
  }

  /// Row and column, 1-based, and the header above the column where there is one.
  package struct Cell: Hashable, Sendable, Codable {
    package var table: Int
    package var row: Int
    package var column: Int
    package var heading: String?

    package init(table: Int, row: Int, column: Int, heading: String? = nil) {
      self.table = table
      self.row = row
      self.column = column
      self.heading = heading
    }
  }

  package var kind: Kind
  package var bytes: Range<Int>
  package var page: Int?
  package var level: Int
  package var label: String?
  package var cell: Cell?
  /// Who wrote it and when, for comments and tracked changes.
  package var author: String?
  package var date: Timex?

  package init(
    _ kind: Kind, _ bytes: Range<Int>, page: Int? = nil, level: Int = 0, label: String? = nil,
    cell: Cell? = nil,
    author: String? = nil, date: Timex? = nil
  ) {
    self.kind = kind
    self.bytes = bytes
    self.page = page
    self.level = level
    self.label = label
    self.cell = cell
    self.author = author
    self.date = date
  }

  /// Whether its words are the document's own running text, which sentences may be made of.
  package var isBody: Bool {
    switch kind {
    case .heading, .paragraph, .listItem, .cell, .quoted, .footnote, .caption: true
    default: false
    }
  }
}
