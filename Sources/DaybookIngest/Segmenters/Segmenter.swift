package import DaybookCore

/// Finds the papers that one text holds: letters in a bundle, messages in a printed chain.
///
/// Pure, and linear in the length of the text.
protocol Segmenter: Sendable {
  /// Kebab-case; appears in `Segment.rule`.
  var name: String { get }
  /// Segments in order of their start, outer before inner; `found` is what earlier segmenters of the list
  /// found.
  func segments(in page: PageText, document: Document, after found: [Segment]) -> [Segment]
}

/// All segmenters, and what they find together.
package enum Segmenters {
  /// Papers come first: a printed chain ends where the next paper begins.
  static let all: [any Segmenter] = [
    PaperSegmenter(),
    PrintedMessageSegmenter(),
  ]

  /// Raise when the same document would be divided otherwise: cached results go stale.
  package static let version = 1

  /// The papers and messages in a document's text, in order of their start, outer before inner; ranges nest
  /// or stand apart.
  package static func segments(in document: Document) -> [Segment] {
    guard !document.text.isEmpty else { return [] }
    let page = PageText(document)
    var found: [Segment] = []
    for segmenter in all { found += segmenter.segments(in: page, document: document, after: found) }
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.bytes, right.element.bytes)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.upperBound != b.upperBound { return a.upperBound > b.upperBound }
      return left.offset < right.offset
    }.map(\.element)
  }
}
