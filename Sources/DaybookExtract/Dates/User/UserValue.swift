import DaybookCore

/// Reads the value that a user gave as an expression like any other, so that the context settles what it leaves
/// open.
enum UserValue {
  static func expression(_ text: String) -> DateExpression? {
    if text.utf8.first == UInt8(ascii: "P") { return duration(text).map { DateExpression(.duration($0)) } }
    if text.hasPrefix("easter") { return easter(text) }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch ends.count {
    case 1: return point(text)
    case 2:
      guard Timex(edtf: text) != nil || text.contains("X") else { return nil }
      if ends[1].isEmpty || ends[1] == ".." { return bounded(ends[0], .since) }
      if ends[0].isEmpty || ends[0] == ".." { return bounded(ends[1], .until) }
      guard let first = point(ends[0]), let last = point(ends[1]) else { return nil }
      return DateExpression(.range(first, last))
    default: return nil
    }
  }

  private static func bounded(_ text: String, _ relation: DateRelation) -> DateExpression? {
    var expression = point(text)
    expression?.relation = relation
    return expression
  }

  private static func point(_ text: String) -> DateExpression? {
    guard let timex = Timex(edtf: text) else { return nil }
    if let yearless = timex.yearless { return .calendar(month: yearless.month, day: yearless.day) }
    guard let first = timex.earliest?.date else { return nil }
    var expression: DateExpression
    switch timex.grain {
    case .second, .minute, .hour:
      guard let time = timex.earliest?.time else { return nil }
      expression = .calendar(
        year: first.year, month: first.month, day: first.day,
        time: ClockTime(time, grain: timex.grain, utcOffset: timex.utcOffset))
    case .day: expression = .calendar(year: first.year, month: first.month, day: first.day)
    case .month: expression = .calendar(year: first.year, month: first.month)
    case .year: expression = .calendar(year: first.year)
    case .quarter:
      expression = DateExpression(.yearPart(.quarter((first.month + 2) / 3), year: first.year))
    case .season: expression = DateExpression(.yearPart(.season(first.month / 3), year: first.year))
    case .decade: expression = DateExpression(.years(first: first.year, count: 10))
    case .century: expression = DateExpression(.years(first: first.year, count: 100))
    case .week, .half: return nil
    }
    expression.isApproximate = timex.isApproximate
    return expression
  }

  /// "easter+39 2024", "easter-2 XXXX", "easter".
  private static func easter(_ text: String) -> DateExpression? {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 2 else { return nil }
    let year = words.count == 2 ? Int(words[1]) : nil
    if words.count == 2, year == nil, words[1] != "XXXX" { return nil }
    let sunday = DateExpression(.named(.easterSunday, year: year))
    let count = first.dropFirst(6)
    if count.isEmpty { return sunday }
    guard let days = Int(count), (-200...200).contains(days), "+-".contains(count.first ?? " ") else {
      return nil
    }
    if days == 0 { return sunday }
    var amount = TimeAmount()
    amount.days = abs(days)
    return DateExpression(.shifted(amount, days.signum(), sunday))
  }

  /// "P3D", "P1Y6M", "PT2H": whole numbers only.
  private static func duration(_ text: String) -> TimeAmount? {
    var amount = TimeAmount()
    var isTime = false
    var number = 0
    var digits = 0
    for byte in text.utf8.dropFirst() {
      if ByteClass.isDigit(byte) {
        digits += 1
        guard digits <= 5 else { return nil }
        number = number * 10 + Int(byte - 0x30)
        continue
      }
      if byte == UInt8(ascii: "T"), digits == 0 {
        isTime = true
        continue
      }
      guard digits > 0 else { return nil }
      switch (byte, isTime) {
      case (UInt8(ascii: "Y"), false): amount.years = number
      case (UInt8(ascii: "M"), false): amount.months = number
      case (UInt8(ascii: "W"), false): amount.weeks = number
      case (UInt8(ascii: "D"), false): amount.days = number
      case (UInt8(ascii: "H"), true): amount.hours = number
      case (UInt8(ascii: "M"), true): amount.minutes = number
      case (UInt8(ascii: "S"), true): amount.seconds = number
      default: return nil
      }
      (number, digits) = (0, 0)
    }
    return digits > 0 || amount.isZero ? nil : amount
  }
}
