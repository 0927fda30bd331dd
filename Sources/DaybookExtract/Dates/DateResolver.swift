import DaybookCore

/// Settles one expression against its context. A pure function of both.
struct DateResolver {
  let context: DateContext

  /// Nil where the words give no date, or one that the context cannot settle.
  func reading(of expression: DateExpression) -> DateReading? {
    guard var reading = plain(expression) else { return nil }
    finish(&reading, with: expression)
    // Counting may leave the years that a civil date has; then it gives none.
    guard DateResolver.isInRange(reading.when) else { return nil }
    reading.alternatives.removeAll { !DateResolver.isInRange($0) }
    return reading
  }

  private static func isInRange(_ when: Timex) -> Bool {
    (when.earliest?.date.isInRange ?? true) && (when.latest?.date.isInRange ?? true)
  }

  private func plain(_ expression: DateExpression) -> DateReading? {
    switch expression.form {
    case .calendar(let fields): return calendar(fields, expression)
    case .numeric(let numbers): return numeric(numbers, expression)
    case .yearPart(let part, let year): return yearPart(part, year, expression)
    case .yearSpan(let first, let kind): return yearSpan(first, kind, expression)
    case .years(let first, let count):
      guard let start = CivilDate(year: first, month: 1, day: 1),
        let end = CivilDate(year: first + count - 1, month: 12, day: 31)
      else { return nil }
      return DateReading(
        when: Timex(from: start, to: end, grain: count >= 100 ? .century : .decade), basis: .explicit)
    case .named(let day, let year): return named(day, year, expression)
    case .unit(let unit, let steps, let ofNarrative):
      return self.unit(unit, steps, ofNarrative, isPart: expression.part != nil)
    case .counted(let amount, let counting): return counted(amount, counting)
    case .shifted(let amount, let sign, let day): return shifted(amount, sign, day)
    case .range(let first, let last): return range(first, last)
    case .week(let day): return week(of: day, days: 0...6)
    case .weekend(let day): return week(of: day, days: 5...6)
    case .clock: return clock(expression)
    case .impossible: return nil
    case .anniversary: return anniversary()
    case .present:
      guard let speech = context.speech, speech.isDay else { return nil }
      return DateReading(
        when: Timex(day: speech.first), basis: .relative, why: ["now: \(speech.first) from \(speech.source)"],
        base: speech.base)
    case .nth(let number, let unit, let whole): return nth(number, unit, in: whole)
    case .namedIn(let day, let year): return named(day, in: year)
    case .weekNumber(let number, let year): return weekNumber(number, year)
    case .reporting(let years): return reporting(years: years)
    case .dayPart: return unnamedDay()
    case .duration(let amount): return stretch(amount, expression.direction)
    case .frequency, .vague: return nil
    }
  }

  // MARK: Calendar dates

  private func calendar(_ fields: DateFields, _ expression: DateExpression) -> DateReading? {
    if let direction = expression.direction { return directed(fields, direction) }
    if let offset = expression.yearOffset {
      guard let anchor = context.speech ?? context.implied else { return nil }
      var written = fields
      written.year = anchor.last.year + offset
      guard var reading = calendar(written, DateExpression(.calendar(written))) else { return nil }
      reading.basis = .relative
      reading.base = anchor.base
      reading.why.insert(
        "year \(anchor.last.year + offset), counted from \(anchor.label), from \(anchor.source)", at: 0)
      return reading
    }
    switch (fields.year, fields.month, fields.day) {
    case (let year?, let month?, let day?):
      guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
      var reading = DateReading(when: Timex(day: date), basis: .explicit)
      checkWeekday(fields.weekday, date, &reading)
      return reading
    case (let year?, let month?, nil):
      return Timex(year: year, month: month).map { DateReading(when: $0, basis: .explicit) }
    case (let year?, nil, _): return Timex(year: year).map { DateReading(when: $0, basis: .explicit) }
    case (nil, let month?, let day):
      return yearless(month: month, day: day, weekday: fields.weekday, relation: expression.relation)
    case (nil, nil, let day?): return dayOfMonth(day, weekday: fields.weekday, relation: expression.relation)
    case (nil, nil, nil): return fields.weekday.flatMap { weekday($0, relation: expression.relation) }
    }
  }

  private func numeric(_ numbers: NumericDate, _ expression: DateExpression) -> DateReading? {
    func reading(_ order: NumericOrder) -> DateReading? {
      let (day, month) =
        order == .dayFirst ? (numbers.first, numbers.second) : (numbers.second, numbers.first)
      return calendar(
        DateFields(year: numbers.year, month: month, day: day, weekday: numbers.weekday), expression)
    }
    let other: NumericOrder = context.order == .dayFirst ? .monthFirst : .dayFirst
    var (first, second) = (reading(context.order), reading(other))
    // A weekday beside the figures decides.
    if let weekday = numbers.weekday, let date = first?.when.earliest?.date, date.weekday != weekday,
      let swapped = second?.when.earliest?.date, swapped.weekday == weekday
    {
      swap(&first, &second)
      first?.why.append("month and day in the order that makes it a \(WeekdayNames.name(weekday))")
      return first
    }
    if !context.orderIsKnown, let alternative = second?.when {
      first?.alternatives.append(alternative)
      first?.why.append(context.order == .dayFirst ? "read as day, then month" : "read as month, then day")
    }
    return first
  }

