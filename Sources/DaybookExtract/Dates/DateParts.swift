import DaybookCore

/// The pieces that several date rules read: days, months, years, and what may stand around them.
enum DateParts {
  /// Whether a number that starts here stands for itself: not the tail of a word, a price, a path, a
  /// reference or a longer number.
  static func isNumberStart(_ cursor: TextCursor, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let bytes = cursor.bytes
    let before = bytes[start - 1]
    if ByteClass.isLetter(before) || ByteClass.isDigit(before) { return false }
    switch before {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "\\"),
      UInt8(ascii: "="):
      return start < 2 || !(ByteClass.isWordLike(bytes[start - 2]) || bytes[start - 2] == before)
        || before == UInt8(ascii: ":") && ByteClass.isLetter(bytes[start - 2])
    case UInt8(ascii: "-"):
      return start < 2 || !ByteClass.isWordLike(bytes[start - 2])
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "@"),
      UInt8(ascii: "%"),
      UInt8(ascii: "&"):
      return false
    case 0x80...:
      if TextCursor.isQuote(bytes, endingAt: start) {
        // An en dash between digits joins them: "12–13 March" is the range's business.
        return true
      }
      if start >= 2, bytes[start - 2] == 0xC2 { return before == 0xA0 || before == 0xAB || before == 0xB7 }
      return start >= 3 && bytes[start - 3] == 0xE2 && (bytes[start - 2] == 0x80 || bytes[start - 2] >= 0x90)
    default: return true
    }
  }

  /// Whether a number may end here: no letter, digit, decimal or per cent follows.
  static func isNumberEnd(_ cursor: TextCursor, _ end: Int) -> Bool {
    let after = cursor.byte(end)
    if ByteClass.isLetter(after) || ByteClass.isDigit(after) || after == UInt8(ascii: "%")
      || after == UInt8(ascii: "_")
    {
      return false
    }
    if after == UInt8(ascii: ".") || after == UInt8(ascii: ",") || after == UInt8(ascii: ":")
      || after == UInt8(ascii: "/")
    {
      return !ByteClass.isDigit(cursor.byte(end + 1))
    }
    return true
  }

  /// "9", "9th", "09": a day of a month. The suffix may stand apart as a superscript does: "9 th".
  static func day(_ cursor: inout TextCursor) -> (value: Int, hasSuffix: Bool)? {
    var trial = cursor
    guard let (value, _) = trial.number(digits: 1...2), (1...31).contains(value) else { return nil }
    let hasSuffix = ordinalSuffix(&trial)
    guard hasSuffix || !ByteClass.isWordLike(trial.current) || trial.current >= 0x80 else { return nil }
    cursor = trial
    return (value, hasSuffix)
  }

  static func ordinalSuffix(_ cursor: inout TextCursor) -> Bool {
    // "2^nd": raised letters of a page, written as text.
    if cursor.current == UInt8(ascii: "^") {
      var trial = cursor
      trial.position += 1
      guard ordinalSuffix(&trial) else { return false }
      cursor = trial
      return true
    }
    let word = cursor.word
    if word == suffixes.0 || word == suffixes.1 || word == suffixes.2 || word == suffixes.3 {
      cursor.position += 2
      return true
    }
    return false
  }

  private static let suffixes = (FoldedWord("st"), FoldedWord("nd"), FoldedWord("rd"), FoldedWord("th"))
  private static let (wordOf, wordDay, wordThe, wordIn) = (
    FoldedWord("of"), FoldedWord("day"), FoldedWord("the"), FoldedWord("in")
  )

  /// "first", "fourteenth", "twenty-first" as a number.
  static func ordinalWord(_ cursor: inout TextCursor) -> Int? {
    let word = cursor.word
    guard let known = DateWord.of(word) else { return nil }
    if known.kind == .ordinal {
      cursor.position += word.count
      return known.value
    }
    if known.kind == .cardinal, known.value == 20 || known.value == 30 {
      var trial = cursor
      trial.position += word.count
      guard trial.take(UInt8(ascii: "-")) || trial.skipBlanks(),
        let second = DateWord.of(trial.word), second.kind == .ordinal, second.value < 10
      else { return nil }
      trial.position += trial.word.count
      cursor = trial
      return known.value + second.value
    }
    return nil
  }

  /// A month name, with the full stop of a short form.
  static func month(_ cursor: inout TextCursor) -> (value: Int, isCapital: Bool, isAmbiguous: Bool)? {
    let word = cursor.word
    guard let known = DateWord.of(word), known.kind == .month else { return nil }
    let start = cursor.position
    cursor.position += word.count
    guard
      !(cursor.current >= 0x80 && ByteClass.isWordLike(cursor.byte(cursor.position))
        && cursor.current == 0xC3)
    else {
      return nil
    }
    if known.isShort, cursor.current == UInt8(ascii: ".") { cursor.position += 1 }
    let isAmbiguous = word == wordMay || word == wordMarch || word == wordMar
    return (known.value, cursor.isUppercase(at: start), isAmbiguous)
  }

  /// A short form of a month.
  static func isShort(_ word: FoldedWord) -> Bool { DateWord.of(word)?.isShort ?? true }

  static let (wordMay, wordMarch, wordMar) = (FoldedWord("may"), FoldedWord("march"), FoldedWord("mar"))

  /// A year of four digits, 1000…2199.
  static func year4(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard let (value, _) = trial.number(digits: 4...4), (1000...2199).contains(value),
      isNumberEnd(trial, trial.position)
    else { return nil }
    cursor = trial
    return value
  }

  /// "’22", "'22", "‘22".
  static func apostropheYear(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    if trial.current == UInt8(ascii: "'") {
      trial.position += 1
    } else if trial.current == 0xE2, trial.byte(trial.position + 1) == 0x80,
      trial.byte(trial.position + 2) == 0x99 || trial.byte(trial.position + 2) == 0x98
    {
      trial.position += 3
    } else {
      return nil
    }
    guard let (value, _) = trial.number(digits: 2...2), isNumberEnd(trial, trial.position) else { return nil }
    cursor = trial
    return century(value)
  }

  /// Two digits of a year: 00…68 are 2000…2068. Source: POSIX strptime, %y.
  static func century(_ value: Int) -> Int { value <= 68 ? 2000 + value : 1900 + value }

  /// What follows a day and month: ", 2022", " 2022", " of 2022", "-22", " ’22"; nil where no year follows,
  /// and then nothing is taken.
  static func yearTail(_ cursor: inout TextCursor, shortAllowed: Bool = true) -> Int? {
    var trial = cursor
    let separator = trial.current
    if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") {
      trial.position += 1
      if ByteClass.isDigit(trial.current) {
        if let year = year4(&trial) {
          cursor = trial
          return year
        }
        if shortAllowed, separator != UInt8(ascii: "."), let (value, _) = trial.number(digits: 2...2),
          isNumberEnd(trial, trial.position)
        {
          cursor = trial
          return century(value)
        }
        return nil
      }
      if separator != UInt8(ascii: ".") { return nil }
    }
    trial.skipBlanks(lines: true)
    if trial.take(UInt8(ascii: ",")) { trial.skipBlanks(lines: true) }
    if trial.word == wordOf || trial.word == wordIn {
      trial.position += 2
      trial.skipBlanks()
      if trial.take(wordThe) {
        trial.skipBlanks()
        guard trial.take(FoldedWord("year")) else { return nil }
        trial.skipBlanks()
      }
    }
    if let year = year4(&trial) ?? apostropheYear(&trial) {
      cursor = trial
      return year
    }
    if ByteClass.isLetter(trial.current), DateWord.of(trial.word)?.kind == .cardinal,
      let year = Numerals.year(&trial)
    {
      cursor = trial
      return year
    }
    // "9 Feb 22": two digits right behind a month with a day.
    if shortAllowed, trial.position > cursor.position, cursor.byte(trial.position - 1) == 0x20,
      let (value, _) = trial.number(digits: 2...2), isNumberEnd(trial, trial.position), value >= 10,
      isTwoDigitYearContext(trial)
    {
      cursor = trial
      return century(value)
    }
    return nil
  }

  /// Two digits are a year only where nothing follows that they could count.
  private static func isTwoDigitYearContext(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    let after = trial.current
    if trial.isAtEnd || after == UInt8(ascii: ",") || after == UInt8(ascii: ".") || after == UInt8(ascii: ")")
      || after == UInt8(ascii: ";") || after == 0x0A || after == 0x0D
    {
      return true
    }
    return trial.skipBlanks() && ByteClass.isDigit(trial.current)
  }

  /// Behind a day: blanks, "of", "day of", a hyphen or a full stop before a month.
  static func dayMonthGap(_ cursor: inout TextCursor) -> Bool {
    var trial = cursor
    if trial.take(UInt8(ascii: "-")) || trial.take(UInt8(ascii: "/")) || trial.take(UInt8(ascii: ".")) {
      trial.skipBlanks()
      cursor = trial
      return true
    }
    let moved = trial.skipBlanks(lines: true)
    if trial.take(wordDay) { trial.skipBlanks() }
    if trial.take(wordOf) {
      guard trial.skipBlanks(lines: true) else { return false }
      if trial.take(wordThe) { trial.skipBlanks() }
    } else if !moved && !ByteClass.isLetter(trial.current) {
      return false
    }
    cursor = trial
    return true
  }

  /// "-", "–", "to", "and", "&", "or", "/" between two days of one month. Nil where none follows.
  static func dayConnector(_ cursor: inout TextCursor) -> Bool {
    var trial = cursor
    let moved = trial.skipBlanks()
    if dash(&trial) || trial.take(UInt8(ascii: "/")) || trial.take(UInt8(ascii: "&")) {
      trial.skipBlanks()
      cursor = trial
      return true
    }
    guard moved,
      trial.take(FoldedWord("to")) || trial.take(FoldedWord("and")) || trial.take(FoldedWord("until"))
        || trial.take(FoldedWord("through")) || trial.take(FoldedWord("till"))
        || trial.take(FoldedWord("thru")),
      trial.skipBlanks()
    else { return false }
    if trial.take(wordThe) { trial.skipBlanks() }
    cursor = trial
    return true
  }

  /// A hyphen, en dash, em dash or minus.
  static func dash(_ cursor: inout TextCursor) -> Bool {
    if cursor.take(UInt8(ascii: "-")) { return true }
    if cursor.current == 0xE2, cursor.byte(cursor.position + 1) == 0x80,
      (0x90...0x95).contains(cursor.byte(cursor.position + 2))
        || cursor.byte(cursor.position + 1) == 0x88 && cursor.byte(cursor.position + 2) == 0x92
    {
      cursor.position += 3
      return true
    }
    return false
  }

  /// Where "the" (or "this", where `demonstrative`) before an offset begins; the offset itself where none
  /// stands there.
  static func articleStart(_ cursor: TextCursor, before start: Int) -> Int {
    let previous = cursor.previousWord(before: start)
    return previous.word == wordThe && previous.start < start ? previous.start : start
  }
}
