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
    .reads("booked for «the week of the 18th»; «week 3 of 2027»", as: "week of XXXX-XX-18", "2027-W03"),
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
      if word == FoldedWord("week"), let number = numbered(cursor, trigger, context) {
        cursor = number.cursor
        return number.match
      }
      guard cursor.skipBlanks(), WeekRule.openings[cursor.word] != nil else { return nil }
      cursor.position += cursor.word.count
    }
    _ = cursor.take(UInt8(ascii: ":"))
    guard cursor.skipBlanks(lines: true) else { return nil }
    if cursor.take(FoldedWord("on")) { cursor.skipBlanks() }
    if cursor.take(FoldedWord("the")) {
      cursor.skipBlanks()
      var trial = cursor
      if let day = DateParts.day(&trial), day.hasSuffix, word != FoldedWord("weekend"),
        !ByteClass.isLetter(trial.current)
      {
        var after = trial
        after.skipBlanks()
        if after.word.count == 0 || Prepositions.table[after.word] != nil && after.word != FoldedWord("of") {
          cursor = trial
          return .date(
            DateExpression(.week(.calendar(day: day.value))),
            start: DateParts.articleStart(cursor, before: trigger))
        }
      }
    }
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

  /// "week 3 of 2027", and in America "week 31" alone; elsewhere weeks are numbered by terms and projects.
  private func numbered(_ cursor: TextCursor, _ trigger: Int, _ context: RuleContext) -> (
    match: Match, cursor: TextCursor
  )? {
    var trial = cursor
    guard trial.skipBlanks(), let number = trial.number(digits: 1...2), (1...53).contains(number.value),
      DateParts.isNumberEnd(trial, trial.position), trial.current != UInt8(ascii: "-")
    else { return nil }
    let end = trial.position
    let year = DateParts.yearTail(&trial, shortAllowed: false)
    if year == nil {
      trial.position = end
      var after = trial
      guard context.locale == "en-US", !after.skipBlanks() || after.word != FoldedWord("of") else {
        return nil
      }
    }
    var expression = DateExpression(.weekNumber(number.value, year: year))
    expression.isLoose = year == nil
    return (.date(expression, start: DateParts.articleStart(cursor, before: trigger)), trial)
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