  /// Adds a finding's worth of reasons where the weekday that is written is not that of the date.
  private func checkWeekday(_ weekday: Int?, _ date: CivilDate, _ reading: inout DateReading) {
    guard let weekday, weekday != date.weekday else { return }
    reading.why.append(
      "the weekday does not fit: \(date) is a \(WeekdayNames.name(date.weekday)), the text says \(WeekdayNames.name(weekday))"
    )
    let shift = (weekday - date.weekday + 7) % 7
    let nearest = shift > 3 ? date.adding(days: shift - 7) : date.adding(days: shift)
    reading.alternatives.append(Timex(day: nearest))
    for year in [date.year - 1, date.year + 1] {
      if let other = CivilDate(year: year, month: date.month, day: date.day), other.weekday == weekday {
        reading.alternatives.append(Timex(day: other))
      }
    }
  }

  private func yearless(month: Int, day: Int?, weekday: Int?, relation: DateRelation?) -> DateReading? {
    guard let choice = YearChoice(context).year(month: month, day: day, weekday: weekday, relation: relation)
    else {
      return DateReading(
        when: Timex(
          earliest: nil, latest: nil, grain: day == nil ? .month : .day,
          yearless: Timex.Yearless(month: month, day: day)),
        basis: .explicit, why: ["no year is written, and nothing around it gives one"])
    }
    guard let day else {
      return Timex(year: choice.year, month: month).map {
        DateReading(when: $0, basis: .inferred, why: [choice.why], base: choice.anchor.base)
      }
    }
    guard let date = CivilDate(year: choice.year, month: month, day: day) else { return nil }
    var reading = DateReading(
      when: Timex(day: date), basis: .inferred, why: [choice.why], base: choice.anchor.base)
    if let weekday, weekday == date.weekday {
      reading.why.append("\(date) is a \(WeekdayNames.name(weekday)), as written")
    }
    checkWeekday(weekday, date, &reading)
    return reading
  }

  /// "the 14th": the month of the entry, the narrative or the time of writing.
  private func dayOfMonth(_ day: Int, weekday: Int?, relation: DateRelation?) -> DateReading? {
    let near = context.narrative.flatMap { $0.unit == context.unit && $0.grain <= .month ? $0 : nil }
    guard let anchor = context.entry ?? near ?? context.writing ?? context.usableNarrative,
      anchor.grain <= .month
    else { return nil }
    let month = anchor.last.year * 12 + anchor.last.month - 1
    func date(_ index: Int) -> CivilDate? { CivilDate(year: index / 12, month: index % 12 + 1, day: day) }
    var offset = 0
    let isAhead =
      context.cue == .future || (relation == .by || relation == .until) && !context.isPerfect
      || context.options.prefer == .future
    if let weekday {
      let fits = [0, 1, -1].first { date(month + $0)?.weekday == weekday }
      offset = fits ?? 0
    } else if anchor.isDay {
      let gap = day - anchor.last.day
      switch anchor.origin {
      case .text: if gap < -10 { offset = 1 }
      default:
        if isAhead { if gap < 0 { offset = 1 } } else if context.cue == .past { if gap > 0 { offset = -1 } }
      }
    }
    guard let found = date(month + offset) ?? date(month) else { return nil }
    var reading = DateReading(
      when: Timex(day: found), basis: .inferred,
      why: [
        "month \(found.description.prefix(7)) "
          + (offset == 0 ? "of" : offset > 0 ? "after" : "before")
          + " \(anchor.label); \(anchor.label) from \(anchor.source)"
      ], base: anchor.base)
    checkWeekday(weekday, found, &reading)
    return reading
  }

