import DaybookCore

/// Dates that are counted: units before and after, amounts of time, weeks, named days, clocks.
extension DateResolver {
  func unit(_ unit: DateUnit, _ steps: Int, _ ofNarrative: Bool, isPart: Bool = false) -> DateReading? {
    // "The following year", at the start of a paragraph, goes on from the one before it.
    let before = context.narrative.flatMap { context.unit - $0.unit <= 1 && unit.isLong ? $0 : nil }
    let near = context.told ?? before
    let needsDay = unit == .day || unit == .week || unit == .weekend || unit == .fortnight
    let anchor: DateAnchor?
    if ofNarrative, let told = near ?? context.entry {
      // "the next day" after "in July" is no day that anybody knows.
      anchor = told
    } else if context.isStory, steps == 0, unit.isLong, let told = context.usableNarrative {
      // "the end of the year", in a story, is of the year that it tells of.
      anchor = told
    } else if isPart, steps == 0, unit.isLong, let told = context.told, isLongGone(told) {
      // "by the end of the month", behind a date of long ago.
      anchor = told
    } else if ofNarrative, context.narrative != nil, unit == .day {
      return nil
    } else if needsDay {
      anchor = context.speech
    } else {
      anchor = context.speech ?? context.implied
    }
    guard let anchor, !needsDay || anchor.isDay else { return nil }
    guard
      let when = DateResolver.stretch(
        unit, steps, from: ofNarrative && steps > 0 ? anchor.last : anchor.first), anchor.grain <= .year
    else { return nil }
    let sign = steps < 0 ? "−" : "+"
    let arithmetic =
      steps == 0 ? "the \(unit) of \(anchor.label)" : "\(anchor.label) \(sign) \(abs(steps)) \(unit)"
    var reading = DateReading(
      when: when, basis: .relative,
      why: ["\(when.edtf) = \(arithmetic); \(anchor.label) from \(anchor.source)"], base: anchor.base)
    if context.speech == nil, !ofNarrative {
      reading.when.modifier = .uncertain
      reading.why.append(
        "the page does not say when it was written; \(anchor.label) is the date nearest to these words")
    }
    return reading
  }

  /// Two years and more before the time of writing.
  private func isLongGone(_ anchor: DateAnchor) -> Bool {
    context.speech.map { $0.first.year - anchor.last.year >= 2 } ?? false
  }

  /// The unit that lies so many steps from the one around a day.
  static func stretch(_ unit: DateUnit, _ steps: Int, from day: CivilDate) -> Timex? {
    func months(_ size: Int, _ grain: Grain) -> Timex? {
      let index = (day.year * 12 + day.month - 1) / size * size + steps * size
      guard let first = CivilDate(year: index / 12, month: index % 12 + 1, day: 1) else { return nil }
      let last = first.adding(months: size - 1).endOfMonth
      return last.isInRange ? Timex(from: first, to: last, grain: grain) : nil
    }
    switch unit {
    case .second, .minute, .hour: return nil
    case .workingDay: return Timex(day: WorkingDays(in: .englandAndWales).date(steps, after: day))
    case .day:
      let date = day.adding(days: steps)
      return date.isInRange ? Timex(day: date) : nil
    case .week, .fortnight:
      let monday = day.adding(days: 1 - day.weekday + 7 * steps * (unit == .fortnight ? 2 : 1))
      guard monday.isInRange, monday.adding(days: 6).isInRange else { return nil }
      return Timex(from: monday, to: monday.adding(days: 6), grain: .week)
    case .weekend:
      let saturday = day.adding(days: 6 - day.weekday + 7 * steps)
      guard saturday.isInRange, saturday.adding(days: 1).isInRange else { return nil }
      return Timex(from: saturday, to: saturday.adding(days: 1))
    case .month: return months(1, .month)
    case .quarter: return months(3, .quarter)
    case .year: return months(12, .year)
    case .decade, .century:
      let size = unit == .decade ? 10 : 100
      let first = day.year / size * size + steps * size
      guard let start = CivilDate(year: first, month: 1, day: 1),
        let end = CivilDate(year: first + size - 1, month: 12, day: 31)
      else { return nil }
      return Timex(from: start, to: end, grain: unit == .decade ? .decade : .century)
    }
  }

