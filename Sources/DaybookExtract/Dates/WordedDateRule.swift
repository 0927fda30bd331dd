import DaybookCore

/// Reads dates in words: "the First of March Two Thousand and Twenty-Two", "the fourteenth day of February
/// 2022".
///
/// Source: own reading of deeds and claim forms.
struct WordedDateRule: MentionRule {
  let name = "worded-date"
  let examples: [RuleExample] = [
    .reads("sealed on «the First of March Two Thousand and Twenty-Two»", as: "2022-03-01"),
    .reads(
      "dated «the fourteenth day of February 2022»; «the twenty-first of May»", as: "2022-02-14", "XXXX-05-21"
    ),
    .ignores("the first of many, the third day of term"),
  ]
  let triggers: Triggers = [.words(DateWordTable.ordinals.map(\.0) + ["twenty", "thirty"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger), let day = DateParts.ordinalWord(&cursor),
      (1...31).contains(day),
      DateParts.dayMonthGap(&cursor), let month = DateParts.month(&cursor),
      month.isCapital
        || cursor.previousWord(before: cursor.word(endingAt: cursor.position).start).word == FoldedWord("of"),
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    let end = cursor.position
    var year = DateParts.yearTail(&cursor, shortAllowed: false)
    if year == nil {
      cursor.position = end
      year = cursor.skipBlanks(lines: true) ? Numerals.year(&cursor) : nil
      if year == nil { cursor.position = end }
    }
    guard DayMonthRule.exists(day, month.value, year) else { return nil }
    return .date(
      .calendar(year: year, month: month.value, day: day),
      start: DateParts.articleStart(cursor, before: trigger))
  }
}
