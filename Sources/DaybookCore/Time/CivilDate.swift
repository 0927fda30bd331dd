/// A calendar day without a zone, in the proleptic Gregorian calendar.
///
/// Always a real day: the initialisers refuse 31 April. Source: ISO 8601-1.
package struct CivilDate: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil where the calendar has no such day, or the year is outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that is `dayNumber` days after 1970-01-01.
  ///
  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  package init(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Days since 1970-01-01. Source: as above, days_from_civil.
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 is Monday, 7 is Sunday. Source: ISO 8601-1.
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of another month; the last day of that month where it is shorter.
  package func adding(months: Int) -> CivilDate {
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, CivilDate.days(inMonth: newMonth, of: newYear))
    return CivilDate(uncheckedYear: newYear, month: newMonth, day: newDay)
  }

  /// The last day of its month.
  package var endOfMonth: CivilDate {
    CivilDate(uncheckedYear: year, month: month, day: CivilDate.days(inMonth: month, of: year))
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// ISO 8601: "2022-02-09".
  package var description: String { text(length: CivilDate.textLength) }

  /// The first so many letters of "2022-02-09": 4 for the year, 7 for the month, 10 for the day.
  ///
  /// Made in place, because every date of every output comes through here.
  func text(length: Int) -> String {
    guard (0...9999).contains(year), (0...CivilDate.textLength).contains(length) else {
      let whole = [Digits.padded(year, to: 4), Digits.padded(month, to: 2), Digits.padded(day, to: 2)]
      return String(whole.joined(separator: "-").prefix(length))
    }
    return String(unsafeUninitializedCapacity: CivilDate.textLength) {
      write(to: $0)
      return length
    }
  }

  static let textLength = 10

  /// Writes "2022-02-09" into the first `textLength` bytes; the year is one of 0…9999.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
    Digits.write(year, to: buffer, at: 0, width: 4)
    buffer[4] = UInt8(ascii: "-")
    Digits.write(month, to: buffer, at: 5, width: 2)
    buffer[7] = UInt8(ascii: "-")
    Digits.write(day, to: buffer, at: 8, width: 2)
  }
}