  /// A weekday alone: the most recent one, today included; the next one where the words look ahead. In a story
  /// the first one from the day that it last named.
  private func weekday(_ weekday: Int, relation: DateRelation?) -> DateReading? {
    if context.isStory, let told = context.usableNarrative, told.isDay {
      let date = told.first.next(weekday: weekday, orSame: true)
      return DateReading(
        when: Timex(day: date), basis: .relative,
        why: [
          "the first \(WeekdayNames.name(weekday)) from \(told.first): \(date); \(told.first) from \(told.source)"
        ],
        base: told.base)
    }
    guard let anchor = context.speech, anchor.isDay else { return nil }
    let date: CivilDate
    let how: String
    switch context.options.prefer {
    case .future:
      (date, how) = (anchor.first.next(weekday: weekday, orSame: false), "the next")
    case .nearest:
      let ahead = anchor.first.next(weekday: weekday, orSame: true)
      date = ahead.dayNumber - anchor.first.dayNumber > 3 ? ahead.adding(days: -7) : ahead
      how = "the nearest"
    case .past, .standard:
      let isAhead =
        context.cue == .future || (relation == .by || relation == .until) && !context.isPerfect
        || relation == .before && context.cue != .past
      date =
        isAhead
        ? anchor.first.next(weekday: weekday, orSame: true)
        : anchor.first.last(weekday: weekday, orSame: true)
      how = isAhead ? "the next" : "the last"
    }
    return DateReading(
      when: Timex(day: date), basis: .relative,
      why: [
        "\(how) \(WeekdayNames.name(weekday)) from \(anchor.first): \(date); \(anchor.first) from \(anchor.source)"
      ], base: anchor.base)
  }

  /// "last September", "next Friday", "this May".
  private func directed(_ fields: DateFields, _ direction: Direction) -> DateReading? {
    let ofNarrative = direction == .previous || direction == .following || direction == .same
    if let weekday = fields.weekday, fields.day == nil, fields.month == nil {
      guard
        let anchor = (ofNarrative ? context.narrative.flatMap { $0.isDay ? $0 : nil } : nil)
          ?? context.speech, anchor.isDay
      else {
        return nil
      }
      let date: CivilDate
      switch direction {
      case .previous where anchor.origin == .text, .gone:
        date = anchor.first.last(weekday: weekday, orSame: false)
      case .last, .previous:
        // "last Monday" on a Thursday is not three days ago: it is that of the week before. Measured on news
        // and messages: 7 of 7 where the two differ or not.
        date = anchor.first.adding(days: weekday - anchor.first.weekday - 7)
      case .following where anchor.origin == .text, .coming:
        date = anchor.first.next(weekday: weekday, orSame: false)
      case .next, .following: date = anchor.first.adding(days: weekday - anchor.first.weekday + 7)
      case .this where context.options.prefer == .future:
        date = anchor.first.next(weekday: weekday, orSame: false)
      case .this, .same: date = anchor.first.adding(days: weekday - anchor.first.weekday)
      }
      return DateReading(
        when: Timex(day: date), basis: .relative,
        why: ["counted from \(anchor.first), from \(anchor.source): \(date)"], base: anchor.base)
    }
    guard let month = fields.month else { return nil }
    let firm = (ofNarrative ? context.told.flatMap { $0.grain <= .year ? $0 : nil } : nil) ?? context.speech
    guard let anchor = firm ?? context.implied else { return nil }
    let now = anchor.last.year * 12 + anchor.last.month - 1
    let target = month - 1
    var year: Int
    switch direction {
    case .last, .previous, .gone: year = target < now % 12 ? now / 12 : now / 12 - 1
    case .next, .following, .coming: year = target > now % 12 ? now / 12 : now / 12 + 1
    case .this, .same: year = now / 12
    }
    year = max(year, 1)
    var found = Timex(year: year, month: month)
    if let day = fields.day {
      guard anchor.isDay else { return nil }
      func date(_ year: Int) -> CivilDate? { CivilDate(year: year, month: month, day: day) }
      let base = anchor.first.year
      let candidates = [base - 1, base, base + 1].compactMap(date)
      let chosen =
        direction == .next || direction == .following || direction == .coming
        ? candidates.first { $0 > anchor.first } : candidates.last { $0 < anchor.first }
      found = chosen.map { Timex(day: $0) }
    }
    guard var when = found else { return nil }
    var why = ["counted from \(anchor.label): \(when.edtf); \(anchor.label) from \(anchor.source)"]
    if firm == nil {
      when.modifier = .uncertain
      why.append(
        "the page does not say when it was written; \(anchor.label) is the date nearest to these words")
    }
    return DateReading(when: when, basis: .relative, why: why, base: anchor.base)
  }
}

enum WeekdayNames {
  static func name(_ weekday: Int) -> String {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return names.indices.contains(weekday - 1) ? names[weekday - 1] : ""
  }
}

extension CivilDate {
  func next(weekday: Int, orSame: Bool) -> CivilDate {
    let steps = (weekday - self.weekday + 7) % 7
    return adding(days: steps == 0 && !orSame ? 7 : steps)
  }

  func last(weekday: Int, orSame: Bool) -> CivilDate {
    let steps = (self.weekday - weekday + 7) % 7
    return adding(days: steps == 0 && !orSame ? -7 : -steps)
  }

  /// Whether it lies in the years that a civil date has.
  var isInRange: Bool { (1...9999).contains(year) }
}