  func counted(_ amount: TimeAmount, _ counting: Counting) -> DateReading? {
    guard !amount.isVague else { return nil }
    let near = context.told.flatMap { $0.grain <= .year ? $0 : nil } ?? context.entry
    // With no date before it the words count from the time of writing.
    let told = near ?? (context.narrative == nil ? context.writing : nil)
    let anchor: DateAnchor?
    let sign: Int
    switch counting {
    case .ago where amount.isYear && context.comparesMoney:
      if let period = context.period { return yearBefore(period) }
      (anchor, sign) = (context.speech, -1)
    case .ago, .since: (anchor, sign) = (context.speech, -1)
    case .fromNow, .within: (anchor, sign) = (context.speech, 1)
    case .ahead:
      guard context.cue == .future || context.options.prefer != .standard else { return nil }
      (anchor, sign) = (context.speech, 1)
    case .later: (anchor, sign) = (told, 1)
    case .afterEvent: (anchor, sign) = (near, 1)
    case .earlier:
      if amount.isYear, let period = context.period { return yearBefore(period) }
      (anchor, sign) = (told, -1)
    case .toGo:
      return context.countdown?.reading
    }
    guard let anchor else { return nil }
    if counting == .within, !anchor.isDay { return nil }
    if amount.isClock { return clocked(amount, sign, anchor) }
    guard let first = amount.added(to: anchor.first, sign: sign, in: context.options.nation),
      let last = amount.added(to: anchor.last, sign: sign, in: context.options.nation)
    else { return nil }
    let size =
      amount.workingDays > 0
      ? "\(amount.workingDays) working days (\(context.options.nation.name))" : amount.isoText
    let steps = "\(anchor.label) \(sign < 0 ? "−" : "+") \(size)"
    var when: Timex
    if counting == .within {
      when = Timex(day: last, modifier: .onOrBefore)
    } else if amount.isFine, anchor.isDay {
      when = Timex(day: first)
    } else if anchor.isDay, amount.grain <= .week, counting != .ago || amount.isMixed {
      when = Timex(day: first)
    } else if anchor.isDay, amount.isMixed || context.options.prefer != .standard && amount.grain <= .month {
      when = Timex(day: first)
    } else {
      // A bare "two years ago" is as fine as its unit: the year, the month, the week.
      // Counted on from a month, "a year later" is about that month of the next year.
      let grain =
        counting == .ago || counting == .ahead
        ? max(amount.grain, anchor.grain)
        : anchor.grain > .month && amount.grain == .year
          ? .year : max(min(amount.grain, .month), anchor.grain)
      when = DateResolver.around(first, last, grain: grain)
      if counting != .ago || grain == .week { when.modifier = .approximate }
    }
    if counting == .afterEvent { when.modifier = .approximate }
    let passedOver = WorkingDayArithmetic.passedOver(
      amount, from: anchor.first, to: first, in: context.options.nation)
    return DateReading(
      when: when, basis: .relative,
      why: ["\(when.edtf) = \(steps); \(anchor.label) from \(anchor.source)"] + passedOver,
      base: anchor.base)
  }

  /// "a year earlier" in a text about quarters: the same quarter of the year before.
  private func yearBefore(_ period: DateAnchor) -> DateReading? {
    guard let when = DateResolver.stretch(.quarter, -4, from: period.first) else { return nil }
    return DateReading(
      when: when, basis: .relative,
      why: ["\(when.edtf) = \(period.label) − P1Y; \(period.label) from \(period.source)"], base: period.base)
  }

