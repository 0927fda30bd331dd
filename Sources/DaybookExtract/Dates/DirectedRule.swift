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
    .reads("«this coming Monday» or «the week after next»", as: "coming XXXX-WXX-1", "week+2"),
    .reads("read «earlier that day»; sold «later this year»", as: "narrative day+0", "late year+0"),
    .ignores("the last 5 years of this study"),
    .ignores("at last, months passed; the same daybook"),
  ]
  let triggers: Triggers = [
    .words(
      DateWordTable.directions.map(\.0) + ["week", "month", "year"] + DateWordTable.weekdayNames.map(\.0))
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let word = cursor.word
    guard let known = DateWord.of(word), MonthRule.isWordStart(cursor, trigger) else { return nil }
    if known.kind == .unit || known.kind == .weekday { return afterNext(&cursor, known, trigger) }
    guard let direction = Direction(rawValue: known.value) else { return nil }
    cursor.position += word.count
    guard cursor.skipBlanks(lines: true) else { return nil }
    // "this past year", "this coming Sunday", "the very next day"
    if direction == .this, let inner = DateWord.of(cursor.word), inner.kind == .direction,
      let second = Direction(rawValue: inner.value), second == .last || second == .coming
    {
      var trial = cursor
      trial.position += trial.word.count
      guard trial.skipBlanks() else { return nil }
      let near: Direction = second == .last ? .gone : .coming
      return target(&trial, near, word: cursor.word, trigger, start: trigger).map {
        cursor = trial
        return $0
      }
    }
    return target(&cursor, direction, word: word, trigger, start: leadStart(cursor, before: trigger))
  }

  /// Where "the", "the very" or "earlier" before an offset begins.
  private func leadStart(_ cursor: TextCursor, before trigger: Int) -> Int {
    DateParts.articleStart(cursor, before: trigger)
  }

  /// "the week after next": two on.
  private func afterNext(_ cursor: inout TextCursor, _ known: DateWord, _ trigger: Int) -> Match? {
    cursor.position += cursor.word.count
    guard cursor.skipBlanks() else { return nil }
    let isAfter = cursor.word == FoldedWord("after")
    guard isAfter || cursor.word == FoldedWord("before") else { return nil }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(), cursor.take(isAfter ? FoldedWord("next") : FoldedWord("last")),
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    if known.kind == .weekday {
      var day = DateExpression.calendar(weekday: known.value)
      day.direction = isAfter ? .coming : .gone
      var week = TimeAmount()
      week.weeks = 1
      return .date(DateExpression(.shifted(week, isAfter ? 1 : -1, day)))
    }
    guard let unit = DateUnit(rawValue: known.value) else { return nil }
    return .date(
      DateExpression(.unit(unit, isAfter ? 2 : -2, ofNarrative: false)),
      start: DateParts.articleStart(cursor, before: trigger))
  }

  private func target(
    _ cursor: inout TextCursor, _ direction: Direction, word: FoldedWord, _ trigger: Int, start: Int
  ) -> Match? {
    let hasArticle = start < trigger
    var target = cursor.word
    if target == FoldedWord("calendar") || target == FoldedWord("whole") || target == FoldedWord("full") {
      cursor.position += target.count
      guard cursor.skipBlanks() else { return nil }
      target = cursor.word
    }
    let isCapital = cursor.isUppercase(at: cursor.position)
    guard let noun = DateWord.of(target) else { return nil }
    cursor.position += target.count
    guard !ByteClass.isWordLike(cursor.current) || cursor.current >= 0x80 else { return nil }
    switch noun.kind {
    case .unit:
      return unit(&cursor, noun, target, direction, word: word, trigger, start: start, hasArticle: hasArticle)
    case .month:
      let isAmbiguous = target == DateParts.wordMay || target == DateParts.wordMarch
      guard isCapital || !noun.isShort && !isAmbiguous else { return nil }
      if cursor.current == UInt8(ascii: "."), noun.isShort { cursor.position += 1 }
      var fields = DateFields(month: noun.value)
      var trial = cursor
      if direction == .last || direction == .next || direction == .this || direction == .coming,
        trial.skipBlanks(),
        let day = DateParts.day(&trial), DateParts.isNumberEnd(trial, trial.position),
        DayMonthRule.exists(day.value, noun.value, nil), !isCounted(trial)
      {
        fields.day = day.value
        cursor = trial
      }
      var expression = DateExpression(.calendar(fields))
      expression.direction = direction
      return .date(expression, start: start)
    case .weekday:
      guard isCapital || !noun.isShort || direction == .next || direction == .last || direction == .coming,
        word != FoldedWord("that")
      else { return nil }
      var expression = DateExpression.calendar(weekday: noun.value)
      expression.direction = word == FoldedWord("past") ? .gone : direction
      return .date(expression, start: start)
    case .season:
      var expression = DateExpression(.yearPart(.season(noun.value), year: nil))
      // "the next spring" goes on from the text, "next spring" from now.
      expression.direction = direction == .next && hasArticle ? .following : direction
      return .date(expression, start: start)
    case .dayPart:
      let isNext = direction == .next || direction == .following
      var expression = DateExpression(
        .unit(.day, direction == .last ? -1 : isNext ? 1 : 0, ofNarrative: direction == .same || isNext))
      guard direction == .this || direction == .last || direction == .same || isNext else { return nil }
      expression.dayPart = DayPart(rawValue: noun.value)
      return .date(expression, start: start)
    default: return nil
    }
  }

  private func isCounted(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    trial.skipBlanks()
    return Amounts.unit(trial.word) != nil
  }

  private func unit(
    _ cursor: inout TextCursor, _ noun: DateWord, _ target: FoldedWord, _ direction: Direction,
    word: FoldedWord, _ trigger: Int, start: Int, hasArticle: Bool
  ) -> Match? {
    guard let unit = DateUnit(rawValue: noun.value), !DirectedRule.isPlural(target) else { return nil }
    if target == FoldedWord("night") {
      guard direction == .this || direction == .last || direction == .same else { return nil }
      var expression = DateExpression(
        .unit(.day, direction == .last ? -1 : 0, ofNarrative: direction == .same))
      expression.dayPart = .night
      return .date(expression, start: start)
    }
    guard unit.rawValue >= DateUnit.day.rawValue, !isTitle(cursor, trigger) else { return nil }
    // "next week's", "this week-end" and "last week of May" are read by others.
    if unit == .week, cursor.current == UInt8(ascii: "-"),
      cursor.word(at: cursor.position + 1) == FoldedWord("end")
    {
      cursor.position += 4
      return .date(
        DateExpression(.unit(.weekend, DirectedRule.steps(direction), ofNarrative: false)), start: start)
    }
    // "that day" is a date, "that year" often is none; "past week" is the week before.
    if word == FoldedWord("that"), unit != .day, unit != .weekend, unit != .year, unit != .month {
      return nil
    }
    let ofNarrative =
      direction == .same || direction == .following || direction == .previous
      || unit == .day && direction != .this
      || hasArticle && direction == .next
    if unit == .day, direction == .last || direction == .this { return nil }
    var expression = DateExpression(
      .unit(unit, DirectedRule.steps(direction), ofNarrative: ofNarrative))
    let lead = cursor.previousWord(before: start)
    var begin = start
    if lead.word == FoldedWord("later") || lead.word == FoldedWord("earlier") {
      begin = lead.start
      if unit != .day { expression.part = lead.word == FoldedWord("later") ? .end : .start }
    }
    return .date(expression, start: begin)
  }

  /// "This Week", with both capitals behind a quotation mark: a programme.
  private func isTitle(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    guard trigger > 0, cursor.isUppercase(at: trigger), !cursor.isUppercase(at: trigger + 1),
      cursor.isUppercase(at: cursor.word(endingAt: cursor.position).start)
    else { return false }
    return cursor.bytes[trigger - 1] == UInt8(ascii: "\"")
      || TextCursor.isQuote(cursor.bytes, endingAt: trigger)
  }

  static func steps(_ direction: Direction) -> Int {
    switch direction {
    case .last, .previous, .gone: -1
    case .this, .same: 0
    case .next, .following, .coming: 1
    }
  }

  static func isPlural(_ word: FoldedWord) -> Bool { plurals[word] != nil }

  private static let plurals = WordTable<Bool>(
    [
      "days", "weeks", "months", "years", "quarters", "decades", "centuries", "fortnights", "hours",
      "minutes", "weekends", "nights", "seconds",
    ].map {
      ($0, true)
    })
}
