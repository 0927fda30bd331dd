import DaybookCore

/// Reads a working day counted from a date: "the 20th working day following 7 April 2022", "the tenth working day
/// before 3 May".
///
/// Source: Freedom of Information Act 2000, s. 10(1): "the twentieth working day following the date of receipt".
struct WorkingDayRule: MentionRule {
  let name = "working-day"
  let examples: [RuleExample] = [
    .reads(
      "due on «the 20th working day following 7 April 2022», «the tenth working day before 3 May»",
      as: "2022-04-07+P20D",
      "XXXX-05-03-P10D"),
    .ignores("the twentieth working day following the date of receipt; the 20th working day of the plan"),
  ]
  let triggers: Triggers = [.digit, .words(DateWordTable.ordinals.map(\.0) + ["twenty", "thirty"])]

  private let rules: [any MentionRule] = [DayMonthRule(), MonthRule(), WeekdayRule(), NumericDateRule()]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard let count = count(&cursor, trigger), cursor.skipBlanks(lines: true),
      cursor.take(FoldedWord("working")) || cursor.take(FoldedWord("business")),
      cursor.skipBlanks(lines: true),
      cursor.take(FoldedWord("day")), cursor.skipBlanks(lines: true),
      let sign = WorkingDayRule.sides[cursor.word]
    else { return nil }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(lines: true) else { return nil }
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    for rule in rules {
      var trial = cursor
      guard let match = rule.match(at: &trial, context: context), case .date(let day) = match.value,
        day.isDayOrRange, day.isDayLike
      else { continue }
      cursor = trial
      var amount = TimeAmount()
      amount.workingDays = count
      return .date(
        DateExpression(.shifted(amount, sign, day)), start: DateParts.articleStart(cursor, before: trigger))
    }
    return nil
  }

  /// "20th", "twentieth".
  private func count(_ cursor: inout TextCursor, _ trigger: Int) -> Int? {
    if ByteClass.isDigit(cursor.current) {
      guard DateParts.isNumberStart(cursor, trigger), let number = cursor.number(digits: 1...3)?.value,
        (1...260).contains(number), DateParts.ordinalSuffix(&cursor), !ByteClass.isLetter(cursor.current)
      else { return nil }
      return number
    }
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    return DateParts.ordinalWord(&cursor)
  }

  private static let sides = WordTable<Int>([
    ("following", 1), ("after", 1), ("from", 1), ("before", -1), ("preceding", -1),
  ])
}
