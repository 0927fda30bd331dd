import DaybookCore

/// Reads a time of day up to another: "3-4pm", "9.30-4.30pm", "from 10:30 to 3", "8am until 6".
///
/// What one end leaves out the other gives: "3-4pm" is in the afternoon, "11-1pm" starts before noon. Source:
/// own reading of diaries and minutes.
enum ClockRange {
  /// `first` has been read up to the cursor; nil where a bare number stands there. Nil, and the cursor where it
  /// was, where no range follows.
  ///
  /// `isSure`: a day stands before it, so two bare figures will do.
  static func read(_ cursor: inout TextCursor, first: ClockTime?, start: Int, isSure: Bool = false)
    -> ClockTime?
  {
    guard first?.end == nil, first?.grain != .second else { return nil }
    var trial = cursor
    var opening: ClockTime
    if let first {
      opening = first
    } else if let hours = fourFigures(&trial, start: start) {
      cursor = trial
      return hours
    } else {
      guard let hour = trial.number(digits: 1...2), (1...12).contains(hour.value),
        let time = CivilTime(hour: hour.value, minute: 0)
      else { return nil }
      opening = ClockTime(time, isHalfOpen: true)
    }
    guard connector(&trial, start: start) else { return nil }
    let second = trial.position
    var closing: ClockTime
    if let clock = ClockRule.clock(&trial, start: second, inDate: first != nil) {
      closing = clock
      if closing.isHalfOpen, let part = ClockRule.partOfDay(&trial) {
        closing = closing.moved(to: part)
        opening = opening.moved(to: part)
      }
      // A range of two bare figures needs something that makes it one of times.
      if first == nil, clock.isHalfOpen, closing.isHalfOpen, closing.time.minute == 0 { return nil }
    } else {
      guard let hour = trial.number(digits: 1...2), (1...12).contains(hour.value),
        let time = CivilTime(hour: hour.value, minute: 0)
      else { return nil }
      closing = ClockTime(time, isHalfOpen: true)
      if let part = ClockRule.partOfDay(&trial) {
        closing = closing.moved(to: part)
        opening = opening.moved(to: part)
      } else {
        // "8am until 6": nothing that is counted follows.
        guard first != nil || isSure, isAlone(trial) else { return nil }
      }
    }
    settle(&opening, &closing)
    opening.end = closing.time
    opening.utcOffset = closing.utcOffset ?? opening.utcOffset
    opening.isHalfOpen = opening.isHalfOpen && closing.isHalfOpen
    cursor = trial
    return opening
  }

  /// "between 0730-0930", "from 1400 to 1530": never two years.
  private static func fourFigures(_ cursor: inout TextCursor, start: Int) -> ClockTime? {
    var trial = cursor
    let lead = trial.previousWord(before: start).word
    guard lead == FoldedWord("between") || lead == FoldedWord("from"),
      let first = trial.number(digits: 4...4),
      connector(&trial, start: start), let last = trial.number(digits: 4...4),
      DateParts.isNumberEnd(trial, trial.position),
      !(1500...2099).contains(first.value) || !(1500...2099).contains(last.value),
      let from = CivilTime(hour: first.value / 100, minute: first.value % 100),
      let to = CivilTime(hour: last.value / 100, minute: last.value % 100), first.value % 5 == 0,
      last.value % 5 == 0
    else { return nil }
    cursor = trial
    return ClockTime(from, end: to)
  }

  private static func settle(_ opening: inout ClockTime, _ closing: inout ClockTime) {
    switch (opening.isHalfOpen, closing.isHalfOpen) {
    case (true, false):
      if closing.time.hour >= 12 {
        let late = opening.time.hour < 12 ? opening.time.adding(hours: 12) : opening.time
        if late < closing.time { opening.time = late }
      } else if opening.time.hour == 12 {
        opening.time = opening.time.adding(hours: -12)
      }
      opening.isHalfOpen = false
    case (_, true):
      if closing.time <= opening.time, closing.time.hour < 12 {
        closing.time = closing.time.adding(hours: 12)
      }
      if !opening.isHalfOpen { closing.isHalfOpen = false }
    case (false, false): break
    }
  }

  static func connector(_ cursor: inout TextCursor, start: Int) -> Bool {
    var trial = cursor
    let spaced = trial.skipBlanks()
    if DateParts.dash(&trial) || trial.take(UInt8(ascii: "~")) {
      trial.skipBlanks()
      guard ByteClass.isDigit(trial.current) else { return false }
      cursor = trial
      return true
    }
    guard spaced else { return false }
    let word = trial.word
    let isBetween =
      word == FoldedWord("and") && trial.previousWord(before: start).word == FoldedWord("between")
    guard connectors[word] != nil || isBetween else { return false }
    trial.position += word.count
    guard trial.skipBlanks(), ByteClass.isDigit(trial.current) else { return false }
    cursor = trial
    return true
  }

  private static let connectors = WordTable<Bool>(
    ["to", "until", "till", "til", "untill", "thru", "through"].map { ($0, true) })

  private static func isAlone(_ cursor: TextCursor) -> Bool {
    guard DateParts.isNumberEnd(cursor, cursor.position), cursor.current != UInt8(ascii: "-") else {
      return false
    }
    var trial = cursor
    guard trial.skipBlanks() else { return true }
    if trial.isAtEnd || trial.word.count == 0 { return !ByteClass.isDigit(trial.current) }
    return Prepositions.table[trial.word] != nil || DateWord.of(trial.word)?.kind == .deictic
      || DateWord.of(trial.word)?.kind == .weekday
  }
}
