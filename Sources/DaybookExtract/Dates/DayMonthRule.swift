import DaybookCore

/// Reads a written day and month, with or without its year: "3 May 2021", "9th of February", "14-18 February
/// 2022".
///
/// Gives a day, or the range of two days of one month. A day that the month does not have is no match.
/// Source: TimeML 1.2.1, TIMEX3 type DATE.
struct DayMonthRule: MentionRule {
  let name = "day-month"
  let examples: [RuleExample] = [
    .reads("Sent «3 May 2021» by post", as: "2021-05-03"),
    .reads("Signed on «the 14th day of February 2022».", as: "2022-02-14"),
    .reads("Half term is «14–18 February 2022»", as: "2022-02-14/2022-02-18"),
    .reads("a call on «9th Feb ’22» (again)", as: "2022-02-09"),
    .reads("It was «1st February, 2022»; then «03-Mar-2022»", as: "2022-02-01", "2022-03-03"),
    .reads("on «2nd» and «5th May 2022»", as: "2022-05-02", "2022-05-05"),
    .reads("between «2nd and 5th May 2022»", as: "2022-05-02/2022-05-05"),
    .reads("wrote on «20 December» and waited", as: "XXXX-12-20"),
    .reads("due on «31 April 2021»", as: "impossible"),
    .ignores("we are 2 may be 3"),
    .ignores("version 1.3 March"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start) else { return nil }
    if let glued = glued(&cursor) { return glued }
    guard let first = DateParts.day(&cursor) else { return nil }
    var last: Int?
    let afterFirst = cursor
    var trial = cursor
    if DateParts.dayConnector(&trial), let second = DateParts.day(&trial), second.value > first.value {
      var probe = trial
      if DateParts.dayMonthGap(&probe), DateParts.month(&probe) != nil {
        last = second.value
        cursor = trial
      }
    }
    guard DateParts.dayMonthGap(&cursor), let month = DateParts.month(&cursor) else { return nil }
    let afterMonth = cursor.position
    guard !ByteClass.isWordLike(cursor.current) || cursor.current >= 0x80 else { return nil }
    let year = DateParts.yearTail(&cursor)
    if !month.isCapital, month.isAmbiguous, year == nil, !(first.hasSuffix && hasOf(cursor, afterMonth)) {
      return nil
    }
    // The full stop of "7 Feb." ends the sentence where nothing follows it.
    if year == nil {
      cursor.position = cursor.byte(afterMonth - 1) == UInt8(ascii: ".") ? afterMonth - 1 : afterMonth
    }
    guard DayMonthRule.exists(first.value, month.value, year),
      last.map({ DayMonthRule.exists($0, month.value, year) }) ?? true
    else { return .date(DateExpression(.impossible)) }
    var begin = DateParts.articleStart(cursor, before: start)
    let previous = cursor.previousWord(before: start)
    if begin == start, first.hasSuffix, previous.word == FoldedWord("this") { begin = previous.start }
    let opening = DateExpression.calendar(year: year, month: month.value, day: first.value)
    guard let last else { return .date(opening, start: begin) }
    if DayList.isListed(afterFirst, behind: first.value, last, after: previous.word) {
      cursor.position = afterFirst.position
      return .date(opening, start: begin)
    }
    return .date(
      DateExpression(.range(opening, .calendar(year: year, month: month.value, day: last))), start: begin)
  }

  /// "26nov 2015", "14april 2015": written as one, with the year behind it.
  private func glued(_ cursor: inout TextCursor) -> Match? {
    var trial = cursor
    guard let day = trial.number(digits: 1...2), (1...31).contains(day.value),
      ByteClass.isLetter(trial.current),
      let month = DateParts.month(&trial), !ByteClass.isLetter(trial.current),
      let year = DateParts.yearTail(&trial), DayMonthRule.exists(day.value, month.value, year)
    else { return nil }
    cursor = trial
    return .date(.calendar(year: year, month: month.value, day: day.value))
  }

  /// "of" before the month: "the 1st of march".
  private func hasOf(_ cursor: TextCursor, _ afterMonth: Int) -> Bool {
    let month = cursor.word(endingAt: afterMonth)
    return cursor.previousWord(before: month.start).word == FoldedWord("of")
  }

  /// Whether the month has the day; without a year February has 29.
  static func exists(_ day: Int, _ month: Int, _ year: Int?) -> Bool {
    day <= CivilDate.days(inMonth: month, of: year ?? 2000)
  }
}
