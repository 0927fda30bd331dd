/// A line of a bundle's index: what it says stands in the bundle.
package struct IndexEntry: Hashable, Sendable, Codable {
  package var number: Int
  package var date: CivilDate?
  /// Without number, date and the word for its kind.
  package var title: String
  package var kind: DocumentKind?
  /// In the text of the document that the index stands in.
  package var bytes: Range<Int>
  /// The text at `bytes`.
  package var words: String

  package init(
    number: Int, date: CivilDate?, title: String, kind: DocumentKind?, bytes: Range<Int>, words: String = ""
  ) {
    self.number = number
    self.date = date
    self.title = title
    self.kind = kind
    self.bytes = bytes
    self.words = words
  }
}
