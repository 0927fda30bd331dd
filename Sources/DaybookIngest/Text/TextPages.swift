package import DaybookCore

/// Pages of a text that form feeds part.
package enum TextPages {
  /// Empty where there is no form feed. Each page ends behind its form feed, so that pages tile the text; one
  /// at the very end opens no page.
  package static func pages(of text: [UInt8]) -> [Page] {
    var pages: [Page] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0C {
      pages.append(Page(number: pages.count + 1, bytes: start..<(index + 1)))
      start = index + 1
    }
    guard !pages.isEmpty else { return [] }
    if start < text.count { pages.append(Page(number: pages.count + 1, bytes: start..<text.count)) }
    return pages
  }
}
