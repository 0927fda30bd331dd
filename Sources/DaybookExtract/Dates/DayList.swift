import DaybookCore

/// Days of one month that are listed one by one: "on 1st, 2nd and 5th May 2022". Each is a date of its own; only
/// "between", "to" and a dash make a stretch of two.
enum DayList {
  /// Whether "and" joins two days that are no neighbours, at a place behind the first one.
  static func isListed(_ cursor: TextCursor, behind first: Int, _ last: Int, after previous: FoldedWord)
    -> Bool
  {
    guard last > first + 1, previous != FoldedWord("between") else { return false }
    var trial = cursor
    trial.skipBlanks()
    return trial.current == UInt8(ascii: "&") || trial.word == FoldedWord("and")
  }

  /// The first of two dates with the month and the year of the second: "1st" of "1st, 2nd May 2022". Nil where
  /// the two are no such list.
  static func shared(_ first: DateToken, _ second: DateToken, _ bytes: UnsafeBufferPointer<UInt8>)
    -> DateToken?
  {
    guard case .calendar(var day) = first.expression.form, day.day != nil, day.month == nil, day.year == nil,
      day.weekday == nil, let dated = dated(second.expression),
      dated.day.map({ $0 > day.day ?? 31 }) ?? false,
      isJoined(first.bytes.upperBound..<second.bytes.lowerBound, bytes)
    else { return nil }
    (day.month, day.year) = (dated.month, dated.year)
    var result = first
    result.expression.form = .calendar(day)
    return result
  }

  private static func dated(_ expression: DateExpression) -> DateFields? {
    switch expression.form {
    case .calendar(let fields) where fields.isDayAndMonth: fields
    case .range(let opening, _): dated(opening)
    default: nil
    }
  }

  private static func isJoined(_ gap: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard gap.lowerBound < gap.upperBound, gap.count <= 10 else { return false }
    var cursor = TextCursor(bytes, at: gap.lowerBound, limit: gap.upperBound)
    cursor.skipBlanks(lines: true)
    let hasComma = cursor.take(UInt8(ascii: ","))
    cursor.skipBlanks(lines: true)
    let hasWord = cursor.take(FoldedWord("and")) || cursor.take(UInt8(ascii: "&"))
    cursor.skipBlanks(lines: true)
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    return (hasComma || hasWord) && cursor.position >= gap.upperBound
  }
}
