import DaybookCore

/// Reads quarters, halves, seasons and terms: "Q1", "the third quarter of 2021", "H2 2021", "summer 2019",
/// "autumn term 2021", "Michaelmas term 2022".
///
/// A season alone needs "the", "this" or "in" before it. Source: TimeML 1.2.1, values SP, SU, FA, WI, Q1, H1.
struct YearPartRule: MentionRule {
  let name = "year-part"
  let examples: [RuleExample] = [
    .reads(
      "Invoices for «Q1» and «the third quarter of 2021»; «H2 2021»", as: "XXXX-Q1", "2021-Q3", "2021-H2"),
    .reads("first out in «the summer of 2019», then «autumn term 2021»", as: "2019-SU", "2021-autumn"),
    .reads("a decision in «the autumn»; «Michaelmas term 2022»", as: "XXXX-FA", "2022-michaelmas"),
    .reads("spend in «Q4 2020-21», above «Q1 2020/21»", as: "2021-Q1", "2020-Q2"),
    .reads("let in «Q4 of 2021/22»", as: "2022-Q1"),
    .reads("«2019-Q1» and «2018 H2»; «the 3rd quarter of 2021»", as: "2019-Q1", "2018-H2", "2021-Q3"),
    .reads("raised in «the autumn» of last year; cold in «winter 2021/22»", as: "XXXX-FA", "2021-WI"),
    .ignores("C`$>^*HZQUG5],MKFRTZ_N+6QO$,5Y:0RND$T9ZK)&#P8?ZPQ5!8JR8%Q1;Z3T"),
    .ignores("spring water, a fall in numbers, the second half was best, the first of them"),
  ]
  let triggers: Triggers = [
    .digit,
    .words([
      "spring", "summer", "autumn", "fall", "winter", "michaelmas", "hilary", "trinity", "lent", "q", "h",
    ]),
    .words(["first", "second", "third", "fourth", "last"]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    if ByteClass.isDigit(cursor.current) { return figures(&cursor, trigger) }
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    let word = cursor.word
    cursor.position += word.count
    if word.count == 1 { return short(&cursor, isHalf: word == FoldedWord("h")) }
    if let term = YearPartRule.terms[word] {
      guard cursor.isUppercase(at: trigger) else { return nil }
      let named = takeTerm(&cursor)
      let end = cursor.position
      let year = DateParts.yearTail(&cursor, shortAllowed: false)
      if year == nil { cursor.position = end }
      guard named || year != nil else { return nil }
      return .date(
        DateExpression(.yearPart(.term(term), year: year)),
        start: DateParts.articleStart(cursor, before: trigger))
    }
    guard let known = DateWord.of(word) else { return nil }
    if known.kind == .season { return season(&cursor, known.value, trigger, context) }
    return known.kind == .ordinal ? counted(&cursor, known.value, trigger) : nil
  }

  /// "Q4 2020-21": of the year that starts in April, so January to March 2021. Source: as `NamedYearRule`.
  private func financial(_ cursor: inout TextCursor, _ number: Int, _ year: Int, isHalf: Bool) -> Match? {
    var trial = cursor
    guard trial.take(UInt8(ascii: "/")) || DateParts.dash(&trial), let second = trial.number(digits: 2...4),
      second.digits != 3, DateParts.isNumberEnd(trial, trial.position), second.value % 100 == (year + 1) % 100
    else { return nil }
    cursor = trial
    if isHalf {
      return .date(
        DateExpression(
          .range(
            .calendar(year: year, month: number == 1 ? 4 : 10),
            .calendar(year: number == 1 ? year : year + 1, month: number == 1 ? 9 : 3))))
    }
    return .date(
      DateExpression(.yearPart(.quarter(number % 4 + 1), year: number == 4 ? year + 1 : year)))
  }

  /// "2019-Q1", "2018 H2", "3rd quarter of 2021".
  private func figures(_ cursor: inout TextCursor, _ trigger: Int) -> Match? {
    guard DateParts.isNumberStart(cursor, trigger) else { return nil }
    var trial = cursor
    if let year = trial.number(digits: 4...4), (1900...2100).contains(year.value) {
      var spelled = trial
      if spelled.skipBlanks(), let number = DateParts.ordinalWord(&spelled), (1...4).contains(number),
        spelled.skipBlanks(), spelled.take(FoldedWord("quarter")), !ByteClass.isLetter(spelled.current)
      {
        cursor = spelled
        return .date(
          DateExpression(.yearPart(.quarter(number), year: year.value)),
          start: DateParts.articleStart(cursor, before: trigger))
      }
      if !trial.take(UInt8(ascii: "-")), !trial.take(UInt8(ascii: "/")) { trial.skipBlanks() }
      let isHalf = trial.current | 0x20 == UInt8(ascii: "h")
      guard isHalf || trial.current | 0x20 == UInt8(ascii: "q") else { return nil }
      trial.position += 1
      guard let number = trial.number(digits: 1...1), (1...(isHalf ? 2 : 4)).contains(number.value),
        !ByteClass.isWordLike(trial.current)
      else { return nil }
      cursor = trial
      return .date(
        DateExpression(.yearPart(isHalf ? .half(number.value) : .quarter(number.value), year: year.value)))
    }
    guard let number = DateParts.day(&cursor), number.hasSuffix else { return nil }
    return counted(&cursor, number.value, trigger)
  }

  private static let terms = WordTable<SchoolTerm>([
    ("michaelmas", .michaelmas), ("hilary", .hilary), ("trinity", .trinity), ("lent", .lent),
  ])

  private let possessives = WordTable<Bool>(
    ["its", "their", "our", "his", "her", "a", "fiscal", "s"].map { ($0, true) })

  private func takeTerm(_ cursor: inout TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks(), trial.take(FoldedWord("term")) else { return false }
    cursor = trial
    return true
  }

  /// "Q1", "Q3 2021", "H2 2021".
  private func short(_ cursor: inout TextCursor, isHalf: Bool) -> Match? {
    let isCapital = cursor.isUppercase(at: cursor.position - 1)
    guard let number = cursor.number(digits: 1...1),
      (1...(isHalf ? 2 : 4)).contains(number.value), DateParts.isNumberEnd(cursor, cursor.position)
    else { return nil }
    let end = cursor.position
    let year = DateParts.yearTail(&cursor, shortAllowed: false)
    if year == nil { cursor.position = end }
    if year == nil {
      // "Q1 2020/21": the slash keeps the year from ending there.
      var pair = cursor
      pair.skipBlanks()
      if pair.take(FoldedWord("of")) { pair.skipBlanks() }
      if let first = pair.number(digits: 4...4), (1900...2100).contains(first.value),
        let match = financial(&pair, number.value, first.value, isHalf: isHalf)
      {
        cursor = pair
        return match
      }
    }
    if let year, let match = financial(&cursor, number.value, year, isHalf: isHalf) { return match }
    if year == nil, isHalf || !isCapital || isInsideCode(cursor, end) { return nil }
    return .date(DateExpression(.yearPart(isHalf ? .half(number.value) : .quarter(number.value), year: year)))
  }

  /// "M Q1)1#YU", "Z(Q2'Y@": marks and letters that cling to it from either side are no prose.
  private func isInsideCode(_ cursor: TextCursor, _ end: Int) -> Bool {
    let start = end - 2
    return isClung(cursor.byte(end), then: cursor.byte(end + 1))
      || start > 1 && isClung(cursor.bytes[start - 1], then: cursor.bytes[start - 2])
  }

  private func isClung(_ near: UInt8, then far: UInt8) -> Bool {
    guard near > 0x20, near < 0x80, far > 0x20, far < 0x80 else { return false }
    return near != UInt8(ascii: "/") && near != UInt8(ascii: "-") && near != UInt8(ascii: "(")
      && !(near == UInt8(ascii: "'") && far == UInt8(ascii: "s"))
  }

  private func season(_ cursor: inout TextCursor, _ season: Int, _ trigger: Int, _ context: RuleContext)
    -> Match?
  {
    let isTerm = takeTerm(&cursor)
    let end = cursor.position
    var year = season == 4 && !isTerm ? winter(&cursor) : nil
    if year == nil { year = DateParts.yearTail(&cursor, shortAllowed: false) }
    if year == nil { cursor.position = end }
    let start = DateParts.articleStart(cursor, before: trigger)
    if year == nil {
      let previous = cursor.previousWord(before: start).word
      let follows = YearPartRule.cues[previous] != nil
      guard follows || isTerm && start < trigger else { return nil }
      if season == 3, cursor.word(at: trigger) == FoldedWord("fall"), context.locale != "en-US" { return nil }
      // "in the spring water": what follows must not be what the season describes.
      if !isTerm, start == trigger, !cursor.isUppercase(at: trigger) { return nil }
      var after = cursor
      if !isTerm, after.skipBlanks(), after.word.count > 0, YearPartRule.followers[after.word] == nil,
        !isOfYear(after)
      {
        return nil
      }
    }
    let part: YearPart =
      isTerm ? .term(season == 1 ? .spring : season == 2 ? .summer : .autumn) : .season(season)
    return .date(DateExpression(.yearPart(part, year: year)), start: start)
  }

  /// "2021/22", "of 2021-22" behind "winter": the year in which it began.
  private func winter(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard trial.skipBlanks() else { return nil }
    if trial.take(FoldedWord("of")) { trial.skipBlanks() }
    guard let year = NamedYearRule.pair(&trial) else { return nil }
    cursor = trial
    return year
  }

  /// "of last year", "of the next year", "of that year".
  private func isOfYear(_ cursor: TextCursor) -> Bool {
    var cursor = cursor
    guard cursor.take(FoldedWord("of")), cursor.skipBlanks(lines: true) else { return false }
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    guard DateWord.of(cursor.word)?.kind == .direction else { return false }
    cursor.position += cursor.word.count
    return cursor.skipBlanks(lines: true) && cursor.word == FoldedWord("year")
  }

  private static let cues = WordTable<Bool>(
    [
      "in", "by", "since", "until", "during", "of", "before", "after", "from", "late", "early", "mid", "over",
      "to", "later", "for",
    ].map {
      ($0, true)
    })
  private static let followers = WordTable<Bool>(
    [
      "and", "or", "to", "until", "but", "the", "we", "it", "they", "when", "with", "as", "at", "a", "after",
      "before", "there", "he", "she",
    ].map {
      ($0, true)
    })

  /// "third quarter of 2021", "third-quarter", "first half of the year".
  private func counted(_ cursor: inout TextCursor, _ number: Int, _ trigger: Int) -> Match? {
    let isAdjective = cursor.current == UInt8(ascii: "-")
    guard cursor.take(UInt8(ascii: "-")) || cursor.skipBlanks(lines: true) else { return nil }
    let word = cursor.word
    let isHalf = word == FoldedWord("half")
    guard isHalf || word == FoldedWord("quarter") || word == FoldedWord("qtr"),
      (1...(isHalf ? 2 : 4)).contains(number)
    else { return nil }
    cursor.position += word.count
    guard !ByteClass.isLetter(cursor.current) else { return nil }
    let part: YearPart = isHalf ? .half(number) : .quarter(number)
    var start = DateParts.articleStart(cursor, before: trigger)
    if isAdjective, !isHalf {
      // "third-quarter results": told of in passing.
      var expression = DateExpression(.yearPart(part, year: nil))
      expression.isLoose = true
      return .date(expression, start: start)
    }
    // "the 1988 third quarter", "the fiscal first quarter"
    let before = cursor.previousWord(before: trigger)
    if before.word == FoldedWord("fiscal") { start = DateParts.articleStart(cursor, before: before.start) }
    if let year = yearBefore(cursor, trigger) {
      return .date(
        DateExpression(.yearPart(part, year: year)),
        start: DateParts.articleStart(cursor, before: cursor.blanksStart(before: trigger) - 4))
    }
    let end = cursor.position
    if let year = DateParts.yearTail(&cursor, shortAllowed: false) {
      return .date(DateExpression(.yearPart(part, year: year)), start: start)
    }
    cursor.position = end
    var expression = DateExpression(.yearPart(part, year: nil))
    if cursor.skipBlanks(), cursor.take(FoldedWord("of")), cursor.skipBlanks(),
      cursor.take(FoldedWord("the")) || cursor.take(FoldedWord("this")), cursor.skipBlanks(),
      cursor.take(FoldedWord("year"))
    {
      return .date(expression, start: start)
    }
    cursor.position = end
    if isHalf { return nil }
    // "a slow third quarter": told of in passing.
    expression.isLoose = !context(cursor, before: start)
    return .date(expression, start: start)
  }

  /// Four digits right before it.
  private func yearBefore(_ cursor: TextCursor, _ trigger: Int) -> Int? {
    let end = cursor.blanksStart(before: trigger)
    guard end < trigger, end >= 4, DateParts.isNumberStart(cursor, end - 4) else { return nil }
    var trial = cursor
    trial.position = end - 4
    guard let year = DateParts.year4(&trial), trial.position == end else { return nil }
    return year
  }

  private func context(_ cursor: TextCursor, before start: Int) -> Bool {
    if cursor.isAtLineStart(start) {
      var after = cursor
      after.skipBlanks()
      if after.isAtEnd || after.current == 0x0A { return true }
    }
    let previous = cursor.previousWord(before: start).word
    return possessives[previous] != nil || Prepositions.leadsToDate(cursor.previousWord(before: start).word)
  }
}
