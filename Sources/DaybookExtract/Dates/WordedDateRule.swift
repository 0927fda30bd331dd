import DaybookCore

/// Reads dates in words: "the First of March Two Thousand and Twenty-Two", "the fourteenth day of February
/// 2022".
///
/// Source: own reading of deeds and claim forms.
struct WordedDateRule: MentionRule {
  let name = "worded-date"
  let examples: [RuleExample] = [
    .reads("sealed on «the First of March Two Thousand and Twenty-Two»", as: "2022-03-01"),
    .reads(
      "dated «the fourteenth day of February 2022»; «the twenty-first of May»", as: "2022-02-14", "XXXX-05-21"
    ),
    .ignores("the first of many, the third day of term"),
  ]
  let triggers: Triggers = [.words(DateWordTable.ordinals.map(\.0) + ["twenty", "thirty"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger), let day = DateParts.ordinalWord(&cursor),
      (1...31).contains(day),
      DateParts.dayMonthGap(&cursor), let month = DateParts.month(&cursor), month.isCapital,
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    let end = cursor.position
    var year = DateParts.yearTail(&cursor, shortAllowed: false)
    if year == nil {
      cursor.position = end
      year = yearInWords(&cursor)
      if year == nil { cursor.position = end }
    }
    guard DayMonthRule.exists(day, month.value, year) else { return nil }
    return .date(
      .calendar(year: year, month: month.value, day: day),
      start: DateParts.articleStart(cursor, before: trigger))
  }

  /// "Two Thousand and Twenty-Two", "nineteen ninety-nine".
  private func yearInWords(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard trial.skipBlanks(lines: true), let first = number(&trial) else { return nil }
    trial.skipBlanks(lines: true)
    var value: Int
    if trial.take(FoldedWord("thousand")), first < 10 {
      value = first * 1000
      var probe = trial
      probe.skipBlanks(lines: true)
      if probe.take(FoldedWord("and")) { probe.skipBlanks(lines: true) }
      if let rest = number(&probe), rest < 100 {
        value += rest
        trial = probe
      }
    } else if (15...20).contains(first), let rest = number(&trial), rest < 100 {
      value = first * 100 + rest
    } else {
      return nil
    }
    guard (1500...2199).contains(value) else { return nil }
    cursor = trial
    return value
  }

  private func number(_ cursor: inout TextCursor) -> Int? {
    guard let known = DateWord.of(cursor.word), known.kind == .cardinal, known.value < 100 else { return nil }
    cursor.position += cursor.word.count
    guard known.value >= 20, known.value % 10 == 0 else { return known.value }
    var trial = cursor
    guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks(), let second = DateWord.of(trial.word),
      second.kind == .cardinal, second.value < 10
    else { return known.value }
    trial.position += trial.word.count
    cursor = trial
    return known.value + second.value
  }
}
