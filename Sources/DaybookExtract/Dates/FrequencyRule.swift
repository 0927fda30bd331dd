import DaybookCore

/// Reads how often: "every Friday", "every two-to-four hours", "each month", "daily"; gives no date.
///
/// What it takes is no date for another rule. Source: TimeML 1.2.1, type SET.
struct FrequencyRule: MentionRule {
  let name = "frequency"
  let examples: [RuleExample] = [
    .reads("extracted «every four hours», «every day»", as: "every PT4H", "every P1D"),
    .reads("«every two-to-four hours»; a report «every Friday»", as: "every PT2H", "every XXXX-WXX-5"),
    .reads(
      "open «Mondays» and «Friday mornings», «every Monday evening»", as: "every XXXX-WXX-1",
      "every XXXX-WXX-5TMO", "every XXXX-WXX-1TEV"),
    .reads("the auditors come «annually»", as: "every P1Y"),
    .reads("they meet «every second Tuesday» and «every third month»", as: "every XXXX-WXX-2", "every P3M"),
    .ignores("every pupil of each school"),
  ]
  private static let weekdays = WordTable<Int>(
    DateWordTable.weekdayNames.map { ($0.0 + "s", $0.1) })
  private static let pluralParts = WordTable<String>([
    ("mornings", "TMO"), ("afternoons", "TAF"), ("evenings", "TEV"), ("nights", "TNI"),
  ])

