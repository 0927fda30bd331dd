/// A time of day as a clock on the wall shows it.
package struct CivilTime: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// Nil outside 00:00:00…23:59:59.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  private init(uncheckedHour hour: Int, minute: Int, second: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  package static let startOfDay = CivilTime(uncheckedHour: 0, minute: 0, second: 0)
  package static let endOfDay = CivilTime(uncheckedHour: 23, minute: 59, second: 59)

  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.hour, left.minute, left.second) < (right.hour, right.minute, right.second)
  }

  /// "09:05", with seconds where they are not zero.
  package var description: String {
    String(unsafeUninitializedCapacity: 8) { write(to: $0, at: 0) }
  }

  /// Writes it at a place of a buffer with room for eight bytes; gives how many it took.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    Digits.write(hour, to: buffer, at: start, width: 2)
    buffer[start + 2] = UInt8(ascii: ":")
    Digits.write(minute, to: buffer, at: start + 3, width: 2)
    if second == 0 { return 5 }
    buffer[start + 5] = UInt8(ascii: ":")
    Digits.write(second, to: buffer, at: start + 6, width: 2)
    return 8
  }
}

/// A day, and a time of it where one is known.
package struct CivilMoment: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package var date: CivilDate
  package var time: CivilTime?

  package init(_ date: CivilDate, _ time: CivilTime? = nil) {
    self.date = date
    self.time = time
  }

  /// A day without a time sorts before every time of that day.
  package static func < (left: CivilMoment, right: CivilMoment) -> Bool {
    left.sortKey < right.sortKey
  }

  /// Seconds since 1970-01-01 00:00 of the wall clock; a day without a time counts as its midnight.
  package var sortKey: Int {
    date.dayNumber * 86_400 + (time.map { $0.hour * 3600 + $0.minute * 60 + $0.second } ?? 0)
  }

  /// ISO 8601: "2022-02-09" or "2022-02-09T10:14".
  package var description: String {
    guard let time, (0...9999).contains(date.year) else { return time.map { "\(date)T\($0)" } ?? "\(date)" }
    let length = CivilDate.textLength + (time.second == 0 ? 6 : 9)
    return String(unsafeUninitializedCapacity: length) {
      date.write(to: $0)
      $0[CivilDate.textLength] = UInt8(ascii: "T")
      return CivilDate.textLength + 1 + time.write(to: $0, at: CivilDate.textLength + 1)
    }
  }
}
