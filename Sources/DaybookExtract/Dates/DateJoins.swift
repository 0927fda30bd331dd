import DaybookCore

/// Puts together what stands side by side and names one date: a day and its time, the two ends of a range.
///
/// "10.30am on 8 December 2023", "15 February 2022 9:41 AM", "between January 18 and March 2nd", "1/2/2022 -
/// 28/2/2022", "February and March 2022". One walk over the tokens; the words between two are looked at, at
/// most 16 bytes.
struct DateJoins {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func joined(_ tokens: [DateToken]) -> [DateToken] {
    var result: [DateToken] = []
    result.reserveCapacity(tokens.count)
    for token in tokens {
      var token = token
      while let last = result.last, let pair = joined(last, token) {
        result.removeLast()
        token = pair
      }
      if let last = result.last, let pair = DateChange.read(last, token, bytes) {
        result[result.count - 1] = pair.old
        token = pair.new
      }
      if let last = result.last, let listed = DayList.shared(last, token, bytes) {
        result[result.count - 1] = listed
      }
      result.append(token)
    }
    return result
  }

  private enum Link: Sendable {
    case blank, comma, on, at, to, dash, and, parenthesis, from, after, before, possessive, inside
  }

  private func link(_ range: Range<Int>) -> Link? {
    guard range.count <= 16, range.lowerBound <= range.upperBound else { return nil }
    var cursor = TextCursor(bytes, at: range.lowerBound, limit: range.upperBound)
    var link = Link.blank
    if takePossessive(&cursor) { link = .possessive }
    cursor.skipBlanks(lines: true)
    if cursor.take(UInt8(ascii: ",")) { link = .comma }
    cursor.skipBlanks(lines: true)
    if cursor.take(UInt8(ascii: "(")) { link = .parenthesis }
    if cursor.take(UInt8(ascii: "@")) { link = .at }
    if DateParts.dash(&cursor) { link = .dash }
    if range.count == 1, cursor.current == UInt8(ascii: "T") { return .blank }
    while cursor.word.count > 0 {
      guard let found = DateJoins.words[cursor.word] else { return nil }
      if let found {
        if link == .and { return nil }
        link = found
      }
      cursor.position += cursor.word.count
      cursor.skipBlanks(lines: true)
    }
    cursor.skipBlanks(lines: true)
    return cursor.position >= range.upperBound ? link : nil
  }

  /// "10:35 a.m. (0735 GMT) Friday": the same time in another zone, in brackets, keeps nothing apart.
  private func aside(_ range: Range<Int>) -> Link? {
    guard (6...16).contains(range.count), bytes[range.lowerBound] == 0x20,
      bytes[range.lowerBound + 1] == UInt8(ascii: "("), ByteClass.isDigit(bytes[range.lowerBound + 2]),
      bytes[range.upperBound - 1] == 0x20, bytes[range.upperBound - 2] == UInt8(ascii: ")")
    else { return nil }
    return .blank
  }

  /// "this year's" third quarter.
  private func takePossessive(_ cursor: inout TextCursor) -> Bool {
    var trial = cursor
    if trial.current == 0xE2, trial.byte(trial.position + 2) == 0x99 {
      trial.position += 3
    } else {
      guard trial.take(UInt8(ascii: "'")) else { return false }
    }
    guard trial.take(FoldedWord("s")) else { return false }
    cursor = trial
    return true
  }

  /// Nil for words that may stand there and say nothing.
  private static let words = WordTable<Link?>([
    ("on", .on), ("at", .at), ("to", .to), ("until", .to), ("till", .to), ("through", .to), ("and", .and),
    ("the", nil), ("of", .on),
    ("up", nil), ("by", .at), ("or", .and), ("from", .from), ("between", .from), ("after", .after),
    ("before", .before), ("around", .at), ("about", .at), ("in", .inside), ("thru", .to), ("til", .to),
    ("untill", .to), ("starting", nil), ("past", .after), ("for", .at), ("than", nil), ("later", nil),
    ("no", nil),
  ])