  let triggers: Triggers = [
    .words(DateWordTable.weekdayNames.map { $0.0 + "s" } + DateWordTable.weekdayNames.map(\.0)),
    .words(["first", "second", "third", "fourth", "last"]),
    .words([
      "every", "each", "daily", "weekly", "monthly", "annually", "yearly", "quarterly", "fortnightly",
      "hourly", "everyday", "nightly",
    ]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    let word = cursor.word
    cursor.position += word.count
    if let weekday = FrequencyRule.weekdays[word] {
      // "Mondays", "Friday mornings"
      guard cursor.current != UInt8(ascii: "'") else { return nil }
      return .date(DateExpression(.frequency("XXXX-WXX-\(weekday)")))
    }
    if let known = DateWord.of(word), known.kind == .weekday {
      guard cursor.skipBlanks(), let part = FrequencyRule.pluralParts[cursor.word] else { return nil }
      cursor.position += cursor.word.count
      return .date(DateExpression(.frequency("XXXX-WXX-\(known.value)\(part)")))
    }
    if let known = DateWord.of(word), known.kind == .ordinal || known.kind == .direction {
      return ofMonth(&cursor, trigger)
    }
    if let period = FrequencyRule.adverbs[word] {
      if word == FoldedWord("quarterly"), isAdjective(cursor) { return nil }
      if word == FoldedWord("annually") || word == FoldedWord("yearly"), isRate(cursor, trigger) {
        return nil
      }
      if word == FoldedWord("daily"), isMeasure(cursor) { return nil }
      return cursor.current == UInt8(ascii: "-") ? nil : .date(DateExpression(.frequency(period)))
    }
    guard cursor.skipBlanks(lines: true) else { return nil }
    var isSecond = false
    if cursor.word == FoldedWord("other") {
      cursor.position += 5
      cursor.skipBlanks()
      isSecond = true
    }
    var step = isSecond ? 2 : 1
    if let count = DateWord.of(cursor.word), count.kind == .ordinal || cursor.word == FoldedWord("second"),
      count.value <= 12
    {
      // "every third month", "every second Tuesday"
      var trial = cursor
      trial.position += trial.word.count
      if trial.skipBlanks(), let noun = DateWord.of(trial.word), noun.kind == .weekday || noun.kind == .unit {
        cursor = trial
        step = count.value
      }
    }
    if let known = DateWord.of(cursor.word) {
      switch known.kind {
      case .weekday:
        cursor.position += cursor.word.count
        return .date(DateExpression(.frequency("XXXX-WXX-\(known.value)" + (dayPart(&cursor) ?? ""))))
      case .dayPart:
        guard let text = FrequencyRule.dayPartText(known) else { return nil }
        cursor.position += cursor.word.count
        return .date(DateExpression(.frequency(text)))
      case .month:
        guard cursor.isUppercase(at: cursor.position) else { return nil }
        cursor.position += cursor.word.count
        return .date(DateExpression(.frequency("XXXX-\(Digits.padded(known.value, to: 2))")))
      case .unit:
        if cursor.word == FoldedWord("night") {
          cursor.position += 5
          return .date(DateExpression(.frequency("TNI")))
        }
        guard let unit = DateUnit(rawValue: known.value),
          let period = FrequencyRule.period(unit, step)
        else { return nil }
        cursor.position += cursor.word.count
        guard !ByteClass.isLetter(cursor.current) else { return nil }
        return .date(DateExpression(.frequency(period)))
      default: break
      }
    }
    // "every two-to-four hours"
    var trial = cursor
    if let low = DateWord.of(trial.word), low.kind == .cardinal {
      trial.position += trial.word.count
      if trial.take(UInt8(ascii: "-")), trial.take(FoldedWord("to")), trial.take(UInt8(ascii: "-")),
        let high = Amounts.amount(&trial)
      {
        var amount = high
        amount.hours = high.hours > 0 ? low.value : 0
        amount.minutes = high.minutes > 0 ? low.value : 0
        amount.days = high.days > 0 ? low.value : 0
        amount.weeks = high.weeks > 0 ? low.value : 0
        amount.months = high.months > 0 ? low.value : 0
        amount.years = high.years > 0 ? low.value : 0
        cursor = trial
        return .date(DateExpression(.frequency(amount.isoText)))
      }
    }
    guard var amount = Amounts.amount(&cursor) else { return nil }
    amount.upTo = nil
    return .date(DateExpression(.frequency(amount.isoText)))
  }

  /// "morning" behind "every Monday".
  private func dayPart(_ cursor: inout TextCursor) -> String? {
    var trial = cursor
    guard trial.skipBlanks(), let known = DateWord.of(trial.word), known.kind == .dayPart,
      let text = FrequencyRule.dayPartText(known)
    else { return nil }
    cursor = trial
    cursor.position += cursor.word.count
    return text
  }

  static func dayPartText(_ known: DateWord) -> String? {
    ["TMO", "TAF", "TEV", "TNI"].indices.contains(known.value)
      ? ["TMO", "TAF", "TEV", "TNI"][known.value] : nil
  }

  /// "20% annually", "10,000 units annually": a rate.
  private func isRate(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    let end = cursor.blanksStart(before: trigger, lines: true)
    guard end > 1 else { return false }
    let before = cursor.bytes[end - 1]
    if ByteClass.isDigit(before) || before == UInt8(ascii: "%") { return true }
    let word = cursor.word(endingAt: end).word
    return word == FoldedWord("million") || word == FoldedWord("billion")
      || before == UInt8(ascii: "s") && word.count > 4
  }

  /// "daily volume": of what kind, not how often.
  private func isMeasure(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    trial.skipBlanks(lines: true)
    return FrequencyRule.measures[trial.word] != nil
  }

  private static let measures = WordTable<Bool>(
    ["volume", "share", "trading", "average", "turnover", "dividends", "limit", "rate", "allowance"].map {
      ($0, true)
    })

  /// "quarterly dividend": of what kind, not how often.
  private func isAdjective(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks(lines: true), trial.word.count > 0 else { return false }
    return Prepositions.table[trial.word] == nil && trial.word != FoldedWord("with")
      && trial.word != FoldedWord("as")
  }

  /// "the first Tuesday of each month".
  private func ofMonth(_ cursor: inout TextCursor, _ trigger: Int) -> Match? {
    guard cursor.skipBlanks(), let weekday = DateWord.of(cursor.word), weekday.kind == .weekday else {
      return nil
    }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(), cursor.take(FoldedWord("of")) || cursor.take(FoldedWord("in")),
      cursor.skipBlanks(),
      cursor.take(FoldedWord("each")) || cursor.take(FoldedWord("every")) || cursor.take(FoldedWord("the")),
      cursor.skipBlanks(),
      cursor.take(FoldedWord("month"))
    else { return nil }
    return .date(
      DateExpression(.frequency("XXXX-XX-WXX-\(weekday.value)")),
      start: DateParts.articleStart(cursor, before: trigger))
  }

  static func period(_ unit: DateUnit, _ count: Int) -> String? {
    switch unit {
    case .hour: "PT\(count)H"
    case .minute: "PT\(count)M"
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .fortnight: "P\(count * 2)W"
    case .month: "P\(count)M"
    case .quarter: "P\(count * 3)M"
    case .year: "P\(count)Y"
    case .weekend: "XXXX-WXX-WE"
    case .decade: "P\(count * 10)Y"
    default: nil
    }
  }

  private static let adverbs = WordTable<String>([
    ("daily", "P1D"), ("weekly", "P1W"), ("monthly", "P1M"), ("annually", "P1Y"), ("yearly", "P1Y"),
    ("quarterly", "P3M"), ("everyday", "P1D"), ("nightly", "P1D"),
    ("fortnightly", "P2W"), ("hourly", "PT1H"),
  ])
}
