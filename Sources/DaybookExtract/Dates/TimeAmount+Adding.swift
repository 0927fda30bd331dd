import DaybookCore

/// How fine an amount of time is, and what it gives when it is added to a day or a moment.
extension TimeAmount {
  /// The coarsest grain that the count is sure to: months for "8 months", days for "3 days".
  var grain: Grain {
    days + workingDays + hours + minutes + seconds > 0
      ? .day : weeks > 0 ? .week : months > 0 ? .month : .year
  }
  /// Rank of its finest unit, finer is smaller.
  var finest: Int {
    let counts = [seconds, minutes, hours, days + workingDays, weeks, months, years]
    return counts.firstIndex { $0 > 0 } ?? counts.count
  }
  var isFine: Bool { days + workingDays > 0 && upTo == nil }
  /// Its count and unit, where it has one alone.
  var single: (Int, DateUnit)? {
    let counts: [(Int, DateUnit)] = [
      (years, .year), (months, .month), (weeks, .week), (days, .day), (hours, .hour), (minutes, .minute),
      (seconds, .second),
    ].filter { $0.0 > 0 }
    return counts.count == 1 ? counts[0] : nil
  }
  /// Hours or less are in it.
  var isClock: Bool { hours + minutes + seconds > 0 }
  /// One year and nothing else.
  var isYear: Bool { years == 1 && months + weeks + days + workingDays == 0 && !isClock }
  /// More than one unit: "two years and one week" is meant to the day.
  var isMixed: Bool { [years, months, weeks, days].count { $0 > 0 } > 1 }

  /// Nil outside the years 1…9999.
  func added(to date: CivilDate, sign: Int, in nation: Nation = .englandAndWales) -> CivilDate? {
    guard years + months / 12 <= 9000, weeks <= 400_000, days <= 3_000_000 else { return nil }
    var result = date.adding(months: sign * (years * 12 + months))
    guard result.isInRange else { return nil }
    result = result.adding(days: sign * (weeks * 7 + days + hours / 24))
    if workingDays > 0 { result = WorkingDays(in: nation).date(sign * workingDays, after: result) }
    return result.isInRange ? result : nil
  }
}

extension TimeAmount {
  /// From a moment, hours and all; the time of the result is nil where the moment has none.
  func added(to moment: CivilMoment, sign: Int, in nation: Nation) -> CivilMoment? {
    var whole = self
    (whole.hours, whole.minutes, whole.seconds) = (0, 0, 0)
    guard hours <= 1_000_000, minutes <= 1_000_000, seconds <= 1_000_000,
      let date = whole.added(to: moment.date, sign: sign, in: nation)
    else { return nil }
    let of = moment.time ?? .startOfDay
    let start = of.hour * 3600 + of.minute * 60 + of.second
    let total = start + sign * (hours * 3600 + minutes * 60 + seconds)
    let shift = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let rest = total - shift * 86_400
    let day = date.adding(days: shift)
    guard day.isInRange else { return nil }
    guard moment.time != nil else {
      return CivilMoment(date.adding(days: sign * ((hours * 3600 + minutes * 60 + seconds) / 86_400)))
    }
    return CivilMoment(
      day, CivilTime(hour: rest / 3600, minute: rest % 3600 / 60, second: rest % 60))
  }
}
