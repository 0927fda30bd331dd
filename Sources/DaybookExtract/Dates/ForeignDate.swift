import DaybookCore

/// Reads a day, month and year in German, French, Welsh, Spanish, Italian or Dutch, with weekday and time as
/// mail programs print them: "Dienstag, 15. Februar 2022 09:41", "mar. 15 févr. 2022 à 09:41".
///
/// Only where a word stands that is not English too; all else is the business of the other rules.
enum ForeignDate {
  static func read(_ cursor: inout TextCursor) -> DateExpression? {
    var trial = cursor
    var isForeign = false
    var weekday: Int?
    for _ in 0..<2 {
      var after = trial
      let word = folded(&after)
      if word == FoldedWord("dydd") || word == FoldedWord("giorno") {
        isForeign = true
      } else if let known = ForeignDateTable.weekdays[word] {
        weekday = known
        if DateWord.of(word)?.kind != .weekday { isForeign = true }
      } else {
        break
      }
      trial = after
      skipMarks(&trial)
    }
    if let numeric = numeric(&trial, weekday, isForeign) {
      cursor = trial
      return numeric
    }
    guard let (day, _) = trial.number(digits: 1...2), (1...31).contains(day) else { return nil }
    _ = trial.take(UInt8(ascii: "."))
    skipOrdinal(&trial)
    skipMarks(&trial)
    skipOf(&trial)
    let word = folded(&trial)
    guard let month = ForeignDateTable.months[word] else { return nil }
    if DateWord.of(word)?.kind != .month { isForeign = true }
    _ = trial.take(UInt8(ascii: "."))
    skipMarks(&trial)
    skipOf(&trial)
    guard let (year, _) = trial.number(digits: 4...4), (1900...2199).contains(year),
      !ByteClass.isWordLike(trial.current), CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    let time = time(&trial)
    guard isForeign || time.isForeign else { return nil }
    cursor = trial
    return .calendar(year: year, month: month, day: day, weekday: weekday, time: time.value)
  }

  /// "15.02.2022 um 09:41": figures, which are foreign only by the words around them.
  private static func numeric(_ cursor: inout TextCursor, _ weekday: Int?, _ isForeign: Bool)
    -> DateExpression?
  {
    var trial = cursor
    guard let (day, _) = trial.number(digits: 1...2),
      let separator = [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].first(where: {
        trial.take($0)
      }),
      let (month, _) = trial.number(digits: 1...2), trial.take(separator),
      let (year, _) = trial.number(digits: 4...4), (1900...2199).contains(year),
      CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    let time = time(&trial)
    guard isForeign || time.isForeign else { return nil }
    cursor = trial
    return .calendar(year: year, month: month, day: day, weekday: weekday, time: time.value)
  }

  /// "09:41", "um 9:41 Uhr", "à 09h41", "alle ore 9.41", "9:41 p. m.".
  private static func time(_ cursor: inout TextCursor) -> (value: ClockTime?, isForeign: Bool) {
    var trial = cursor
    var isForeign = false
    skipMarks(&trial)
    for _ in 0..<2 {
      var after = trial
      let word = folded(&after)
      guard ForeignDateTable.timeWords[word] != nil, after.skipBlanks() else { break }
      if word != FoldedWord("am") { isForeign = true }
      trial = after
    }
    guard let (hour, _) = trial.number(digits: 1...2),
      trial.take(UInt8(ascii: ":")) || trial.take(UInt8(ascii: ".")) || trial.take(UInt8(ascii: "h")),
      let (minute, digits) = trial.number(digits: 2...2), digits == 2
    else { return (nil, false) }
    var second: Int?
    if trial.current == UInt8(ascii: ":") {
      var after = trial
      after.position += 1
      if let (value, _) = after.number(digits: 2...2) {
        second = value
        trial = after
      }
    }
    guard let time = CivilTime(hour: hour + halfDay(&trial, hour), minute: minute, second: second ?? 0),
      !ByteClass.isDigit(trial.current)
    else { return (nil, false) }
    cursor = trial
    return (ClockTime(time, grain: second == nil ? .minute : .second), isForeign)
  }

  /// Hours to add for "p. m.", "PM"; moves behind it.
  private static func halfDay(_ cursor: inout TextCursor, _ hour: Int) -> Int {
    var trial = cursor
    trial.skipBlanks()
    let isAfternoon = trial.current | 0x20 == UInt8(ascii: "p")
    guard isAfternoon || trial.current | 0x20 == UInt8(ascii: "a") else { return 0 }
    trial.position += 1
    _ = trial.take(UInt8(ascii: "."))
    trial.skipBlanks()
    guard trial.current | 0x20 == UInt8(ascii: "m") else { return 0 }
    trial.position += 1
    guard !ByteClass.isWordLike(trial.current) else { return 0 }
    _ = trial.take(UInt8(ascii: "."))
    cursor = trial
    return isAfternoon ? (hour < 12 ? 12 : 0) : hour == 12 ? -12 : 0
  }

  private static func skipMarks(_ cursor: inout TextCursor) {
    while cursor.take(UInt8(ascii: ",")) || cursor.take(UInt8(ascii: ".")) || cursor.skipBlanks(lines: true) {
    }
  }

  /// "de", "del", "d'", "o".
  private static func skipOf(_ cursor: inout TextCursor) {
    let word = cursor.word
    guard word == FoldedWord("de") || word == FoldedWord("del") || word == FoldedWord("o") else { return }
    cursor.position += word.count
    cursor.skipBlanks()
  }

  /// "1er", "1º", "1°", "15fed", "1af".
  private static func skipOrdinal(_ cursor: inout TextCursor) {
    if cursor.current == 0xC2,
      cursor.byte(cursor.position + 1) == 0xBA || cursor.byte(cursor.position + 1) == 0xB0
    {
      cursor.position += 2
      return
    }
    let word = cursor.word
    let isOrdinal =
      word == FoldedWord("er") || word == FoldedWord("fed") || word == FoldedWord("af")
      || word == FoldedWord("ain")
      || word == FoldedWord("eg") || word == FoldedWord("ed")
    if isOrdinal { cursor.position += word.count }
  }

  /// The word at the cursor without its accents, in lower case; the cursor moves behind it. Letters of Latin-1
  /// and the Welsh ŵ and ŷ are known.
  static func folded(_ cursor: inout TextCursor) -> FoldedWord {
    var letters: (UInt64, UInt64) = (0, 0)
    var count = 0
    while count < 24 {
      let byte = cursor.current
      let letter: UInt8
      if ByteClass.isLetter(byte) {
        letter = byte | 0x20
        cursor.position += 1
      } else if byte == 0xC3, let base = base(cursor.byte(cursor.position + 1)) {
        letter = base
        cursor.position += 2
      } else if byte == 0xC5, (0xB4...0xB7).contains(cursor.byte(cursor.position + 1)) {
        letter = cursor.byte(cursor.position + 1) < 0xB6 ? UInt8(ascii: "w") : UInt8(ascii: "y")
        cursor.position += 2
      } else {
        break
      }
      if count < 8 {
        letters.0 |= UInt64(letter) << UInt64(count * 8)
      } else if count < 16 {
        letters.1 |= UInt64(letter) << UInt64((count - 8) * 8)
      }
      count += 1
    }
    return FoldedWord(low: letters.0, high: letters.1, count: count)
  }

  /// The letter below an accent, of the second byte of U+00C0…U+00FF. Source: Unicode, Latin-1 Supplement.
  private static func base(_ second: UInt8) -> UInt8? {
    switch second | 0x20 {
    case 0xA0...0xA5: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    default: nil
    }
  }
}
