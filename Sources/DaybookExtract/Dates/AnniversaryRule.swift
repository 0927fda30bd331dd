import DaybookCore

/// Reads "the anniversary" where the text has just counted years back to something. Source: own reading of
/// campaign pages.
struct AnniversaryRule: MentionRule {
  let name = "anniversary"
  let examples: [RuleExample] = [
    .reads("On «the anniversary», the office published a note", as: "anniversary"),
    .ignores("the third anniversary of completion; an anniversary"),
  ]
  let triggers: Triggers = [.word("anniversary")]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = DateParts.articleStart(cursor, before: cursor.position)
    guard start < cursor.position, cursor.previousWord(before: start).word == FoldedWord("on") else {
      return nil
    }
    cursor.position += cursor.word.count
    var after = cursor
    if after.skipBlanks(), after.take(FoldedWord("of")) { return nil }
    return .date(DateExpression(.anniversary), start: start)
  }
}
