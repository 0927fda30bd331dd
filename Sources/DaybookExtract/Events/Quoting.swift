import DaybookCore

/// Chooses the words that an event is quoted by: the sentence where it is short and says one thing, else the
/// clause.
enum Quoting {
  /// Bytes of a sentence that is quoted whole.
  private static let shortSentence = 260
  /// The longest quote that counts. Source: `score_events.py`, quotes of more than 700 characters do not.
  static let longest = 690

  /// Token range for a statement made at some tokens.
  static func tokens(_ passage: Passage, _ statement: Statement, at token: Int, sharesSentence: Bool)
    -> Range<Int>
  {
    let sentence = statement.tokens
    if !sharesSentence, passage.bytes(of: sentence).count <= shortSentence {
      return trimmed(passage, sentence)
    }
    var clause = statement.clauses[statement.clause(of: token)]
    if clause.count < 8 { clause = widened(clause, statement) }
    return trimmed(passage, clause)
  }

  /// A clause of two words is quoted with the one before it.
  private static func widened(_ clause: Range<Int>, _ statement: Statement) -> Range<Int> {
    guard let index = statement.clauses.firstIndex(of: clause) else { return clause }
    if index > 0 { return statement.clauses[index - 1].lowerBound..<clause.upperBound }
    if index + 1 < statement.clauses.count {
      return clause.lowerBound..<statement.clauses[index + 1].upperBound
    }
    return clause
  }

  /// Without commas, brackets that are not closed, and joining words at its ends.
  static func trimmed(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    let tokens = passage.tokens
    while start < end - 1 {
      let kind = tokens[start].kind
      let isLoose =
        kind == .comma || kind == .semicolon || kind == .closeBracket || kind == .closeQuote || kind == .dash
        || kind == .quoteMark
        || (kind == .openBracket || kind == .openQuote)
          && !tokens[start + 1..<end].contains { closes(kind, $0.kind) }
      let joins =
        kind == .word && (tokens[start].is(.conjunction) || tokens[start].hash == Words.that) && start > 0
        && !tokens[start].isCapitalised
      guard isLoose || joins else { break }
      start += 1
    }
    while end > start + 1 {
      let kind = tokens[end - 1].kind
      let isLoose =
        kind == .comma || kind == .semicolon || kind == .openBracket || kind == .openQuote || kind == .dash
        || (kind == .closeBracket || kind == .closeQuote)
          && !tokens[start..<end - 1].contains { closes($0.kind, kind) }
      guard isLoose else { break }
      end -= 1
    }
    return start..<end
  }

  private static func closes(_ open: Token.Kind, _ close: Token.Kind) -> Bool {
    open == .openBracket && close == .closeBracket || open == .openQuote && close == .closeQuote
  }

  /// Bytes of a range of tokens, cut at a word where they are too many.
  static func bytes(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
    let bytes = passage.bytes(of: range)
    guard bytes.count > longest else { return bytes }
    let last = range.last { passage.tokens[$0].end - bytes.lowerBound <= longest }
    return bytes.lowerBound..<(last.map { passage.tokens[$0].end } ?? bytes.lowerBound)
  }
}