  private func joined(_ first: DateToken, _ second: DateToken) -> DateToken? {
    guard first.bytes.upperBound <= second.bytes.lowerBound,
      let link = link(first.bytes.upperBound..<second.bytes.lowerBound)
        ?? aside(first.bytes.upperBound..<second.bytes.lowerBound)
    else { return nil }
    let whole = first.bytes.lowerBound..<second.bytes.upperBound
    if let hours = OpeningHours.joined(first, second, link == .blank || link == .comma || link == .on) {
      return hours
    }
    switch (first.expression.form, second.expression.form) {
    case (.clock, .clock):
      guard link == .dash || link == .to || link == .and && opens(first, "between"),
        let start = first.expression.time,
        start.end == nil, let end = second.expression.time
      else { return nil }
      var expression = first.expression
      expression.time?.end = end.time
      expression.time?.utcOffset = end.utcOffset ?? start.utcOffset
      return DateToken(bytes: whole, expression: expression, rule: first.rule)
    case (.clock, _) where second.expression.canTakeTime:
      if first.expression.time?.end != nil, opensRange(second) { return nil }
      guard
        link == .blank || link == .on || link == .comma || link == .inside && second.expression.dayPart != nil
      else { return nil }
      return timed(second, first.expression.time, whole)
    case (_, .clock) where first.expression.canTakeTime:
      switch link {
      case .blank, .at, .comma, .after, .before: break
      case .parenthesis:
        // "2 February (10:00-11:30)"
        guard whole.upperBound < bytes.count, bytes[whole.upperBound] == UInt8(ascii: ")") else { return nil }
        return timed(first, second.expression.time, whole.lowerBound..<(whole.upperBound + 1))
      case .from: guard second.expression.time?.end != nil else { return nil }
      case .dash: guard isSpaced(first, second) else { return nil }
      default: guard isTimeMark(first, second) else { return nil }
      }
      let joined = timed(first, second.expression.time, whole)
      return link == .blank ? withYearBehind(joined) : joined
    case (.clock, .duration(let amount)):
      // "2pm for two hours"
      guard endsGap(first, second, "for") else { return nil }
      return lasting(first, amount, whole)
    case (.duration(let amount), .clock):
      guard link == .from,
        TextCursor(bytes).previousWord(before: first.bytes.lowerBound).word == FoldedWord("for")
      else { return nil }
      return lasting(second, amount, whole)
    case (_, .duration(let amount)) where first.expression.time != nil && first.expression.time?.end == nil:
      guard endsGap(first, second, "for") else { return nil }
      return lasting(first, amount, whole)
    case (.frequency(let period), .clock):
      return link == .at || link == .blank ? daily(period, second, whole, rule: first.rule) : nil
    case (.clock, .frequency(let period)):
      return link == .blank ? daily(period, first, whole, rule: second.rule) : nil
    case (.counted(let amount, .ago), .unit(.day, let steps, false)) where steps <= 0:
      // "a week ago today", "a year ago yesterday"
      guard link == .blank, !amount.isVague, !amount.isClock else { return nil }
      return shifted(amount, -1, first, second, whole)
    case (.counted(let amount, let counting), _) where second.expression.isDayLike:
      guard link == .blank, counting == .afterEvent || counting == .earlier && endsWith(first, "before")
      else {
        return nil
      }
      return shifted(amount, counting == .earlier ? -1 : 1, first, second, whole)
    case (.duration(let amount), _) where second.expression.isDayLike:
      // "three weeks from tomorrow"; "for three weeks from tomorrow" lasts so long.
      guard link == .from || link == .after || link == .before,
        TextCursor(bytes).previousWord(before: first.bytes.lowerBound).word != FoldedWord("for")
      else { return nil }
      return shifted(amount, link == .before ? -1 : 1, first, second, whole)
    case (.calendar(let fields), _)
    where fields.weekday != nil && fields.day == nil && second.expression.isDated:
      // "this Friday (15 June)", "next Friday, 5/12": the date says which.
      guard first.expression.direction != nil, first.expression.time == nil,
        link == .blank || link == .comma || link == .parenthesis || link == .on || link == .dash
      else { return nil }
      let expression = WeekdayRule.adding(fields.weekday ?? 1, to: second.expression) ?? second.expression
      return DateToken(bytes: whole, expression: expression, rule: second.rule)
    case (.calendar(let fields), .unit(.year, _, ofNarrative: true))
    where fields.year == nil && fields.weekday == nil && second.expression.part == nil:
      // "February of the next year", "4 March the following year"
      guard link == .on || link == .blank, let month = fields.month, first.expression.direction == nil else {
        return nil
      }
      var expression = first.expression
      expression.form = .nth(month, .month, second.expression)
      if let day = fields.day { expression.form = .nth(day, .day, DateExpression(expression.form)) }
      return DateToken(bytes: whole, expression: expression, rule: "nth")
    case (.unit(.week, _, _), .calendar(let fields))
    where fields.weekday != nil && fields.day == nil && second.expression.direction == nil:
      // "next week Wednesday", "next week on Tuesday 9 am"
      guard link == .blank || link == .on || link == .dash, first.expression.part == nil else { return nil }
      var expression = second.expression
      expression.form = .nth(1, .weekday(fields.weekday ?? 1), first.expression)
      return DateToken(bytes: whole, expression: expression, rule: "nth")
    case (.unit(.year, _, _), .yearPart(.quarter(let number), nil))
    where link == .possessive || link == .blank:
      // "this year's third quarter"
      guard first.expression.part == nil else { return nil }
      var expression = DateExpression(.nth(number, .quarter, first.expression))
      expression.isLoose = first.expression.isLoose
      return DateToken(bytes: whole, expression: expression, rule: second.rule)
    case (.yearPart(.season(let season), nil), .unit(.year, _, _)) where link == .on:
      // "the autumn of last year"
      guard first.expression.direction == nil, second.expression.part == nil else { return nil }
      return DateToken(
        bytes: whole, expression: DateExpression(.nth(1, .season(season), second.expression)),
        rule: first.rule)
    case (.yearPart(.quarter(let number), nil), .unit(.year, _, _)) where link == .blank || link == .on:
      return DateToken(
        bytes: whole, expression: DateExpression(.nth(number, .quarter, second.expression)), rule: first.rule)
    default: return range(first, second, link, whole)
    }
  }

