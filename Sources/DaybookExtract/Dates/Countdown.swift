import DaybookCore

/// When a page was captured, from what it counts down to: "7 days to go" beside a closing date.
struct Countdown: Hashable, Sendable {
  let close: CivilDate
  let days: Int
  /// Where the days that are left stand.
  let place: Range<Int>

  /// The day before the count and the day of it: "7 days" may be six and some hours.
  var anchor: DateAnchor {
    let last = close.adding(days: -days)
    return DateAnchor(
      first: last.adding(days: -1), last: last, grain: .day, origin: .implied, words: "\(days) days to go",
      bytes: place)
  }

  var reading: DateReading {
    var when = Timex(from: anchor.first, to: anchor.last)
    when.modifier = .approximate
    return DateReading(
      when: when, basis: .inferred,
      why: [
        "captured about \(anchor.last) = \(close) − \(days) days; \(close) is the closing date on this page"
      ])
  }

  /// Nil where the page counts nothing down, or where more than one closing date could be meant.
  static func find(_ groups: [[DateToken]]) -> Countdown? {
    var counted: (days: Int, place: Range<Int>)?
    var close: CivilDate?
    for token in groups.joined() {
      if case .counted(let amount, .toGo) = token.expression.form, counted == nil, !amount.isVague,
        amount.years + amount.months + amount.hours == 0, amount.weeks * 7 + amount.days < 2000
      {
        counted = (amount.weeks * 7 + amount.days, token.bytes)
      }
      guard token.expression.relation == .by || token.expression.relation == .until,
        let fields = token.expression.fields,
        let year = fields.year, let month = fields.month, let day = fields.day,
        let date = CivilDate(year: year, month: month, day: day)
      else { continue }
      if let known = close, known != date { return nil }
      close = date
    }
    guard let counted, let close, close.adding(days: -counted.days - 1).isInRange else { return nil }
    return Countdown(close: close, days: counted.days, place: counted.place)
  }
}
