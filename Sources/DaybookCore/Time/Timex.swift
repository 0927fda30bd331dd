/// A time expression as read: from when to when, how fine, and how sure.
///
/// Shape: `earliest` and `latest` are both inside the interval; nil is an open end (`before`, `since`). A
/// date whose year nobody knows has both nil and `yearless` set. `grain` is that of the words, not of the
/// interval: "14-18 February" is an interval of grain `day`.
package struct Timex: Hashable, Sendable, Codable {
  /// What the words add to the plain date. Source: TimeML 1.2.1, attribute `mod`, in our words.
  package enum Modifier: String, Hashable, Sendable, Codable, CaseIterable {
    case approximate, start, middle, end, before, after, onOrBefore = "on-or-before", onOrAfter =
      "on-or-after"
    case uncertain
  }

  /// Month and day of a date whose year is not known; day nil for a month alone. `lastMonth` is set for a
  /// stretch, with `lastDay` where it ends on a day.
  package struct Yearless: Hashable, Sendable, Codable {
    package var month: Int
    package var day: Int?
    package var lastMonth: Int?
    package var lastDay: Int?

    package init(month: Int, day: Int? = nil, lastMonth: Int? = nil, lastDay: Int? = nil) {
      self.month = month
      self.day = day
      self.lastMonth = lastMonth
      self.lastDay = lastDay
    }
  }

  package var earliest: CivilMoment?
  package var latest: CivilMoment?
  package var grain: Grain
  package var modifier: Modifier?
  /// Minutes east of Greenwich as written beside the time; nil where no zone is written.
  package var utcOffset: Int?
  package var yearless: Yearless?

  package init(
    earliest: CivilMoment?, latest: CivilMoment?, grain: Grain, modifier: Modifier? = nil,
    utcOffset: Int? = nil,
    yearless: Yearless? = nil
  ) {
    self.earliest = earliest
    self.latest = latest
    self.grain = grain
    self.modifier = modifier
    self.utcOffset = utcOffset
    self.yearless = yearless
  }

  /// One day.
  package init(day: CivilDate, modifier: Modifier? = nil) {
    self.init(earliest: CivilMoment(day), latest: CivilMoment(day), grain: .day, modifier: modifier)
  }

  /// One moment, to the minute or to the second.
  package init(_ date: CivilDate, at time: CivilTime, grain: Grain = .minute, utcOffset: Int? = nil) {
    let moment = CivilMoment(date, time)
    self.init(earliest: moment, latest: moment, grain: grain, utcOffset: utcOffset)
  }

  /// A whole month; nil where there is no such month.
  package init?(year: Int, month: Int, modifier: Modifier? = nil) {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    self.init(
      earliest: CivilMoment(first), latest: CivilMoment(first.endOfMonth), grain: .month, modifier: modifier)
  }

  /// A whole year; nil outside 1…9999.
  package init?(year: Int, modifier: Modifier? = nil) {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    self.init(earliest: CivilMoment(first), latest: CivilMoment(last), grain: .year, modifier: modifier)
  }

  /// From one day to another, both included.
  package init(from first: CivilDate, to last: CivilDate, grain: Grain = .day, modifier: Modifier? = nil) {
    self.init(earliest: CivilMoment(first), latest: CivilMoment(last), grain: grain, modifier: modifier)
  }

  package var isApproximate: Bool { modifier == .approximate || modifier == .uncertain }
}
