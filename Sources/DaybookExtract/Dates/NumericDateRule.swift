import DaybookCore

/// Reads dates in figures: "09/02/2022", "1.3.2022", "11-9-20", "2021-07-23", "20220215", and "7/3" where a
/// date is expected.
///
/// Where both of day and month could be either, the order stays open and the document decides. Versions,
/// addresses and phone numbers have other parts beside them and are left. Source: ISO 8601-1; Unicode CLDR
/// 44, en-GB and en-US short dates.
struct NumericDateRule: MentionRule {
  let name = "numeric-date"
  let examples: [RuleExample] = [
    .reads("logged «09/02/2022» and «23.03.2022»", as: "9/2/2022", "2022-03-23"),
    .reads("left «2021-07-23»; stamped «12-31-2021»", as: "2021-07-23", "2021-12-31"),
    .reads("checked «31/02/2023»", as: "impossible"),
    .reads("since «9/2012» and «2014/10»", as: "2012-09", "2014-10"),
    .reads("sent «20220215»_final.docx on «7/3»", as: "2022-02-15", "7/3"),
    .reads("asked for on «02.05.23», by letter of «28.04.23»", as: "2/5/2023", "2023-04-28"),
    .ignores("IP address 10.12.20.22, version 1.1.22, section 10.2; from 1.1.22 to 1.2.03, part of 02.05.23"),
    .ignores("pages 10/12 of annex 5/6, open 24/7"),
    .ignores("telephone 020 7946 0018"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start) || fileNameStart(cursor, start) else { return nil }
    guard let first = single(at: &cursor, start, isSure: false) else { return nil }
    // "10/1/2018-10/7/2018", "from 10/1 to 11/7"
    var trial = cursor
    guard ClockRange.connector(&trial, start: start) else { return first }
    let second = trial.position
    guard let last = single(at: &trial, second, isSure: true), case .date(let from) = first.value,
      case .date(let to) = last.value, from.isAsFine(as: to)
    else { return first }
    cursor = trial
    let (opening, closing) = DateJoins.shared(from, to)
    return .date(DateExpression(.range(opening, closing)))
  }

