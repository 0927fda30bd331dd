/// Cuts the tokens of a passage into sentences.
///
/// A sentence ends at a stop with white space behind it, unless the word before is an abbreviation or an
/// initial or the next word goes on in lower case; and at a line break that was made on purpose: where the
/// next line's first word would still have fitted. Closing quotes and brackets go with the sentence they
/// close.
enum SentenceSplitter {
  /// What runs on for longer is no sentence; it bounds the work of everything that looks at a sentence as a
  /// whole.
  private static let longest = 400

  /// Ranges of tokens, in order; every token is in one of them.
  static func sentences(of tokens: [Token], in text: [UInt8], keepsLines: Bool) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    let width = keepsLines ? Int.max : lineWidth(tokens)
    var start = 0
    var at = 0
    while at < tokens.count {
      let next = at + 1
      if next < tokens.count,
        next - start >= longest
          || tokens[next].lineBreakBefore && !keepsLines
            && isDeliberateBreak(tokens, after: at, from: start, width: width)
      {
        sentences.append(start..<next)
        start = next
      } else if tokens[at].kind == .stop {
        var end = next
        while end < tokens.count,
          tokens[end].kind == .closeQuote || tokens[end].kind == .closeBracket || tokens[end].kind == .stop,
          !tokens[end].spaceBefore
        { end += 1 }
        if end < tokens.count, endsSentence(tokens, stop: at, next: end, text) {
          sentences.append(start..<end)
          start = end
        }
        at = end - 1
      }
      at += 1
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  private static func endsSentence(_ tokens: [Token], stop: Int, next: Int, _ text: [UInt8]) -> Bool {
    let following = tokens[next]
    guard following.spaceBefore else { return false }
    let isFullStop = text[tokens[stop].start] == UInt8(ascii: ".")
    let startsAnew =
      switch following.kind {
      case .word, .number, .url: following.isCapitalised || following.kind != .word
      case .openQuote, .openBracket: true
      default: following.kind == .mark || following.kind == .dash
      }
    guard startsAnew else { return false }
    guard isFullStop, stop > 0 else { return true }
    let word = tokens[stop - 1]
    guard word.kind == .word, word.end == tokens[stop].start else { return true }
    // "J. Smith", but not "and I. Then", nor "as set out in annex B. It".
    if word.end - word.start == 1 && word.isCapitalised && !word.is(.firstPerson) {
      return following.kind == .word
        && following.is([
          .determiner, .firstPerson, .secondPerson, .thirdPerson, .possessive, .please, .conjunction,
        ])
    }
    if word.is(.abbreviation) {
      // "2 a.m. The": a clock's mark may end a sentence, a month or a title in front of a number or a name
      // may not.
      return !word.is([.calendar, .title]) && following.kind == .word
        && following.is([.determiner, .opener, .firstPerson])
    }
    return true
  }

  /// Longest line in bytes; what a column of wrapped text is as wide as.
  private static func lineWidth(_ tokens: [Token]) -> Int {
    guard var lineStart = tokens.first?.start else { return 0 }
    var width = 0
    var previousEnd = lineStart
    for token in tokens {
      if token.lineBreakBefore {
        width = max(width, previousEnd - lineStart)
        lineStart = token.start
      }
      previousEnd = token.end
    }
    return max(width, previousEnd - lineStart)
  }

  /// Narrower blocks are addresses and lists of short lines, never wrapped prose.
  private static let narrowestColumn = 40

  private static func isDeliberateBreak(_ tokens: [Token], after index: Int, from start: Int, width: Int)
    -> Bool
  {
    let next = tokens[index + 1]
    guard next.kind != .word || next.isCapitalised || width < narrowestColumn else { return false }
    if width < narrowestColumn { return true }
    var lineStart = index
    while lineStart > start, !tokens[lineStart].lineBreakBefore { lineStart -= 1 }
    let used = tokens[index].end - tokens[lineStart].start
    return used + 1 + (next.end - next.start) <= width
  }
}
