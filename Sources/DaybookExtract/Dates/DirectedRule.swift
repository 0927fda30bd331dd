import DaybookCore

/// Reads a unit, month, weekday or season that is told by its direction: "last week", "next Friday", "this
/// year", "last September", "the next day", "the following year", "the same day".
///
/// "last", "this" and "next" count from the time of writing; "the next day", "the following …" and "the same
/// …" from the date that the text last named. "the last 5 years" is a stretch and left. Source: TimeML 1.2.1.
struct DirectedRule: MentionRule {
  let name = "directed"
  let examples: [RuleExample] = [
    .reads("passed «last September», due «next week»", as: "last XXXX-09", "week+1"),
    .reads("«this year» and «next Friday»", as: "year+0", "next XXXX-WXX-5"),
    .reads("retracted «the next day» and «the same day»", as: "narrative day+1", "narrative day+0"),
    .reads("again «the following year»", as: "narrative year+1"),
    .ignores("the last 5 years of this study"),
    .ignores("at last, months passed; the same daybook"),
  ]
  let triggers: Triggers = [.words(DateWordTable.directions.map(\.0))]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let word = cursor.word
    guard let known = DateWord.of(word), let direction = Direction(rawValue: known.value),
      MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    cursor.position += word.count
    guard cursor.skipBlanks(lines: true) else { return nil }
    let start = DateParts.articleStart(cursor, before: trigger)
    let hasArticle = start < trigger
    let target = cursor.word
    let isCapital = cursor.isUppercase(at: cursor.position)
    guard let noun = DateWord.of(target) ?? unitOfOrdinal(target) else { return nil }
    cursor.position += target.count
    guard !ByteClass.isWordLike(cursor.current) || cursor.current >= 0x80 else { return nil }
    switch noun.kind {
    case .unit:
      guard let unit = DateUnit(rawValue: noun.value), unit.rawValue >= DateUnit.day.rawValue,
        !DirectedRule.isPlural(target)
      else {
        return nil
      }
      // "that day" is a date, "that year" often is none; "past week" is the week before.
      if word == FoldedWord("that"), unit != .day { return nil }
      let ofNarrative =
        direction == .same || direction == .following || direction == .previous
        || unit == .day && direction != .this
        || hasArticle && direction == .next
      if unit == .day, direction == .last || direction == .this { return nil }
      return .date(
        DateExpression(.unit(unit, DirectedRule.steps(direction), ofNarrative: ofNarrative)), start: start)
    case .month:
      guard isCapital else { return nil }
      var expression = DateExpression.calendar(month: noun.value)
      expression.direction = direction
      return .date(expression, start: start)
    case .weekday:
      guard isCapital || !noun.isShort else { return nil }
      var expression = DateExpression.calendar(weekday: noun.value)
      expression.direction = direction
      return .date(expression, start: start)
    case .season:
      var expression = DateExpression(.yearPart(.season(noun.value), year: nil))
      expression.direction = direction
      return .date(expression, start: start)
    case .dayPart:
      var expression = DateExpression(.unit(.day, direction == .last ? -1 : 0, ofNarrative: false))
      guard direction == .this || direction == .last || direction == .same else { return nil }
      expression.dayPart = DayPart(rawValue: noun.value)
      return .date(expression, start: start)
    default: return nil
    }
  }

  static func steps(_ direction: Direction) -> Int {
    switch direction {
    case .last, .previous: -1
    case .this, .same: 0
    case .next, .following: 1
    }
  }

  /// "quarter" and the like are units; "second" is listed as an ordinal.
  private func unitOfOrdinal(_ word: FoldedWord) -> DateWord? { nil }

  static func isPlural(_ word: FoldedWord) -> Bool { plurals[word] != nil }

  private static let plurals = WordTable<Bool>(
    [
      "days", "weeks", "months", "years", "quarters", "decades", "centuries", "fortnights", "hours",
      "minutes", "weekends",
    ].map {
      ($0, true)
    })
}
