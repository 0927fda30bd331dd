import DaybookCore

/// Reads which one of several inside a longer stretch: "the third Thursday of November", "last Monday in
/// May", "the first week of October 2014", "the last day of this month", "the 20th of next month", "Tuesday
/// of next week", "Wednesday next week".
///
/// Source: TimeML 1.2.1; own reading of minutes and notices.
struct NthRule: MentionRule {
  let name = "nth"
  let examples: [RuleExample] = [
    .reads("meets on «the third Thursday of November»", as: "WXX-4 3 of XXXX-11"),
    .reads("by «the last Monday in May 2021»", as: "WXX-1 -1 of 2021-05"),
    .reads(
      "«the first week of October 2014», «the last day of this month»", as: "week 1 of 2014-10",
      "day -1 of month+0"),
    .reads(
      "on «the 20th of next month»; on «Tuesday of next week»", as: "day 20 of month+1", "WXX-2 1 of week+1"),
    .reads("came «Wednesday next week»; «the first half of 2022»", as: "WXX-3 1 of week+1", "half 1 of 2022"),
    .reads(
      "closes on «the last working day of February»; «the third working day of next month»",
      as: "working day -1 of XXXX-02", "working day 3 of month+1"),
    .ignores("the first week of rain, last Monday in bed, the 20th of them, the first of May"),
    .ignores("the first Tuesday of each month"),
  ]
  let triggers: Triggers = [
    .digit,
    .words(DateWordTable.ordinals.map(\.0) + ["last", "final", "opening", "closing", "twenty", "thirty"]),
    .words(DateWordTable.weekdayTriggers),
  ]

