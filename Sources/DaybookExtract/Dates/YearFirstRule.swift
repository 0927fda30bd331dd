import DaybookCore

/// Reads dates with a named month that begin with the year: "2017 April", "2018 March 18", "2012/Aug/10",
/// "2019-aug-01".
///
/// Source: Unicode CLDR 44, patterns "y MMMM d" and "y MMM".
struct YearFirstRule: MentionRule {
  let name = "year-first"
  let examples: [RuleExample] = [
    .reads("in «2017 April» and on «2018 March 18»", as: "2017-04", "2018-03-18"),
    .reads("file of «2012/Aug/10» and «2019-aug-01»", as: "2012-08-10", "2019-08-01"),
    .ignores("in 2012 may have been, 2020 marches, the 2019 May Day"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start), let year = cursor.number(digits: 4...4),
      (1500...2199).contains(year.value)
    else { return nil }
    let separator = cursor.current
    let isJoined = separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
    if isJoined {
      cursor.position += 1
    } else {
      if cursor.take(UInt8(ascii: ",")) {}
      guard cursor.skipBlanks() else { return nil }
    }
    let name = cursor.word
    guard let month = DateParts.month(&cursor),
      month.isCapital || isJoined
        || !month.isAmbiguous && !DateParts.isShort(name) && name != FoldedWord("august"),
      !ByteClass.isLetter(cursor.current)
    else { return nil }
    let end = cursor.position
    if isJoined {
      guard cursor.take(separator) else { return nil }
    } else {
      if cursor.take(UInt8(ascii: ",")) {}
      cursor.skipBlanks()
    }
    if let day = DateParts.day(&cursor), DateParts.isNumberEnd(cursor, cursor.position) || day.hasSuffix,
      DayMonthRule.exists(day.value, month.value, year.value)
    {
      return .date(.calendar(year: year.value, month: month.value, day: day.value))
    }
    // "the 2019 May Day": a thing of that year.
    cursor.position = end
    var after = cursor
    guard !isJoined, !after.skipBlanks() || !after.isUppercase(at: after.position) else { return nil }
    return .date(.calendar(year: year.value, month: month.value))
  }
}
