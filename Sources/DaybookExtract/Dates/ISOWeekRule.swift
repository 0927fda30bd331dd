import DaybookCore

/// Reads weeks and days of the year as ISO 8601 writes them: "2022-W06", "2022-W06-3", and "2022-048" where a word
/// before it leads to a date, for references look the same.
///
/// Source: ISO 8601-1, 5.2.3 (ordinal date) and 5.2.4 (week date).
struct ISOWeekRule: MentionRule {
  let name = "iso-week"
  let examples: [RuleExample] = [
    .reads(
      "planned for «2022-W06», signed «2022-W06-3»; sent on «2022-048»", as: "2022-W06", "2022-02-09",
      "2022-02-17"),
    .ignores("reference 2022-048, 2022-W60, 2022-W06-9, ABC2022-W06"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start), let year = cursor.number(digits: 4...4)?.value,
      (1500...2199).contains(year), let fourth = CivilDate(year: year, month: 1, day: 4)
    else { return nil }
    let hasHyphen = cursor.take(UInt8(ascii: "-"))
    if cursor.current == UInt8(ascii: "W") {
      cursor.position += 1
      guard let week = cursor.number(digits: 2...2)?.value, (1...53).contains(week) else { return nil }
      let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
      guard monday.adding(days: 3).year == year else { return nil }
      if cursor.current == UInt8(ascii: "-"), ByteClass.isDigit(cursor.byte(cursor.position + 1)) {
        cursor.position += 1
        guard let weekday = cursor.number(digits: 1...1)?.value, (1...7).contains(weekday), isEnd(cursor)
        else {
          return nil
        }
        return .date(day(monday.adding(days: weekday - 1)))
      }
      return isEnd(cursor) ? .date(DateExpression(.weekNumber(week, year: year))) : nil
    }
    guard hasHyphen, let ordinal = cursor.number(digits: 3...3)?.value, isEnd(cursor),
      ISOWeekRule.cues[cursor.previousWord(before: start).word] != nil,
      let first = CivilDate(year: year, month: 1, day: 1), (1...366).contains(ordinal)
    else { return nil }
    let date = first.adding(days: ordinal - 1)
    return date.year == year ? .date(day(date)) : nil
  }

  private func day(_ date: CivilDate) -> DateExpression {
    .calendar(year: date.year, month: date.month, day: date.day)
  }

  private func isEnd(_ cursor: TextCursor) -> Bool {
    !ByteClass.isWordLike(cursor.current) && DateParts.isNumberEnd(cursor, cursor.position)
      && !(cursor.current == UInt8(ascii: "-") && ByteClass.isWordLike(cursor.byte(cursor.position + 1)))
  }

  private static let cues = WordTable<Bool>(["on", "dated", "since", "until", "by"].map { ($0, true) })
}