  private let month = MonthRule()
  private let directed = DirectedRule()

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard
      ByteClass.isDigit(cursor.current)
        ? DateParts.isNumberStart(cursor, trigger) : MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    if let known = DateWord.of(cursor.word), known.kind == .weekday {
      return weekday(&cursor, known, trigger, context)
    }
    guard var number = count(&cursor) else { return nil }
    if number == 0 { return nil }
    let afterNumber = cursor
    let isDayNumber = ByteClass.isDigit(cursor.bytes[trigger])
    guard cursor.skipBlanks(lines: true) else { return nil }
    // "the second last week"
    if number > 0, cursor.word == NthRule.last {
      number = -number
      cursor.position += 4
      guard cursor.skipBlanks() else { return nil }
    }
    let unit: NthUnit
    if isDayNumber, cursor.word == NthRule.of {
      unit = .day
      cursor = afterNumber
    } else {
      guard let found = NthRule.unit(cursor.word) else { return nil }
      unit = found
      cursor.position += cursor.word.count
    }
    if case .workingDay = unit {
      guard cursor.skipBlanks(), cursor.take(FoldedWord("day")), !ByteClass.isLetter(cursor.current) else {
        return nil
      }
    }
    guard cursor.skipBlanks(lines: true), cursor.take(NthRule.of) || cursor.take(NthRule.in),
      cursor.skipBlanks(lines: true), let whole = whole(&cursor, unit, context, isDayNumber: isDayNumber)
    else { return nil }
    return .date(
      DateExpression(.nth(number, unit, whole)), start: DateParts.articleStart(cursor, before: trigger))
  }

  private static let (of, `in`, last, final, the, on) = (
    FoldedWord("of"), FoldedWord("in"), FoldedWord("last"), FoldedWord("final"), FoldedWord("the"),
    FoldedWord("on")
  )

  /// "first", "3rd", "last" (−1); 0 for what is no count.
  private func count(_ cursor: inout TextCursor) -> Int? {
    if ByteClass.isDigit(cursor.current) {
      guard let day = DateParts.day(&cursor) else { return nil }
      return day.hasSuffix || day.value > 0 ? day.value : nil
    }
    if cursor.take(NthRule.last) || cursor.take(NthRule.final) || cursor.take(FoldedWord("closing")) {
      return -1
    }
    if cursor.take(FoldedWord("opening")) { return 1 }
    return DateParts.ordinalWord(&cursor)
  }

  private static func unit(_ word: FoldedWord) -> NthUnit? {
    if let unit = units[word] { return unit }
    guard let known = DateWord.of(word), known.kind == .weekday else { return nil }
    return .weekday(known.value)
  }

  private static let units = WordTable<NthUnit>([
    ("day", .day), ("week", .week), ("weekend", .weekend), ("month", .month), ("quarter", .quarter),
    ("half", .half), ("wkend", .weekend), ("qtr", .quarter), ("working", .workingDay),
    ("business", .workingDay),
  ])

  /// The stretch: a month, a year, or one told by its direction.
  private func whole(_ cursor: inout TextCursor, _ unit: NthUnit, _ context: RuleContext, isDayNumber: Bool)
    -> DateExpression?
  {
    let start = cursor.position
    if cursor.take(NthRule.the) { cursor.skipBlanks() }
    if ByteClass.isDigit(cursor.current) {
      if unit.isDay, case .day = unit { return nil }
      return DateParts.year4(&cursor).map { .calendar(year: $0) }
    }
    guard let known = DateWord.of(cursor.word) else { return nil }
    switch known.kind {
    case .month:
      // "the 3rd of May" is a plain date.
      if isDayNumber { return nil }
      var trial = cursor
      guard let match = month.match(at: &trial, context: context) ?? bareMonth(&trial, known),
        case .date(let expression) = match.value, let fields = expression.fields, fields.day == nil
      else { return nil }
      cursor = trial
      return expression
    case .direction:
      var trial = cursor
      guard let match = directed.match(at: &trial, context: context),
        case .date(let expression) = match.value,
        expression.isLongStretch
      else { return nil }
      cursor = trial
      return expression
    case .unit:
      // "of the month", "of the year"
      guard cursor.position > start, let whole = DateUnit(rawValue: known.value),
        whole == .month || whole == .year, !DirectedRule.isPlural(cursor.word)
      else { return nil }
      cursor.position += cursor.word.count
      guard !ByteClass.isLetter(cursor.current) else { return nil }
      return DateExpression(.unit(whole, 0, ofNarrative: false))
    default: return nil
    }
  }

  private func bareMonth(_ cursor: inout TextCursor, _ known: DateWord) -> Match? {
    guard !known.isShort else { return nil }
    cursor.position += cursor.word.count
    return ByteClass.isLetter(cursor.current) ? nil : .date(.calendar(month: known.value))
  }

  /// "Tuesday of next week", "Wednesday next week".
  private func weekday(_ cursor: inout TextCursor, _ known: DateWord, _ trigger: Int, _ context: RuleContext)
    -> Match?
  {
    cursor.position += cursor.word.count
    if known.isShort, cursor.current == UInt8(ascii: ".") { cursor.position += 1 }
    var dayPart: DayPart?
    var trial = cursor
    if trial.skipBlanks(), let part = DateWord.of(trial.word), part.kind == .dayPart {
      dayPart = DayPart(rawValue: part.value)
      trial.position += trial.word.count
      cursor = trial
    }
    if cursor.take(UInt8(ascii: ",")) {}
    guard cursor.skipBlanks(lines: true) else { return nil }
    let hasOf = cursor.take(NthRule.of)
    if hasOf { cursor.skipBlanks(lines: true) }
    if hasOf, cursor.take(NthRule.the) { cursor.skipBlanks() }
    guard let direction = DateWord.of(cursor.word), direction.kind == .direction else { return nil }
    guard let match = directed.match(at: &cursor, context: context), case .date(let whole) = match.value,
      case .unit(.week, _, _) = whole.form
    else { return nil }
    var expression = DateExpression(.nth(1, .weekday(known.value), whole))
    expression.dayPart = dayPart
    return .date(expression, start: trigger)
  }
}

extension DateExpression {
  /// A month, a year or longer told by its direction.
  fileprivate var isLongStretch: Bool {
    switch form {
    case .unit(let unit, _, _): unit == .month || unit == .year || unit == .week || unit == .quarter
    case .calendar(let fields): fields.month != nil && fields.day == nil
    default: false
    }
  }
}
