import DaybookCore

/// Reads a time of day in words: "ten past three", "half past four", "a quarter to nine".
///
/// Source: Cambridge Grammar of the English Language, appendix on time. Whether it is morning or afternoon
/// stays open: 1 to 6 are read as afternoon, 7 to 12 as written, as office hours have it.
struct ClockWordsRule: MentionRule {
  let name = "clock-words"
  let examples: [RuleExample] = [
    .reads("ended at «ten past three», not «half past nine»", as: "T15:10", "T09:30"),
    .ignores("half past it, ten to one odds on, two past years"),
  ]
  let triggers: Triggers = [.words(["five", "ten", "quarter", "twenty", "half"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    guard MonthRule.isWordStart(cursor, cursor.position), let minutes = ClockWordsRule.minutes[cursor.word]
    else { return nil }
    cursor.position += cursor.word.count
    guard cursor.skipBlanks() else { return nil }
    let isPast = cursor.take(FoldedWord("past"))
    guard isPast || minutes != 30 && cursor.take(FoldedWord("to")), cursor.skipBlanks(),
      let hour = DateWord.of(cursor.word),
      hour.kind == .cardinal, (1...12).contains(hour.value)
    else { return nil }
    cursor.position += cursor.word.count
    guard !ByteClass.isLetter(cursor.current) else { return nil }
    var after = cursor
    after.skipBlanks()
    if after.word.count > 0, !isPast || DateWord.of(after.word) != nil { return nil }
    let clock = (hour.value < 7 ? hour.value + 12 : hour.value) * 60 + (isPast ? minutes : -minutes)
    guard let time = CivilTime(hour: clock / 60 % 24, minute: clock % 60) else { return nil }
    return .date(DateExpression(.clock, time: ClockTime(time)))
  }

  private static let minutes = WordTable<Int>([
    ("five", 5), ("ten", 10), ("quarter", 15), ("twenty", 20), ("half", 30),
  ])
}
