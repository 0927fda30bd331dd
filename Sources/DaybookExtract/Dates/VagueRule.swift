import DaybookCore

/// Reads words that say only on which side of the time of writing something lies: "now", "currently",
/// "recently", "in the past", "the near future". Only where they are asked for: a chronology has no use for
/// them.
///
/// Source: TimeML 1.2.1, values PAST_REF, PRESENT_REF and FUTURE_REF. "soon", "once", "already", "previously"
/// and "current" are left: annotators mark fewer than half of them.
struct VagueRule: MentionRule {
  let name = "vague"
  let examples: [RuleExample] = [
    .reads("It is «now» closed and «currently» for sale", as: "present", "present"),
    .reads("«recently» moved; in «the past» and «the near future»", as: "past", "past", "future"),
    .reads("not «at the moment», nor «these days»", as: "present", "present"),
    .reads("in «recent months» and in «future»", as: "PXM", "future"),
    .reads("a long «day», kept for «weeks», good «morning»", as: "P1D", "PXW", "part morning"),
    .ignores("now that it rains; the past two years; future plans; from now on"),
  ]
  let triggers: Triggers = [
    .words([
      "now", "currently", "recently", "recent", "coming", "past", "future", "moment", "nowadays", "these",
      "present", "day", "week", "month", "year", "weekend", "days", "weeks", "months", "years", "hours",
      "minutes", "decades", "centuries", "winter", "summer", "spring", "autumn", "morning", "afternoon",
      "evening", "night", "weekends",
    ])
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    guard context.readsVague, MonthRule.isWordStart(cursor, cursor.position) else { return nil }
    let trigger = cursor.position
    let word = cursor.word
    cursor.position += word.count
    if cursor.current == UInt8(ascii: "-") || cursor.current == UInt8(ascii: "'") { return nil }
    let previous = cursor.previousWord(before: trigger)
    var after = cursor
    let hasNext = after.skipBlanks(lines: true)
    let next = hasNext ? after.word : .none
    switch VagueRule.cases[word] {
    case .now:
      let start = previous.word == FoldedWord("right") || previous.word == FoldedWord("just")
      if next == FoldedWord("that"), !start { return nil }
      if next == FoldedWord("on"), previous.word == FoldedWord("from") { return nil }
      return vague(.present, start ? previous.start : trigger)
    case .currently: return vague(.present, trigger)
    case .recently: return vague(.past, trigger)
    case .recent:
      guard let unit = Amounts.unit(next), DirectedRule.isPlural(next) else {
        return DateWord.of(next) == nil && word != FoldedWord("coming") ? vague(.past, trigger) : nil
      }
      cursor = after
      cursor.position += next.count
      var amount = TimeAmount()
      Amounts.add(1, unit, isWorking: false, to: &amount)
      amount.isVague = true
      return .date(DateExpression(.duration(amount)), start: DateParts.articleStart(cursor, before: trigger))
    case .past: return stretch(cursor, trigger, next, .past)
    case .future: return stretch(cursor, trigger, next, .future)
    case .moment:
      let start = DateParts.articleStart(cursor, before: trigger)
      let opening = cursor.previousWord(before: start)
      guard start < trigger, opening.word == FoldedWord("at") else { return nil }
      return vague(.present, opening.start)
    case .these:
      guard next == FoldedWord("days") else { return nil }
      cursor = after
      cursor.position += next.count
      return vague(.present, trigger)
    case .present:
      guard previous.word == FoldedWord("at") else { return nil }
      return vague(.present, previous.start)
    case nil: return bare(&cursor, word, trigger, previous.word)
    }
  }

  /// "a long day", "for weeks", "good morning": a unit or a part of the day that nothing else claims.
  private func bare(_ cursor: inout TextCursor, _ word: FoldedWord, _ trigger: Int, _ previous: FoldedWord)
    -> Match?
  {
    guard let known = DateWord.of(word) else { return nil }
    if ByteClass.isDigit(cursor.byte(cursor.blanksStart(before: trigger) - 1)) { return nil }
    if known.kind == .dayPart {
      guard let part = DayPart(rawValue: known.value) else { return nil }
      // "the night of 14 June", "the night the roof fell": of a day that is named.
      var next = cursor
      if previous == FoldedWord("the"), next.skipBlanks(lines: true),
        next.word == FoldedWord("of") || next.word == FoldedWord("the") || next.word == FoldedWord("before")
      {
        return nil
      }
      if previous == FoldedWord("a"),
        !Amounts.isLed(cursor, before: cursor.previousWord(before: trigger).start)
      {
        return nil
      }
      var expression = DateExpression(.dayPart)
      expression.dayPart = part
      expression.isLoose = true
      return .date(expression, start: DateParts.articleStart(cursor, before: trigger))
    }
    if known.kind == .season {
      // "Ms May Winter", "the Spring of Life campaign"
      var next = cursor
      if cursor.isUppercase(at: trigger),
        next.skipBlanks() && next.word == FoldedWord("of")
          || cursor.isUppercase(at: cursor.previousWord(before: trigger).start)
      {
        return nil
      }
      var expression = DateExpression(.yearPart(.season(known.value), year: nil))
      expression.isLoose = true
      return .date(expression)
    }
    var after = cursor
    if after.skipBlanks() || after.take(UInt8(ascii: "-")), after.word == FoldedWord("end") { return nil }
    guard known.kind == .unit, let unit = DateUnit(rawValue: known.value), VagueRule.claimed[previous] == nil
    else {
      return nil
    }
    if isPartOfName(cursor, trigger) || isOfMany(cursor, trigger) { return nil }
    if unit == .weekend {
      var expression = DateExpression(
        DirectedRule.isPlural(word) ? .frequency("XXXX-WE") : .unit(.weekend, 0, ofNarrative: false))
      expression.isLoose = true
      return .date(expression)
    }
    var amount = TimeAmount()
    Amounts.add(1, unit, isWorking: false, to: &amount)
    amount.isVague = DirectedRule.isPlural(word)
    var next = cursor
    let isAgo = next.skipBlanks() && next.word == FoldedWord("ago")
    if amount.isVague, VagueRule.opened[previous] == nil, !isAgo { return nil }
    return .date(DateExpression(.duration(amount)))
  }