  /// "9am to 5pm, Monday to Friday": the hours are of all those days.
  private func opensRange(_ day: DateToken) -> Bool {
    guard let fields = day.expression.fields, fields.weekday != nil, fields.day == nil else { return false }
    var cursor = TextCursor(bytes, at: day.bytes.upperBound)
    cursor.skipBlanks()
    guard DateParts.dash(&cursor) || cursor.take(FoldedWord("to")) || cursor.take(FoldedWord("through"))
    else { return false }
    cursor.skipBlanks()
    return DateWord.of(cursor.word)?.kind == .weekday
  }

  /// A day with its time; a part of the day settles which half of it.
  private func timed(_ day: DateToken, _ time: ClockTime?, _ whole: Range<Int>) -> DateToken {
    var expression = day.expression
    expression.time = expression.dayPart.map { part in time?.moved(to: part) } ?? time
    return DateToken(bytes: whole, expression: expression, rule: day.rule)
  }

  /// "Sun Aug 02 20:04:09 2009", "Wed Mar 30 17:54:12 GMT 2011": the form of `asctime`, the year at the end.
  private func withYearBehind(_ token: DateToken) -> DateToken {
    guard case .calendar(var fields) = token.expression.form, fields.isDayAndMonth, fields.year == nil,
      let month = fields.month, let day = fields.day
    else { return token }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound)
    cursor.skipBlanks()
    guard let year = DateParts.year4(&cursor), (1900...2100).contains(year),
      DateParts.isNumberEnd(cursor, cursor.position), DayMonthRule.exists(day, month, year)
    else { return token }
    fields.year = year
    var result = token
    result.expression.form = .calendar(fields)
    result.bytes = token.bytes.lowerBound..<cursor.position
    return result
  }

  /// "every day at 7:13 p.m.": a time of each of them.
  private func daily(_ period: String, _ clock: DateToken, _ whole: Range<Int>, rule: String) -> DateToken? {
    guard let time = clock.expression.time, time.end == nil else { return nil }
    let text = period.hasPrefix("XXXX-W") && !period.contains("T") ? period : ""
    guard period == "P1D" || period.hasPrefix("T") || !text.isEmpty else { return nil }
    return DateToken(bytes: whole, expression: DateExpression(.frequency(text + "T\(time.time)")), rule: rule)
  }

  private func endsGap(_ first: DateToken, _ second: DateToken, _ word: String) -> Bool {
    let previous = TextCursor(bytes).previousWord(before: second.bytes.lowerBound)
    return previous.word == FoldedWord(word)
      && TextCursor(bytes).blanksStart(before: previous.start) == first.bytes.upperBound
  }

  /// A time and how long it lasts, inside one day.
  private func lasting(_ clock: DateToken, _ amount: TimeAmount, _ whole: Range<Int>) -> DateToken? {
    guard var time = clock.expression.time, time.end == nil, !amount.isVague, amount.upTo == nil,
      amount.years + amount.months + amount.weeks + amount.days + amount.workingDays == 0, amount.hours < 24
    else { return nil }
    let minutes = time.time.hour * 60 + time.time.minute + amount.hours * 60 + amount.minutes
    guard let end = CivilTime(hour: minutes / 60, minute: minutes % 60) else { return nil }
    time.end = end
    var expression = clock.expression
    expression.time = time
    return DateToken(bytes: whole, expression: expression, rule: clock.rule)
  }

  private func shifted(
    _ amount: TimeAmount, _ sign: Int, _ first: DateToken, _ second: DateToken, _ whole: Range<Int>
  ) -> DateToken? {
    guard !amount.isVague else { return nil }
    return DateToken(
      bytes: whole, expression: DateExpression(.shifted(amount, sign, second.expression)), rule: first.rule)
  }

  private func endsWith(_ token: DateToken, _ word: String) -> Bool {
    TextCursor(bytes).word(endingAt: token.bytes.upperBound).word == FoldedWord(word)
  }

  private func isTimeMark(_ first: DateToken, _ second: DateToken) -> Bool {
    second.bytes.lowerBound - first.bytes.upperBound == 1
      && bytes[first.bytes.upperBound] == UInt8(ascii: "T")
  }

  private func isSpaced(_ first: DateToken, _ second: DateToken) -> Bool {
    bytes[first.bytes.upperBound] == 0x20 && bytes[second.bytes.lowerBound - 1] == 0x20
  }

  private func range(_ first: DateToken, _ second: DateToken, _ link: Link, _ whole: Range<Int>) -> DateToken?
  {
    guard first.expression.canBound, second.expression.canBound,
      first.expression.isAsFine(as: second.expression)
    else { return nil }
    if DateChange.isTold(before: first.bytes.lowerBound, bytes) { return nil }
    // "3 Oct 10pm to 4 Oct 7.30am": the second day waits for its time.
    if (first.expression.time == nil) != (second.expression.time == nil) { return nil }
    let opening = TextCursor(bytes).previousWord(before: first.bytes.lowerBound)
    switch link {
    case .dash, .to: break
    case .and:
      let isBetween = opening.word == FoldedWord("between")
      let sharesYear = first.expression.isMonthWithoutYear && second.expression.isMonthWithYear
      guard isBetween || sharesYear else { return nil }
    default: return nil
    }
    var start = whole.lowerBound
    if opening.word == FoldedWord("between") || opening.word == FoldedWord("from") && link != .and {
      start = opening.start
    }
    let (from, to) = DateJoins.shared(first.expression, second.expression)
    var expression = DateExpression(.range(from, to))
    // "Monday to Friday" is how it always is; "from Monday to Wednesday" may be once.
    expression.isLoose = start == whole.lowerBound && OpeningHours.isWorkingWeek(expression)
    return DateToken(bytes: start..<whole.upperBound, expression: expression, rule: first.rule)
  }

  private func opens(_ token: DateToken, _ word: String) -> Bool {
    TextCursor(bytes).previousWord(before: token.bytes.lowerBound).word == FoldedWord(word)
  }

  /// What one end leaves out, from the other: "1 February to 15 March 2022", "from 4 March 2021 to 2 April".
  static func shared(_ first: DateExpression, _ second: DateExpression) -> (
    DateExpression, DateExpression
  ) {
    var (from, to) = (first, second)
    if case .calendar(var fields) = from.form, case .calendar(let end) = to.form, fields.year == nil,
      let year = end.year,
      fields.month != nil, let month = end.month
    {
      fields.year = (fields.month ?? 0) > month ? year - 1 : year
      from.form = .calendar(fields)
    } else if case .calendar(let start) = from.form, case .calendar(var end) = to.form, end.year == nil,
      let year = start.year,
      let month = end.month
    {
      end.year = month < (start.month ?? 0) ? year + 1 : year
      to.form = .calendar(end)
    }
    if let weekday = from.fields?.weekday, from.fields?.day == nil,
      case .nth(1, .weekday(_), let whole) = to.form
    {
      from.form = .nth(1, .weekday(weekday), whole)
    }
    if case .numeric(var numbers) = from.form, case .numeric(let end) = to.form, numbers.year == nil {
      numbers.year = end.year
      from.form = .numeric(numbers)
    }
    return (from, to)
  }
}
