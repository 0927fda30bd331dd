import DaybookCore

/// Reads a countdown whose number stands on a line of its own, as saved pages have it: "7", line break, "days
/// to go".
///
/// Source: pages of fund-raising sites.
struct CountdownRule: MentionRule {
  let name = "countdown"
  let examples: [RuleExample] = [
    .reads("«7\n\ndays to go»", as: "P7D toGo"),
    .ignores("days to go home"),
  ]
  let triggers: Triggers = [.words(["day", "days", "weeks"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    let isWeeks = cursor.word == FoldedWord("weeks")
    cursor.position += cursor.word.count
    guard cursor.skipBlanks(), cursor.take(FoldedWord("to")), cursor.skipBlanks(),
      cursor.take(FoldedWord("go")),
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    let end = cursor.blanksStart(before: trigger, lines: true)
    var start = end
    while start > 0, end - start < 5, ByteClass.isDigit(cursor.bytes[start - 1]) { start -= 1 }
    guard start < end, end - start < 4, DateParts.isNumberStart(cursor, start) else { return nil }
    var number = cursor
    number.position = start
    guard let count = number.number(digits: 1...3) else { return nil }
    var amount = TimeAmount()
    if isWeeks { amount.weeks = count.value } else { amount.days = count.value }
    return .date(DateExpression(.counted(amount, .toGo)), start: start)
  }
}