  /// "International Women's Day", "Sandra Day O'Connor".
  private func isPartOfName(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    let end = cursor.blanksStart(before: trigger)
    if end > 3, end < trigger, cursor.bytes[end - 1] == UInt8(ascii: "s"),
      cursor.bytes[end - 2] == UInt8(ascii: "'") || cursor.bytes[end - 2] == 0x99
    {
      return true
    }
    guard cursor.isUppercase(at: trigger), !cursor.isUppercase(at: trigger + 1) else { return false }
    var next = cursor
    return next.skipBlanks() && next.isUppercase(at: next.position)
      && !next.isUppercase(at: next.position + 1)
  }

  /// "hundreds of years", "a matter of months".
  private func isOfMany(_ cursor: TextCursor, _ trigger: Int) -> Bool {
    let of = cursor.previousWord(before: trigger)
    guard of.word == FoldedWord("of") else { return false }
    return VagueRule.many[cursor.previousWord(before: of.start).word] != nil
  }

  private static let many = WordTable<Bool>(
    ["hundreds", "thousands", "dozens", "matter", "lot", "lots", "plenty", "scores", "millions"].map {
      ($0, true)
    })

  /// What makes a unit another expression's, or a plain noun.
  private static let claimed = WordTable<Bool>(
    [
      "the", "this", "last", "next", "that", "every", "each", "one", "fiscal", "past", "first", "same", "per",
      "any", "a", "an", "full", "fiscal", "calendar", "new", "consecutive", "straight", "his", "her",
      "election", "some", "other",
      "second", "third", "fourth", "third", "no", "two", "three",
    ].map { ($0, true) })

  private static let opened = WordTable<Bool>(
    ["for", "within", "over", "of", "in", "after", "those", "long", "last", "old", "many", "good"].map {
      ($0, true)
    })

  /// "the past", "in future": a noun, with nothing behind it that it describes.
  private func stretch(_ cursor: TextCursor, _ trigger: Int, _ next: FoldedWord, _ side: VagueTime) -> Match?
  {
    var start = DateParts.articleStart(cursor, before: trigger)
    var previous = cursor.previousWord(before: trigger)
    if previous.word == FoldedWord("near") || previous.word == FoldedWord("immediate") {
      start = DateParts.articleStart(cursor, before: previous.start)
      previous = cursor.previousWord(before: start)
    }
    // "the foreseeable future" has no end that anybody means.
    guard start < trigger || side == .future, previous.word != FoldedWord("foreseeable") else { return nil }
    var after = cursor
    if after.skipBlanks(lines: true), ByteClass.isDigit(after.current) { return nil }
    let isOwned = VagueRule.owners[previous.word] != nil
    if next.count > 0, VagueRule.followers[next] == nil, !isOwned { return nil }
    return vague(side, start)
  }

  private func vague(_ time: VagueTime, _ start: Int) -> Match {
    var expression = DateExpression(.vague(time))
    expression.isLoose = true
    return .date(expression, start: start)
  }

  private enum Case: Sendable { case now, currently, recently, recent, past, future, moment, these, present }

  private static let cases = WordTable<Case>([
    ("now", .now), ("nowadays", .currently), ("currently", .currently), ("recently", .recently),
    ("recent", .recent), ("coming", .recent), ("past", .past), ("future", .future), ("moment", .moment),
    ("these", .these),
    ("present", .present),
  ])

  private static let owners = WordTable<Bool>(
    ["my", "your", "our", "their", "its", "his", "her"].map { ($0, true) })

  private static let followers = WordTable<Bool>(
    [
      "and", "or", "to", "but", "the", "we", "it", "they", "when", "with", "as", "at", "a", "after", "for",
      "before", "there", "he", "she", "is", "was", "has", "had", "will", "would", "could", "of", "in", "on",
      "by", "if", "that", "than", "i", "you", "not", "may", "because",
    ].map { ($0, true) })
}
