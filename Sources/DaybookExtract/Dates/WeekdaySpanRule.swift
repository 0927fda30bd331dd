import DaybookCore

/// Reads two days with their weekdays of which the second names the month: "from Monday 7 to Friday 11 February
/// 2022", "Mon 28th - Fri 4th March".
///
/// A first day behind the second is of the month before. Source: own reading of notices and timetables.
struct WeekdaySpanRule: MentionRule {
  let name = "weekday-span"
  let examples: [RuleExample] = [
    .reads("shut from «Monday 7 to Friday 11 February 2022»", as: "2022-02-07/2022-02-11"),
    .reads("away «Mon 28th - Fri 4th March 2022»", as: "2022-02-28/2022-03-04"),
    .ignores("Monday 7 of them, Monday to Friday 11 February, Monday 7 February to Friday 11 February"),
  ]
  let triggers: Triggers = [.words(DateWordTable.weekdayTriggers)]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard MonthRule.isWordStart(cursor, start), let opening = day(&cursor) else { return nil }
    cursor.skipBlanks(lines: true)
    if !DateParts.dash(&cursor) {
      guard
        cursor.take(FoldedWord("to")) || cursor.take(FoldedWord("until")) || cursor.take(FoldedWord("till"))
          || cursor.take(FoldedWord("through"))
      else { return nil }
    }
    cursor.skipBlanks(lines: true)
    guard let closing = day(&cursor), DateParts.dayMonthGap(&cursor), let month = DateParts.month(&cursor),
      month.isCapital, !ByteClass.isWordLike(cursor.current)
    else { return nil }
    let end = cursor.position
    let year = DateParts.yearTail(&cursor)
    if year == nil { cursor.position = end }
    let isMonthBefore = opening.day > closing.day
    let firstMonth = isMonthBefore ? (month.value + 10) % 12 + 1 : month.value
    let firstYear = isMonthBefore && month.value == 1 ? year.map { $0 - 1 } : year
    guard DayMonthRule.exists(opening.day, firstMonth, firstYear),
      DayMonthRule.exists(closing.day, month.value, year)
    else { return nil }
    return .date(
      DateExpression(
        .range(
          .calendar(year: firstYear, month: firstMonth, day: opening.day, weekday: opening.weekday),
          .calendar(year: year, month: month.value, day: closing.day, weekday: closing.weekday))))
  }

  /// "Monday 7", "Mon. the 7th"; the cursor moves behind it.
  private func day(_ cursor: inout TextCursor) -> (weekday: Int, day: Int)? {
    guard let known = DateWord.of(cursor.word), known.kind == .weekday else { return nil }
    cursor.position += cursor.word.count
    if known.isShort { _ = cursor.take(UInt8(ascii: ".")) }
    guard cursor.take(UInt8(ascii: ",")) || !ByteClass.isWordLike(cursor.current),
      cursor.skipBlanks(lines: true)
    else { return nil }
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    return DateParts.day(&cursor).map { (known.value, $0.value) }
  }
}
