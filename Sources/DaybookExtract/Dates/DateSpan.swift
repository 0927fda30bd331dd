package import DaybookCore

/// An expression in its place, with everything that was worked out of it.
///
/// Shape: `bytes` count in the text that was given. `value` is TIMEX3, `earliest` and `latest` are inclusive
/// and nil at an open end. Source: TimeML 1.2.1.
package struct DateSpan: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// How the value is known.
  package enum Way: String, Hashable, Sendable {
    /// All of it is written.
    case explicit
    /// Month and day are written, the year is not.
    case yearInferred = "year-inferred"
    /// The month, or more, comes from what stands around it.
    case context
    /// Counted from another date.
    case relative
    /// A day, term or year with a name.
    case namedPeriod = "named-period"
    /// The date line of a message.
    case header
  }

  /// One end of a range.
  package struct Part: Hashable, Sendable {
    package var bytes: Range<Int>
    package var kind: Kind
    package var value: String
  }

  package var bytes: Range<Int>
  package var kind: Kind
  package var value: String
  /// TIMEX3 `mod`: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER.
  package var modifier: String?
  package var earliest: CivilDate?
  package var latest: CivilDate?
  /// "by", "before", "after", "since", "until", "from", "as-of".
  package var relation: String?
  package var way: Way
  /// What it is the date of: "sent", "deadline", "mentioned" …
  package var of: DocumentDate.Kind
  /// What it leans on.
  package var base: DateReading.Base?
  /// Other readings that stay open, most likely first.
  package var alternatives: [String]
  package var parts: [Part]
  /// "working", for days that are working days.
  package var unit: String?
  /// The day on which a time allowed ends.
  package var due: CivilDate?
  package var rule: String
  /// The derivation, one step a line; empty where all is written.
  package var why: [String]
}

extension DateSpan {
  /// Nil for what is no expression of time in the end: words that no context settles.
  init?(_ settled: DateWalk.Settled, bytes: UnsafeBufferPointer<UInt8>) {
    let expression = settled.token.expression
    guard let (type, value) = TimexValue.of(expression, settled.reading), let kind = Kind(rawValue: type)
    else { return nil }
    let when = settled.reading?.when
    let isDate = kind == .date || kind == .time
    self.init(
      bytes: settled.token.bytes, kind: kind, value: value, modifier: DateSpan.modifier(expression, when),
      earliest: isDate ? when?.earliest?.date : nil, latest: isDate ? when?.latest?.date : nil,
      relation: expression.relation.map { DateSpan.relations[$0.rawValue] },
      way: DateSpan.way(of: expression, settled.reading), of: settled.kind, base: settled.reading?.base,
      alternatives: settled.reading?.alternatives.map(\.edtf) ?? [], parts: [], unit: nil, due: nil,
      rule: settled.token.rule, why: settled.reading?.why ?? [])
    parts = DateRangeParts.find(self, in: bytes)
    if let amount = expression.amount {
      if amount.workingDays > 0 { unit = "working" }
      if case .counted(_, .within) = expression.form { due = when?.latest?.date }
    }
  }

  private static let relations = ["by", "before", "after", "since", "until", "from", "as-of"]

  private static func modifier(_ expression: DateExpression, _ when: Timex?) -> String? {
    if let part = expression.part { return ["START", "MID", "END", "END"][part.rawValue] }
    if expression.isApproximate { return "APPROX" }
    return switch when?.modifier {
    case .approximate, .uncertain: "APPROX"
    case .start: "START"
    case .middle: "MID"
    case .end: "END"
    case .before: "BEFORE"
    case .after: "AFTER"
    case .onOrBefore: "ON_OR_BEFORE"
    case .onOrAfter: "ON_OR_AFTER"
    case nil: nil
    }
  }

  private static func way(of expression: DateExpression, _ reading: DateReading?) -> Way {
    guard let reading else { return .explicit }
    switch reading.basis {
    case .header: return .header
    case .relative: return .relative
    case .position: return .context
    case .explicit, .property, .inferred: break
    }
    switch expression.form {
    case .named, .yearSpan, .yearPart: return .namedPeriod
    case .calendar(let fields) where reading.basis == .inferred:
      return fields.month == nil ? .context : .yearInferred
    case .numeric where reading.basis == .inferred: return .yearInferred
    default: return reading.basis == .inferred ? .context : .explicit
    }
  }
}

extension DateExpression {
  /// The amount of time that it names.
  var amount: TimeAmount? {
    switch form {
    case .duration(let amount), .counted(let amount, _), .shifted(let amount, _, _): amount
    default: nil
    }
  }
}
