import DaybookCore

/// What an expression can be joined with: a time, another end, an amount before it.
extension DateExpression {
  /// A day without a time.
  var canTakeTime: Bool {
    guard time == nil else { return false }
    switch form {
    case .calendar(let fields): return fields.day != nil || fields.weekday != nil
    case .numeric, .named, .impossible: return true
    case .unit(.day, _, _): return true
    case .nth(_, let unit, _): return unit.isDay
    default: return false
    }
  }

  /// One day, or a time of it: what an amount can be counted from.
  var isDayLike: Bool {
    switch form {
    case .calendar(let fields): fields.month != nil || fields.weekday != nil
    case .numeric, .named: true
    case .unit(let unit, _, _): unit == .day
    case .nth(_, let unit, _): unit.isDay
    default: false
    }
  }

  /// Day and month are written, the weekday is not.
  var isDated: Bool {
    switch form {
    case .calendar(let fields): fields.isDayAndMonth && fields.weekday == nil
    case .numeric(let numbers): numbers.weekday == nil
    default: false
    }
  }

  /// Whether it can be an end of a range.
  var canBound: Bool {
    switch form {
    case .calendar, .numeric, .yearPart, .named, .present: true
    case .nth(_, let unit, _):
      unit.isDay
    case .unit(let unit, _, _): unit == .day
    default: false
    }
  }

  /// Both ends of a range are alike: two days, two months, two years.
  func isAsFine(as other: DateExpression) -> Bool {
    if case .present = other.form { return true }
    if case .present = form { return true }
    if case .unit(.day, _, _) = other.form, isComplete { return true }
    return fineness == other.fineness || isComplete && other.isComplete
  }

  private var fineness: Int {
    switch form {
    case .calendar(let fields):
      fields.day != nil ? 0 : fields.weekday != nil ? 0 : fields.month != nil ? 1 : 2
    case .numeric, .named, .unit, .nth: 0
    default: 3
    }
  }

  var isMonthWithoutYear: Bool { fields.map { $0.month != nil && $0.day == nil && $0.year == nil } ?? false }
  var isMonthWithYear: Bool { fields.map { $0.month != nil && $0.day == nil && $0.year != nil } ?? false }
}
