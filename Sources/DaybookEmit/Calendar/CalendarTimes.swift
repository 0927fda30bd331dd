import DaybookCore

/// DTSTART and DTEND of an entry.
struct CalendarTimes {
  /// The two properties with their line ends.
  let lines: String
  /// Whether they say all that the date says, so that the summary need not.
  let isExact: Bool

  /// Nil for a date that has no place in time.
  init?(_ timex: Timex?, _ zone: ZoneRule) {
    guard let timex, timex.yearless == nil, let start = timex.earliest ?? timex.latest else { return nil }
    let end = timex.latest ?? start
    isExact = !timex.isOpen && timex.modifier == nil && timex.grain <= .week
    if let from = start.time, timex.grain <= .hour {
      var text = CalendarTimes.timed("DTSTART", start.date, from, timex.utcOffset, zone)
      if let to = end.time, start < end {
        text += CalendarTimes.timed("DTEND", end.date, to, timex.utcOffset, zone)
      }
      lines = text
    } else {
      // RFC 5545: an all-day DTEND is the day behind the last; without one the event has one day. There is no
      // day behind 9999.
      let behind = max(start.date, end.date).adding(days: 1)
      let isSpan = end.date > start.date && behind.year <= 9999
      lines =
        "DTSTART;VALUE=DATE:\(CalendarTimes.compact(start.date))\r\n"
        + (isSpan || behind.year <= 9999 ? "DTEND;VALUE=DATE:\(CalendarTimes.compact(behind))\r\n" : "")
    }
  }

  private static func timed(
    _ name: String, _ date: CivilDate, _ time: CivilTime, _ utcOffset: Int?, _ zone: ZoneRule
  ) -> String {
    if let utcOffset, let utc = ZoneRule.utc(CivilMoment(date, time), utcOffset: utcOffset),
      let clock = utc.time
    {
      return "\(name):\(compact(utc.date))T\(compact(clock))Z\r\n"
    }
    return "\(name)\(zone.calendarParameter(for: date)):\(compact(date))T\(compact(time))\r\n"
  }

  private static func compact(_ date: CivilDate) -> String {
    Digits.padded(date.year, to: 4) + Digits.padded(date.month, to: 2) + Digits.padded(date.day, to: 2)
  }

  private static func compact(_ time: CivilTime) -> String {
    Digits.padded(time.hour, to: 2) + Digits.padded(time.minute, to: 2) + Digits.padded(time.second, to: 2)
  }
}
