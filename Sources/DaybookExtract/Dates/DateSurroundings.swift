import DaybookCore

/// Reads what stands around an expression and bounds or blurs it: "by", "since", "no later than", "about",
/// "c.".
///
/// The words stay outside the expression's byte range. Source: TimeML 1.2.1, attribute `mod`; signals.
struct DateSurroundings {
  private let cursor: TextCursor

  init(_ bytes: UnsafeBufferPointer<UInt8>) { cursor = TextCursor(bytes) }

  func apply(to token: inout DateToken) {
    var start = token.bytes.lowerBound
    // Quotation marks between the word and the date: by “the end of the month”.
    while start > 0 {
      if cursor.bytes[start - 1] == UInt8(ascii: "\"") || cursor.bytes[start - 1] == UInt8(ascii: "'") {
        start -= 1
      } else if TextCursor.isQuote(cursor.bytes, endingAt: start), cursor.bytes[start - 1] >= 0x98 {
        start -= 3
      } else {
        break
      }
    }
    var previous = cursor.previousWord(before: start)
    if previous.word == FoldedWord("around") {
      token.expression.isApproximate = true
      previous = cursor.previousWord(before: previous.start)
    }
    if isAbbreviatedCirca(before: start) {
      token.expression.isApproximate = true
      return
    }
    if case .range = token.expression.form { return }
    guard let role = Prepositions.table[previous.word] else {
      if isAtTheLatest(token) { token.expression.relation = token.expression.relation ?? .by }
      return
    }
    switch role {
    case .approximate:
      if previous.word == FoldedWord("about"), Arrangement.isProposed(cursor, aboutAt: previous.start) {
        return
      }
      token.expression.isApproximate = true
    case .relation(let relation):
      // "moved from 3 March to 10 April": nothing begins there.
      if relation == .from, DateChange.isTold(before: start, cursor.bytes) { return }
      token.expression.relation = token.expression.relation ?? refined(relation, previous.start)
    case .plain:
      let word = previous.word
      let before = cursor.previousWord(before: previous.start)
      if word == FoldedWord("than"), before.word == FoldedWord("later") {
        let negation = cursor.previousWord(before: before.start).word
        token.expression.relation =
          negation == FoldedWord("no") || negation == FoldedWord("not") ? .by : .after
      } else if word == FoldedWord("than"), before.word == FoldedWord("earlier") {
        token.expression.relation = .since
      } else if word == FoldedWord("of") || word == FoldedWord("at"), before.word == FoldedWord("as") {
        token.expression.relation = .asOf
      } else if word == FoldedWord("to"), before.word == FoldedWord("prior") {
        token.expression.relation = .before
      } else if word == FoldedWord("to"), before.word == FoldedWord("up") {
        token.expression.relation = .until
      }
    }
  }

  /// "not before" and "not until" bound the other way.
  private func refined(_ relation: DateRelation, _ start: Int) -> DateRelation {
    let before = cursor.previousWord(before: start).word
    if before == FoldedWord("not"), relation == .before || relation == .until { return .since }
    if before == FoldedWord("or"), relation == .before { return .by }
    if before == FoldedWord("or"), relation == .after { return .since }
    return relation
  }

  private func isAbbreviatedCirca(before start: Int) -> Bool {
    let bare = cursor.blanksStart(before: start)
    guard bare > 1, cursor.bytes[bare - 1] == UInt8(ascii: ".") else { return false }
    let word = cursor.word(endingAt: bare - 1).word
    return word == FoldedWord("c") || word == FoldedWord("ca")
  }

  private func isAtTheLatest(_ token: DateToken) -> Bool {
    var cursor = cursor
    cursor.position = token.bytes.upperBound
    guard cursor.skipBlanks(), cursor.take(FoldedWord("at")), cursor.skipBlanks(),
      cursor.take(FoldedWord("the")),
      cursor.skipBlanks()
    else { return false }
    return cursor.take(FoldedWord("latest"))
  }
}
