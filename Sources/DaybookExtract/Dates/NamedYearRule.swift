import DaybookCore

/// Reads years that need not start in January: "academic year 2021/22", "2022-23 school year", "FY 2021-22",
/// "FY20/21", "this financial year".
///
/// Also "the year ending 31 March 2022". Source: as `DateResolver.yearSpan`.
struct NamedYearRule: MentionRule {
  let name = "named-year"
  let examples: [RuleExample] = [
    .reads("In «academic year 2021/22»", as: "academic 2021/2022"),
    .reads("The «2022-23 school year» began", as: "academic 2022/2023"),
    .reads(
      "Spend in «FY 2021-22» exceeded «FY20/21»; «the tax year 2019-20»", as: "financial 2021/2022",
      "financial 2020/2021", "tax 2019/2020"),
    .reads("within «this financial year»", as: "this financial year"),
    .reads("Figures for «the year ending 31 March 2022»", as: "2021-04-01/2022-03-31"),
    .reads("In «the year to March 2021» we lost two", as: "2020-04/2021-03"),
    .ignores("the school year group, academic years, FYI 2021"),
  ]
  let triggers: Triggers = [
    .digit, .words(["academic", "school", "financial", "fiscal", "tax", "fy", "year"]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    if ByteClass.isDigit(cursor.current) {
      guard DateParts.isNumberStart(cursor, trigger), let first = NamedYearRule.pair(&cursor),
        cursor.skipBlanks(),
        let kind = NamedYearRule.kind(&cursor)
      else { return nil }
      return .date(DateExpression(.yearSpan(first: first, kind)))
    }
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    if cursor.word == FoldedWord("fy") {
      cursor.position += 2
      cursor.skipBlanks()
      guard let first = NamedYearRule.pair(&cursor) ?? endYear(&cursor) else { return nil }
      return .date(DateExpression(.yearSpan(first: first, .financial)))
    }
    if cursor.word == FoldedWord("year") { return ending(&cursor, trigger, context) }
    guard let kind = NamedYearRule.kind(&cursor) else { return nil }
    let end = cursor.position
    cursor.skipBlanks()
    if cursor.take(FoldedWord("of")) { cursor.skipBlanks() }
    if let first = NamedYearRule.pair(&cursor) {
      return .date(
        DateExpression(.yearSpan(first: first, kind)), start: DateParts.articleStart(cursor, before: trigger))
    }
    cursor.position = end
    var expression = DateExpression(.yearSpan(first: nil, kind))
    let previous = cursor.previousWord(before: trigger)
    guard let word = DateWord.of(previous.word), word.kind == .direction,
      let direction = Direction(rawValue: word.value)
    else { return nil }
    var after = cursor
    if after.skipBlanks(), after.take(FoldedWord("group")) { return nil }
    expression.direction = direction
    // American fiscal years start in any month; nearest to the truth is the calendar year.
    if context.locale == "en-US", kind == .financial {
      expression = DateExpression(.unit(.year, DirectedRule.steps(direction), ofNarrative: false))
      expression.isApproximate = true
    }
    return .date(expression, start: DateParts.articleStart(cursor, before: previous.start))
  }

  /// "the year ending 31 March 2022": the twelve months up to that day.
  private func ending(_ cursor: inout TextCursor, _ trigger: Int, _ context: RuleContext) -> Match? {
    cursor.position += 4
    guard cursor.skipBlanks(lines: true),
      cursor.take(FoldedWord("ending")) || cursor.take(FoldedWord("ended")) || cursor.take(FoldedWord("to")),
      cursor.skipBlanks(lines: true)
    else { return nil }
    if !ByteClass.isDigit(cursor.current) {
      let isTo = cursor.previousWord(before: cursor.position).word == FoldedWord("to")
      return isTo ? endingMonth(&cursor, trigger, context) : nil
    }
    guard
      let match = DayMonthRule().match(at: &cursor, context: context),
      case .date(let expression) = match.value, let fields = expression.fields, let year = fields.year,
      let month = fields.month,
      let day = fields.day, let last = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let first = last.adding(days: 1).adding(months: -12)
    guard first.isInRange else { return nil }
    return .date(
      DateExpression(
        .range(
          .calendar(year: first.year, month: first.month, day: first.day),
          .calendar(year: year, month: month, day: day))),
      start: DateParts.articleStart(cursor, before: trigger))
  }

  /// "the year to March 2021": the twelve months up to that one.
  private func endingMonth(_ cursor: inout TextCursor, _ trigger: Int, _ context: RuleContext) -> Match? {
    guard let match = MonthRule().match(at: &cursor, context: context),
      case .date(let expression) = match.value,
      let fields = expression.fields, fields.day == nil, let year = fields.year, let month = fields.month,
      let first = CivilDate(year: year, month: month, day: 1)?.adding(months: -11), first.isInRange
    else { return nil }
    return .date(
      DateExpression(
        .range(.calendar(year: first.year, month: first.month), .calendar(year: year, month: month))),
      start: DateParts.articleStart(cursor, before: trigger))
  }

  /// "academic year", "tax year".
  static func kind(_ cursor: inout TextCursor) -> YearKind? {
    var trial = cursor
    guard let kind = kinds[trial.word] else { return nil }
    trial.position += trial.word.count
    guard trial.skipBlanks(lines: true), trial.take(FoldedWord("year")), !ByteClass.isLetter(trial.current)
    else { return nil }
    cursor = trial
    return kind
  }

  private static let kinds = WordTable<YearKind>([
    ("academic", .academic), ("school", .academic), ("financial", .financial), ("fiscal", .financial),
    ("tax", .tax),
  ])

  /// "2021/22", "2021-2022", "20/21": the first of two years that follow each other.
  static func pair(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard let first = trial.number(digits: 2...4), first.digits != 3,
      trial.take(UInt8(ascii: "/")) || DateParts.dash(&trial),
      let second = trial.number(digits: 2...4), second.digits != 3,
      DateParts.isNumberEnd(trial, trial.position),
      (first.value + 1) % 100 == second.value % 100
    else { return nil }
    let year = first.digits == 4 ? first.value : DateParts.century(first.value)
    guard (1900...2100).contains(year) else { return nil }
    cursor = trial
    return year
  }

  /// "FY2022": the year that it ends in.
  private func endYear(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard let year = trial.number(digits: 2...4), year.digits != 3,
      DateParts.isNumberEnd(trial, trial.position)
    else { return nil }
    let value = year.digits == 4 ? year.value : DateParts.century(year.value)
    guard (1900...2100).contains(value) else { return nil }
    cursor = trial
    return value - 1
  }
}