  /// One date; `isSure`: it follows another one, so figures alone will do.
  private func single(at cursor: inout TextCursor, _ start: Int, isSure: Bool) -> Match? {
    guard let first = cursor.number(digits: 1...8) else { return nil }
    if first.digits == 8 || first.digits == 6 { return compact(cursor, first) }
    if let match = monthAndYear(&cursor, first, start) { return match }
    let separator = cursor.current
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".")
    else { return nil }
    cursor.position += 1
    guard let second = cursor.number(digits: 1...2) else { return nil }
    let afterSecond = cursor.position
    guard cursor.current == separator else {
      return short(cursor, first, second, separator, start, isSure: isSure)
    }
    cursor.position += 1
    guard let third = cursor.number(digits: 1...4) else {
      cursor.position = afterSecond
      return nil
    }
    let after = cursor.current
    if ByteClass.isDigit(after) || ByteClass.isLetter(after) && !isTimeMark(cursor)
      || after == separator && ByteClass.isDigit(cursor.byte(cursor.position + 1))
    {
      return nil
    }
    if first.digits == 4 {
      guard (1000...2199).contains(first.value), third.digits <= 2,
        CivilDate(year: first.value, month: second.value, day: third.value) != nil
      else { return nil }
      return .date(.calendar(year: first.value, month: second.value, day: third.value))
    }
    guard first.digits <= 2,
      third.digits == 4
        || third.digits == 2
          && (separator != UInt8(ascii: ".")
            || isDotted(cursor, start, isPadded: first.digits == 2 && second.digits == 2))
    else { return nil }
    let year = third.digits == 4 ? third.value : DateParts.century(third.value)
    guard (1000...2199).contains(year) else { return nil }
    return NumericDateRule.dated(first.value, second.value, year).map { .date($0) }
  }

  /// "on 02.05.23", "Letter, 15.2.22": full stops and a short year, where the word before it leads to a day. A
  /// version has no such word, an address no such figures.
  private func isDotted(_ cursor: TextCursor, _ start: Int, isPadded: Bool) -> Bool {
    if NumericDateRule.isWholeLine(cursor, start) { return isPadded }
    let previous = cursor.previousWord(before: start, lines: false)
    if DateWord.of(previous.word)?.kind == .weekday || NumericDateRule.dotted[previous.word] != nil {
      return true
    }
    return isPadded
      && (NumericDateRule.cues[previous.word] != nil
        || previous.word == FoldedWord("of") && isNoun(cursor, previous.start))
  }

  /// "the letter of", "our e-mail of": what bears a date; "version of", "part of" do not.
  private func isNoun(_ cursor: TextCursor, _ end: Int) -> Bool {
    NumericDateRule.papers[cursor.previousWord(before: end).word] != nil
  }

  private static let dotted = WordTable<Bool>(
    ["on", "dated", "sent", "received", "signed", "logged", "since", "until", "by"].map { ($0, true) })
  private static let papers = WordTable<Bool>(
    [
      "letter", "email", "mail", "minutes", "note", "notes", "form", "memo", "report", "meeting", "request",
      "reply", "response", "call", "statement", "order", "agenda", "complaint", "visit", "entry", "invoice",
    ].map { ($0, true) })

  /// "9/2012", "2014/10", and with a hyphen where nothing else stands on the line.
  private func monthAndYear(_ cursor: inout TextCursor, _ first: (value: Int, digits: Int), _ start: Int)
    -> Match?
  {
    var trial = cursor
    let isSlash = trial.current == UInt8(ascii: "/")
    guard isSlash || trial.current == UInt8(ascii: "-") else { return nil }
    trial.position += 1
    guard let second = trial.number(digits: 1...4), DateParts.isNumberEnd(trial, trial.position),
      trial.current != UInt8(ascii: "-"), trial.current != UInt8(ascii: "/"),
      !ByteClass.isLetter(trial.current)
    else { return nil }
    let isYearFirst = first.digits == 4
    let year = isYearFirst ? first.value : second.value
    let month = isYearFirst ? second.value : first.value
    let monthDigits = isYearFirst ? second.digits : first.digits
    guard isYearFirst || second.digits == 4, monthDigits <= 2, (1...12).contains(month),
      (1900...2099).contains(year)
    else { return nil }
    // "2011-12" and "2011/12" are two years.
    if isYearFirst, month == (year + 1) % 100 { return nil }
    // A hyphen also joins years, pages and references.
    let previous = cursor.previousWord(before: start, lines: false).word
    let isSure = isSlash ? !isYearFirst || monthDigits == 2 : monthDigits == 2
    guard
      isSlash && isSure || NumericDateRule.isWholeLine(trial, start)
        || isSure && NumericDateRule.monthCues[previous] != nil
    else { return nil }
    cursor = trial
    return .date(.calendar(year: year, month: month))
  }

  private static let monthCues = WordTable<Bool>(["in", "since", "during", "until", "by"].map { ($0, true) })

  /// Nothing else stands on the line but a word that leads to a date.
  static func isWholeLine(_ cursor: TextCursor, _ start: Int) -> Bool {
    var after = cursor
    after.skipBlanks()
    return cursor.isAtLineStart(start) && (after.isAtEnd || after.current == 0x0A || after.current == 0x0D)
  }

  /// Day and month in the order that the numbers allow; open where they allow both.
  static func dated(_ first: Int, _ second: Int, _ year: Int?) -> DateExpression? {
    let dayFirst =
      (1...12).contains(second) && first >= 1 && DayMonthRule.exists(first, max(min(second, 12), 1), year)
    let monthFirst =
      (1...12).contains(first) && second >= 1 && DayMonthRule.exists(second, max(min(first, 12), 1), year)
    switch (dayFirst, monthFirst) {
    case (true, true) where first != second:
      return DateExpression(.numeric(NumericDate(first: first, second: second, year: year)))
    case (true, _):
      return ordered(.calendar(year: year, month: second, day: first), first == second ? nil : .dayFirst)
    case (_, true): return ordered(.calendar(year: year, month: first, day: second), .monthFirst)
    default:
      // "31/02/2023"
      let isDayFirst = (1...31).contains(first) && (1...12).contains(second)
      let isMonthFirst = (1...12).contains(first) && (1...31).contains(second)
      return year != nil && (isDayFirst || isMonthFirst) ? DateExpression(.impossible) : nil
    }
  }

  private static func ordered(_ expression: DateExpression, _ order: NumericOrder?) -> DateExpression {
    var expression = expression
    expression.order = order
    return expression
  }

  /// "7/3", where a word or the start of a line makes it a date.
  private func short(
    _ cursor: TextCursor, _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int),
    _ separator: UInt8, _ start: Int, isSure: Bool
  ) -> Match? {
    if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"), first.digits <= 2,
      second.digits <= 2,
      NumericDateRule.isWholeLine(cursor, start)
    {
      return NumericDateRule.dated(first.value, second.value, nil).map { .date($0) }
    }
    guard separator == UInt8(ascii: "/"), first.digits <= 2, DateParts.isNumberEnd(cursor, cursor.position),
      !(first.value == 24 && second.value == 7)
    else { return nil }
    if isSure || hasClock(cursor) {
      return NumericDateRule.dated(first.value, second.value, nil).map { .date($0) }
    }
    var range = cursor
    guard !range.take(UInt8(ascii: "-")) || ByteClass.isDigit(range.current) else { return nil }
    let previous = cursor.previousWord(before: start, lines: false)
    let atLineStart = cursor.isAtLineStart(start)
    let padded = first.digits == 2 && second.digits == 2
    if isListed(cursor, start, previous) {
      return NumericDateRule.dated(first.value, second.value, nil).map { .date($0) }
    }
    let isBesideWeekday = DateWord.of(previous.word)?.kind == .weekday
    guard isBesideWeekday || NumericDateRule.cues[previous.word] != nil || atLineStart && padded else {
      return nil
    }
    return NumericDateRule.dated(first.value, second.value, nil).map { .date($0) }
  }

  /// "on 11/20, 11/22 or 11/25": another one stands before it.
  private func isListed(_ cursor: TextCursor, _ start: Int, _ previous: (word: FoldedWord, start: Int))
    -> Bool
  {
    var end = cursor.blanksStart(before: start)
    if previous.word == FoldedWord("or") || previous.word == FoldedWord("and") {
      end = cursor.blanksStart(before: previous.start)
    }
    if end > 0, cursor.bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    guard end < start, end > 2 else { return false }
    var position = end
    var figures = 0
    while position > 0, ByteClass.isDigit(cursor.bytes[position - 1]), figures < 2 {
      position -= 1
      figures += 1
    }
    guard figures > 0, position > 1, cursor.bytes[position - 1] == UInt8(ascii: "/"),
      ByteClass.isDigit(cursor.bytes[position - 2])
    else { return false }
    position -= 2
    if position > 0, ByteClass.isDigit(cursor.bytes[position - 1]) { position -= 1 }
    return NumericDateRule.cues[cursor.previousWord(before: position).word] != nil
      || position > 0 && cursor.bytes[position - 1] == 0x20
        && cursor.bytes[cursor.blanksStart(before: position) - 1] == UInt8(ascii: ",")
  }

  /// "4/25 at 4:00pm": a time of day follows.
  private func hasClock(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    if trial.take(FoldedWord("at")) { trial.skipBlanks() }
    guard ByteClass.isDigit(trial.current),
      let time = ClockRule.clock(&trial, start: trial.position, inDate: false)
    else { return false }
    return time.grain < .hour
  }

  private static let cues = WordTable<Bool>(
    [
      "between", "on", "by", "until", "since", "before", "after", "dated", "sent", "circulated", "received",
      "issued",
      "signed", "emailed",
      "logged", "returned", "submitted", "due", "cob", "c", "commencing", "ending", "from", "call",
    ].map { ($0, true) })

  /// "20220215": eight figures that are a real day of 1990…2099, as file names have it.
  private func compact(_ cursor: TextCursor, _ number: (value: Int, digits: Int)) -> Match? {
    guard number.digits == 8, !ByteClass.isLetter(cursor.current), !ByteClass.isDigit(cursor.current) else {
      return nil
    }
    let (year, month, day) = (number.value / 10_000, number.value / 100 % 100, number.value % 100)
    guard (1990...2099).contains(year), CivilDate(year: year, month: month, day: day) != nil else {
      return nil
    }
    return .date(.calendar(year: year, month: month, day: day))
  }

  private func fileNameStart(_ cursor: TextCursor, _ start: Int) -> Bool {
    start > 0 && cursor.bytes[start - 1] == UInt8(ascii: "_")
  }

  /// The T of "2022-02-09T10:14".
  private func isTimeMark(_ cursor: TextCursor) -> Bool {
    cursor.current == UInt8(ascii: "T") && ByteClass.isDigit(cursor.byte(cursor.position + 1))
  }
}
