package import DaybookCore

/// Reads the date line of a printed header. The reader of dates is another module's: the caller hands it in.
package struct HeaderDates: Sendable {
  /// Words as printed, and a day near which the message was sent where one is known → when; nil where the
  /// words hold no day. Without a near day a date without a year stays without one.
  package var read: @Sendable (_ words: [UInt8], _ near: CivilDate?) -> Timex?

  package init(read: @escaping @Sendable (_ words: [UInt8], _ near: CivilDate?) -> Timex?) {
    self.read = { words, near in read(HeaderDateWords.plain(words), near) }
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
  package static let version = 3

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

  /// A text without pages as one paper, where its head says what it is: a letter, a note, an assessment.
  package static func wholePaper(_ document: Document, dates: HeaderDates) -> Segment? {
    let page = PageText(document)
    guard !page.lines.isEmpty, let sheet = PageTop(page, page: 0).sheet(isFirst: false) else { return nil }
    var segment = Segment(
      kind: sheet.kind, bytes: 0..<document.text.count, title: sheet.title, rule: "paper")
    segment.evidence = [sheet.evidence]
    PaperDetails(page, lines: 0..<page.lines.count, dates: dates).write(into: &segment, firstMessage: nil)
    return segment
  }

  /// The date of sign-off in the rest of an assessment that began before this stretch.
  package static func signOff(of document: Document, until end: Int, dates: HeaderDates) -> DocumentDate? {
    let page = PageText(document)
    let lines = 0..<(page.lines.firstIndex { $0.text.start >= end } ?? page.lines.count)
    var segment = Segment(kind: .dpia, bytes: 0..<end, rule: "paper")
    PaperDetails(page, lines: lines, dates: dates).write(into: &segment, firstMessage: nil)
    return segment.dates.first { $0.kind == .signed }
  }

  /// The numbers of the pages that a range touches; nil where the document has none.
  package static func pages(_ bytes: Range<Int>, of document: Document) -> ClosedRange<Int>? {
    PageText.pages(bytes, of: document)
  }
}
