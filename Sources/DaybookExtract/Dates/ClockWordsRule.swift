import DaybookCore

/// Reads a time of day in words: "ten past three", "half past four", "a quarter to nine", "15 minutes past
/// noon", "seven thirty p.m.", "three o'clock".
///
/// Source: Cambridge Grammar of the English Language, appendix on time. Where neither "am" nor "in the
/// evening" says, 1 to 6 are read as afternoon, 7 to 12 as written, as office hours have it.
struct ClockWordsRule: MentionRule {
  let name = "clock-words"
  let examples: [RuleExample] = [
    .reads("ended at «ten past three», not «half past nine»", as: "T15:10", "T09:30"),
    .reads("at «a quarter to noon», «20 minutes past 3pm»", as: "T11:45", "T15:20"),
    .reads("from «seven thirty p.m.» to «three o’clock in the morning»", as: "T19:30", "T03:00"),
    .ignores("half past it, ten to one odds on, two past years"),
    .ignores("three of us, nine to five, one am I"),
  ]
  let triggers: Triggers = [
    .digit,
    .words(
      DateWordTable.cardinals.filter { $0.1 < 60 }.map(\.0) + ["quarter", "half"]),
  ]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let trigger = cursor.position
    guard
      ByteClass.isDigit(cursor.current)
        ? DateParts.isNumberStart(cursor, trigger) : MonthRule.isWordStart(cursor, trigger)
    else { return nil }
    var trial = cursor
    if let time = counted(&trial) {
      cursor = trial
      let article = cursor.previousWord(before: trigger)
      return .date(
        DateExpression(.clock, time: time), start: article.word == FoldedWord("a") ? article.start : nil)
    }
    guard !ByteClass.isDigit(cursor.current), let time = spoken(&cursor) else { return nil }
    return .date(DateExpression(.clock, time: time))
  }

  /// "ten past three", "quarter to 9", "15 minutes past noon".
  private func counted(_ cursor: inout TextCursor) -> ClockTime? {
    let minutes: Int
    var isSure = false
    if cursor.take(FoldedWord("quarter")) {
      (minutes, isSure) = (15, true)
    } else if cursor.take(FoldedWord("half")) {
      (minutes, isSure) = (30, true)
    } else {
      guard let found = cursor.number(digits: 1...2)?.value ?? Numerals.below100(&cursor),
        (1...59).contains(found)
      else { return nil }
      minutes = found
    }
    guard cursor.skipBlanks() else { return nil }
    if ClockWordsRule.minuteWords[cursor.word] != nil {
      cursor.position += cursor.word.count
      guard cursor.skipBlanks() else { return nil }
      isSure = true
    }
    // "at half three", as is said in Britain for half past.
    var bare = cursor
    if minutes == 30, isSure, let hour = hour(&bare), hour.isHalfOpen, isTimed(cursor), !isNumbered(bare) {
      cursor = bare
      return CivilTime(hour: hour.time.hour < 7 ? hour.time.hour + 12 : hour.time.hour, minute: 30).map {
        ClockTime($0)
      }
    }
    let isPast = cursor.take(FoldedWord("past"))
    guard isPast || minutes != 30 && cursor.take(FoldedWord("to")), cursor.skipBlanks() else { return nil }
    guard var hour = hour(&cursor) else { return nil }
    guard !ByteClass.isLetter(cursor.current) else { return nil }
    let isOpen = hour.isHalfOpen
    // "rose 3 to 20"
    if !isSure, !isOpen, hour.time.hour > 12, hour.time.minute == 0, !isPast { return nil }
    if isOpen {
      // "ten to one odds", "two past years"
      var after = cursor
      after.skipBlanks()
      if !isPast, !isSure, after.word.count > 0, Prepositions.table[after.word] == nil { return nil }
      if isPast, DateWord.of(after.word) != nil, DateWord.of(after.word)?.kind != .deictic { return nil }
      if !isSure, !isPast { return nil }
      if hour.time.hour < 7 { hour.time = hour.time.adding(hours: 12) }
    }
    let clock = hour.time.hour * 60 + (isPast ? minutes : -minutes)
    guard let time = CivilTime(hour: (clock + 1440) / 60 % 24, minute: (clock + 60) % 60) else { return nil }
    return ClockTime(time)
  }

  /// "at half", "by half", or nothing before it on its line.
  private func isTimed(_ cursor: TextCursor) -> Bool {
    let half = cursor.previousWord(before: cursor.position)
    return ClockRule.timeCues[cursor.previousWord(before: half.start).word] != nil
      || cursor.isAtLineStart(half.start)
  }

  /// Something follows that the number counts: "half three pounds".
  private func isNumbered(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    guard trial.skipBlanks() else { return false }
    return trial.word.count > 0 && Prepositions.table[trial.word] == nil && DateWord.of(trial.word) == nil
  }

  private static let minuteWords = WordTable<Bool>(
    ["minutes", "minute", "min", "mins"].map { ($0, true) })

  /// "three", "3pm", "noon", "nine in the evening".
  private func hour(_ cursor: inout TextCursor) -> ClockTime? {
    if cursor.take(FoldedWord("noon")) || cursor.take(FoldedWord("midday")) {
      return CivilTime(hour: 12, minute: 0).map { ClockTime($0) }
    }
    if cursor.take(FoldedWord("midnight")) { return ClockTime(.startOfDay) }
    guard let value = cursor.number(digits: 1...2)?.value ?? Numerals.below100(&cursor), value <= 23,
      DateParts.isNumberEnd(cursor, cursor.position) || ByteClass.isLetter(cursor.current)
    else { return nil }
    return half(&cursor, value, 0, needsMark: false)
  }

  /// "seven thirty p.m.", "three o'clock", "nine fifty nine a.m.".
  private func spoken(_ cursor: inout TextCursor) -> ClockTime? {
    guard let hours = Numerals.below100(&cursor), (1...12).contains(hours) else { return nil }
    var trial = cursor
    if trial.skipBlanks() || trial.take(UInt8(ascii: "-")), let minutes = Numerals.below100(&trial),
      minutes >= 10,
      minutes < 60, let time = half(&trial, hours, minutes, needsMark: true)
    {
      cursor = trial
      return time
    }
    return half(&cursor, hours, 0, needsMark: true)
  }

  /// The half of the day, from what stands behind the hour; `needsMark`: nil where nothing does.
  private func half(_ cursor: inout TextCursor, _ hours: Int, _ minutes: Int, needsMark: Bool) -> ClockTime? {
    guard let plain = CivilTime(hour: hours, minute: minutes) else { return nil }
    if (1...12).contains(hours) {
      var trial = cursor
      if let isAfternoon = ClockRule.meridiem(&trial), !isVerb(cursor) {
        cursor = trial
        return CivilTime(hour: hours % 12 + (isAfternoon ? 12 : 0), minute: minutes).map { ClockTime($0) }
      }
      let isMarked = ClockRule.takeOClock(&cursor)
      if let part = ClockRule.partOfDay(&cursor) { return ClockTime(plain, isHalfOpen: true).moved(to: part) }
      if isMarked, needsMark {
        // Office hours.
        return ClockTime(hours < 7 ? plain.adding(hours: 12) : plain)
      }
      if isMarked || !needsMark { return ClockTime(plain, isHalfOpen: true) }
      return nil
    }
    return needsMark ? nil : ClockTime(plain)
  }

  /// "one am I": a verb with its subject.
  private func isVerb(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    trial.skipBlanks()
    guard trial.take(FoldedWord("am")), trial.skipBlanks() else { return false }
    return trial.word == FoldedWord("i") || trial.word == FoldedWord("not") || trial.word == FoldedWord("the")
  }
}
