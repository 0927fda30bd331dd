package import DaybookCore

/// Reads dates as programs write them into properties: ISO 8601 with its profiles, and the e-mail form.
///
/// Shape: "2022", "2022-02", "2022-02-09", "2022-02-09T10:14", "2022-02-09T10:14:00.000Z", "2022-02-09
/// 10:14:00 +0000", "20220209", "Wed, 9 Feb 2022 10:14:00 GMT", "Wed Feb 09 2022 10:14:00 GMT+0100 (…)".
/// Never a form whose day and month could change places.
/// Source: W3C NOTE-datetime, RFC 5322 section 3.3, ECMA-262 Date.prototype.toString.
package enum PropertyDate {
  package static func timex(_ text: String) -> Timex? {
    var cursor = Cursor(Array(text.utf8.prefix(80)))
    cursor.skipSpaces()
    return iso(&cursor) ?? named(Array(text.utf8.prefix(80)))
  }

  // MARK: ISO 8601

  private static func iso(_ cursor: inout Cursor) -> Timex? {
    let start = cursor
    guard let year = cursor.number(digits: 4), (1...9999).contains(year) else { return nil }
    if cursor.peek.map(Cursor.isDigit) == true {
      guard let month = cursor.number(digits: 2), let day = cursor.number(digits: 2),
        cursor.isAtEnd || cursor.peek == 0x54,
        let date = CivilDate(year: year, month: month, day: day)
      else {
        cursor = start
        return nil
      }
      return time(&cursor, date)
    }
    guard cursor.take(0x2D) || cursor.take(0x2F) else { return cursor.isAtEnd ? Timex(year: year) : nil }
    guard let month = cursor.number(digits: 2) else { return nil }
    guard cursor.take(0x2D) || cursor.take(0x2F) else {
      return cursor.isAtEnd ? Timex(year: year, month: month) : nil
    }
    guard let day = cursor.number(digits: 2), let date = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    return time(&cursor, date)
  }

  private static func time(_ cursor: inout Cursor, _ date: CivilDate) -> Timex? {
    guard cursor.take(0x54) || cursor.take(0x74) || cursor.take(0x20) else {
      return cursor.peek.map(Cursor.isDigit) == true ? nil : Timex(day: date)
    }
    cursor.skipSpaces()
    return clock(&cursor, date) ?? Timex(day: date)
  }

  /// "10:14", "10:14:05.123" and what zone stands behind.
  private static func clock(_ cursor: inout Cursor, _ date: CivilDate) -> Timex? {
    guard let hour = cursor.number(digits: 2) else { return nil }
    let hasColon = cursor.take(0x3A)
    guard let minute = cursor.number(digits: 2) else { return nil }
    var second: Int?
    if hasColon ? cursor.take(0x3A) : cursor.peek.map(Cursor.isDigit) == true {
      second = cursor.number(digits: 2)
    }
    if second != nil, cursor.take(0x2E) || cursor.take(0x2C) { cursor.skipDigits() }
    guard let time = CivilTime(hour: hour, minute: minute, second: min(second ?? 0, 59)) else { return nil }
    cursor.skipSpaces()
    return Timex(date, at: time, grain: second == nil ? .minute : .second, utcOffset: zone(&cursor))
  }

  /// "Z", "GMT", "UTC", "+01:00", "+0100", "GMT+0100"; nil for anything else, and for offsets that no place
  /// on earth has.
  private static func zone(_ cursor: inout Cursor) -> Int? {
    let isZero = cursor.take("GMT") || cursor.take("UTC") || cursor.take("Z") || cursor.take("z")
    let isNegative = cursor.peek == 0x2D
    guard cursor.take(0x2B) || cursor.take(0x2D) else { return isZero ? 0 : nil }
    guard let hours = cursor.number(digits: 2) else { return isZero ? 0 : nil }
    _ = cursor.take(0x3A)
    let minutes = cursor.number(digits: 2) ?? 0
    guard hours <= 14, minutes < 60 else { return nil }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes)
  }

  // MARK: With the month's name

  private static func named(_ bytes: [UInt8]) -> Timex? {
    var cursor = Cursor(bytes)
    var (day, month, year): (Int?, Int?, Int?) = (nil, nil, nil)
    while !cursor.isAtEnd, day == nil || month == nil || year == nil {
      cursor.skipSeparators()
      if let word = cursor.word() {
        if let number = months[String(word.prefix(3))],
          MonthNameTable.names.contains(word) || MonthNameTable.abbreviations.contains(word)
        {
          guard month == nil else { return nil }
          month = number
        } else if !MonthNameTable.weekdays.contains(word) {
          return nil
        }
      } else if let number = cursor.number() {
        if number > 31, year == nil { year = number } else if day == nil { day = number } else { return nil }
      } else {
        return nil
      }
    }
    guard let day, let month, let year, let date = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    cursor.skipSeparators()
    return clock(&cursor, date) ?? Timex(day: date)
  }

  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
  ]
}

/// Walks over a few bytes of ASCII.
private struct Cursor {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }
  var peek: UInt8? { isAtEnd ? nil : bytes[index] }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  mutating func take(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  /// Exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    guard bytes.count - index >= digits, bytes[index..<(index + digits)].allSatisfy(Cursor.isDigit) else {
      return nil
    }
    defer { index += digits }
    return bytes[index..<(index + digits)].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// One to four digits, and no more behind them.
  mutating func number() -> Int? {
    let digits = bytes[index...].prefix(while: Cursor.isDigit).count
    return (1...4).contains(digits) ? number(digits: digits) : nil
  }

  mutating func word() -> String? {
    let word = bytes[index...].prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard !word.isEmpty else { return nil }
    index += word.count
    return String(decoding: word, as: UTF8.self).lowercased()
  }

  mutating func skipDigits() { while peek.map(Cursor.isDigit) == true { index += 1 } }
  mutating func skipSpaces() {
    while peek == 0x20 || peek == 0x09 || peek == 0x0A || peek == 0x0D { index += 1 }
  }
  mutating func skipSeparators() {
    while peek == 0x20 || peek == 0x2C || peek == 0x09 || peek == 0x0A { index += 1 }
  }
}
