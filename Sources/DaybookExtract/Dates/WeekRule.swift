import DaybookCore

/// Reads a week or weekend by a day in it: "w/c 7 Feb", "week commencing 21 February 2022", "week ending 11
/// March", "the weekend of 12-13 March".
///
/// Source: own reading of British minutes; ISO 8601-1 for the week.
struct WeekRule: MentionRule {
  let name = "week"
  let examples: [RuleExample] = [
    .reads(
      "Training «w/c 7 Feb»; live «week commencing 21 February 2022»", as: "week of XXXX-02-07",
      "week of 2022-02-21"),
    .reads("for «week ending Friday 11 February 2022»", as: "week of 2022-02-11"),
    .reads("on «the weekend of 12-13 March»", as: "weekend of XXXX-03-12/XXXX-03-13"),
    .ignores("a week of rain, the weekend of their lives, w/o 7 Feb"),
  ]
  let triggers: Triggers = [.words(["w", "week", "weekend", "wc"])]

  private let rules: [any MentionRule] = [DayMonthRule(), MonthRule(), WeekdayRule(), NumericDateRule()]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    let word = cursor.word
    cursor.position += word.count
    if word == FoldedWord("w") {
      guard cursor.take(UInt8(ascii: "/")),
        cursor.current | 0x20 == UInt8(ascii: "c") || cursor.current | 0x20 == UInt8(ascii: "e")
          || cursor.current | 0x20 == UInt8(ascii: "b")
      else { return nil }
      cursor.position += 1
      guard !ByteClass.isLetter(cursor.current) else { return nil }
    } else if word != FoldedWord("wc") {
      guard cursor.skipBlanks(), WeekRule.openings[cursor.word] != nil else { return nil }
      cursor.position += cursor.word.count
    }
    _ = cursor.take(UInt8(ascii: ":"))
    guard cursor.skipBlanks(lines: true) else { return nil }
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks() }
    for rule in rules {
      var trial = cursor
      guard let match = rule.match(at: &trial, context: context), case .date(let day) = match.value,
        day.isDayOrRange
      else { continue }
      cursor = trial
      return .date(
        DateExpression(word == FoldedWord("weekend") ? .weekend(day) : .week(day)),
        start: DateParts.articleStart(cursor, before: trigger))
    }
    return nil
  }

  private static let openings = WordTable<Bool>(
    ["commencing", "beginning", "ending", "starting", "of", "ended"].map { ($0, true) })
}

extension DateExpression {
  var isDayOrRange: Bool {
    switch form {
    case .calendar(let fields): fields.day != nil
    case .numeric: true
    case .range(let first, _): first.isDayOrRange
    default: false
    }
  }
}
