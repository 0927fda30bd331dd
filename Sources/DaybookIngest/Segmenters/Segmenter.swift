package import DaybookCore

/// Reads the date line of a printed header. The reader of dates is another module's: the caller hands it in.
package struct HeaderDates: Sendable {
  /// Words as printed, and a day near which the message was sent where one is known → when; nil where the
  /// words hold no day. Without a near day a date without a year stays without one.
  package var read: @Sendable (_ words: [UInt8], _ near: CivilDate?) -> Timex?

  package init(read: @escaping @Sendable (_ words: [UInt8], _ near: CivilDate?) -> Timex?) {
    self.read = read
  }

  /// Reads nothing: boundaries are then told without times.
  package static let none = HeaderDates { _, _ in nil }
}

/// Finds the papers that one text holds: letters in a bundle, messages in a printed chain.
///
/// Pure, and linear in the length of the text. Messages are found first, then the pages at which papers
/// begin, since whether a header at the top of a page begins a paper depends on the message before it.
package enum Segmenters {
  /// Raise when the same document would be divided otherwise: cached results go stale.
  package static let version = 2

  /// The papers and messages in a document's text, in order of their start, outer before inner; ranges nest
  /// or stand apart.
  package static func segments(in document: Document, dates: HeaderDates = .none) -> [Segment] {
    guard !document.text.isEmpty else { return [] }
    let page = PageText(document)
    let messages = PrintedMessages(page, document: document, dates: dates).found
    let papers = PaperFinder(page, document: document, messages: messages, dates: dates).papers
    var found = papers.map(\.segment)
    found += MessageNesting(page, document: document, messages: messages, papers: papers).segments
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.bytes, right.element.bytes)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.upperBound != b.upperBound { return a.upperBound > b.upperBound }
      return left.offset < right.offset
    }.map(\.element)
  }
}
