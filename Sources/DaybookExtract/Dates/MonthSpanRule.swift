import DaybookCore

/// Reads two months with a mark between them: "Jan-Mar 2021", "Feb/March 2021", "in January/February".
///
/// Both are names with capitals; without a year a word before them must lead to a date. A first month behind the
/// second is of the year before. Source: own reading of minutes and returns.
struct MonthSpanRule: MentionRule {
  let name = "month-span"
  let examples: [RuleExample] = [
    .reads("figures for «Jan-Mar 2021» and «Feb/March 2020»", as: "2021-01/2021-03", "2020-02/2020-03"),
    .reads("over «Nov – Feb 2022», in «January/February»", as: "2021-11/2022-02", "XXXX-01/XXXX-02"),
    .ignores("the May/June house, columns Jan/Feb/Mar, mar-apr 2020, Mar-14 2021"),
  ]
  let triggers: Triggers = [.words(DateWordTable.monthTriggers)]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard MonthRule.isWordStart(cursor, start), start == 0 || cursor.bytes[start - 1] != UInt8(ascii: "/"),
      let first = DateParts.month(&cursor), first.isCapital, !ByteClass.isWordLike(cursor.current)
    else { return nil }
    if !cursor.take(UInt8(ascii: "/")) {
      cursor.skipBlanks()
      guard DateParts.dash(&cursor) else { return nil }
      cursor.skipBlanks()
    }
    guard let last = DateParts.month(&cursor), last.isCapital, last.value != first.value,
      !ByteClass.isWordLike(cursor.current), cursor.current != UInt8(ascii: "/")
    else { return nil }
    let end = cursor.position
    let year = DateParts.yearTail(&cursor, shortAllowed: false)
    if year == nil {
      cursor.position = end
      var after = cursor
      // "Jan-Mar 14": a day of the second.
      if after.skipBlanks(), ByteClass.isDigit(after.current) { return nil }
      guard Prepositions.leadsToDate(cursor.previousWord(before: start).word) else { return nil }
    }
    let opening = DateExpression.calendar(
      year: year.map { first.value > last.value ? $0 - 1 : $0 }, month: first.value)
    return .date(DateExpression(.range(opening, .calendar(year: year, month: last.value))))
  }
}
