import DaybookCore

/// Reads "now" as an end of a stretch: "between now and Friday", "from March to date", "until now".
///
/// "now" elsewhere says too little: `VagueRule` reads it where it is asked for.
struct PresentRule: MentionRule {
  let name = "present"
  let examples: [RuleExample] = [
    .reads("between «now» and Friday; from «now» until then", as: "now", "now"),
    .reads("between 3 May and «now»; from March to «date»", as: "now", "now"),
    .ignores("now that, right now, up to dateline"),
  ]
  let triggers: Triggers = [.words(["now", "date"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let isNow = cursor.word == FoldedWord("now")
    cursor.position += cursor.word.count
    guard MonthRule.isWordStart(cursor, trigger), !ByteClass.isWordLike(cursor.current) else { return nil }
    let previous = cursor.previousWord(before: trigger)
    if !isNow {
      guard previous.word == FoldedWord("to"), isFrom(cursor, before: previous.start) else { return nil }
      return .date(DateExpression(.present))
    }
    if previous.word == FoldedWord("between") || previous.word == FoldedWord("from") {
      var after = cursor
      guard after.skipBlanks(), PresentRule.ends[after.word] != nil else { return nil }
      return .date(DateExpression(.present))
    }
    guard previous.word == FoldedWord("and") || previous.word == FoldedWord("to"),
      isFrom(cursor, before: previous.start)
    else { return nil }
    return .date(DateExpression(.present))
  }

  private static let ends = WordTable<Bool>(["and", "until", "till", "to", "through"].map { ($0, true) })

  /// A date ends here that "between" or "from" opened, at most 24 bytes back.
  private func isFrom(_ cursor: TextCursor, before end: Int) -> Bool {
    var position = end
    let floor = max(0, end - 24)
    while position > floor {
      let word = cursor.previousWord(before: position, lines: false)
      if word.word == FoldedWord("between") || word.word == FoldedWord("from")
        || word.word == FoldedWord("since")
      {
        return true
      }
      position = word.word.count > 0 ? word.start : position - 1
    }
    return false
  }
}
