import DaybookCore

/// Takes in what follows a day and belongs to it: a part of the day ("Friday morning", "10/02 (pm)").
struct DateTrailing {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func extend(_ token: inout DateToken, limit: Int) {
    takeDirection(&token, limit)
    guard token.expression.canTakeTime else { return }
    takeDayPart(&token, limit)
    takeBareClock(&token, limit)
  }

  private func takeDayPart(_ token: inout DateToken, _ limit: Int) {
    guard token.expression.dayPart == nil else { return }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: limit)
    var phrase = cursor
    if let part = ClockRule.partOfDay(&phrase) {
      // "15 February in the morning"
      token.expression.dayPart = part
      token.bytes = token.bytes.lowerBound..<phrase.position
      return
    }
    guard cursor.skipBlanks() else { return }
    if cursor.take(UInt8(ascii: "(")) {
      let word = cursor.word
      guard word == FoldedWord("am") || word == FoldedWord("pm") else { return }
      cursor.position += 2
      guard cursor.take(UInt8(ascii: ")")) else { return }
      token.expression.dayPart = word == FoldedWord("am") ? .morning : .afternoon
      token.bytes = token.bytes.lowerBound..<cursor.position
      return
    }
    // "Monday am", "10 Feb pm"
    if cursor.word == FoldedWord("am") || cursor.word == FoldedWord("pm") {
      let isMorning = cursor.word == FoldedWord("am")
      var after = cursor
      after.position += 2
      guard !ByteClass.isWordLike(after.current),
        !isMorning || !after.skipBlanks() || after.word != FoldedWord("i")
      else { return }
      token.expression.dayPart = isMorning ? .morning : .afternoon
      token.bytes = token.bytes.lowerBound..<(cursor.position + 2)
      return
    }
    // "Monday early morning", "Friday late evening"
    if cursor.word == FoldedWord("early") || cursor.word == FoldedWord("late") {
      cursor.position += cursor.word.count
      guard cursor.skipBlanks() else { return }
    }
    guard let known = DateWord.of(cursor.word), known.kind == .dayPart,
      let part = DayPart(rawValue: known.value)
    else { return }
    cursor.position += cursor.word.count
    guard !ByteClass.isLetter(cursor.current) else { return }
    token.expression.dayPart = part
    token.bytes = token.bytes.lowerBound..<cursor.position
  }

  /// "tomorrow at 5", "this evening from 7 to 8": a bare hour that a day makes one.
  private func takeBareClock(_ token: inout DateToken, _ limit: Int) {
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: limit)
    cursor.skipBlanks()
    if cursor.take(UInt8(ascii: ",")) { cursor.skipBlanks() }
    let isSign = cursor.take(UInt8(ascii: "@"))
    if ByteClass.isDigit(cursor.current), token.expression.fields?.weekday != nil,
      token.expression.fields?.day == nil,
      var hours = ClockRange.read(&cursor, first: nil, start: cursor.position, isSure: true)
    {
      // "Monday 12-4"
      if let part = token.expression.dayPart { hours = hours.moved(to: part) }
      token.expression.time = hours
      token.bytes = token.bytes.lowerBound..<cursor.position
      return
    }
    if !isSign {
      guard DateTrailing.leads[cursor.word] != nil else { return }
      cursor.position += cursor.word.count
    }
    cursor.skipBlanks()
    let start = cursor.position
    guard ByteClass.isDigit(cursor.current) else { return }
    var clock: ClockTime
    var trial = cursor
    if let full = ClockRule.clock(&trial, start: start, inDate: true) {
      cursor = trial
      clock = ClockRange.read(&cursor, first: full, start: start, isSure: true) ?? full
    } else if let range = ClockRange.read(&cursor, first: nil, start: start, isSure: true) {
      clock = range
    } else {
      guard let number = cursor.number(digits: 1...4), let bare = DateTrailing.hour(number),
        isAlone(cursor, isSign: isSign || token.expression.dayPart != nil)
      else { return }
      clock = bare
    }
    if let part = token.expression.dayPart {
      clock = clock.moved(to: part)
    } else if clock.isHalfOpen, clock.end == nil, clock.time.hour < 7 {
      // Office hours.
      clock.time = clock.time.adding(hours: 12)
    }
    token.expression.time = clock
    token.bytes = token.bytes.lowerBound..<cursor.position
  }

  private static let leads = WordTable<Bool>(["at", "around", "from", "about", "between"].map { ($0, true) })

  /// "5", "1030".
  private static func hour(_ number: (value: Int, digits: Int)) -> ClockTime? {
    if number.digits <= 2 {
      guard (1...23).contains(number.value), let time = CivilTime(hour: number.value, minute: 0) else {
        return nil
      }
      return ClockTime(time, isHalfOpen: number.value <= 12)
    }
    guard let time = CivilTime(hour: number.value / 100, minute: number.value % 100) else { return nil }
    return ClockTime(time, isHalfOpen: number.digits == 3)
  }

  /// Nothing that the number counts follows: "tomorrow at 5", not "today at 5 schools".
  private func isAlone(_ cursor: TextCursor, isSign: Bool) -> Bool {
    guard DateParts.isNumberEnd(cursor, cursor.position), cursor.current != UInt8(ascii: "-") else {
      return false
    }
    var trial = cursor
    guard trial.skipBlanks() else { return true }
    return trial.word.count == 0
      ? !trial.isAtEnd && !ByteClass.isDigit(trial.current) || trial.isAtEnd
      : Prepositions.table[trial.word] != nil || DateTrailing.ends[trial.word] != nil
  }

  private static let ends = WordTable<Bool>(
    ["and", "or", "but", "please", "with", "if", "so", "when", "as", "the", "we", "i", "is", "was"].map {
      ($0, true)
    })

  /// "1st January next", as deeds have it.
  private func takeDirection(_ token: inout DateToken, _ limit: Int) {
    guard let fields = token.expression.fields, fields.year == nil, fields.month != nil,
      token.expression.direction == nil
    else { return }
    var cursor = TextCursor(bytes, at: token.bytes.upperBound, limit: limit)
    guard cursor.skipBlanks() else { return }
    if cursor.take(FoldedWord("of")) { cursor.skipBlanks() }
    let isThis = cursor.word == FoldedWord("this")
    let isNext = cursor.word == FoldedWord("next")
    guard isNext || isThis || cursor.word == FoldedWord("last") else { return }
    cursor.position += 4
    let end = cursor.position
    if cursor.skipBlanks(), ByteClass.isWordLike(cursor.current) {
      guard cursor.take(FoldedWord("year")), !ByteClass.isLetter(cursor.current) else { return }
      token.bytes = token.bytes.lowerBound..<cursor.position
      token.expression.yearOffset = isNext ? 1 : isThis ? 0 : -1
      return
    } else if isThis {
      return
    } else {
      token.bytes = token.bytes.lowerBound..<end
    }
    token.expression.direction = isNext ? .next : .last
  }

  /// Takes in "close of play", "COB", "the morning of" and "at 9" before a day.
  func precede(_ token: inout DateToken) {
    guard token.expression.canTakeTime else { return }
    takeHourBefore(&token)
    guard token.expression.canTakeTime, token.expression.dayPart == nil else { return }
    let cursor = TextCursor(bytes)
    var previous = cursor.previousWord(before: token.bytes.lowerBound)
    if previous.word == FoldedWord("on") { previous = cursor.previousWord(before: previous.start) }
    if previous.word == FoldedWord("of") {
      // "the morning of 30 March"; "the night of" runs into the next day.
      let part = cursor.previousWord(before: previous.start)
      if let known = DateWord.of(part.word), known.kind == .dayPart,
        let found = DayPart(rawValue: known.value),
        found != .night
      {
        token.expression.dayPart = found
        token.bytes = DateParts.articleStart(cursor, before: part.start)..<token.bytes.upperBound
        return
      }
    }
    if previous.word == FoldedWord("cob") || previous.word == FoldedWord("cop") {
      token.expression.dayPart = .closeOfPlay
      token.bytes = previous.start..<token.bytes.upperBound
    } else if previous.word == FoldedWord("play") || previous.word == FoldedWord("business") {
      let of = cursor.previousWord(before: previous.start)
      let close = cursor.previousWord(before: of.start)
      guard of.word == FoldedWord("of"), close.word == FoldedWord("close") else { return }
      token.expression.dayPart = .closeOfPlay
      token.bytes = close.start..<token.bytes.upperBound
    }
  }

  /// "between 3 and 8 yesterday": `joint` is where "and" starts.
  private func takeHours(_ token: inout DateToken, before joint: Int) -> Bool {
    let cursor = TextCursor(bytes, limit: token.bytes.lowerBound)
    let end = cursor.blanksStart(before: joint)
    var start = end
    while start > 0, end - start < 3, ByteClass.isDigit(bytes[start - 1]) { start -= 1 }
    let lead = cursor.previousWord(before: start)
    guard start < end, end - start <= 2, lead.word == FoldedWord("between") || lead.word == FoldedWord("from")
    else {
      return false
    }
    var hours = cursor
    hours.position = start
    guard var clock = ClockRange.read(&hours, first: nil, start: start, isSure: true) else { return false }
    if let part = token.expression.dayPart { clock = clock.moved(to: part) }
    token.expression.time = clock
    token.bytes = start..<token.bytes.upperBound
    return true
  }

  /// "9 tomorrow morning", "at 8 tonight": a bare hour right before a day told by a word of its own.
  private func takeHourBefore(_ token: inout DateToken) {
    guard case .unit(.day, _, false) = token.expression.form else { return }
    let cursor = TextCursor(bytes)
    var end = cursor.blanksStart(before: token.bytes.lowerBound)
    if end > 0, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, end - start < 3, ByteClass.isDigit(bytes[start - 1]) { start -= 1 }
    guard start < end, end - start <= 2, end < token.bytes.lowerBound, DateParts.isNumberStart(cursor, start)
    else { return }
    var number = cursor
    number.position = start
    guard let value = number.number(digits: 1...2), var clock = DateTrailing.hour(value) else { return }
    let lead = cursor.previousWord(before: start)
    if lead.word == FoldedWord("and") || lead.word == FoldedWord("to"), takeHours(&token, before: lead.start)
    {
      return
    }
    guard
      ClockRule.timeCues[lead.word] != nil || cursor.isAtLineStart(start) && token.expression.dayPart != nil
    else { return }
    if let part = token.expression.dayPart {
      clock = clock.moved(to: part)
    } else if clock.isHalfOpen, clock.time.hour < 7 {
      clock.time = clock.time.adding(hours: 12)
    }
    token.expression.time = clock
    token.bytes = start..<token.bytes.upperBound
  }
}
