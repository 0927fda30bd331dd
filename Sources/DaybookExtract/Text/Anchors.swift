import DaybookCore

/// Makes anchors whose quote is the text at their bytes.
enum Anchors {
  static func make(_ document: Document, _ range: Range<Int>) -> Anchor {
    let range = Excerpt.trimmed(document.text, range)
    return Anchor(
      document: document.id, bytes: range, page: page(of: range.lowerBound, document),
      quote: String(decoding: document.text[range], as: UTF8.self))
  }

  /// The page that a byte stands on, by bisection; nil where the format has no pages.
  static func page(of byte: Int, _ document: Document) -> Int? {
    let pages = document.pages
    guard !pages.isEmpty else { return nil }
    var (low, high) = (0, pages.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if pages[middle].bytes.lowerBound <= byte { low = middle } else { high = middle - 1 }
    }
    return pages[low].number
  }
}