  /// "two hours ago": to the minute or second, where the time of writing is known to the minute.
  private func clocked(_ amount: TimeAmount, _ sign: Int, _ anchor: DateAnchor) -> DateReading? {
    guard anchor.isDay,
      let shifted = amount.added(
        to: CivilMoment(anchor.first, anchor.time), sign: sign, in: context.options.nation)
    else { return nil }
    let steps = "\(anchor.label) \(sign < 0 ? "−" : "+") \(amount.isoText)"
    guard anchor.time != nil, let time = shifted.time else {
      // Less than a day from a day of unknown hour: that day, near enough.
      return DateReading(
        when: Timex(day: shifted.date, modifier: .approximate), basis: .relative,
        why: ["\(shifted.date) = \(steps); \(anchor.label) from \(anchor.source)"], base: anchor.base)
    }
    let when = Timex(shifted.date, at: time, grain: amount.seconds > 0 ? .second : .minute)
    return DateReading(
      when: when, basis: .relative, why: ["\(when.edtf) = \(steps); \(anchor.label) from \(anchor.source)"],
      base: anchor.base)
  }

  /// "two weeks after 4 May 2021": as fine as the date that is named.
  func shifted(_ amount: TimeAmount, _ sign: Int, _ day: DateExpression) -> DateReading? {
    guard !amount.isVague, let base = reading(of: day), let from = base.when.earliest?.date,
      let to = base.when.latest?.date,
      let first = amount.added(to: from, sign: sign, in: context.options.nation),
      let last = amount.added(to: to, sign: sign, in: context.options.nation)
    else { return nil }
    var when =
      base.when.grain <= .day ? Timex(day: first) : DateResolver.around(first, last, grain: base.when.grain)
    if amount.isClock, let moment = base.when.earliest, moment.time != nil,
      let shifted = amount.added(to: moment, sign: sign, in: context.options.nation), let time = shifted.time
    {
      when = Timex(shifted.date, at: time)
    }
    let size =
      amount.workingDays > 0
      ? "\(amount.workingDays) working days (\(context.options.nation.name))" : amount.isoText
    return DateReading(
      when: when, basis: .relative,
      why: base.why + ["\(when.edtf) = \(base.when.edtf) \(sign < 0 ? "−" : "+") \(size)"]
        + WorkingDayArithmetic.passedOver(amount, from: from, to: first, in: context.options.nation),
      base: base.base ?? DateReading.Base(value: base.when.edtf, origin: .previous))
  }

  /// The whole week, month or year around two days.
  static func around(_ first: CivilDate, _ last: CivilDate, grain: Grain) -> Timex {
    switch grain {
    case .week:
      return Timex(
        from: first.adding(days: 1 - first.weekday), to: first.adding(days: 7 - first.weekday), grain: .week)
    case .month:
      return Timex(from: first.adding(days: 1 - first.day), to: last.endOfMonth, grain: .month)
    case .year, .decade, .century:
      return Timex(year: first.year) ?? Timex(from: first, to: last)
    default: return Timex(from: first, to: last, grain: grain)
    }
  }

  func week(of day: DateExpression, days: ClosedRange<Int>) -> DateReading? {
    if case .range(let first, let last) = day.form { return range(first, last) }
    guard var reading = self.reading(of: day), let date = reading.when.earliest?.date else {
      return self.reading(of: day)
    }
    let monday = date.adding(days: 1 - date.weekday)
    guard monday.isInRange, monday.adding(days: 6).isInRange else { return nil }
    reading.when = Timex(
      from: monday.adding(days: days.lowerBound), to: monday.adding(days: days.upperBound),
      grain: days.count == 7 ? .week : .day)
    return reading
  }

