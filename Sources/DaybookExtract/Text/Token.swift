/// A word, a number or a mark of punctuation, with what the tables say about it.
struct Token: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, url
    case stop, comma, semicolon, colon, dash, mark
    case openQuote, closeQuote, openBracket, closeBracket
    /// "’s" behind a noun.
    case genitive
    /// ">" in front of quoted lines.
    case quoteMark

    /// What stands for a mark of this kind when names are compared: straight and curly apostrophes are one.
    var hash: UInt64 { UInt64(rawValue) + 1 }
  }

  /// Byte range in the document's text.
  var start: Int
  var end: Int
  var kind: Kind
  /// Of words: how it begins, and whether it has two capitals ("DfE", "ICO").
  var isCapitalised = false
  var isAcronym = false
  /// Ends in "ed", as most past forms do.
  var endsInED = false
  /// Whether white space stands in front of it, and whether that holds a line break.
  var spaceBefore = false
  var lineBreakBefore = false
  var hash: UInt64 = 0
  var info = WordInfo.unknown

  var bytes: Range<Int> { start..<end }

  func `is`(_ classes: WordClass) -> Bool { !info.classes.isDisjoint(with: classes) }
}
