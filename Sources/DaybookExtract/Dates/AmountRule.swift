import DaybookCore

/// Reads an amount of time and where it is counted from: "two years ago", "8 months later", "two years and
/// one week since", "within 21 days", "in two weeks", "7 days to go"; an amount alone is a duration and gives
/// no date.
///
/// Ages ("a 44-year-old", "52 years old") and rates ("$1.76 a year") are left; "twice a year" is how often.
/// Source: TimeML 1.2.1, types DATE, DURATION and SET; annotation guidelines for ages.
struct AmountRule: MentionRule {
  let name = "amount"
  let examples: [RuleExample] = [
    .reads("It was «two years ago»; «8 months later» it stopped", as: "P2Y ago", "P8M later"),
    .reads("now «two years and one week since» the audit", as: "P2Y1W since"),
    .reads("a reply within «21 days»; «7 days to go»", as: "P21D within", "P7D toGo"),
    .reads("a «66-year» period, «a year and a half» or «20 working days»", as: "P66Y", "P1Y6M", "P20D"),
    .reads("within «the next 24-48 hours»", as: "PT24H/PT48H within"),
    .reads("kept for «16 years» after leaving", as: "P16Y"),
    .reads(
      "Ready «in two weeks»; it took «2.5 hours», not «half an hour»", as: "P2W ahead", "PT2H30M", "PT30M"),
    .reads("closed for «several years», open «some weeks»", as: "PXY", "PXW"),
    .reads("checked «twice a year» and «three times a week»", as: "every P1Y", "every P1W"),
    .ignores("a day school, 5 yearbooks"),
    .ignores("a 44-year-old clerk, 52 years old, was paid £40 a week"),
  ]
  let triggers: Triggers = [
    .digit,
    .words([
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
      "sixty", "seventy", "eighty",
      "ninety", "a", "an", "several", "some", "many", "half", "few", "quarter", "couple", "once", "twice",
    ]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard
      ByteClass.isDigit(cursor.current)
        ? DateParts.isNumberStart(cursor, trigger) : MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    if let rate = rate(&cursor) { return rate }
    if let weekdays = weekdays(&cursor) { return weekdays }
    let isArticle = cursor.word == AmountRule.wordA || cursor.word == AmountRule.wordAn
    guard let amount = Amounts.amount(&cursor), !isAge(cursor), !isShare(amount, cursor),
      !(isArticle && cursor.current == UInt8(ascii: "-"))
    else { return nil }
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
      } else if before.start == trigger, let opening = Amounts.inStart(cursor, before: trigger),
        isWhole(cursor)
      {
        expression.form = .counted(amount, NumericDateRule.isWholeLine(cursor, opening) ? .fromNow : .ahead)
        start = opening
      } else if isArticle, before.start == trigger,
        Amounts.isNoun(cursor) || !Amounts.isLed(cursor, before: trigger)
      {
        // "a day school": a thing, not a time; "£40 a week": a rate.
        return nil
      } else {
        start = before.start
        expression.direction = before.direction
      }
    }
    if amount.isZero { return nil }
    return .date(expression, start: start)
  }

  /// "once a week", "three times a year".
  private func rate(_ cursor: inout TextCursor) -> Match? {
    var trial = cursor
    if trial.word == AmountRule.once || trial.word == AmountRule.twice {
      trial.position += trial.word.count
    } else {
      guard trial.number(digits: 1...2) != nil || Numerals.below100(&trial) != nil, trial.skipBlanks(),
        trial.take(AmountRule.times)
      else { return nil }
    }
    guard trial.skipBlanks() else { return nil }
    guard
      trial.take(AmountRule.wordA) || trial.take(AmountRule.wordAn) || trial.take(AmountRule.every)
        || trial.take(AmountRule.each) || trial.take(AmountRule.per), trial.skipBlanks(),
      let unit = Amounts.unit(trial.word), !DirectedRule.isPlural(trial.word),
      let period = FrequencyRule.period(unit, 1)
    else { return nil }
    trial.position += trial.word.count
    cursor = trial
    return .date(DateExpression(.frequency(period)))
  }

  /// "a quarter of the market", "a quarter to nine".
  private func isShare(_ amount: TimeAmount, _ cursor: TextCursor) -> Bool {
    guard amount.months == 3 || amount.months == 9, !amount.isVague else { return false }
    let last = cursor.word(endingAt: cursor.position).word
    guard last == FoldedWord("quarter") || last == FoldedWord("quarters") else { return false }
    var trial = cursor
    guard trial.skipBlanks(lines: true) else { return false }
    return trial.word == AmountRule.of || trial.word == FoldedWord("to") || trial.word == FoldedWord("past")
  }

  /// "two Thursdays ago", "3 Fridays from now".
  private func weekdays(_ cursor: inout TextCursor) -> Match? {
    var trial = cursor
    guard let count = trial.number(digits: 1...1)?.value ?? Numerals.below100(&trial),
      (1...8).contains(count),
      trial.skipBlanks(), let weekday = AmountRule.weekdays[trial.word]
    else { return nil }
    trial.position += trial.word.count
    guard let counting = Amounts.counting(&trial), counting == .ago || counting == .fromNow else {
      return nil
    }
    var day = DateExpression.calendar(weekday: weekday)
    day.direction = counting == .ago ? .gone : .coming
    cursor = trial
    var amount = TimeAmount()
    amount.weeks = count - 1
    return .date(DateExpression(.shifted(amount, counting == .ago ? -1 : 1, day)))
  }

  private static let weekdays = WordTable<Int>(
    DateWordTable.weekdayNames.flatMap { [($0.0, $0.1), ($0.0 + "s", $0.1)] })

  /// "-old", " old", " of age" behind it.
  private func isAge(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks(lines: true) else { return false }
    if trial.word == AmountRule.old || trial.word == AmountRule.olds { return true }
    guard trial.take(AmountRule.of), trial.skipBlanks() else { return false }
    return trial.word == AmountRule.age
  }

  /// Nothing of which the amount is a part follows: "in two weeks of talks" lasts, "in two weeks" is ahead.
  private func isWhole(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    if trial.current == UInt8(ascii: "-") { return false }
    guard trial.skipBlanks(lines: true) else { return true }
    return trial.word != AmountRule.of && trial.word != AmountRule.or
  }

  private static let (wordA, wordAn, of, or, every, each, per) = (
    FoldedWord("a"), FoldedWord("an"), FoldedWord("of"), FoldedWord("or"), FoldedWord("every"),
    FoldedWord("each"), FoldedWord("per")
  )
  private static let (old, olds, age, once, twice, times) = (
    FoldedWord("old"), FoldedWord("olds"), FoldedWord("age"), FoldedWord("once"), FoldedWord("twice"),
    FoldedWord("times")
  )
}
