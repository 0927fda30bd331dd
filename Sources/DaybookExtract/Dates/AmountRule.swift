import DaybookCore

/// Reads an amount of time and where it is counted from: "two years ago", "8 months later", "two years and
/// one week since", "within 21 days", "7 days to go"; an amount alone is a duration and gives no date.
///
/// Source: TimeML 1.2.1, types DATE and DURATION.
struct AmountRule: MentionRule {
  let name = "amount"
  let examples: [RuleExample] = [
    .reads("It was «two years ago»; «8 months later» it stopped", as: "P2Y ago", "P8M later"),
    .reads("now «two years and one week since» the audit", as: "P2Y1W since"),
    .reads("a reply within «21 days»; «7 days to go»", as: "P21D within", "P7D toGo"),
    .reads("a «66-year» period, «a year and a half» or «20 working days»", as: "P66Y", "P1Y6M", "P20D"),
    .reads("within «the next 24-48 hours»", as: "PT24H/PT48H within"),
    .reads("kept for «16 years» after leaving", as: "P16Y"),
    .ignores("a day school, 5 yearbooks"),
  ]
  let triggers: Triggers = [
    .digit,
    .words([
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
      "sixty", "seventy", "eighty",
      "ninety", "a", "an", "several", "some", "many", "half",
    ]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard
      ByteClass.isDigit(cursor.current)
        ? DateParts.isNumberStart(cursor, trigger) : MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    let isArticle = cursor.word == AmountRule.wordA || cursor.word == AmountRule.wordAn
    guard let amount = Amounts.amount(&cursor) else { return nil }
    var expression = DateExpression(.duration(amount))
    var start = trigger
    let end = cursor.position
    // "kept for 16 years after the pupil leaves" says how long, not when.
    if !Amounts.isLasting(cursor, before: trigger), let counting = Amounts.counting(&cursor) {
      expression.form = .counted(amount, counting)
      if counting == .fromNow, let opening = Amounts.inStart(cursor, before: trigger) { start = opening }
    } else {
      cursor.position = end
      let before = Amounts.leading(cursor, before: trigger)
      if before.isWithin {
        expression.form = .counted(amount, .within)
        start = before.start
      } else if isArticle, Amounts.isNoun(cursor) {
        // "a day school": a thing, not a time.
        return nil
      } else {
        start = before.start
      }
    }
    if amount.isZero, !amount.isVague { return nil }
    return .date(expression, start: start)
  }

  private static let (wordA, wordAn) = (FoldedWord("a"), FoldedWord("an"))
}
