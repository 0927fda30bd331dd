import DaybookCore

/// Parts of years, years that start in another month, and what "early", "by" and "about" do to a date.
extension YearPart {
  /// Longer than a quarter.
  var isLong: Bool {
    if case .quarter = self { false } else { true }
  }
}

extension DateResolver {
  func yearPart(_ part: YearPart, _ year: Int?, _ expression: DateExpression) -> DateReading? {
    if let year { return DateResolver.stretch(part, year).map { DateReading(when: $0, basis: .explicit) } }
    let isShort = !part.isLong && !context.isStory
    let firm =
      context.entry ?? (isShort ? context.writing : nil) ?? context.leadingNarrative ?? context.writing
    let isTold =
      expression.direction == .same || expression.direction == .following
      || expression.direction == .previous
    guard
      let anchor = expression.direction == nil
        ? firm : (isTold ? context.told : nil) ?? context.speech ?? context.implied,
      anchor.grain <= .year
    else { return nil }
    let candidates = [anchor.last.year, anchor.last.year - 1, anchor.last.year + 1].compactMap {
      DateResolver.stretch(part, $0)
    }
    func offset(_ timex: Timex) -> Int {
      guard let first = timex.earliest?.date, let last = timex.latest?.date else { return .max }
      if last < anchor.first { return last.dayNumber - anchor.first.dayNumber }
      return first > anchor.last ? first.dayNumber - anchor.last.dayNumber : 0
    }
    let chosen: Timex?
    switch expression.direction {
    case .last, .previous, .gone:
      chosen = candidates.filter { offset($0) < 0 }.max { offset($0) < offset($1) }
    case .same where anchor.origin == .text:
      // "that autumn" is of the year that the text tells of; "that winter", in January, began the year before.
      let isWinter = part == .season(4) && anchor.first.month <= 3
      chosen = DateResolver.stretch(part, anchor.first.year - (isWinter ? 1 : 0))
    case .next, .following, .coming:
      chosen = candidates.filter { offset($0) > 0 }.min { offset($0) < offset($1) }
    default:
      // What is expected of a quarter that has just ended is still to be told.
      let isAhead = context.cue == .future && part.isLong || context.options.prefer == .future
      // A story goes on: "rebuilding began in the spring", told of in autumn, is the spring behind it.
      let isGoingOn = context.isStory && part.isLong && anchor.origin == .text && anchor.grain < .year
      chosen =
        isGoingOn
        ? candidates.filter { offset($0) >= -60 }.min { offset($0) < offset($1) }
        : isAhead
          ? candidates.filter { offset($0) >= 0 }.min { offset($0) < offset($1) }
          : candidates.min { abs(offset($0)) < abs(offset($1)) }
    }
    guard let chosen else { return nil }
    return DateReading(
      when: chosen, basis: .inferred,
      why: ["nearest to \(anchor.label): \(chosen.edtf); \(anchor.label) from \(anchor.source)"],
      base: anchor.base)
  }

  /// Source of seasons: meteorological seasons, Met Office; of terms: Education (School Day and School Year)
  /// Regulations 1999 for three terms; Oxford and Inns of Court for the named ones.
  static func stretch(_ part: YearPart, _ year: Int) -> Timex? {
    func months(_ first: Int, _ count: Int, _ grain: Grain) -> Timex? {
      guard let start = CivilDate(year: year, month: first, day: 1) else { return nil }
      let end = start.adding(months: count - 1).endOfMonth
      return end.isInRange ? Timex(from: start, to: end, grain: grain) : nil
    }
    switch part {
    case .quarter(let number): return (1...4).contains(number) ? months(number * 3 - 2, 3, .quarter) : nil
    case .half(let number): return (1...2).contains(number) ? months(number * 6 - 5, 6, .half) : nil
    case .season(let number): return (1...4).contains(number) ? months(number * 3, 3, .season) : nil
    case .term(let term):
      switch term {
      case .autumn: return months(9, 4, .season)
      case .spring: return months(1, 4, .season)
      case .summer: return months(4, 4, .season)
      case .michaelmas: return months(10, 3, .season)
      case .hilary, .lent: return months(1, 3, .season)
      case .trinity, .easter: return months(4, 3, .season)
      }
    }
  }

