import DaybookCore

/// The days that a page gives as a limit, to know whether there is one.
struct Deadlines {
  private var found: [(day: CivilDate, text: String)] = []

  mutating func learn(_ passage: Passage, text: [UInt8]) {
    for date in passage.dates where found.count < 2 {
      let when = date.reading.when
      guard when.grain <= .day, let day = when.latest?.date, date.first > 0 || when.modifier == .onOrBefore else { continue }
      let isLimit = passage.tokens[date.first].is(.limit) || date.first > 0 && passage.tokens[date.first - 1].is(.limit)
        || when.modifier == .onOrBefore || when.modifier == .before
      if isLimit, !found.contains(where: { $0.day == day }) { found.append((day, Excerpt.line(text, date.bytes))) }
    }
  }

  /// Nil where there is none, or more than one.
  var only: (day: CivilDate, text: String)? { found.count == 1 ? found[0] : nil }
}
