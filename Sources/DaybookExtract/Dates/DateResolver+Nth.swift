import DaybookCore

/// Dates that are one of several inside a longer stretch, and the quarter that a text reports on.
extension DateResolver {
  /// "the third Thursday of November", "the last week of 2016", "the 20th of next month".
  func nth(_ number: Int, _ unit: NthUnit, in whole: DateExpression) -> DateReading? {
    // "the first Monday in May" without a year is the one nearest to what the text goes by.
    guard let base = reading(of: whole), let first = base.when.earliest?.date,
      let last = base.when.latest?.date,
      first <= last,
      let when = DateResolver.nth(number, unit, from: first, to: last, in: context.options.nation)
    else { return nil }
    let words = "\(when.edtf) = \(unit.text) \(number) of \(base.when.edtf)"
    return DateReading(
      when: when, basis: base.basis == .explicit ? .explicit : .relative, why: base.why + [words],
      base: base.base)
  }

  private static func nth(
    _ number: Int, _ unit: NthUnit, from first: CivilDate, to last: CivilDate, in nation: Nation
  ) -> Timex? {
    func day(_ date: CivilDate) -> Timex? { date >= first && date <= last ? Timex(day: date) : nil }
    func months(_ size: Int, _ grain: Grain) -> Timex? {
      let start =
        number > 0
        ? first.adding(months: size * (number - 1)) : last.adding(days: 1).adding(months: size * number)
      guard start.day == 1, start.isInRange else { return nil }
      let end = start.adding(months: size - 1).endOfMonth
      guard start >= first, end <= last else { return nil }
      return Timex(from: start, to: end, grain: grain)
    }
    switch unit {
    case .weekday(let weekday):
      return day(
        number > 0
          ? first.next(weekday: weekday, orSame: true).adding(days: 7 * (number - 1))
          : last.last(weekday: weekday, orSame: true).adding(days: 7 * (number + 1)))
    case .day: return day(number > 0 ? first.adding(days: number - 1) : last.adding(days: number + 1))
    case .workingDay:
      let start = number > 0 ? first.adding(days: -1) : last.adding(days: 1)
      return start.isInRange ? day(WorkingDays(in: nation).date(number, after: start)) : nil
    case .week:
      // ISO 8601: the first week is the one that has the first Thursday.
      let thursday =
        number > 0
        ? first.next(weekday: 4, orSame: true).adding(days: 7 * (number - 1))
        : last.last(weekday: 4, orSame: true).adding(days: 7 * (number + 1))
      guard thursday >= first, thursday <= last else { return nil }
      return Timex(from: thursday.adding(days: -3), to: thursday.adding(days: 3), grain: .week)
    case .weekend:
      let saturday =
        number > 0
        ? first.next(weekday: 6, orSame: true).adding(days: 7 * (number - 1))
        : last.last(weekday: 6, orSame: true).adding(days: 7 * (number + 1))
      guard saturday >= first, saturday <= last else { return nil }
      return Timex(from: saturday, to: saturday.adding(days: 1))
    case .month: return months(1, .month)
    case .quarter: return months(3, .quarter)
    case .half: return months(6, .half)
    case .season(let season):
      return DateResolver.stretch(.season(season), first.year)
    }
  }

  /// "Thanksgiving of last year".
  func named(_ day: NamedDay, in year: DateExpression) -> DateReading? {
    guard let base = reading(of: year), let first = base.when.earliest?.date,
      let date = day.date(in: first.year)
    else { return nil }
    return DateReading(
      when: Timex(day: date), basis: .relative, why: base.why + ["\(day.rawValue) of \(first.year): \(date)"],
      base: base.base)
  }

  /// "week 31", of the year of writing where none is named.
  func weekNumber(_ number: Int, _ year: Int?) -> DateReading? {
    guard let year = year ?? context.speech?.last.year, let fourth = CivilDate(year: year, month: 1, day: 4)
    else { return nil }
    // ISO 8601: week 1 has 4 January in it.
    let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (number - 1))
    let thursday = monday.adding(days: 3)
    guard thursday.year == year, monday.isInRange, monday.adding(days: 6).isInRange else { return nil }
    return DateReading(
      when: Timex(from: monday, to: monday.adding(days: 6), grain: .week), basis: .inferred,
      why: ["week \(number) of \(year), ISO 8601"], base: context.speech?.base)
  }

  /// "the quarter": the one that the text last named, else the last whole one before it was written.
  func reporting(years: Int) -> DateReading? {
    let quarter: Timex?
    let base: DateAnchor?
    if let period = context.period {
      (quarter, base) = (DateResolver.stretch(.quarter, 4 * years, from: period.first), period)
    } else {
      guard let speech = context.speech, speech.isDay else { return nil }
      (quarter, base) = (DateResolver.stretch(.quarter, 4 * years - 1, from: speech.first), speech)
    }
    guard let quarter, let base else { return nil }
    return DateReading(
      when: quarter, basis: .relative,
      why: ["\(quarter.edtf): the quarter that is reported on; \(base.label) from \(base.source)"],
      base: base.base)
  }

  /// "the next three days", "the last 2 months": a length of time by default; the whole units beside the one of
  /// writing where the user asked for a side.
  func stretch(_ amount: TimeAmount, _ direction: Direction?) -> DateReading? {
    guard context.options.prefer != .standard, let direction, let anchor = context.speech, anchor.isDay,
      !amount.isVague, amount.upTo == nil, amount.workingDays == 0, let (count, unit) = amount.single,
      count < 5000
    else { return nil }
    let isAhead = DirectedRule.steps(direction) > 0
    guard DirectedRule.steps(direction) != 0 else { return nil }
    let why = [
      "\(count) \(unit) \(isAhead ? "after" : "before") the one of \(anchor.label), from \(anchor.source)"
    ]
    if unit == .hour || unit == .minute || unit == .second {
      guard let now = anchor.time else { return nil }
      let floor =
        unit == .hour
        ? CivilTime(hour: now.hour, minute: 0)
        : unit == .minute ? CivilTime(hour: now.hour, minute: now.minute) : now
      func shifted(_ steps: Int) -> CivilMoment? {
        var size = TimeAmount()
        switch unit {
        case .hour: size.hours = abs(steps)
        case .minute: size.minutes = abs(steps)
        default: size.seconds = abs(steps)
        }
        return size.added(
          to: CivilMoment(anchor.first, floor), sign: steps < 0 ? -1 : 1, in: context.options.nation)
      }
      guard let start = shifted(isAhead ? 1 : -count), let end = shifted(isAhead ? 1 + count : 0) else {
        return nil
      }
      return DateReading(
        when: Timex(earliest: start, latest: end, grain: .minute), basis: .relative, why: why,
        base: anchor.base)
    }
    guard let start = DateResolver.stretch(unit, isAhead ? 1 : -count, from: anchor.first),
      let end = DateResolver.stretch(unit, isAhead ? count : -1, from: anchor.first),
      let from = start.earliest, let to = end.latest
    else { return nil }
    return DateReading(
      when: Timex(earliest: from, latest: to, grain: start.grain), basis: .relative, why: why,
      base: anchor.base)
  }

  /// A part of a day that is not named: of the day that the text last named here, else of the time of writing.
  func unnamedDay() -> DateReading? {
    let near = context.narrative.flatMap { $0.unit == context.unit && $0.isDay ? $0 : nil }
    guard let anchor = near ?? context.speech, anchor.isDay else { return nil }
    return DateReading(
      when: Timex(day: anchor.first), basis: .inferred,
      why: ["the day \(anchor.first) from \(anchor.source)"],
      base: anchor.base)
  }
}
