/// One place at which a message stands: a native message, or one printed in a paper or quoted in another.
///
/// Shape: byte ranges count in the text of `source`. `body` is its own words as printed there, one line for
/// each line of the text, without quote marks, header and history; signature and disclaimer are part of it
/// and stand in `asides` too. What was withheld is missing from it or stands as the mark that was printed.
package struct MessageCopy: Hashable, Sendable, Codable {
  /// A part of the body that is nobody's statement.
  package struct Aside: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      case signature, disclaimer, banner
    }
    package var kind: Kind
    /// UTF-8 offsets in `body`.
    package var bytes: Range<Int>

    package init(_ kind: Kind, _ bytes: Range<Int>) {
      self.kind = kind
      self.bytes = bytes
    }
  }

  package var source: Document.ID
  /// The paper that it stands in; nil for native mail.
  package var paper: ComponentDocument.ID?
  package var header: MessageHeader
  /// Whether the printed date has no year, so that `header.sent` holds one that was worked out, or none.
  package var isYearless: Bool
  /// Header, own words and what it quotes.
  package var bytes: Range<Int>
  /// Where its own words stand.
  package var ownWords: [Range<Int>]
  package var body: [UInt8]
  /// Lines that it quotes without saying whose they are, of native mail.
  package var quoted: [UInt8] = []
  package var asides: [Aside]
  package var pages: ClosedRange<Int>?
  /// Place among the messages of its paper, 0 at the top.
  package var order: Int
  /// Messages around it that quote it.
  package var depth: Int
  package var isNative: Bool
  /// Words withheld in header and body, as far as marks show them.
  package var withheld: Int
  /// Index, in the same list, of the copy that this one quotes directly.
  package var quotes: Int?

  package init(
    source: Document.ID, paper: ComponentDocument.ID? = nil, header: MessageHeader, isYearless: Bool = false,
    bytes: Range<Int>, ownWords: [Range<Int>] = [], body: [UInt8], asides: [Aside] = [],
    pages: ClosedRange<Int>? = nil, order: Int = 0, depth: Int = 0, isNative: Bool = false, withheld: Int = 0,
    quotes: Int? = nil
  ) {
    self.source = source
    self.paper = paper
    self.header = header
    self.isYearless = isYearless
    self.bytes = bytes
    self.ownWords = ownWords
    self.body = body
    self.asides = asides
    self.pages = pages
    self.order = order
    self.depth = depth
    self.isNative = isNative
    self.withheld = withheld
    self.quotes = quotes
  }
}
