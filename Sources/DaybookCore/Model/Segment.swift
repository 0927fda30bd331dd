/// A part of a document's text that is a paper of its own: a letter in a bundle, a message in a printed
/// chain.
///
/// Shape: ranges of segments nest or stand apart, never cross; `depth` is 0 for a document of the bundle or
/// the newest message of a chain, 1 for what that message quotes, and so on. `header` anchors each field in
/// the text.
package struct Segment: Hashable, Sendable, Codable {
  package var kind: DocumentKind
  package var bytes: Range<Int>
  /// Where its own words begin: behind the header block.
  package var body: Range<Int>
  package var pages: ClosedRange<Int>?
  package var title: String?
  package var header: MessageHeader?
  package var dates: [DocumentDate]
  package var depth: Int
  /// As printed on the paper, without the word "version": "1.1".
  package var version: String?
  /// Why it begins here.
  package var evidence: [BoundaryEvidence] = []
  /// Of a message: where its own words stand, history and lines that only its page has left out.
  package var ownWords: [Range<Int>] = []
  /// Of a message: whether its date is printed without a year.
  package var isYearless = false
  /// Of an index: its lines.
  package var entries: [IndexEntry] = []
  /// Name of the segmenter that found it.
  package var rule: String

  package init(
    kind: DocumentKind, bytes: Range<Int>, body: Range<Int>? = nil, pages: ClosedRange<Int>? = nil,
    title: String? = nil,
    header: MessageHeader? = nil, dates: [DocumentDate] = [], depth: Int = 0, rule: String
  ) {
    self.kind = kind
    self.bytes = bytes
    self.body = body ?? bytes
    self.pages = pages
    self.title = title
    self.header = header
    self.dates = dates
    self.depth = depth
    self.rule = rule
  }
}
