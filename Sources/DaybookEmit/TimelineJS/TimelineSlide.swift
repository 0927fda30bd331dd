import DaybookCore

/// An entry as TimelineJS draws it: where it stands, what is shown as its date, and its text.
struct TimelineSlide {
  /// A date as fine as it is known. Source: `specs/formats.md`, 2: year, month, day, hour, minute, second.
  struct Point: Equatable {
    var year: Int
    var month: Int?
    var day: Int?
    var time: CivilTime?
  }

  let start: Point
  /// Nil where the entry has one date, or where its end is the same as its start.
  let end: Point?
  let displayDate: String
}

extension TimelineSlide {
  /// Nil without a place in time; an open interval stands at its known end.
  init?(_ timex: Timex?, _ zone: ZoneRule) {
    guard let timex, timex.yearless == nil, let first = timex.earliest ?? timex.latest else { return nil }
    start = TimelineSlide.point(first, timex, zone)
    let last = timex.isOpen ? nil : timex.latest.map { TimelineSlide.point($0, timex, zone) }
    end = last == start ? nil : last
    displayDate = DateWords.words(timex)
  }

  /// An entry without a date, where its neighbours are; nil when the whole chronology has no date at all.
  ///
  /// It takes the start of the one before it, so that both stay in order: TimelineJS keeps the order of equal
  /// dates.
  init?(undated when: EventDate, after: Timex?, before: Timex?, _ zone: ZoneRule) {
    guard let place = TimelineSlide(after ?? before, zone) else { return nil }
    start = place.start
    end = nil
    let words = DateWords.words(when)
    displayDate =
      switch (after.map(DateWords.neighbour), before.map(DateWords.neighbour)) {
      case (let after?, let before?) where after == before: "\(words), listed among entries of \(after)"
      case (let after?, let before?): "\(words), listed between \(after) and \(before)"
      case (let after?, nil): "\(words), listed after \(after)"
      case (nil, let before?): "\(words), listed before \(before)"
      case (nil, nil): words
      }
  }

  private static func point(_ moment: CivilMoment, _ timex: Timex, _ zone: ZoneRule) -> Point {
    if timex.grain <= .hour, moment.time != nil {
      let local = timex.utcOffset.flatMap { zone.local(moment, utcOffset: $0) } ?? moment
      return Point(year: local.date.year, month: local.date.month, day: local.date.day, time: local.time)
    }
    let date = moment.date
    switch timex.labelLength(moment) {
    case 4: return Point(year: date.year)
    case 7: return Point(year: date.year, month: date.month)
    default: return Point(year: date.year, month: date.month, day: date.day)
    }
  }
}

/// Hands out the slide of each entry, in order; knows for each run of undated entries the dated one behind
/// it.
struct TimelineSlides {
  /// One for each run of undated entries; nil where nothing dated follows.
  private var following: [Timex?] = []
  private let zone: ZoneRule
  private var run = -1
  private var previous: Timex?
  private var isInRun = false
  /// Whether there is nothing to draw at all.
  private(set) var isEmpty = true

  /// Walks through the entries once.
  init(_ chronology: Chronology) throws {
    zone = ZoneRule(chronology.timeZone)
    var isOpen = false
    var following: [Timex?] = []
    var isEmpty = true
    try chronology.entries.forEach { entry in
      if DateFields.hasPlace(entry.when.timex) {
        isEmpty = false
        if isOpen { following[following.count - 1] = entry.when.timex }
        isOpen = false
      } else if !isOpen {
        following.append(nil)
        isOpen = true
      }
    }
    self.following = following
    self.isEmpty = isEmpty
  }

  mutating func next(_ entry: ChronologyEntry) -> TimelineSlide? {
    if DateFields.hasPlace(entry.when.timex) {
      previous = entry.when.timex
      isInRun = false
      return TimelineSlide(previous, zone)
    }
    if !isInRun { run += 1 }
    isInRun = true
    let next = following.indices.contains(run) ? following[run] : nil
    return TimelineSlide(undated: entry.when, after: previous, before: next, zone)
  }
}
