import DaybookCore

/// What a person should know about the dates of a text: a weekday that does not fit, an order of figures that
/// stays open or that the text itself contradicts, a pattern that needs too many steps.
enum DateFindings {
  /// Adds to `carry.findings`; their bytes count in the whole text.
  static func collect(_ settled: [DateWalk.Settled], stopped: Int, carry: inout DateCarry) {
    var open: (count: Int, first: Range<Int>)?
    for one in settled {
      let place = one.token.bytes.lowerBound + carry.offset..<one.token.bytes.upperBound + carry.offset
      if case .impossible = one.token.expression.form {
        carry.findings.append(
          Finding(
            "impossible-date", .warning, "the calendar has no such day; nothing was dated by it", bytes: place
          ))
      }
      guard let reading = one.reading else { continue }
      if let (written, date) = mismatch(one.token.expression, reading.when) {
        carry.findings.append(
          Finding(
            "weekday-mismatch", .warning,
            "\(date) is a \(WeekdayNames.name(date.weekday)), the text says \(WeekdayNames.name(written)); check day, month and year",
            bytes: place))
      }
      if case .numeric = one.token.expression.form, !reading.alternatives.isEmpty {
        open = ((open?.count ?? 0) + 1, open?.first ?? place)
      }
    }
    if let open, !carry.isOrderReported {
      carry.isOrderReported = true
      carry.findings.append(
        Finding(
          "date-order-open", .note,
          "nothing in the text says whether figures such as 3/2/2022 give the day or the month first (here \(open.count) of them); both readings are kept",
          bytes: open.first))
    }
    if carry.dayFirst > 0, carry.monthFirst > 0, !carry.isMixReported {
      carry.isMixReported = true
      carry.findings.append(
        Finding(
          "date-order-mixed", .warning,
          "some dates in figures give the day first and some the month first; the order of most was taken for the rest"
        ))
    }
    for (rule, place) in carry.stopped.dropFirst(stopped) {
      carry.findings.append(
        Finding(
          "slow-expression", .warning,
          "expression \(rule) of the case settings needed too many steps and was given up at byte \(place + carry.offset); simplify its pattern"
        ))
    }
  }

  /// The weekday beside a date and the date itself, where they do not fit.
  private static func mismatch(_ expression: DateExpression, _ when: Timex) -> (Int, CivilDate)? {
    let weekday: Int? =
      switch expression.form {
      case .calendar(let fields) where fields.day != nil: fields.weekday
      case .numeric(let numbers): numbers.weekday
      default: nil
      }
    guard let weekday, when.grain <= .day else { return nil }
    let date: CivilDate? =
      switch expression.relation {
      case .before: when.latest?.date.adding(days: when.latest?.time == nil ? 1 : 0)
      case .after: when.earliest?.date.adding(days: when.earliest?.time == nil ? -1 : 0)
      default: when.earliest?.date ?? when.latest?.date
      }
    guard let date, date.isInRange, date.weekday != weekday else { return nil }
    return (weekday, date)
  }
}
