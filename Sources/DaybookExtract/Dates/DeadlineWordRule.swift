import DaybookCore

/// Reads abbreviated deadlines: "EOD", "EOM", "EOY"; the end of this day, month or year.
///
/// Source: Collins English Dictionary, "EOD"; own reading of office mail.
struct DeadlineWordRule: MentionRule {
  let name = "deadline-word"
  let examples: [RuleExample] = [
    .reads("please send by «EOD»; closed by «the EOM»", as: "end of day+0", "end of month+0"),
    .ignores("the EOD team, eod; an office at EOM"),
  ]
  let triggers: Triggers = [.words(["eod", "eom", "eoy"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let word = cursor.word
    guard MonthRule.isWordStart(cursor, trigger), cursor.isUppercase(at: trigger) else { return nil }
    let start = DateParts.articleStart(cursor, before: trigger)
    let previous = cursor.previousWord(before: start).word
    // "an office at EOM" is a place.
    guard Prepositions.leadsToDate(previous), word == FoldedWord("eod") || previous != FoldedWord("at")
    else { return nil }
    cursor.position += word.count
    guard !ByteClass.isWordLike(cursor.current) else { return nil }
    let unit: DateUnit = word == FoldedWord("eod") ? .day : word == FoldedWord("eom") ? .month : .year
    var expression = DateExpression(.unit(unit, 0, ofNarrative: false))
    expression.part = .lastDay
    return .date(expression, start: start)
  }
}
