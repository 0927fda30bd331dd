package import DaybookCore

/// A date in words, as a British reader writes it: "9 February 2022, 10:14", "about February 2022", "by 28
/// February 2022".
///
/// Ends are inside the interval ("by", "from … on"), because that is what a Timex holds; the words of the
/// page stand beside it.
package enum DateWords {
  package static func words(_ when: EventDate) -> String { when.timex.map(words) ?? "undated" }

  package static func words(_ timex: Timex) -> String {
    if let yearless = timex.yearless {
      let month = monthName(yearless.month)
      return (yearless.day.map { "\($0) \(month)" } ?? month) + ", year not known"
    }
    switch (timex.earliest, timex.latest) {
    case (nil, nil): return "undated"
    case (let first?, nil): return prefix(timex) + "from \(point(first, timex)) on"
    case (nil, let last?): return prefix(timex) + "by \(point(last, timex))"
    case (let first?, let last?): return closed(first, last, timex)
    }
  }

  /// The date that stands for an entry beside another: of an open interval its known end.
  static func neighbour(_ timex: Timex) -> String {
    switch (timex.earliest, timex.latest) {
    case (let first?, nil): point(first, timex)
    case (nil, let last?): point(last, timex)
    default: words(timex)
    }
  }

  package static func words(_ date: CivilDate) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    Digits.append(date.day, to: &bytes)
    bytes.append(0x20)
    bytes.append(contentsOf: monthName(date.month).utf8)
    bytes.append(0x20)
    Digits.append(date.year, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// "" for a number that is no month, which no civil date has.
  package static func monthName(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static func closed(_ first: CivilMoment, _ last: CivilMoment, _ timex: Timex) -> String {
    let (a, b) = (first.date, last.date)
    if let part = partOfUnit(a, b, timex) { return part }
    let lead = prefix(timex)
    switch timex.grain {
    case .second, .minute, .hour: return lead + clock(first, last) + zone(timex)
    case .day: return lead + days(a, b)
    case .week: return lead + days(a, b) + (timex.lengthInDays == 7 ? " (week)" : "")
    default: break
    }
    let start = point(first, timex)
    let end = point(last, timex)
    if start == end { return lead + start }
    let isMonths = timex.labelLength(first) == 7 && timex.labelLength(last) == 7
    if isMonths, a.year == b.year { return lead + "\(monthName(a.month)) – \(end)" }
    if timex.labelLength(first) > 7 || timex.labelLength(last) > 7 { return lead + days(a, b) }
    return lead + (isMonths ? "\(start) – \(end)" : "\(start)–\(end)")
  }

  /// "early February 2022", where the interval lies in one month or one year.
  private static func partOfUnit(_ first: CivilDate, _ last: CivilDate, _ timex: Timex) -> String? {
    let part: String
    switch timex.modifier {
    case .start: part = "early "
    case .middle: part = "mid-"
    case .end: part = "late "
    default: return nil
    }
    switch timex.grain {
    case .month where (first.year, first.month) == (last.year, last.month):
      return "\(part)\(monthName(first.month)) \(first.year)"
    case .year where first.year == last.year: return "\(part)\(first.year)"
    default: return nil
    }
  }

  private static func prefix(_ timex: Timex) -> String {
    switch timex.modifier {
    case .approximate: "about "
    case .uncertain: "perhaps "
    default: ""
    }
  }

  /// One end of an interval, as fine as its label is.
  private static func point(_ moment: CivilMoment, _ timex: Timex) -> String {
    if timex.grain <= .hour { return clock(moment, moment) + zone(timex) }
    switch timex.labelLength(moment) {
    case 4: return String(moment.date.year)
    case 7: return "\(monthName(moment.date.month)) \(moment.date.year)"
    default: return words(moment.date)
    }
  }

  private static func clock(_ first: CivilMoment, _ last: CivilMoment) -> String {
    guard first != last else { return words(first.date) + (first.time.map { ", \($0)" } ?? "") }
    if first.date == last.date {
      return
        "\(words(first.date)), \(first.time?.description ?? "00:00")–\(last.time?.description ?? "24:00")"
    }
    return "\(clock(first, first)) – \(clock(last, last))"
  }

  private static func days(_ first: CivilDate, _ last: CivilDate) -> String {
    if first == last { return words(first) }
    if first.year != last.year { return "\(words(first)) – \(words(last))" }
    if first.month != last.month { return "\(first.day) \(monthName(first.month)) – \(words(last))" }
    return "\(first.day)–\(words(last))"
  }

  private static func zone(_ timex: Timex) -> String {
    DateFields.utcOffset(timex).map { " (UTC\(DateFields.offsetText($0)))" } ?? ""
  }
}
