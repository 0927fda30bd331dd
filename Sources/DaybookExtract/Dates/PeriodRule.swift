import DaybookCore

/// Reads the stretch that a report is about: "the quarter", "the latest quarter", "the year-earlier quarter",
/// "year-ago", "the year", "the weekend", "fiscal 1989".
///
/// Too loose for an event: it is listed, and dates none. Source: own reading of company reports; TimeML 1.2.1.
struct PeriodRule: MentionRule {
  let name = "period"
  let examples: [RuleExample] = [
    .reads(
      "Sales for «the quarter», and in «the latest quarter» too", as: "reported quarter", "reported quarter"),
    .reads(
      "against «the year-earlier quarter» and a «year-ago» loss", as: "reported quarter -1Y",
      "reported quarter -1Y"),
    .reads("over «the weekend»; the best of «the year».", as: "weekend+0", "year+0"),
    .reads("sales of «fiscal 1989»; «the year» ended in March", as: "about 1989", "P1Y"),
    .ignores("the quarter-final, the yearbook, the week he left, the weekend staff"),
  ]
  let triggers: Triggers = [.words(["the", "year", "latest", "fiscal", "cy"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    let word = cursor.word
    if word == PeriodRule.the {
      cursor.position += 3
      guard cursor.skipBlanks(lines: true) else { return nil }
      let noun = cursor.word
      if noun == PeriodRule.year, cursor.byte(cursor.position + 4) == UInt8(ascii: "-") {
        return yearAgo(&cursor, trigger)
      }
      if noun == FoldedWord("latest") { return latest(&cursor, trigger) }
      if noun == FoldedWord("full") || noun == FoldedWord("fiscal") {
        cursor.position += noun.count
        guard cursor.skipBlanks(lines: true), cursor.word == PeriodRule.year else { return nil }
        return whole(&cursor, PeriodRule.year, trigger)
      }
      return whole(&cursor, noun, trigger)
    }
    if word == PeriodRule.year { return yearAgo(&cursor, trigger) }
    if word == FoldedWord("latest") { return latest(&cursor, trigger) }
    cursor.position += word.count
    if word == FoldedWord("cy"), !cursor.isUppercase(at: trigger), context.locale != "en-US" { return nil }
    cursor.skipBlanks()
    guard let year = DateParts.year4(&cursor) ?? shortYear(&cursor, isCalendar: word == FoldedWord("cy"))
    else {
      return nil
    }
    var expression = DateExpression.calendar(year: year)
    expression.isApproximate = true
    return .date(expression)
  }

  /// "CY18".
  private func shortYear(_ cursor: inout TextCursor, isCalendar: Bool) -> Int? {
    guard isCalendar, let year = cursor.number(digits: 2...2), !ByteClass.isWordLike(cursor.current) else {
      return nil
    }
    return DateParts.century(year.value)
  }

  private static let (the, year) = (FoldedWord("the"), FoldedWord("year"))

  /// "the quarter", "the year", "the week", "the weekend", where nothing follows that it describes.
  private func whole(_ cursor: inout TextCursor, _ noun: FoldedWord, _ trigger: Int) -> Match? {
    guard let form = PeriodRule.wholes[noun] else { return nil }
    cursor.position += noun.count
    guard !ByteClass.isWordLike(cursor.current), cursor.current != UInt8(ascii: "-"),
      cursor.current != UInt8(ascii: "'")
    else { return nil }
    var after = cursor
    let hasNext = after.skipBlanks(lines: true)
    let next = hasNext ? after.word : .none
    if ByteClass.isDigit(after.current), hasNext { return nil }
    // "the week ending 11 February" is that week.
    if noun == FoldedWord("week"),
      next == FoldedWord("ending") || next == FoldedWord("ended") || next == FoldedWord("commencing")
        || next == FoldedWord("beginning")
    {
      return nil
    }
    if noun == PeriodRule.year,
      next == FoldedWord("ended") || next == FoldedWord("ending")
        || next == FoldedWord("to") && isMonth(after)
    {
      // "the year to March 2021" is one expression, of `NamedYearRule`.
      if next == FoldedWord("to"), isMonthOfYear(after) { return nil }
      // "the year ending 31 March 2022" is those twelve months.
      var date = after
      date.position += next.count
      date.skipBlanks(lines: true)
      if ByteClass.isDigit(date.current) { return nil }
      return .date(DateExpression(.duration(TimeAmount(years: 1))), start: trigger)
    }
    let before = cursor.previousWord(before: trigger).word
    if noun == FoldedWord("day"), before != FoldedWord("for"), before != FoldedWord("of"),
      !isLater(cursor, trigger)
    {
      return nil
    }
    let isOver =
      noun == FoldedWord("weekend") && before == FoldedWord("over") && next != FoldedWord("of")
      && next != FoldedWord("beginning")
    guard next.count == 0 || isOver || PeriodRule.followers[next] != nil,
      Prepositions.leadsToDate(cursor.previousWord(before: trigger).word)
    else { return nil }
    return .date(loose(form), start: trigger)
  }

  /// "the year to March 2021", "the year to the end of March", "the year to 31 March".
  private func isMonth(_ cursor: TextCursor) -> Bool {
    var cursor = cursor
    cursor.position += 2
    cursor.skipBlanks(lines: true)
    if cursor.number(digits: 1...2) != nil {
      _ = DateParts.ordinalSuffix(&cursor)
      cursor.skipBlanks(lines: true)
    }
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    if cursor.take(FoldedWord("end")), cursor.skipBlanks(lines: true), cursor.take(FoldedWord("of")) {
      cursor.skipBlanks(lines: true)
    }
    return DateWord.of(cursor.word)?.kind == .month
  }

  /// "to March 2021".
  private func isMonthOfYear(_ cursor: TextCursor) -> Bool {
    var cursor = cursor
    cursor.position += 2
    cursor.skipBlanks(lines: true)
    return DateParts.month(&cursor) != nil && DateParts.yearTail(&cursor, shortAllowed: false) != nil
  }

  /// "later in the day".
  private func isLater(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    let before = cursor.previousWord(before: trigger)
    guard before.word == FoldedWord("in") else { return false }
    let lead = cursor.previousWord(before: before.start).word
    return lead == FoldedWord("later") || lead == FoldedWord("earlier") || lead == FoldedWord("late")
  }

  private static let wholes = WordTable<DateExpression.Form>([
    ("quarter", .reporting(years: 0)), ("year", .unit(.year, 0, ofNarrative: false)),
    ("week", .unit(.week, 0, ofNarrative: false)), ("month", .unit(.month, 0, ofNarrative: false)),
    ("weekend", .unit(.weekend, 0, ofNarrative: false)), ("day", .unit(.day, 0, ofNarrative: false)),
  ])

  private static let followers = WordTable<Bool>(
    [
      "and", "or", "to", "but", "with", "as", "at", "for", "is", "was", "has", "had", "will", "would",
      "ended",
      "ending", "in", "on", "by", "if", "than", "from", "when", "while", "because", "were",
      "could", "compared", "versus", "so", "although", "though", "which",
    ].map { ($0, true) })

  /// "the latest quarter", "the latest period".
  private func latest(_ cursor: inout TextCursor, _ start: Int) -> Match? {
    cursor.position += 6
    guard cursor.skipBlanks(lines: true), takePeriod(&cursor) else { return nil }
    return .date(loose(.reporting(years: 0)), start: start)
  }

  /// "year-ago", "year-earlier", with the period or the quarter behind it.
  private func yearAgo(_ cursor: inout TextCursor, _ start: Int) -> Match? {
    cursor.position += 4
    var last = cursor
    if last.take(UInt8(ascii: "'")), last.take(FoldedWord("s")) {}
    if last.take(UInt8(ascii: "-")) || last.skipBlanks(), last.take(FoldedWord("end")),
      !ByteClass.isLetter(last.current), last.current != UInt8(ascii: "-"),
      Prepositions.leadsToDate(cursor.previousWord(before: start).word)
    {
      // "by year-end"
      var expression = loose(.unit(.year, 0, ofNarrative: false))
      expression.part = .end
      cursor = last
      return .date(expression, start: start)
    }
    guard cursor.take(UInt8(ascii: "-")),
      cursor.take(FoldedWord("ago")) || cursor.take(FoldedWord("earlier")),
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    let end = cursor
    if cursor.skipBlanks(lines: true) {
      var trial = cursor
      if let number = DateParts.ordinalWord(&trial), (1...4).contains(number), trial.skipBlanks(lines: true),
        trial.take(FoldedWord("quarter"))
      {
        cursor = trial
        return .date(
          loose(.nth(number, .quarter, DateExpression(.unit(.year, -1, ofNarrative: false)))), start: start)
      }
      if takePeriod(&cursor) { return .date(loose(.reporting(years: -1)), start: start) }
    }
    // "the year-earlier $4.5 million" is no date.
    if start < end.position - 12 || ByteClass.isDigit(cursor.current) || cursor.current == UInt8(ascii: "$") {
      if !ByteClass.isLetter(cursor.current) { return nil }
    }
    cursor = end
    return .date(loose(.reporting(years: -1)), start: start)
  }

  private func takePeriod(_ cursor: inout TextCursor) -> Bool {
    (cursor.take(FoldedWord("quarter")) || cursor.take(FoldedWord("period")))
      && !ByteClass.isLetter(cursor.current)
  }

  private func loose(_ form: DateExpression.Form) -> DateExpression {
    var expression = DateExpression(form)
    expression.isLoose = true
    return expression
  }
}
