import DaybookCore

/// Reads a weekday, with the date beside it: "Tuesday 15 February", "Friday 21st", "Monday".
///
/// A weekday alone that looks like a name is left: "man Friday". Source: TimeML 1.2.1.
struct WeekdayRule: MentionRule {
  let name = "weekday"
  let examples: [RuleExample] = [
    .reads("On «Tuesday 15 February» we met", as: "XXXX-02-15"),
    .reads("until «Wed, 4 May 2022» or «Tuesday, February 15, 2022»", as: "2022-05-04", "2022-02-15"),
    .reads("again on «Friday 21st»; by «Monday»", as: "XXXX-XX-21", "XXXX-WXX-1"),
    .ignores("Robinson Crusoe's man Friday sat there"),
    .ignores("she wed him and the sun shone"),
  ]
  let triggers: Triggers = [.words(DateWordTable.weekdayTriggers)]

  private let dayMonth = DayMonthRule()
  private let month = MonthRule()
  private let numeric = NumericDateRule()

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard MonthRule.isWordStart(cursor, start), let known = DateWord.of(cursor.word) else { return nil }
    let word = cursor.word
    cursor.position += word.count
    let afterName = cursor.position
    if ByteClass.isWordLike(cursor.current), cursor.current < 0x80 { return nil }
    if known.isShort, cursor.current == UInt8(ascii: ".") { cursor.position += 1 }

    var trial = cursor
    var separated = trial.skipBlanks(lines: true)
    if trial.take(UInt8(ascii: ",")) {
      trial.skipBlanks(lines: true)
      separated = true
    }
    if separated {
      if trial.take(FoldedWord("the")) { trial.skipBlanks() }
      for rule in [dayMonth, month, numeric] as [any MentionRule] {
        var attempt = trial
        guard let match = rule.match(at: &attempt, context: context), case .date(var expression) = match.value
        else { continue }
        guard let dated = WeekdayRule.adding(known.value, to: expression) else { continue }
        expression = dated
        cursor = attempt
        return .date(expression)
      }
      if let day = DateParts.ordinalWord(&trial), (1...31).contains(day), !ByteClass.isLetter(trial.current),
        trial.byte(trial.position) != UInt8(ascii: "-"), !isNamed(trial)
      {
        cursor = trial
        return .date(.calendar(day: day, weekday: known.value))
      }
      if let day = DateParts.day(&trial), day.hasSuffix {
        cursor = trial
        return .date(.calendar(day: day.value, weekday: known.value))
      }
    }
    cursor.position = afterName
    guard WeekdayRule.isAllowedAlone(cursor, known: known, start: start, context: context) else { return nil }
    var expression = DateExpression.calendar(weekday: known.value)
    if let direction = directionBehind(&cursor) { expression.direction = direction }
    return .date(expression)
  }

  /// "Friday next", "Monday last": as letters put it. "Friday next week" is read elsewhere.
  private func directionBehind(_ cursor: inout TextCursor) -> Direction? {
    var trial = cursor
    guard trial.skipBlanks() else { return nil }
    let isNext = trial.take(FoldedWord("next"))
    guard isNext || trial.take(FoldedWord("last")) else { return nil }
    var after = trial
    after.skipBlanks(lines: true)
    guard after.word.count == 0 && !ByteClass.isDigit(after.current) || after.isAtEnd else { return nil }
    cursor = trial
    return isNext ? .coming : .gone
  }

  /// "Tuesday first thing", "Monday second half": an ordinal of something else.
  private func isNamed(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    return trial.word.count > 0 && Prepositions.table[trial.word] == nil
  }

  static func adding(_ weekday: Int, to expression: DateExpression) -> DateExpression? {
    var result = expression
    switch expression.form {
    case .calendar(var fields):
      guard fields.day != nil else { return nil }
      fields.weekday = weekday
      result.form = .calendar(fields)
    case .numeric(var numbers):
      numbers.weekday = weekday
      result.form = .numeric(numbers)
    case .range(let first, let last):
      guard let opening = adding(weekday, to: first) else { return nil }
      result.form = .range(opening, last)
    case .impossible: break
    default: return nil
    }
    return result
  }

  static func isAllowedAlone(_ cursor: TextCursor, known: DateWord, start: Int, context: RuleContext) -> Bool
  {
    let previous = cursor.previousWord(before: start)
    let follows = Prepositions.leadsToDate(previous.word)
    if isWholeLine(cursor, start) { return true }
    if known.isShort { return cursor.isUppercase(at: start) && firmCues[previous.word] != nil }
    if !cursor.isUppercase(at: start) { return follows || leadsOn(cursor) }
    if follows || previous.word.count == 0 { return true }
    if names.contains(previous.word) { return false }
    if context.locale == "en-US" { return true }
    return !cursor.isUppercase(at: previous.start)
  }

  /// Words before a short form that leave no doubt: "on Sun", not "for Sun Alliance".
  private static let firmCues = WordTable<Bool>(
    ["on", "by", "until", "till", "this", "next", "last", "every", "since", "from", "each", "coming"].map {
      ($0, true)
    })

  /// A part of the day or a time follows: "tuesday afternoon", "friday at 4pm".
  private static func leadsOn(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    if DateWord.of(trial.word)?.kind == .dayPart { return true }
    guard trial.take(FoldedWord("at")), trial.skipBlanks() else { return false }
    return ByteClass.isDigit(trial.current)
  }

  /// Nothing else stands on the line.
  private static func isWholeLine(_ cursor: TextCursor, _ start: Int) -> Bool {
    var after = cursor
    _ = after.take(UInt8(ascii: "."))
    after.skipBlanks()
    return cursor.isAtLineStart(start) && (after.isAtEnd || after.current == 0x0A || after.current == 0x0D)
  }

  private static let names = [
    FoldedWord("man"), FoldedWord("girl"), FoldedWord("good"), FoldedWord("black"), FoldedWord("bloody"),
    FoldedWord("ash"),
  ]
}