  /// Source: academic year: Education Act 1996, s. 579 (school year); financial year: Interpretation Act
  /// 1978, schedule 1; tax year: Income Tax Act 2007, s. 4.
  func yearSpan(_ first: Int?, _ kind: YearKind, _ expression: DateExpression) -> DateReading? {
    func span(_ year: Int) -> Timex? {
      let (month, day): (Int, Int) =
        switch kind {
        case .plain: (1, 1)
        case .academic: (9, 1)
        case .financial: (4, 1)
        case .tax: (4, 6)
        }
      guard let start = CivilDate(year: year, month: month, day: day) else { return nil }
      let end = start.adding(months: kind == .plain ? 24 : 12).adding(days: -1)
      guard end.isInRange else { return nil }
      return Timex(from: start, to: end, grain: kind == .tax ? .day : kind == .plain ? .year : .month)
    }
    if let first {
      return span(first).map {
        DateReading(
          when: $0, basis: .explicit, why: kind == .plain ? ["two years written as one; both are kept"] : [])
      }
    }
    guard let anchor = context.speech, anchor.isDay, kind != .plain else { return nil }
    var year = anchor.first.year
    if let start = span(year)?.earliest?.date, start > anchor.first { year -= 1 }
    year += expression.direction.map(DirectedRule.steps) ?? 0
    return span(year).map {
      DateReading(
        when: $0, basis: .relative, why: ["counted from \(anchor.first), from \(anchor.source)"],
        base: anchor.base)
    }
  }

  /// Time, part, relation and blur, in this order.
  func finish(_ reading: inout DateReading, with expression: DateExpression) {
    if let time = expression.time { add(time, to: &reading.when) }
    if let part = expression.part { cut(&reading.when, to: part) }
    if expression.isApproximate, reading.when.modifier == nil { reading.when.modifier = .approximate }
    if let relation = expression.relation { bound(&reading.when, relation) }
    for index in reading.alternatives.indices {
      if let time = expression.time { add(time, to: &reading.alternatives[index]) }
    }
  }

  private func add(_ time: ClockTime, to when: inout Timex) {
    guard let date = when.earliest?.date, date == when.latest?.date else { return }
    when.earliest = CivilMoment(date, time.time)
    when.latest = CivilMoment(date, time.end.map { max($0, time.time) } ?? time.time)
    when.grain = time.grain
    when.utcOffset = time.utcOffset
  }

  /// "early", "mid", "late": a third of the stretch; "the end of" a month or a year: its last day.
  private func cut(_ when: inout Timex, to part: DatePart) {
    guard let first = when.earliest?.date, let last = when.latest?.date, first < last else { return }
    switch part {
    case .lastDay where when.grain >= .month && when.grain <= .year || when.grain == .week:
      when = Timex(day: last, modifier: .end)
      return
    default: break
    }
    let days = last.dayNumber - first.dayNumber + 1
    var (from, to) = (first, last)
    if when.grain == .year {
      switch part {
      case .start: to = first.adding(months: 3).endOfMonth
      case .middle: (from, to) = (first.adding(months: 4), first.adding(months: 7).endOfMonth)
      case .end, .lastDay: from = first.adding(months: 8)
      }
    } else {
      switch part {
      case .start: to = first.adding(days: (days + 2) / 3 - 1)
      case .middle: (from, to) = (first.adding(days: days / 3), last.adding(days: -(days / 3)))
      case .end, .lastDay: from = last.adding(days: 1 - (days + 2) / 3)
      }
    }
    let modifier: Timex.Modifier = part == .start ? .start : part == .middle ? .middle : .end
    when = Timex(from: from, to: to, grain: when.grain == .year ? .month : .day, modifier: modifier)
  }

  /// A deadline to the day or finer is that day, marked; one to the month or coarser is open at its start.
  /// Since, before, after and until open the interval; "from" and "as of" name the date itself.
  private func bound(_ when: inout Timex, _ relation: DateRelation) {
    if when.yearless != nil {
      switch relation {
      case .by: when.modifier = .onOrBefore
      case .before: when.modifier = .before
      case .after: when.modifier = .after
      case .since: when.modifier = .onOrAfter
      case .until, .from, .asOf: break
      }
      return
    }
    switch relation {
    case .by:
      if when.grain <= .day, when.modifier != .end {
        when.modifier = .onOrBefore
      } else {
        when = Timex(
          earliest: nil, latest: when.latest, grain: when.grain, modifier: .onOrBefore,
          utcOffset: when.utcOffset)
      }
    case .before:
      guard let start = when.earliest else { return }
      let end = start.time == nil ? CivilMoment(start.date.adding(days: -1)) : start
      guard end.date.isInRange else { return }
      when = Timex(
        earliest: nil, latest: end, grain: when.grain, modifier: .before, utcOffset: when.utcOffset)
    case .after:
      guard let end = when.latest else { return }
      let start = end.time == nil ? CivilMoment(end.date.adding(days: 1)) : end
      guard start.date.isInRange else { return }
      when = Timex(
        earliest: start, latest: nil, grain: when.grain, modifier: .after, utcOffset: when.utcOffset)
    case .since:
      when = Timex(
        earliest: when.earliest, latest: nil, grain: when.grain, modifier: .onOrAfter,
        utcOffset: when.utcOffset)
    case .until:
      when = Timex(
        earliest: nil, latest: when.latest, grain: when.grain, modifier: .onOrBefore,
        utcOffset: when.utcOffset)
    case .from, .asOf: break
    }
  }
}
