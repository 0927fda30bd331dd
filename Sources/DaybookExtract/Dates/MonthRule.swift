import DaybookCore

/// Reads what begins with a month: "February 9th, 2022", "Oct. 09, 2022", "January 18 - 20", "February 2022",
/// "in May".
///
/// A month alone must be a capitalised name; "May", "March" and the short forms also need a word before them
/// that dates take.
/// Source: TimeML 1.2.1, TIMEX3 type DATE.
struct MonthRule: MentionRule {
  let name = "month"
  let examples: [RuleExample] = [
    .reads("«February 9th» the office wrote", as: "XXXX-02-09"),
    .reads("ends «Oct. 09, 2022», at night", as: "2022-10-09"),
    .reads("since «Sept 2021» or «Feb ’22»", as: "2021-09", "2022-02"),
    .reads("In «May», we asked; in «March 2020» again", as: "XXXX-05", "2020-03"),
    .reads("for the «April 25,2017» meeting", as: "2017-04-25"),
    .reads("we met on «July\n  8-9» again", as: "XXXX-07-08/XXXX-07-09"),
    .reads("from «January 18-20»", as: "XXXX-01-18/XXXX-01-20"),
    .reads("born «March third, 2015»; in «October two thousand and five»", as: "2015-03-03", "2005-10"),
    .reads("they closed in «May»\n8 offices went", as: "XXXX-05"),
    .ignores("May I ask whether you may march on?"),
    .ignores("Ms April Summers met June Brown"),
    .ignores("Jan, Mar and Dec are column names"),
  ]
  let triggers: Triggers = [.words(DateWordTable.monthTriggers)]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard MonthRule.isWordStart(cursor, start) || isRangeEnd(cursor, start) else { return nil }
    let word = cursor.word
    guard let month = DateParts.month(&cursor) else { return nil }
    let afterMonth = cursor.position
    if ByteClass.isWordLike(cursor.current), cursor.current < 0x80 { return nil }

