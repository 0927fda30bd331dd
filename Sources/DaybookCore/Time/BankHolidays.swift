/// The bank and public holidays of the nations of the United Kingdom, 2015 to 2030.
///
/// Source: Banking and Financial Dealings Act 1971, schedule 1 (the days of each nation, and which day stands
/// in when one falls on a weekend); common law for Good Friday and Christmas Day; St Andrew's Day Bank
/// Holiday (Scotland) Act 2007; moved and single days in
/// `BankHolidayTable`. Checked against gov.uk, "UK bank holidays".
package enum BankHolidays {
  /// A holiday as it is kept.
  package struct Day: Hashable, Sendable {
    package var date: CivilDate
    /// "Christmas Day (substitute day)" where another day stands in.
    package var name: String
  }

  /// Whether all holidays of a year are known, proclaimed ones too.
  package static func isKnown(_ year: Int) -> Bool { BankHolidayTable.years.contains(year) }

  package static func isHoliday(_ date: CivilDate, in nation: Nation) -> Bool {
    days(in: date.year, nation: nation).contains { $0.date == date }
  }

  /// In order of their dates. For years outside the table: the regular days alone.
  package static func days(in year: Int, nation: Nation) -> [Day] {
    var days: [Day] = []
    // Days of a fixed date, with those that stand in for them on the next weekday that is free.
    for fixed in fixedDays where fixed.nations.contains(nation) {
      guard let date = CivilDate(year: year, month: fixed.month, day: fixed.day) else { continue }
      days.append(Day(date: date, name: fixed.name))
    }
    days = substituted(days)
    if let easter = Easter.sunday(of: year) {
      days.append(Day(date: easter.adding(days: -2), name: "Good Friday"))
      if nation != .scotland { days.append(Day(date: easter.adding(days: 1), name: "Easter Monday")) }
    }
    append("Early May bank holiday", monday(first: true, of: 5, year), year, to: &days)
    append("Spring bank holiday", monday(first: false, of: 5, year), year, to: &days)
    append("Summer bank holiday", monday(first: nation == .scotland, of: 8, year), year, to: &days)
    for extra in BankHolidayTable.extras where extra.year == year && extra.nations.contains(nation) {
      guard let date = CivilDate(year: year, month: extra.month, day: extra.day) else { continue }
      days.append(Day(date: date, name: extra.name))
    }
    return days.sorted { $0.date < $1.date }
  }

  private struct Fixed: Sendable {
    var month: Int
    var day: Int
    var name: String
    var nations: [Nation]
  }

  /// Source: Act of 1971, schedule 1; St Andrew's Day Act 2007; Royal Warrant for 12 July.
  private static let fixedDays: [Fixed] = [
    Fixed(month: 1, day: 1, name: "New Year’s Day", nations: Nation.allCases),
    Fixed(month: 1, day: 2, name: "2nd January", nations: [.scotland]),
    Fixed(month: 3, day: 17, name: "St Patrick’s Day", nations: [.northernIreland]),
    Fixed(month: 7, day: 12, name: "Battle of the Boyne (Orangemen’s Day)", nations: [.northernIreland]),
    Fixed(month: 11, day: 30, name: "St Andrew’s Day", nations: [.scotland]),
    Fixed(month: 12, day: 25, name: "Christmas Day", nations: Nation.allCases),
    Fixed(month: 12, day: 26, name: "Boxing Day", nations: Nation.allCases),
  ]

  /// A day on a weekend is kept on the first weekday after it that is no holiday itself. Source: Act of 1971,
  /// schedule 1.
  private static func substituted(_ days: [Day]) -> [Day] {
    var taken = Set(days.filter { $0.date.weekday <= 5 }.map(\.date))
    return days.map { day in
      guard day.date.weekday > 5 else { return day }
      var date = day.date
      while date.weekday > 5 || taken.contains(date) { date = date.adding(days: 1) }
      taken.insert(date)
      return Day(date: date, name: day.name + " (substitute day)")
    }
  }

  private static func append(_ name: String, _ date: CivilDate?, _ year: Int, to days: inout [Day]) {
    let move = BankHolidayTable.moves.first { $0.name == name && $0.year == year }
    let moved = move.flatMap { CivilDate(year: $0.year, month: $0.month, day: $0.day) }
    guard let date = moved ?? date else { return }
    days.append(Day(date: date, name: name))
  }

  /// The first or the last Monday of a month.
  private static func monday(first: Bool, of month: Int, _ year: Int) -> CivilDate? {
    guard let start = CivilDate(year: year, month: month, day: 1) else { return nil }
    if first { return start.adding(days: (8 - start.weekday) % 7) }
    let end = start.endOfMonth
    return end.adding(days: -(end.weekday - 1))
  }
}
