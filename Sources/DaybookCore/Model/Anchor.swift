/// A place in a document's text that a reader can be taken to.
///
/// Shape: `bytes` are UTF-8 offsets into `Document.text`, 0-based, end not included; `page` is 1-based, nil
/// where the format has no pages. `quote` repeats the text at `bytes`, to find the place again after a new
/// extraction.
/// Source: W3C Web Annotation Data Model, text position and text quote selectors.
package struct Anchor: Hashable, Sendable, Codable {
  package var document: Document.ID
  package var bytes: Range<Int>
  package var page: Int?
  package var quote: String

  package init(document: Document.ID, bytes: Range<Int>, page: Int?, quote: String) {
    self.document = document
    self.bytes = bytes
    self.page = page
    self.quote = quote
  }
}
