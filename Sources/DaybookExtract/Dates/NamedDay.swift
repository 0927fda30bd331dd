package import DaybookCore

/// Days with a name, by the year.
///
/// The raw value is what an explanation says. When each falls: `NamedDayTable`.
package enum NamedDay: String, Hashable, Sendable, CaseIterable {
  case newYearsDay = "new year's day"
  case newYearsEve = "new year's eve"
  case epiphany = "epiphany"
  case burnsNight = "burns night"
  case groundhogDay = "groundhog day"
  case valentine = "valentine's day"
  case stDavid = "st david's day"
  case stPatrick = "st patrick's day"
  case stGeorge = "st george's day"
  case stAndrew = "st andrew's day"
  case aprilFools = "april fools' day"
  case earthDay = "earth day"
  case mayDay = "may day"
  case christmasDay = "christmas day"
  case christmasEve = "christmas eve"
  case boxingDay = "boxing day"
  case christmas = "christmas"
  case halloween = "halloween"
  case allSaints = "all saints' day"
  case guyFawkes = "bonfire night"
  case armisticeDay = "armistice day"
  case veteransDay = "veterans day"
  case independenceDay = "independence day"
  case juneteenth = "juneteenth"
  case goodFriday = "good friday"
  case easterSunday = "easter sunday"
  case easterMonday = "easter monday"
  case easter = "easter"
  case holySaturday = "holy saturday"
  case ashWednesday = "ash wednesday"
  case shroveTuesday = "shrove tuesday"
  case palmSunday = "palm sunday"
  case maundyThursday = "maundy thursday"
  case ascensionDay = "ascension day"
  case whitSunday = "whit sunday"
  case whitMonday = "whit monday"
  case trinitySunday = "trinity sunday"
  case corpusChristi = "corpus christi"
  case orthodoxEaster = "orthodox easter"
  case orthodoxGoodFriday = "orthodox good friday"
  case mothersDay = "mothering sunday"
  case mothersDayUS = "mother's day"
  case fathersDay = "father's day"
  case remembranceSunday = "remembrance sunday"
  case adventSunday = "advent sunday"
  case earlyMayBankHoliday = "early may bank holiday"
  case springBankHoliday = "spring bank holiday"
  case summerBankHoliday = "summer bank holiday"
  case martinLutherKingDay = "martin luther king day"
  case presidentsDay = "presidents' day"
  case memorialDay = "memorial day"
  case laborDay = "labor day"
  case columbusDay = "columbus day"
  case thanksgiving = "thanksgiving"
  case blackFriday = "black friday"
  case cyberMonday = "cyber monday"
  case electionDay = "election day"

  /// Its day in a year, nil where the calendar does not give one.
  package func date(in year: Int) -> CivilDate? {
    guard let rule = NamedDayTable.rules[self] else { return nil }
    switch rule {
    case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
    case .easter(let offset): return Easter.sunday(of: year)?.adding(days: offset)
    case .orthodoxEaster(let offset): return NamedDay.orthodoxEaster(of: year)?.adding(days: offset)
    case .nth(let number, let weekday, let month, let offset):
      return NamedDay.nth(number, weekday: weekday, month: month, year: year)?.adding(days: offset)
    case .nearest(let weekday, let month, let day):
      guard let middle = CivilDate(year: year, month: month, day: day) else { return nil }
      return middle.adding(days: -3).next(weekday: weekday, orSame: true)
    case .bankHoliday(let name):
      return BankHolidays.days(in: year, nation: .englandAndWales).first { $0.name == name }?.date
    }
  }

  /// The nth weekday of a month, the last one for −1; nil where the month has no such day.
  static func nth(_ number: Int, weekday: Int, month: Int, year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let date =
      number > 0
      ? first.next(weekday: weekday, orSame: true).adding(days: 7 * (number - 1))
      : first.endOfMonth.last(weekday: weekday, orSame: true).adding(days: 7 * (number + 1))
    return date.month == month ? date : nil
  }

  /// Source: J. Meeus, Astronomical Algorithms, chapter 8, Julian Easter; 13 days later in the Gregorian
  /// calendar of 1900 to 2099.
  private static func orthodoxEaster(of year: Int) -> CivilDate? {
    guard (1900...2099).contains(year) else { return nil }
    let (a, b, c) = (year % 4, year % 7, year % 19)
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let f = d + e + 114
    return CivilDate(year: year, month: f / 31, day: f % 31 + 1)?.adding(days: 13)
  }
}

/// How the day of a named day is found.
enum NamedDayDate: Sendable {
  case fixed(Int, Int)
  /// Days after Easter Sunday.
  case easter(Int)
  case orthodoxEaster(Int)
  /// The nth weekday of a month and how many days after it.
  case nth(Int, weekday: Int, month: Int, plus: Int)
  /// The weekday nearest to a day of a month.
  case nearest(weekday: Int, month: Int, day: Int)
  case bankHoliday(String)
}
