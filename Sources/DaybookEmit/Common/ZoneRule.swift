import DaybookCore

/// What the zone of a chronology does to clock times.
///
/// Only Europe/London (by the rule that holds since 1996) and UTC are known; a time in another zone or of an
/// earlier year stays as the page has it. Source: Directive 2000/84/EC and the Summer Time Order 2002 (S.I.
/// 2002/262): from the last Sunday of March to the last Sunday of October, changing at 01:00 UTC.
struct ZoneRule {
  private let name: String

  init(_ name: String) { self.name = name }

  private var isLondon: Bool { name == "Europe/London" }

  /// A moment written with an offset as the clocks of the zone showed it; nil where the rule does not reach.
  func local(_ moment: CivilMoment, utcOffset: Int) -> CivilMoment? {
    guard let utc = ZoneRule.utc(moment, utcOffset: utcOffset) else { return nil }
    if name == "UTC" || name == "Etc/UTC" { return utc }
    guard isLondon, utc.date.year >= 1996 else { return nil }
    return isSummer(utc) ? ZoneRule.utc(utc, utcOffset: -60) : utc
  }

  /// The moment in UTC; nil without a clock time, for an offset that no clock has, and outside the years
  /// 1…9999.
  static func utc(_ moment: CivilMoment, utcOffset: Int) -> CivilMoment? {
    guard let time = moment.time, utcOffset.magnitude < 1440 else { return nil }
    let minutes = time.hour * 60 + time.minute - utcOffset
    let date = moment.date.adding(days: minutes < 0 ? -1 : minutes >= 1440 ? 1 : 0)
    let inDay = (minutes + 1440) % 1440
    guard (1...9999).contains(date.year),
      let clock = CivilTime(hour: inDay / 60, minute: inDay % 60, second: time.second)
    else { return nil }
    return CivilMoment(date, clock)
  }

  private func isSummer(_ utc: CivilMoment) -> Bool {
    guard let start = change(3, utc.date.year), let end = change(10, utc.date.year) else { return false }
    return start <= utc && utc < end
  }

  /// 01:00 UTC on the last Sunday of a month that has 31 days.
  private func change(_ month: Int, _ year: Int) -> CivilMoment? {
    guard let last = CivilDate(year: year, month: month, day: 31), let one = CivilTime(hour: 1, minute: 0)
    else { return nil }
    return CivilMoment(last.adding(days: -(last.weekday % 7)), one)
  }

  /// The parameter of an iCalendar DTSTART: ";TZID=Europe/London", or nothing, which means a floating time.
  func calendarParameter(for date: CivilDate) -> String {
    isLondon && date.year >= 1996 ? ";TZID=\(name)" : ""
  }

  /// The VTIMEZONE component of RFC 5545; empty for a zone that we do not describe.
  var calendarComponent: String {
    guard isLondon else { return "" }
    let lines = [
      "BEGIN:VTIMEZONE", "TZID:Europe/London",
      "BEGIN:DAYLIGHT", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT",
      "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
      // The winter before the first summer of the rule.
      "BEGIN:STANDARD", "DTSTART:19951022T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT",
      "END:STANDARD",
      "END:VTIMEZONE",
    ]
    return lines.map { $0 + "\r\n" }.joined()
  }
}
