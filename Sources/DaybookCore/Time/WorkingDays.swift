/// Days that are neither Saturday, Sunday nor holiday of a nation.
///
/// Source: Freedom of Information Act 2000, s. 10(6), for England and Wales; the caller chooses the nation.
/// Outside 2015…2030 proclaimed holidays are unknown, and the count holds for the regular ones.
package struct WorkingDays: Sendable {
  package let nation: Nation

  package init(in nation: Nation) { self.nation = nation }

  package func isWorkingDay(_ date: CivilDate) -> Bool {
    date.weekday <= 5 && !BankHolidays.isHoliday(date, in: nation)
  }

  /// The `count`th working day after a day, which is not counted itself; before it where `count` is negative.
  /// At most 20,000 either way.
  package func date(_ count: Int, after start: CivilDate) -> CivilDate {
    let step = count < 0 ? -1 : 1
    var left = min(abs(max(count, -20_000)), 20_000)
    var date = start
    var holidays: (year: Int, days: Set<CivilDate>) = (0, [])
    while left > 0 {
      let next = date.adding(days: step)
      guard (1...9999).contains(next.year) else { return date }
      date = next
      if date.year != holidays.year {
        holidays = (date.year, Set(BankHolidays.days(in: date.year, nation: nation).map(\.date)))
      }
      if date.weekday <= 5, !holidays.days.contains(date) { left -= 1 }
    }
    return date
  }

  /// How many working days lie after `start` up to and with `end`; negative where `end` comes first.
  package func count(after start: CivilDate, through end: CivilDate) -> Int {
    if end < start { return -count(after: end, through: start) }
    var holidays = Set<CivilDate>()
    for year in start.year...end.year {
      holidays.formUnion(BankHolidays.days(in: year, nation: nation).map(\.date))
    }
    let days = end.dayNumber - start.dayNumber
    let weeks = days / 7
    var count = weeks * 5
    var day = start.adding(days: weeks * 7)
    while day < end {
      day = day.adding(days: 1)
      if day.weekday <= 5 { count += 1 }
    }
    return count - holidays.count { $0 > start && $0 <= end && $0.weekday <= 5 }
  }
}
