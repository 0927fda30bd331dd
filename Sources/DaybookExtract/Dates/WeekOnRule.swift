import DaybookCore

/// Reads a day told by whole weeks from a weekday or from today: "a week on Monday", "two weeks on Tuesday", "a
/// fortnight tomorrow", "a week last Friday", "Monday week".
///
/// Source: Oxford English Dictionary, week, 5 ("Monday week"); Fowler's Modern English Usage, on British forms.
struct WeekOnRule: MentionRule {
  let name = "week-on"
  let examples: [RuleExample] = [
    .reads(
      "Work starts «a week on Monday», and «two weeks on Tuesday» it ends", as: "coming XXXX-WXX-1+P1W",
      "coming XXXX-WXX-2+P2W"),
    .reads(
      "closed «a fortnight tomorrow», seen «a week last Friday»", as: "day+1+P2W",
      "gone XXXX-WXX-5-P1W"),
    .reads(
      "the inspector comes «Monday week»; «today week» we know", as: "coming XXXX-WXX-1+P1W",
      "day+0+P1W"),
    .ignores("a week on the road, twice a week on Mondays, for a week on Tuesday’s terms; Monday week 3"),
  ]
  let triggers: Triggers = [
    .words(["a", "one", "two", "three"]),
    .words(DateWordTable.weekdayNames.map(\.0) + ["today", "tomorrow"]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    if let day = day(&cursor, sign: 1) { return behind(&cursor, day) }
    guard let count = WeekOnRule.counts[cursor.word] else { return nil }
    let previous = cursor.previousWord(before: trigger).word
    if WeekOnRule.rates[previous] != nil || Amounts.isLasting(cursor, before: trigger) { return nil }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(), let weeks = WeekOnRule.weeks[cursor.word] else { return nil }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(lines: true) else { return nil }
    var sign = 1
    if cursor.take(FoldedWord("on")) {
      guard cursor.skipBlanks(lines: true) else { return nil }
    } else if cursor.take(FoldedWord("last")) {
      sign = -1
      guard cursor.skipBlanks(lines: true) else { return nil }
    } else if DateWord.of(cursor.word)?.kind == .weekday {
      return nil
    }
    guard let day = day(&cursor, sign: sign), !isPossessive(cursor) else { return nil }
    return .date(DateExpression(.shifted(TimeAmount(weeks: weeks * count), sign, day)))
  }

  /// "Monday", "today", "tomorrow"; the cursor moves behind it.
  private func day(_ cursor: inout TextCursor, sign: Int) -> DateExpression? {
    guard let known = DateWord.of(cursor.word), !known.isShort else { return nil }
    switch known.kind {
    case .weekday:
      var day = DateExpression.calendar(weekday: known.value)
      day.direction = sign < 0 ? .gone : .coming
      cursor.position += cursor.word.count
      return ByteClass.isLetter(cursor.current) ? nil : day
    case .deictic:
      guard sign > 0, cursor.word == FoldedWord("today") || cursor.word == FoldedWord("tomorrow") else {
        return nil
      }
      cursor.position += cursor.word.count
      return DateExpression(.unit(.day, known.value, ofNarrative: false))
    default: return nil
    }
  }

  /// "week" behind the day: a week after it.
  private func behind(_ cursor: inout TextCursor, _ day: DateExpression) -> Match? {
    guard cursor.skipBlanks(), let weeks = WeekOnRule.weeks[cursor.word], !DirectedRule.isPlural(cursor.word)
    else {
      return nil
    }
    cursor.position += cursor.word.count
    guard !ByteClass.isWordLike(cursor.current), cursor.current != UInt8(ascii: "-"), !isPossessive(cursor)
    else {
      return nil
    }
    var after = cursor
    if after.skipBlanks(), ByteClass.isDigit(after.current) || WeekOnRule.followers[after.word] != nil {
      return nil
    }
    return .date(DateExpression(.shifted(TimeAmount(weeks: weeks), 1, day)))
  }

  private func isPossessive(_ cursor: TextCursor) -> Bool {
    cursor.current == UInt8(ascii: "'") || cursor.current == 0xE2 && cursor.byte(cursor.position + 2) == 0x99
  }

  private static let counts = WordTable<Int>([("a", 1), ("one", 1), ("two", 2), ("three", 3)])
  private static let weeks = WordTable<Int>([("week", 1), ("weeks", 1), ("fortnight", 2)])
  /// "twice a week on Mondays" says how often.
  private static let rates = WordTable<Bool>(
    ["once", "twice", "times", "days", "hours", "lessons"].map { ($0, true) })
  /// "Monday week one", "Monday week commencing".
  private static let followers = WordTable<Bool>(
    ["one", "two", "three", "four", "commencing", "beginning", "ending", "of"].map { ($0, true) })
}
