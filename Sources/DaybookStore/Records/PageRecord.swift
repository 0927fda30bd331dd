/// The text of one page, or of a document that has no pages.
package struct PageRecord: Hashable, Sendable {
  package var number: Int?
  package var label: String?
  /// Where it begins in the document's text, in UTF-8 bytes.
  package var start: Int
  package var text: String
  /// Running header, footer and stamps: printed on the page, but no part of its text.
  package var furniture: String

  package init(number: Int?, label: String?, start: Int, text: String, furniture: String) {
    self.number = number
    self.label = label
    self.start = start
    self.text = text
    self.furniture = furniture
  }
}
