import DaybookCore

/// What a settled date leaves behind for those that follow it.
extension DateWalk {
  /// Keeps what was settled for what follows.
  mutating func remember(
    _ token: DateToken, _ settled: Settled, _ index: Int, isHeading: Bool, isFirst: Bool
  ) {
    guard let reading = settled.reading, reading.when.yearless == nil else { return }
    if reading.when.grain == .quarter, isReported(token, reading) {
      context.period = DateAnchor(
        reading.when, origin: .text, words: words(token.bytes), bytes: token.bytes, unit: index)
    }
    guard
      DateWalk.carries(token, reading)
        || context.isStory && token.expression.relation == .until && token.expression.isComplete,
      !token.expression.isLoose
    else { return }
    // A year alone leads on only where it says when: "in 2020", not "its 2020 audit".
    if token.rule == "year", !isHeading, !saysWhen(token) { return }
    let unit = units[index]
    let isLabel = unit.kind == .text && isLabelLine(token, unit)
    // Inside an entry its own date leads; what else it names is not where the next one goes on.
    if !isFirst, context.entry != nil { return }
    if isFirst, unit.kind == .entry || unit.kind == .cell || isShortLineStart(token, unit),
      isAtStart(token, of: unit)
    {
      context.entry = DateAnchor(
        reading.when, origin: .entry, words: words(token.bytes), bytes: place(token.bytes),
        unit: index)
    }
    if isLabel, !isHeading { return }
    let words = isHeading ? DateWalk.headingWords(bytes, unit.bytes, token.bytes) : words(token.bytes)
    guard
      var anchor = DateAnchor(
        reading.when, origin: isHeading ? .heading : .text, words: words,
        bytes: place(isHeading ? unit.bytes : token.bytes), unit: index)
    else { return }
    if !isHeading, reading.basis == .inferred, let narrative = context.narrative,
      narrative.last.year == anchor.last.year
    {
      anchor.root = narrative.yearSource
    }
    context.narrative = anchor
    anchor.lead = lead(of: anchor, token, reading, isHeading: isHeading)
    if anchor.lead != .none {
      context.leader = anchor
    } else if reading.base?.origin == .document || reading.base?.origin == .header,
      context.leader?.origin != .heading
    {
      // The text is back in the days of its writing.
      context.leader = nil
    }
  }

  /// Whether a quarter can be the one that a text reports on: named as such, over, and not long past.
  private func isReported(_ token: DateToken, _ reading: DateReading) -> Bool {
    switch token.expression.form {
    case .yearPart, .nth: break
    default: return false
    }
    guard let writing = context.writing, let last = reading.when.latest?.date else { return true }
    return last < writing.first && writing.first.dayNumber - last.dayNumber < 300
  }

  /// How far a date gives its year to those behind it. One that is written with its month does; years long
  /// gone and years alone only within their paragraph, and years only where they open their sentence.
  private func lead(of anchor: DateAnchor, _ token: DateToken, _ reading: DateReading, isHeading: Bool)
    -> DateAnchor.Lead
  {
    if isHeading { return .onward }
    switch reading.basis {
    case .explicit, .header, .property, .position:
      let isNear = document.map { abs($0.last.year - anchor.last.year) <= 2 } ?? true
      if anchor.grain < .year { return isNear ? .onward : .unit }
      return opensSentence(token) ? .unit : .none
    case .inferred:
      // Only what took its year from a date that leads leads on.
      let isLed = reading.base.map { $0.origin == .previous || $0.origin == .heading } ?? false
      let isNear = context.leader.map { abs($0.last.year - anchor.last.year) <= 1 } ?? false
      return isLed && isNear ? .unit : .none
    case .relative:
      // "the next spring", "a fortnight later": the story goes on from there.
      guard reading.base?.origin == .previous, let leader = context.leader, leader.origin != .heading else {
        return .none
      }
      return abs(leader.last.year - anchor.last.year) <= 2 ? leader.lead : .none
    }
  }

  /// "In 2020, …": the words frame the sentence.
  private func opensSentence(_ token: DateToken) -> Bool {
    let cursor = TextCursor(bytes)
    let previous = cursor.previousWord(before: token.bytes.lowerBound)
    guard previous.word.count > 0, cursor.isUppercase(at: previous.start) else { return false }
    return previous.word == FoldedWord("in") || previous.word == FoldedWord("during")
      || previous.word == FoldedWord("by")
  }

  private func saysWhen(_ token: DateToken) -> Bool {
    let previous = TextCursor(bytes).previousWord(before: token.bytes.lowerBound).word
    return previous == FoldedWord("in") || previous == FoldedWord("during")
      || previous == FoldedWord("throughout")
  }

  /// Whether later dates may lean on it: "in 2020" does, "since 2012", "its 2020 audit" and "last week" do
  /// not.
  static func carries(_ token: DateToken, _ reading: DateReading) -> Bool {
    switch token.expression.relation {
    case .since, .until, .before, .after: return false
    default: break
    }
    guard reading.when.earliest != nil || reading.when.latest != nil, reading.when.modifier != .uncertain
    else { return false }
    switch token.expression.form {
    case .calendar(let fields):
      return fields.month != nil || fields.day != nil || fields.weekday != nil
        || token.expression.relation == nil
    case .counted(_, let counting): return counting != .within && counting != .toGo && counting != .ahead
    case .unit(let unit, _, _): return unit == .day
    case .yearPart(_, let year): return year != nil || reading.base?.origin == .previous
    case .numeric, .range, .named, .nth, .namedIn, .shifted, .week, .weekend, .anniversary: return true
    default: return false
    }
  }
}
