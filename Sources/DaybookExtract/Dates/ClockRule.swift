import DaybookCore

/// Reads a time of day: "10:14", "9.41 AM", "2 a.m.", "430pm", "08:07:33 +0000", "5 o'clock", "3 in the
/// afternoon", "noon", and from one to another: "3-4pm", "10:00-11:00", "8am until 6".
///
/// A full stop between hour and minute needs "am", "pm" or a word such as "at" before it; a bare number is no
/// time.
/// Source: ISO 8601-1; RFC 5322 section 3.3 for zones.
struct ClockRule: MentionRule {
  let name = "clock"
  let examples: [RuleExample] = [
    .reads("sent «10:14» and «9.41 AM» and «2 a.m.»", as: "T10:14", "T09:41", "T02:00"),
    .reads("«08:07:33 +0000»; «12:00 GMT»; «09:15 +0100 (BST)»", as: "T08:07:33Z", "T12:00Z", "T09:15+01:00"),
    .reads("from «14.30» until «noon»", as: "T14:30", "T12:00"),
    .reads("at «430pm», «5 o'clock» or «8 in the evening»", as: "T16:30", "T05:00", "T20:00"),
    .reads("a call «2.30pm–3.15pm»", as: "T14:30-15:15"),
    .reads("open «3-4pm», «10:00-11:00» and «11 to 1pm»", as: "T15:00-16:00", "T10:00-11:00", "T11:00-13:00"),
    .ignores("the procedures of 14 CFR 11.43 and 11.45, by mail"),
    .ignores("Room 4.30, ratio 16:9, section 10.14"),
    .ignores("I am 2 amps"),
    .ignores("at 6.45 percent, between 2.35 million and 3.10 million"),
  ]
  let triggers: Triggers = [.digit, .words(["noon", "midnight", "midday", "noonish"])]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard ByteClass.isDigit(cursor.current) else { return named(&cursor, start) }
    guard DateParts.isNumberStart(cursor, start) || followsTimeMark(cursor, start) else { return nil }
    var first: ClockTime?
    var trial = cursor
    if let clock = ClockRule.clock(&trial, start: start, inDate: false) {
      first = clock
      cursor = trial
      if clock.isHalfOpen, let part = ClockRule.partOfDay(&cursor) { first = clock.moved(to: part) }
    }
    if let whole = ClockRange.read(&cursor, first: first, start: start) {
      return .date(DateExpression(.clock, time: whole))
    }
    if let first { return .date(DateExpression(.clock, time: first)) }
    return bareHour(&cursor)
  }

  /// "3 in the afternoon", "8 in the evening": a bare hour that a part of the day makes one.
  private func bareHour(_ cursor: inout TextCursor) -> Match? {
    guard let hour = cursor.number(digits: 1...2), (1...12).contains(hour.value),
      let part = ClockRule.partOfDay(&cursor), let time = CivilTime(hour: hour.value, minute: 0)
    else { return nil }
    return .date(
      DateExpression(.clock, time: ClockTime(time, isHalfOpen: true).moved(to: part)))
  }

  /// " in the morning", " at night", behind an hour.
  static func partOfDay(_ cursor: inout TextCursor) -> DayPart? {
    var trial = cursor
    guard trial.skipBlanks() else { return nil }
    if trial.take(FoldedWord("at")) {
      guard trial.skipBlanks(), trial.take(FoldedWord("night")), !ByteClass.isLetter(trial.current) else {
        return nil
      }
      cursor = trial
      return .night
    }
    guard trial.take(FoldedWord("in")), trial.skipBlanks() else { return nil }
    if trial.take(FoldedWord("the")) { trial.skipBlanks() }
    guard let known = DateWord.of(trial.word), known.kind == .dayPart,
      let part = DayPart(rawValue: known.value),
      part != .lunchtime
    else { return nil }
    trial.position += trial.word.count
    guard !ByteClass.isLetter(trial.current) else { return nil }
    cursor = trial
    return part
  }

  private func followsTimeMark(_ cursor: TextCursor, _ start: Int) -> Bool {
    start > 1 && cursor.bytes[start - 1] == UInt8(ascii: "T") && ByteClass.isDigit(cursor.bytes[start - 2])
  }

  private func named(_ cursor: inout TextCursor, _ start: Int) -> Match? {
    let word = cursor.word
    guard MonthRule.isWordStart(cursor, start) else { return nil }
    cursor.position += word.count
    let hour = word == FoldedWord("midnight") ? 0 : 12
    guard let time = CivilTime(hour: hour, minute: 0) else { return nil }
    return .date(DateExpression(.clock, time: ClockTime(time)))
  }

  /// A clock time at the cursor. `inDate`: a date stands right before it, so "14.30" needs nothing else.
  static func clock(_ cursor: inout TextCursor, start: Int, inDate: Bool) -> ClockTime? {
    var trial = cursor
    guard let hour = trial.number(digits: 1...4) else { return nil }
    var minute = 0
    var second = 0
    var grain = Grain.minute
    var hours = hour.value
    let separator = trial.current
    let isLetterH =
      separator | 0x20 == UInt8(ascii: "h") && trial.byte(trial.position + 3) != UInt8(ascii: "h")
    if separator == UInt8(ascii: ":") || separator == UInt8(ascii: ".") || isLetterH, hour.digits <= 2,
      ByteClass.isDigit(trial.byte(trial.position + 1))
    {
      trial.position += 1
      guard let found = trial.number(digits: 2...2), found.value < 60 else { return nil }
      minute = found.value
      if trial.current == separator, ByteClass.isDigit(trial.byte(trial.position + 1)) {
        trial.position += 1
        guard let found = trial.number(digits: 2...2), found.value < 60 else { return nil }
        second = found.value
        grain = .second
        // Fractions of a second.
        if trial.current == UInt8(ascii: "."), ByteClass.isDigit(trial.byte(trial.position + 1)) {
          trial.position += 1
          while ByteClass.isDigit(trial.current) { trial.position += 1 }
        }
      }
    } else {
      grain = .hour
    }
    var afterDigits = trial
    var isHalfOpen = false
    let half = meridiem(&trial) ?? shortMeridiem(&trial, hasMinute: grain != .hour)
    if let isAfternoon = half {
      if grain == .hour, hour.digits > 2 {
        // "430pm"
        (hours, minute) = (hour.value / 100, hour.value % 100)
        guard minute < 60 else { return nil }
      }
      guard (1...12).contains(hours) else { return nil }
      hours = hours % 12 + (isAfternoon ? 12 : 0)
    } else {
      trial = afterDigits
      isHalfOpen = (1...12).contains(hours) && !(hour.digits == 2 && hours < 10)
      let previous = trial.previousWord(before: start).word
      if grain == .hour {
        if takeOClock(&trial) {
          guard hour.digits <= 2 else { return nil }
          if let isAfternoon = meridiem(&trial), (1...12).contains(hours) {
            hours = hours % 12 + (isAfternoon ? 12 : 0)
            isHalfOpen = false
          }
        } else if isLetterH, hour.digits <= 2, timeCues[previous] != nil || inDate,
          !ByteClass.isWordLike(trial.byte(trial.position + 1))
        {
          // "at 15h"
          trial.position += 1
        } else {
          // "1400 hrs", "at 1030"
          guard hour.digits == 4 else { return nil }
          var unit = trial
          // "0930hrs", written as one, is a time; so many hours are written apart.
          let isGlued = unit.word == FoldedWord("hrs") || unit.word == FoldedWord("h")
          if isGlued || unit.skipBlanks() && isHours(unit.word) {
            trial = unit
            trial.position += trial.word.count
          } else {
            guard isPlainHour(hour.value, previous), !isMeasured(trial) else { return nil }
          }
          hours = hour.value / 100
          minute = hour.value % 100
          isHalfOpen = false
        }
        grain = .minute
      } else if separator == UInt8(ascii: "."), !inDate {
        guard hour.digits <= 2, isCued(trial, start, previous), !isMeasured(trial) else { return nil }
      }
      guard isClockEnd(trial) else { return nil }
      var unit = trial
      if grain == .minute, unit.skipBlanks(), unit.word == FoldedWord("hrs") {
        // "14:20 hrs"
        unit.position += 3
        if !ByteClass.isWordLike(unit.current) { trial = unit }
      }
    }
    // "2 a.m." is an hour in words; written out it is minute 0.
    guard let time = CivilTime(hour: hours, minute: minute, second: second) else { return nil }
    cursor = trial
    afterDigits = trial
    let isISO = start > 0 && cursor.bytes[start - 1] == UInt8(ascii: "T")
    let offset = zone(&afterDigits, isISO: isISO)
    if offset != nil { cursor = afterDigits }
    return ClockTime(
      time, grain: grain == .hour ? .minute : grain, utcOffset: offset, isHalfOpen: isHalfOpen)
  }

  /// Four figures behind "at" that are a time and no year: "at 1030", never "at 2015".
  private static func isPlainHour(_ value: Int, _ previous: FoldedWord) -> Bool {
    guard previous == FoldedWord("at") || previous == FoldedWord("around") else { return false }
    return value % 100 < 60 && value % 5 == 0 && !(1500...2099).contains(value) && value < 2400
      && value >= 100
  }

  /// "2.35 million", "6.45 percent": what follows is measured, so it is no time.
  private static func isMeasured(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks(lines: true) else { return false }
    let word = trial.word
    return word.count > 0 && Prepositions.table[word] == nil && DateWord.of(word) == nil
      && word != FoldedWord("when") && word != FoldedWord("the") && word != FoldedWord("hrs")
  }

  /// "o'clock", "oclock".
  static func takeOClock(_ cursor: inout TextCursor) -> Bool {
    var trial = cursor
    trial.skipBlanks()
    if trial.take(FoldedWord("oclock")) {
      cursor = trial
      return true
    }
    guard trial.take(FoldedWord("o")) else { return false }
    if trial.current == 0xE2, trial.byte(trial.position + 2) == 0x99 {
      trial.position += 3
    } else {
      guard trial.take(UInt8(ascii: "'")) else { return false }
    }
    guard trial.take(FoldedWord("clock")) else { return false }
    cursor = trial
    return true
  }

  /// "9:15p" behind minutes.
  private static func shortMeridiem(_ cursor: inout TextCursor, hasMinute: Bool) -> Bool? {
    let letter = cursor.current | 0x20
    guard hasMinute, letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
      !ByteClass.isWordLike(cursor.byte(cursor.position + 1))
    else { return nil }
    cursor.position += 1
    return letter == UInt8(ascii: "p")
  }

  private static func isHours(_ word: FoldedWord) -> Bool {
    word == FoldedWord("hrs") || word == FoldedWord("hours") || word == FoldedWord("h")
  }

  /// A word that times take stands before it; before "and" and "to", another time: "between 9.30 and 10.30",
  /// never "rules 11.43 and 11.45".
  private static func isCued(_ cursor: TextCursor, _ start: Int, _ previous: FoldedWord) -> Bool {
    guard timeCues[previous] != nil else { return false }
    guard previous == FoldedWord("and") else { return true }
    let joint = cursor.previousWord(before: start).start
    var first = cursor.blanksStart(before: joint, lines: true)
    guard first > 0, ByteClass.isDigit(cursor.bytes[first - 1]) else { return true }
    while first > 0,
      ByteClass.isDigit(cursor.bytes[first - 1]) || cursor.bytes[first - 1] == UInt8(ascii: ".")
    {
      first -= 1
    }
    return timeCues[cursor.previousWord(before: first).word] != nil
  }

  static let timeCues = WordTable<Bool>(
    ["at", "from", "until", "till", "by", "before", "after", "between", "around", "about", "to", "and"].map {
      ($0, true)
    })

  private static func isClockEnd(_ cursor: TextCursor) -> Bool {
    let after = cursor.current
    if after == UInt8(ascii: "Z") { return !ByteClass.isWordLike(cursor.byte(cursor.position + 1)) }
    if ByteClass.isWordLike(after), after < 0x80 { return false }
    if after == UInt8(ascii: ".") || after == UInt8(ascii: ":") || after == UInt8(ascii: ",")
      || after == UInt8(ascii: "%")
    {
      return !ByteClass.isDigit(cursor.byte(cursor.position + 1))
    }
    return true
  }

  /// "am", "a.m.", "PM", "p.m": true for the afternoon; nil where none stands here.
  static func meridiem(_ cursor: inout TextCursor) -> Bool? {
    var trial = cursor
    trial.skipBlanks()
    let letter = trial.current | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    trial.position += 1
    let dotted = trial.take(UInt8(ascii: "."))
    if dotted || letter == UInt8(ascii: "p") { trial.skipBlanks() }
    guard trial.current | 0x20 == UInt8(ascii: "m") else { return nil }
    trial.position += 1
    // A dash may stand right behind it: "2.30pm–3.15pm".
    guard !ByteClass.isWordLike(trial.current) || trial.current == 0xE2 else { return nil }
    if dotted { _ = trial.take(UInt8(ascii: ".")) }
    cursor = trial
    return letter == UInt8(ascii: "p")
  }

  /// Minutes east of Greenwich: "GMT", "UTC", "Z", "BST", "+0100", "+01:00", with a name in parentheses
  /// behind it.
  static func zone(_ cursor: inout TextCursor, isISO: Bool) -> Int? {
    var trial = cursor
    if trial.current == UInt8(ascii: "Z") {
      guard !ByteClass.isWordLike(trial.byte(trial.position + 1)) else { return nil }
      cursor.position += 1
      return 0
    }
    trial.skipBlanks()
    let inParentheses = trial.take(UInt8(ascii: "("))
    let word = trial.word
    if let minutes = zoneNames[word], trial.isUppercase(at: trial.position) {
      trial.position += word.count
      if trial.current == UInt8(ascii: "+") || trial.current == UInt8(ascii: "-"),
        let offset = numericZone(&trial)
      {
        if inParentheses, !trial.take(UInt8(ascii: ")")) { return nil }
        cursor = trial
        return offset
      }
      if inParentheses, !trial.take(UInt8(ascii: ")")) { return nil }
      cursor = trial
      return minutes
    }
    // "10:00-11:00" is from ten to eleven; only ISO 8601 puts a zone there.
    if trial.current == UInt8(ascii: "-"), trial.position == cursor.position, !isISO { return nil }
    guard !inParentheses, let offset = numericZone(&trial) else { return nil }
    cursor = trial
    trial.skipBlanks()
    if trial.take(UInt8(ascii: "(")), trial.word.count > 1, trial.word.count < 6,
      trial.isUppercase(at: trial.position)
    {
      trial.position += trial.word.count
      if trial.take(UInt8(ascii: ")")) { cursor = trial }
    }
    return offset
  }

  private static func numericZone(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    let sign = trial.current
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    trial.position += 1
    guard let hours = trial.number(digits: 2...4) else { return nil }
    var minutes = hours.value / 100 * 60 + hours.value % 100
    if hours.digits == 2 {
      minutes = hours.value * 60
      if trial.take(UInt8(ascii: ":")) {
        guard let rest = trial.number(digits: 2...2) else { return nil }
        minutes += rest.value
      } else if sign == UInt8(ascii: "-") {
        return nil
      }
    }
    guard hours.digits != 3, minutes <= 14 * 60, DateParts.isNumberEnd(trial, trial.position) else {
      return nil
    }
    cursor = trial
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// Source: RFC 5322 section 4.3; British Summer Time: Summer Time Act 1972.
  private static let zoneNames = WordTable<Int>([
    ("gmt", 0), ("utc", 0), ("bst", 60), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300),
    ("mst", -420),
    ("mdt", -360), ("pst", -480), ("pdt", -420), ("cet", 60), ("cest", 120), ("wet", 0),
  ])
}
