import DaybookCore

/// TIMEX3 text of what was read.
enum TimexValue {
  static func of(_ expression: DateExpression, _ reading: DateReading?) -> (type: String, value: String)? {
    switch expression.form {
    case .duration(let amount) where reading == nil: return ("DURATION", amount.isoText)
    case .frequency(let period): return ("SET", period)
    case .vague(let time): return ("DATE", ["PAST_REF", "PRESENT_REF", "FUTURE_REF"][time.rawValue])
    case .counted(let amount, .within): return ("DURATION", amount.isoText)
    case .counted(let amount, .since): return ("DURATION", amount.isoText)
    case .counted(let amount, _) where reading == nil: return ("DURATION", amount.isoText)
    default: break
    }
    guard let reading else { return nil }
    var when = reading.when
    if let yearless = when.yearless {
      return ("DATE", Timex(earliest: nil, latest: nil, grain: when.grain, yearless: yearless).edtf)
    }
    if case .clock = expression.form, let time = expression.time,
      let day = when.earliest?.date ?? when.latest?.date
    {
      return ("TIME", "\(day)T\(time.time)" + (time.end.map { "/\(day)T\($0)" } ?? ""))
    }
    // The plain value: relations bound it elsewhere.
    if let relation = expression.relation, let plain = unbounded(when, relation) { when = plain }
    guard let first = when.earliest?.date ?? when.latest?.date,
      let last = when.latest?.date ?? when.earliest?.date
    else { return nil }
    if let time = expression.time, when.earliest?.time != nil || when.latest?.time != nil {
      var text = "\(first)T\(clock(time))"
      if let offset = time.utcOffset { text += DateExpression.offsetText(offset) }
      if let end = time.end { text += "/\(first)T\(end)" }
      return ("TIME", text)
    }
    if let start = when.earliest, let end = when.latest, let from = start.time,
      let to = end.time, start != end, expression.time == nil
    {
      return ("TIME", "\(start.date)T\(from)/\(end.date)T\(to)")
    }
    if expression.time == nil, let moment = when.earliest, moment == when.latest, let time = moment.time {
      return ("TIME", "\(moment.date)T\(time)")
    }
    if let dayPart = expression.dayPart, first == last {
      switch dayPart {
      case .closeOfPlay: return ("DATE", first.description)
      case .lunchtime: return ("TIME", "\(first)T12:00")
      default: return ("TIME", "\(first)T\(["MO", "AF", "EV", "NI"][dayPart.rawValue])")
      }
    }
    return ("DATE", value(expression, when, first, last))
  }

  private static func clock(_ time: ClockTime) -> String {
    time.grain == .second
      ? Timex(CivilDate(dayNumber: 0), at: time.time, grain: .second).edtf.split(separator: "T").last.map(
        String.init) ?? ""
      : time.time.description
  }

  private static func value(
    _ expression: DateExpression, _ when: Timex, _ first: CivilDate, _ last: CivilDate
  ) -> String {
    switch expression.form {
    case .years(let start, let count): return Digits.padded(start / count, to: count == 100 ? 2 : 3)
    case .yearPart(let part, _):
      switch part {
      case .term: break
      default: return "\(first.year)-\(part.text)"
      }
    case .yearSpan(_, .financial): return Timex(from: first, to: last, grain: .day).edtf
    case .range(let from, let to) where from.part == nil && to.part == nil: break
    case .unit(.weekend, _, _):
      if last.dayNumber - first.dayNumber == 1 { return week(first.adding(days: -5)) + "-WE" }
    case .nth(_, .weekend, _): return week(first.adding(days: -5)) + "-WE"
    case .nth(_, .season(let season), _): return "\(first.year)-\(YearPart.season(season).text)"
    case .calendar, .unit, .counted:
      if expression.part != nil { return unit(first, last, expression) }
    default: break
    }
    if when.grain == .week, last.dayNumber - first.dayNumber == 6 { return week(first) }
    if when.grain == .half { return "\(first.year)-H\(first.month <= 6 ? 1 : 2)" }
    if when.grain == .quarter { return "\(first.year)-Q\((first.month + 2) / 3)" }
    if when.grain == .decade { return String(first.year / 10) }
    if when.grain == .century { return String(first.year / 100) }
    return Timex(from: first, to: last, grain: when.grain).edtf
  }

  /// The whole of which "early" takes a part.
  private static func unit(_ first: CivilDate, _ last: CivilDate, _ expression: DateExpression) -> String {
    if case .unit(.day, _, _) = expression.form { return last.description }
    if case .calendar(let fields) = expression.form, fields.month == nil {
      if fields.weekday != nil { return last.description }
      return Digits.padded(first.year, to: 4)
    }
    if case .unit(let unit, _, _) = expression.form {
      if unit == .year { return Digits.padded(last.year, to: 4) }
      if unit == .week { return week(last.adding(days: 1 - last.weekday)) }
      if unit == .quarter { return "\(first.year)-Q\((first.month + 2) / 3)" }
    }
    return String(last.description.prefix(7))
  }

  /// "2022-W06". Source: ISO 8601-1.
  static func week(_ monday: CivilDate) -> String {
    let thursday = monday.adding(days: 3)
    let start = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
    return
      "\(Digits.padded(thursday.year, to: 4))-W\(Digits.padded((thursday.dayNumber - start.dayNumber) / 7 + 1, to: 2))"
  }

  private static func unbounded(_ when: Timex, _ relation: DateRelation) -> Timex? {
    if let moment = when.earliest ?? when.latest, moment.time != nil,
      when.earliest == nil || when.latest == nil
    {
      return Timex(earliest: moment, latest: moment, grain: when.grain, utcOffset: when.utcOffset)
    }
    switch relation {
    case .before:
      guard when.earliest == nil, let end = when.latest else { return nil }
      let start = end.time == nil ? end.date.adding(days: 1) : end.date
      return whole(start, when.grain, start: true)
    case .after:
      guard when.latest == nil, let start = when.earliest else { return nil }
      return whole(start.time == nil ? start.date.adding(days: -1) : start.date, when.grain, start: false)
    case .since:
      guard let start = when.earliest else { return nil }
      return whole(start.date, when.grain, start: true)
    case .by, .until:
      guard let end = when.latest else { return nil }
      return when.earliest == nil ? whole(end.date, when.grain, start: false) : nil
    case .from, .asOf: return nil
    }
  }

  /// The unit of a grain that starts or ends with a day.
  private static func whole(_ day: CivilDate, _ grain: Grain, start: Bool) -> Timex? {
    switch grain {
    case .week:
      return Timex(
        from: start ? day : day.adding(days: -6), to: start ? day.adding(days: 6) : day, grain: .week)
    case .month: return Timex(year: day.year, month: day.month)
    case .year: return Timex(year: day.year)
    case .quarter: return DateResolver.stretch(.quarter, 0, from: day)
    default: return Timex(day: day)
    }
  }
}
