import DaybookCore

/// Reads years in words ("nineteen ninety-six"), centuries ("the 20th century") and decades without their
/// century ("the nineties", "the '80s", "90s").
///
/// A decade of two figures is of the century just gone, up to the twenties. Source: New Hart's Rules 11.6 and
/// 11.7.
struct EraRule: MentionRule {
  let name = "era"
  let examples: [RuleExample] = [
    .reads("In «nineteen ninety-six» and by «the year two thousand»", as: "1996", "2000"),
    .reads("a house of «the 11th century», «the twentieth century»", as: "1000/1099", "1900/1999"),
    .reads("through «the nineties» and in «the '80s»", as: "1990/1999", "1980/1989"),
    .ignores(
      "nineteen pupils, temperatures in the eighties of Fahrenheit, twenty twenty vision, the 90s bus"),
  ]
  let triggers: Triggers = [
    .digit,
    .words([
      "eighteen", "nineteen", "two", "year", "twenties", "thirties", "forties", "fifties", "sixties",
      "seventies",
      "eighties", "nineties",
    ]),
    .words(DateWordTable.ordinals.map(\.0)),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    if ByteClass.isDigit(cursor.current) { return figures(&cursor, trigger) }
    guard MonthRule.isWordStart(cursor, trigger) else { return nil }
    let start = DateParts.articleStart(cursor, before: trigger)
    if let decade = EraRule.decades[cursor.word] {
      guard start < trigger else { return nil }
      cursor.position += cursor.word.count
      var after = cursor
      if after.skipBlanks(), after.take(FoldedWord("of")) { return nil }
      return .date(DateExpression(.years(first: decade, count: 10)), start: start)
    }
    if cursor.word == FoldedWord("year") {
      cursor.position += 4
      guard cursor.skipBlanks(), let year = Numerals.year(&cursor) else { return nil }
      return .date(.calendar(year: year), start: start)
    }
    if let known = DateWord.of(cursor.word), known.kind == .ordinal {
      guard let number = DateParts.ordinalWord(&cursor) else { return nil }
      return century(&cursor, number, start)
    }
    if cursor.word == FoldedWord("two") {
      let previous = cursor.previousWord(before: trigger).word
      guard previous == FoldedWord("in") || previous == FoldedWord("since") || previous == FoldedWord("by"),
        let year = Numerals.year(&cursor)
      else { return nil }
      var after = cursor
      if after.skipBlanks(), after.word.count > 0, Prepositions.table[after.word] == nil { return nil }
      return .date(.calendar(year: year))
    }
    guard let year = Numerals.year(&cursor), year % 100 >= 10 || year % 100 == 0 else { return nil }
    return .date(.calendar(year: year))
  }

  private func figures(_ cursor: inout TextCursor, _ trigger: Int) -> Match? {
    guard let number = cursor.number(digits: 2...2) ?? cursor.number(digits: 1...1) else { return nil }
    // "'80s", "the 90s"
    if number.digits == 2, number.value % 10 == 0, number.value >= 20 {
      var trial = cursor
      if trial.take(UInt8(ascii: "'")) {}
      if trial.take(FoldedWord("s")) {
        let quoted = apostropheStart(cursor, trigger)
        let start = DateParts.articleStart(cursor, before: quoted)
        var after = trial
        guard quoted < trigger || start < trigger, !after.skipBlanks() || !isThing(after) else { return nil }
        cursor = trial
        return .date(DateExpression(.years(first: 1900 + number.value, count: 10)), start: start)
      }
    }
    guard DateParts.isNumberStart(cursor, trigger), DateParts.ordinalSuffix(&cursor) else { return nil }
    return century(&cursor, number.value, DateParts.articleStart(cursor, before: trigger))
  }

  /// A plain noun behind it makes "the 90s" a number of things.
  private func isThing(_ cursor: TextCursor) -> Bool {
    cursor.word.count > 0 && Prepositions.table[cursor.word] == nil && cursor.word != FoldedWord("when")
      && cursor.word != FoldedWord("was") && cursor.word != FoldedWord("were")
  }

  private func apostropheStart(_ cursor: TextCursor, _ trigger: Int) -> Int {
    guard trigger > 0 else { return trigger }
    if cursor.bytes[trigger - 1] == UInt8(ascii: "'") { return trigger - 1 }
    return TextCursor.isQuote(cursor.bytes, endingAt: trigger) && cursor.bytes[trigger - 1] != 0x93
      ? trigger - 3 : trigger
  }

  private func century(_ cursor: inout TextCursor, _ number: Int, _ start: Int) -> Match? {
    guard cursor.take(UInt8(ascii: "-")) || cursor.skipBlanks(lines: true),
      cursor.take(FoldedWord("century")),
      !ByteClass.isLetter(cursor.current), (2...22).contains(number)
    else { return nil }
    return .date(DateExpression(.years(first: (number - 1) * 100, count: 100)), start: start)
  }

  private static let decades = WordTable<Int>([
    ("twenties", 1920), ("thirties", 1930), ("forties", 1940), ("fifties", 1950), ("sixties", 1960),
    ("seventies", 1970), ("eighties", 1980), ("nineties", 1990),
  ])
}
