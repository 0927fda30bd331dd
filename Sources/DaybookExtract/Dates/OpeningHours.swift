/// Hours of a place that is open every week: "between 9 a.m. and 5 p.m., Monday through Friday", "Monday to
/// Friday, 9am to 5pm". Listed, and no date of anything that happened.
enum OpeningHours {
  /// The hours and the days as one expression; nil where the two are none.
  static func joined(_ first: DateToken, _ second: DateToken, _ stand: Bool) -> DateToken? {
    guard stand else { return nil }
    let days = isWeek(first.expression) ? first : second
    let hours = isWeek(first.expression) ? second : first
    guard isWeek(days.expression), case .clock = hours.expression.form,
      hours.expression.time?.end != nil
    else { return nil }
    var expression = days.expression
    expression.isLoose = true
    return DateToken(
      bytes: first.bytes.lowerBound..<second.bytes.upperBound, expression: expression, rule: days.rule)
  }

  /// From Monday on to Friday, Saturday or Sunday.
  static func isWorkingWeek(_ expression: DateExpression) -> Bool {
    guard isWeek(expression), case .range(let first, let last) = expression.form else { return false }
    return first.fields?.weekday == 1 && (last.fields?.weekday ?? 0) >= 5
  }

  /// From one weekday to another, without dates.
  private static func isWeek(_ expression: DateExpression) -> Bool {
    guard case .range(let first, let last) = expression.form, expression.time == nil else { return false }
    return isWeekday(first) && isWeekday(last)
  }

  private static func isWeekday(_ expression: DateExpression) -> Bool {
    guard let fields = expression.fields, fields.weekday != nil, fields.day == nil, fields.month == nil
    else { return false }
    return expression.direction == nil && expression.time == nil
  }
}
