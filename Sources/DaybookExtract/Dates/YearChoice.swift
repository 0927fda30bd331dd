import DaybookCore

/// Which year a month, or a day of a month, is of when none is written.
///
/// Order: the entry's own date, the date that the text last named, then the time of writing. Source of the
/// defaults: measured on newswire (`specs/dates.md`): nearest year is right for 94 in 100 days and 82 in 100
/// months.
struct YearChoice {
  private let context: DateContext

  init(_ context: DateContext) { self.context = context }

  func year(month: Int, day: Int?, weekday: Int?, relation: DateRelation?) -> (
    year: Int, why: String, anchor: DateAnchor
  )? {
    let target = Target(month: month, day: day)
    if let entry = context.entry {
      let year = nearest(target, to: entry, cue: .none)
      return year.map { ($0, "year \($0): nearest to \(entry.label), from \(entry.source)", entry) }
    }
    if let narrative = context.leadingNarrative, !isNearer(target, to: context.writing, than: narrative) {
      return continuing(narrative, target, weekday, isLimit: relation == .by || relation == .until).map {
        ($0.year, $0.why, narrative)
      }
    }
    guard let writing = context.writing else { return nil }
    var cue = context.cue
    if relation == .by && !context.isPerfect || relation == .until && cue == .none { cue = .future }
    if relation == .since { cue = .past }
    if let weekday, day != nil, let year = fitting(weekday, target, around: writing.last.year) {
      return (year, "year \(year): the weekday fits, near \(writing.label), from \(writing.source)", writing)
    }
    switch context.options.prefer {
    case .future:
      return ahead(target, of: writing).map {
        ($0, "year \($0): the next from \(writing.label), from \(writing.source)", writing)
      }
    case .nearest: cue = .none
    case .past, .standard: break
    }
    return nearest(target, to: writing, cue: cue).map {
      (
        $0,
        "year \($0): nearest to \(writing.label)\(cue == .future ? ", looking ahead" : ""), from \(writing.source)",
        writing
      )
    }
  }

  /// Whether a date lies so near to the day of writing that it needs no other: only a day that the same
  /// stretch names, or a story, leads away from there.
  private func isNearer(_ target: Target, to writing: DateAnchor?, than leader: DateAnchor) -> Bool {
    guard let writing, writing.isDay, !context.isStory, !context.isInList, leader.origin == .text,
      leader.unit != context.unit || leader.grain > .day
    else { return false }
    // What has happened lately is told from the day of writing.
    if leader.unit != context.unit, context.cue == .past,
      abs(writing.first.dayNumber - leader.last.dayNumber) < 400
    {
      return true
    }
    guard let year = nearest(target, to: writing, cue: context.cue), let days = target.days(in: year) else {
      return false
    }
    return abs(distance(days, from: writing)) <= 45
  }

  private struct Target {
    var month: Int
    var day: Int?

    /// First and last day number in a year; nil where the year does not have the day.
    func days(in year: Int) -> ClosedRange<Int>? {
      guard let date = CivilDate(year: year, month: month, day: day ?? 1) else { return nil }
      return date.dayNumber...(day == nil ? date.endOfMonth.dayNumber : date.dayNumber)
    }
  }

  /// Days from an interval to the target: negative before it, 0 inside.
  private func distance(_ days: ClosedRange<Int>, from anchor: DateAnchor) -> Int {
    let (first, last) = (anchor.first.dayNumber, anchor.last.dayNumber)
    if days.upperBound < first { return days.upperBound - first }
    if days.lowerBound > last { return days.lowerBound - last }
    return 0
  }

  private func fitting(_ weekday: Int, _ target: Target, around year: Int) -> Int? {
    for candidate in [year, year - 1, year + 1] {
      guard let days = target.days(in: candidate) else { continue }
      if CivilDate(dayNumber: days.lowerBound).weekday == weekday { return candidate }
    }
    return nil
  }

  /// The first year in which it is not over.
  private func ahead(_ target: Target, of anchor: DateAnchor) -> Int? {
    let year = anchor.first.year
    return (year...(year + 8)).first { candidate in
      target.days(in: candidate).map { $0.upperBound >= anchor.first.dayNumber } ?? false
    }
  }

  private func nearest(_ target: Target, to anchor: DateAnchor, cue: DateCue) -> Int? {
    let year = anchor.last.year
    var best: (year: Int, distance: Int)?
    var ahead: (year: Int, distance: Int)?
    var back: (year: Int, distance: Int)?
    for candidate in [year, year - 1, year + 1, anchor.first.year] {
      guard let days = target.days(in: candidate) else { continue }
      let distance = distance(days, from: anchor)
      if best.map({ abs(distance) < abs($0.distance) }) ?? true { best = (candidate, distance) }
      if distance >= 0, ahead.map({ distance < $0.distance }) ?? true { ahead = (candidate, distance) }
      if distance <= 0, back.map({ distance > $0.distance }) ?? true { back = (candidate, distance) }
    }
    guard let best else { return nil }
    switch cue {
    case .future:
      // A deadline a few days gone is still that one, not next year's.
      if best.distance < -31, let ahead { return ahead.year }
    case .past:
      if best.distance > (target.day == nil ? 21 : 45), let back { return back.year }
    case .none: break
    }
    return best.year
  }

  /// The text goes on from the date that it last named: the same year, the next where it would go far back,
  /// the one before where it would leap far ahead.
  private func continuing(_ anchor: DateAnchor, _ target: Target, _ weekday: Int?, isLimit: Bool) -> (
    year: Int, why: String
  )? {
    let year = anchor.last.year
    let root = "from \(anchor.yearSource)"
    if anchor.grain >= .year, anchor.first.year == anchor.last.year { return (year, "year \(year) \(root)") }
    if let weekday, target.day != nil, let fits = fitting(weekday, target, around: year) {
      return (fits, "year \(fits) \(root)")
    }
    guard let days = target.days(in: year) else {
      // 29 February: the year around that has one.
      let leap = [year + 1, year - 1].first { target.days(in: $0) != nil }
      return leap.map { ($0, "year \($0) \(root)") }
    }
    let distance = distance(days, from: anchor)
    if anchor.origin == .heading {
      guard let nearest = nearest(target, to: anchor, cue: .none) else { return nil }
      // A heading that names a whole stretch gives its year; only what stands far outside leaves it.
      let chosen = abs(distance) <= 240 ? year : nearest
      return (chosen, "year \(chosen) \(root)")
    }
    // What is done by a day lies before it.
    let back = isLimit ? 0 : context.isInList ? 60 : 150
    if distance < -back, let next = target.days(in: year + 1), isReached(next) {
      return (year + 1, "year \(year + 1): the text goes on over the end of \(year), \(root)")
    }
    let isInOrder = anchor.unit == context.unit && anchor.grain < .year && isReached(days)
    if distance > (context.isStory || isInOrder ? 330 : 240), !context.isInList || context.cue == .past,
      target.days(in: year - 1) != nil
    {
      return (year - 1, "year \(year - 1): nearest to \(anchor.label), \(root)")
    }
    return (year, "year \(year) \(root)")
  }

  /// Nothing that has happened lies far behind the time of writing.
  private func isReached(_ days: ClosedRange<Int>) -> Bool {
    guard let writing = context.writing, context.cue != .future else { return true }
    return days.lowerBound <= writing.last.dayNumber + 31
  }
}
