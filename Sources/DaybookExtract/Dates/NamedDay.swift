package import DaybookCore

/// Days with a name, by the year.
///
/// Source: Bank holidays: Banking and Financial Dealings Act 1971; Easter by reckoning; the rest by custom of
/// England.
package enum NamedDay: String, Hashable, Sendable, CaseIterable {
  case newYearsDay = "new year's day"
  case newYearsEve = "new year's eve"
  case christmasDay = "christmas day"
  case christmasEve = "christmas eve"
  case boxingDay = "boxing day"
  case goodFriday = "good friday"
  case easterSunday = "easter sunday"
  case easterMonday = "easter monday"
  case easter = "easter"
  case christmas = "christmas"
  case ashWednesday = "ash wednesday"
  case shroveTuesday = "shrove tuesday"
  case maundyThursday = "maundy thursday"
  case mayDay = "may day"
  case earlyMayBankHoliday = "early may bank holiday"
  case springBankHoliday = "spring bank holiday"
  case summerBankHoliday = "summer bank holiday"
  case guyFawkes = "bonfire night"
  case halloween = "halloween"
  case valentine = "valentine's day"
  case stAndrew = "st andrew's day"
  case stPatrick = "st patrick's day"

  /// Its day in a year, nil where the calendar does not give one.
  package func date(in year: Int) -> CivilDate? {
    switch self {
    case .newYearsDay: CivilDate(year: year, month: 1, day: 1)
    case .newYearsEve: CivilDate(year: year, month: 12, day: 31)
    case .christmasDay, .christmas: CivilDate(year: year, month: 12, day: 25)
    case .christmasEve: CivilDate(year: year, month: 12, day: 24)
    case .boxingDay: CivilDate(year: year, month: 12, day: 26)
    case .goodFriday: Easter.sunday(of: year)?.adding(days: -2)
    case .easterSunday, .easter: Easter.sunday(of: year)
    case .easterMonday: Easter.sunday(of: year)?.adding(days: 1)
    case .ashWednesday: Easter.sunday(of: year)?.adding(days: -46)
    case .shroveTuesday: Easter.sunday(of: year)?.adding(days: -47)
    case .maundyThursday: Easter.sunday(of: year)?.adding(days: -3)
    case .mayDay: CivilDate(year: year, month: 5, day: 1)
    case .guyFawkes: CivilDate(year: year, month: 11, day: 5)
    case .halloween: CivilDate(year: year, month: 10, day: 31)
    case .valentine: CivilDate(year: year, month: 2, day: 14)
    case .stAndrew: CivilDate(year: year, month: 11, day: 30)
    case .stPatrick: CivilDate(year: year, month: 3, day: 17)
    case .earlyMayBankHoliday: bankHoliday(in: year)
    case .springBankHoliday: bankHoliday(in: year)
    case .summerBankHoliday: bankHoliday(in: year)
    }
  }

  private func bankHoliday(in year: Int) -> CivilDate? {
    let name = BankHolidays.name(of: self)
    return BankHolidays.days(in: year, nation: .englandAndWales).first { $0.name == name }?.date
  }
}

extension BankHolidays {
  /// The name that the table has for it.
  static func name(of day: NamedDay) -> String {
    switch day {
    case .earlyMayBankHoliday: "Early May bank holiday"
    case .springBankHoliday: "Spring bank holiday"
    case .summerBankHoliday: "Summer bank holiday"
    default: ""
    }
  }
}