  func range(_ first: DateExpression, _ last: DateExpression) -> DateReading? {
    guard let opening = reading(of: first) else { return nil }
    var inner = context
    if let anchor = DateAnchor(opening.when, origin: .text, words: opening.when.edtf, unit: context.unit) {
      inner.narrative = anchor
      inner.leader = anchor
      inner.leader?.lead = .onward
      // The second end goes on from the first, whatever stands around them.
      inner.isInList = true
      inner.cue = .none
    }
    if opening.basis == .inferred { inner.entry = nil }
    guard var closing = DateResolver(context: inner).reading(of: last) else { return nil }
    if let fields = last.fields, let weekday = fields.weekday, fields.day == nil, last.direction == nil,
      let start = opening.when.latest?.date, last.time == nil
    {
      // "from Monday to Friday": the Friday after that Monday.
      closing.when = Timex(day: start.next(weekday: weekday, orSame: false))
    }
    if let from = opening.when.yearless, let to = closing.when.yearless {
      var when = opening.when
      when.yearless = Timex.Yearless(month: from.month, day: from.day, lastMonth: to.month, lastDay: to.day)
      return DateReading(when: when, basis: opening.basis, why: opening.why)
    }
    guard let start = opening.when.earliest, let end = closing.when.latest, start <= end else {
      return opening
    }
    let basis: DateBasis = opening.basis == .explicit ? closing.basis : opening.basis
    return DateReading(
      when: Timex(
        earliest: start, latest: end, grain: max(opening.when.grain, closing.when.grain),
        utcOffset: opening.when.utcOffset),
      basis: basis == .relative ? .relative : first.isComplete || last.isComplete ? .explicit : basis,
      why: opening.why
        + (closing.why == opening.why
          ? [] : closing.why.filter { !opening.why.contains($0) && first.isComplete == false }),
      base: opening.base ?? (first.isComplete ? nil : closing.base))
  }

  /// A time of day alone is of the day that the entry or the message is of.
  func clock(_ expression: DateExpression) -> DateReading? {
    let near = context.narrative.flatMap { $0.unit == context.unit && $0.isDay ? $0 : nil }
    guard let anchor = near ?? context.speech, anchor.isDay else { return nil }
    var day = anchor.first
    if context.options.prefer == .future, near == nil, let now = anchor.time, let time = expression.time,
      (time.end ?? time.time) <= now
    {
      day = day.adding(days: 1)
    }
    guard day.isInRange else { return nil }
    return DateReading(
      when: Timex(day: day), basis: .inferred,
      why: ["the day \(day) from \(anchor.source)"], base: anchor.base)
  }

  func named(_ day: NamedDay, _ year: Int?, _ expression: DateExpression) -> DateReading? {
    if let year {
      return day.date(in: year).map { DateReading(when: Timex(day: $0), basis: .explicit) }
    }
    guard
      let anchor = expression.direction == nil
        ? context.entry ?? context.leadingNarrative ?? context.writing : context.speech, anchor.grain <= .year
    else { return nil }
    let base = anchor.last.year
    let candidates = [base, base - 1, base + 1].compactMap { day.date(in: $0) }
    let best: CivilDate?
    let isAhead = context.options.prefer == .future && anchor.origin.isWriting
    switch expression.direction {
    case .last, .previous, .gone: best = candidates.filter { $0 < anchor.first }.max()
    case .next, .following, .coming: best = candidates.filter { $0 > anchor.last }.min()
    case nil where !isAhead:
      best = candidates.min {
        abs($0.dayNumber - anchor.last.dayNumber) < abs($1.dayNumber - anchor.last.dayNumber)
      }
    default: best = candidates.filter { $0 >= anchor.first }.min()
    }
    guard let best else { return nil }
    return DateReading(
      when: Timex(day: best), basis: .inferred,
      why: ["\(day.rawValue) nearest to \(anchor.label): \(best); \(anchor.label) from \(anchor.source)"],
      base: anchor.base)
  }

  /// "the anniversary": the same day of the year as the date that the text has just counted back to, at most
  /// a year before now.
  func anniversary() -> DateReading? {
    guard let narrative = context.narrative, narrative.unit == context.unit, narrative.isDay,
      let speech = context.speech, speech.isDay
    else { return nil }
    for year in [speech.first.year, speech.first.year - 1] {
      guard let date = CivilDate(year: year, month: narrative.first.month, day: narrative.first.day),
        date <= speech.first
      else { continue }
      return DateReading(
        when: Timex(day: date), basis: .relative,
        why: ["anniversary of \(narrative.first), the last one up to \(speech.first): \(date)"],
        base: narrative.base)
    }
    return nil
  }
}

extension DateUnit {
  var isLong: Bool {
    self == .month || self == .quarter || self == .year || self == .decade || self == .century
  }
}

extension DateExpression {
  /// Whether the words alone give a year.
  var isComplete: Bool {
    switch form {
    case .calendar(let fields): fields.year != nil
    case .numeric(let numbers): numbers.year != nil
    default: false
    }
  }
}