    var trial = cursor
    trial.skipBlanks()
    if trial.current == 0x0A || trial.current == 0x0D,
      cursor.previousWord(before: start).word == FoldedWord("on")
    {
      // "on July" at the end of a line: the day stands on the next.
      trial.skipBlanks(lines: true)
      if let match = dayAndYear(&trial, month: month.value, isSure: month.isCapital || !month.isAmbiguous) {
        cursor = trial
        return .date(match)
      }
    }
    trial = cursor
    if trial.skipBlanks() || trial.take(UInt8(ascii: "-")) || trial.take(UInt8(ascii: "/"))
      || trial.take(UInt8(ascii: ","))
    {
      trial.skipBlanks()
      if trial.take(FoldedWord("the")) { trial.skipBlanks() }
      if let match = dayAndYear(&trial, month: month.value, isSure: month.isCapital || !month.isAmbiguous) {
        cursor = trial
        return .date(match)
      }
    }
    trial = cursor
    trial.position = afterMonth
    if let year = DateParts.yearTail(&trial, shortAllowed: false) {
      cursor = trial
      return .date(.calendar(year: year, month: month.value))
    }
    cursor.position = afterMonth
    if NumericDateRule.isWholeLine(cursor, start), !DateParts.isShort(word) {
      return .date(.calendar(month: month.value))
    }
    let isPlain = !month.isAmbiguous && !DateParts.isShort(word) && word != FoldedWord("august")
    guard month.isCapital || isPlain && Prepositions.leadsToDate(cursor.previousWord(before: start).word),
      MonthRule.isAllowedAlone(cursor, word: word, start: start, end: afterMonth)
    else {
      return nil
    }
    if cursor.byte(afterMonth - 1) == UInt8(ascii: ".") { cursor.position -= 1 }
    return .date(.calendar(month: month.value))
  }

  /// The second month of "Nov 18-Dec 19" and "Jan-Feb 2017".
  private func isRangeEnd(_ cursor: TextCursor, _ start: Int) -> Bool {
    guard start > 3, cursor.bytes[start - 1] == UInt8(ascii: "-"), cursor.isUppercase(at: start) else {
      return false
    }
    if ByteClass.isDigit(cursor.bytes[start - 2]) {
      return cursor.bytes[start - 3] == 0x20 || cursor.bytes[start - 4] == 0x20
        || ByteClass.isDigit(cursor.bytes[start - 4])
    }
    return DateWord.of(cursor.word(endingAt: start - 1).word)?.kind == .month
  }

  /// "9", "9th", "ninth".
  private func dayNumber(_ cursor: inout TextCursor) -> (value: Int, hasSuffix: Bool)? {
    if ByteClass.isDigit(cursor.current) { return DateParts.day(&cursor) }
    var trial = cursor
    guard let value = DateParts.ordinalWord(&trial), (1...31).contains(value),
      !ByteClass.isLetter(trial.current)
    else { return nil }
    cursor = trial
    return (value, true)
  }

  /// "April 25,2017": no number with thousands, whose groups have three figures.
  private func isYearNext(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    return trial.take(UInt8(ascii: ",")) && DateParts.year4(&trial) != nil
      && DateParts.isNumberEnd(trial, trial.position)
  }

  private func dayAndYear(_ cursor: inout TextCursor, month: Int, isSure: Bool) -> DateExpression? {
    guard let day = dayNumber(&cursor),
      day.hasSuffix || DateParts.isNumberEnd(cursor, cursor.position) || isYearNext(cursor)
    else { return nil }
    let afterDay = cursor.position
    var last: Int?
    var trial = cursor
    if DateParts.dayConnector(&trial), let second = dayNumber(&trial), second.value > day.value,
      second.hasSuffix || DateParts.isNumberEnd(trial, trial.position)
    {
      var probe = trial
      // "March 14 to 16 April": the second day has a month of its own.
      if !(DateParts.dayMonthGap(&probe) && DateParts.month(&probe) != nil) {
        last = second.value
        cursor = trial
      }
    }
    let end = cursor.position
    trial = cursor
    let year = DateParts.yearTail(&trial, shortAllowed: false)
    if year == nil {
      cursor.position = end
    } else {
      cursor = trial
    }
    guard isSure || year != nil || day.hasSuffix else { return nil }
    guard DayMonthRule.exists(day.value, month, year) else {
      return year != nil || day.hasSuffix ? DateExpression(.impossible) : nil
    }
    let opening = DateExpression.calendar(year: year, month: month, day: day.value)
    guard let last, DayMonthRule.exists(last, month, year) else {
      if last != nil { cursor.position = afterDay }
      return opening
    }
    return DateExpression(.range(opening, .calendar(year: year, month: month, day: last)))
  }

  /// A word starts here: no letter, digit, hyphen, slash or apostrophe joins it to what stands before.
  static func isWordStart(_ cursor: TextCursor, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = cursor.bytes[start - 1]
    if ByteClass.isDigit(before) || ByteClass.isLetter(before) { return false }
    if before == UInt8(ascii: "#") { return false }
    if before == UInt8(ascii: "-") || before == UInt8(ascii: "_") || before == UInt8(ascii: "@") {
      return start > 1
        && (!ByteClass.isWordLike(cursor.bytes[start - 2])
          || cursor.word(endingAt: start - 1).word == FoldedWord("mid"))
    }
    return true
  }

  /// Whether a month without day and year is a date where it stands.
  static func isAllowedAlone(_ cursor: TextCursor, word: FoldedWord, start: Int, end: Int) -> Bool {
    let previous = cursor.previousWord(before: start)
    let follows = Prepositions.leadsToDate(previous.word)
    guard let known = DateWord.of(word) else { return false }
    // "Jan, Mar and Dec are …": a list of names, not of dates.
    if known.isShort, previous.word == FoldedWord("and") || previous.word == FoldedWord("or") { return false }
    if known.isShort || word == DateParts.wordMay || word == DateParts.wordMarch { return follows }
    var after = cursor
    after.position = end
    // A name: "April Summers", "June Brown"; but "In June Ofsted …" is a date.
    if given.contains(word) {
      let isNamed = after.skipBlanks() && after.isUppercase(at: after.position)
      return follows || !isNamed && !(previous.word.count > 0 && cursor.isUppercase(at: previous.start))
    }
    return true
  }

  private static let given = [FoldedWord("april"), FoldedWord("june"), FoldedWord("august")]
}
