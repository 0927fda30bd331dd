import DaybookCore

/// Reads days counted from the time of writing by a word of their own: "yesterday", "“tomorrow”", "today".
///
/// With a part of the day where one follows; "the day before yesterday" counts two. Source: TimeML 1.2.1.
struct DayWordRule: MentionRule {
  let name = "day-word"
  let examples: [RuleExample] = [
    .reads("a note goes out “«tomorrow»” as we said «yesterday afternoon»", as: "day+1", "day-1 afternoon"),
    .reads("It was «the day before yesterday», not «today».", as: "day-2", "day+0"),
    .reads("«first thing tomorrow»", as: "day+1 morning"),
    .reads("«today»'s papers, «tmrw night», «tdy»", as: "day+0", "day+1 night", "day+0"),
    .ignores("Yesterdayland, todaysport"),
  ]
  let triggers: Triggers = [.words(DateWordTable.deictics.map(\.0))]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    var start = cursor.position
    let word = cursor.word
    guard let known = DateWord.of(word), MonthRule.isWordStart(cursor, start) else { return nil }
    cursor.position += word.count
    var expression = DateExpression(.unit(.day, known.value, ofNarrative: false))
    // "today's children": as likely an age as a day.
    expression.isLoose = isPossessive(cursor)
    if word == FoldedWord("tonight") || word == FoldedWord("tonite") { expression.dayPart = .night }
    var trial = cursor
    if trial.skipBlanks(), let part = DateWord.of(trial.word), part.kind == .dayPart {
      expression.dayPart = DayPart(rawValue: part.value)
      trial.position += trial.word.count
      cursor = trial
    }
    if let shifted = shiftedStart(cursor, start, known.value) {
      expression.form = .unit(.day, known.value * 2, ofNarrative: false)
      start = shifted
    } else {
      let thing = cursor.previousWord(before: start)
      if thing.word == FoldedWord("thing") {
        let first = cursor.previousWord(before: thing.start)
        if first.word == FoldedWord("first") {
          start = first.start
          expression.dayPart = .morning
        }
      }
    }
    return .date(expression, start: start)
  }

  /// "the day before" yesterday, "the day after" tomorrow.
  private func shiftedStart(_ cursor: TextCursor, _ start: Int, _ offset: Int) -> Int? {
    let side = cursor.previousWord(before: start)
    guard offset < 0 && side.word == FoldedWord("before") || offset > 0 && side.word == FoldedWord("after")
    else { return nil }
    let day = cursor.previousWord(before: side.start)
    guard day.word == FoldedWord("day") else { return nil }
    return DateParts.articleStart(cursor, before: day.start)
  }

  private func isPossessive(_ cursor: TextCursor) -> Bool {
    if cursor.current == UInt8(ascii: "'") { return cursor.byte(cursor.position + 1) == UInt8(ascii: "s") }
    return cursor.current == 0xE2 && cursor.byte(cursor.position + 2) == 0x99
      && cursor.byte(cursor.position + 3) == UInt8(ascii: "s")
  }
}
