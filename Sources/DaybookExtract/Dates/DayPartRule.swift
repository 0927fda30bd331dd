import DaybookCore

/// Reads a part of a day that no word names: "in the morning", "late afternoon", "early in the evening".
///
/// It is of the day that the text last named, else of the day of writing: listed, and too loose for an event.
/// Source: TimeML 1.2.1, values TMO, TAF, TEV.
struct DayPartRule: MentionRule {
  let name = "day-part"
  let examples: [RuleExample] = [
    .reads("call me «in the morning» or «later in the afternoon»", as: "part morning", "part afternoon"),
    .reads("They came by «late afternoon».", as: "part afternoon"),
    .ignores("in the evening of his life, the morning paper, late afternoon sessions"),
  ]
  let triggers: Triggers = [.words(["morning", "afternoon", "evening"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger), let known = DateWord.of(cursor.word),
      known.kind == .dayPart,
      let part = DayPart(rawValue: known.value)
    else { return nil }
    cursor.position += cursor.word.count
    guard !ByteClass.isWordLike(cursor.current), cursor.current != UInt8(ascii: "-") else { return nil }
    var after = cursor
    if after.skipBlanks(), after.word.count > 0,
      after.word == FoldedWord("of") || DayPartRule.followers[after.word] == nil
    {
      return nil
    }
    var previous = cursor.previousWord(before: trigger)
    var start = trigger
    if previous.word == FoldedWord("the") {
      start = previous.start
      previous = cursor.previousWord(before: start)
      guard previous.word == FoldedWord("in") else { return nil }
      start = previous.start
      let lead = cursor.previousWord(before: start)
      if DayPartRule.leads[lead.word] != nil { start = lead.start }
    } else {
      guard DayPartRule.leads[previous.word] != nil else { return nil }
      start = previous.start
      let opening = cursor.previousWord(before: start)
      guard Prepositions.leadsToDate(opening.word) else { return nil }
    }
    var expression = DateExpression(.dayPart)
    expression.dayPart = part
    expression.isLoose = true
    return .date(expression, start: start)
  }

  private static let leads = WordTable<Bool>(["early", "late", "later", "earlier", "mid"].map { ($0, true) })

  private static let followers = WordTable<Bool>(
    [
      "and", "or", "to", "but", "with", "as", "at", "for", "is", "was", "has", "had", "will", "would", "on",
      "by", "if", "than", "from", "when", "while", "we", "i", "they", "he", "she", "it", "the", "before",
      "after", "because", "please", "so", "then", "until", "you",
    ].map { ($0, true) })
}
