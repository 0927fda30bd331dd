import DaybookCore

/// Expressions as rule examples write them: EDTF where all is known, `X` for what is not, words for the rest.
extension DateExpression {
  package var text: String {
    var text = formText
    if let dayPart { text += " " + DateExpression.dayPartNames[dayPart.rawValue] }
    if let time {
      if case .clock = form { text = "" }
      text += "T\(time.time)"
      if let end = time.end { text += "-\(end)" }
      if let offset = time.utcOffset { text += offset == 0 ? "Z" : DateExpression.offsetText(offset) }
    }
    if let part { text = ["early", "mid", "late", "end of"][part.rawValue] + " " + text }
    if let direction, !isDuration {
      text =
        ["last", "this", "next", "previous", "following", "same", "coming", "gone"][direction.rawValue] + " "
        + text
    }
    if let relation {
      text = ["by", "before", "after", "since", "until", "from", "as of"][relation.rawValue] + " " + text
    }
    if isApproximate { text = "about " + text }
    return text
  }

  static let dayPartNames = ["morning", "afternoon", "evening", "night", "lunchtime", "close of play"]

  static func offsetText(_ minutes: Int) -> String {
    let size = abs(minutes)
    return "\(minutes < 0 ? "-" : "+")\(Digits.padded(size / 60, to: 2)):\(Digits.padded(size % 60, to: 2))"
  }

  private var isDuration: Bool {
    switch form {
    case .duration, .counted: true
    default: false
    }
  }

  private var formText: String {
    switch form {
    case .calendar(let fields): return fields.text
    case .numeric(let numbers):
      return "\(numbers.first)/\(numbers.second)" + (numbers.year.map { "/\($0)" } ?? "")
    case .yearPart(let part, let year): return "\(year.map(String.init) ?? "XXXX")-\(part.text)"
    case .yearSpan(let first, let kind):
      let name = ["", "academic ", "financial ", "tax "][kind.rawValue]
      return name + (first.map { "\($0)/\($0 + 1)" } ?? "year")
    case .years(let first, let count): return "\(first)/\(first + count - 1)"
    case .named(let day, let year): return day.rawValue + (year.map { " \($0)" } ?? "")
    case .unit(let unit, let steps, let narrative):
      return "\(narrative ? "narrative " : "")\(unit)\(steps < 0 ? "" : "+")\(steps)"
    case .counted(let amount, let counting): return "\(amount.isoText) \(counting)"
    case .shifted(let amount, let sign, let day): return "\(day.text)\(sign < 0 ? "-" : "+")\(amount.isoText)"
    case .range(let first, let last): return "\(first.text)/\(last.text)"
    case .week(let day): return "week of \(day.text)"
    case .weekend(let day): return "weekend of \(day.text)"
    case .duration(let amount): return amount.isoText
    case .frequency(let text): return "every \(text)"
    case .clock: return "clock"
    case .impossible: return "impossible"
    case .anniversary: return "anniversary"
    case .present: return "now"
    case .vague(let time): return ["past", "present", "future"][time.rawValue]
    case .nth(let number, let unit, let whole): return "\(unit.text) \(number) of \(whole.text)"
    case .namedIn(let day, let year): return "\(day.rawValue) of \(year.text)"
    case .weekNumber(let number, let year):
      return "\(year.map(String.init) ?? "XXXX")-W\(Digits.padded(number, to: 2))"
    case .reporting(let years): return years == 0 ? "reported quarter" : "reported quarter \(years)Y"
    case .dayPart: return "part"
    }
  }
}

extension DateFields {
  /// "2022-02-09", "XXXX-02-09", "XXXX-XX-14", "2022", "XXXX-WXX-2".
  var text: String {
    let year = year.map { Digits.padded($0, to: 4) } ?? "XXXX"
    if month == nil, day == nil { return weekday.map { "XXXX-WXX-\($0)" } ?? year }
    let month = month.map { Digits.padded($0, to: 2) } ?? "XX"
    return "\(year)-\(month)" + (day.map { "-" + Digits.padded($0, to: 2) } ?? "")
  }
}

extension NthUnit {
  var text: String {
    switch self {
    case .weekday(let weekday): "WXX-\(weekday)"
    case .day: "day"
    case .workingDay: "working day"
    case .week: "week"
    case .weekend: "weekend"
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half"
    case .season(let number): YearPart.season(number).text
    }
  }
}

extension YearPart {
  var text: String {
    switch self {
    case .quarter(let number): "Q\(number)"
    case .half(let number): "H\(number)"
    case .season(let number): ["SP", "SU", "FA", "WI"][(number - 1) & 3]
    case .term(let term): "\(term)"
    }
  }
}

extension TimeAmount {
  /// ISO 8601: "P2Y1W", "PT24H"; working days count as days.
  package var isoText: String {
    if quarters > 0, months == quarters * 3,
      years + weeks + days + workingDays + hours + minutes + seconds == 0,
      upTo == nil
    {
      return isVague ? "PXQ" : "P\(quarters)Q"
    }
    if isVague {
      let size =
        years >= 100
        ? "PXC" : years >= 10 ? "PXE" : years > 0 ? "PXY" : months > 0 ? "PXM" : weeks > 0 ? "PXW" : nil
      return size
        ?? (days + workingDays > 0 ? "PXD" : "PTX" + (hours > 0 ? "H" : minutes > 0 ? "M" : "S"))
    }
    var text = "P"
    for (value, letter) in [(years, "Y"), (months, "M"), (weeks, "W"), (days + workingDays, "D")]
    where value > 0 {
      text += "\(value)\(letter)"
    }
    if hours + minutes + seconds > 0 {
      text += "T"
      for (value, letter) in [(hours, "H"), (minutes, "M"), (seconds, "S")] where value > 0 {
        text += "\(value)\(letter)"
      }
    }
    return (text == "P" ? "P0D" : text) + (upTo.map { "/" + $0 } ?? "")
  }

  var isZero: Bool { years + months + weeks + days + workingDays + hours + minutes + seconds == 0 }
}
