package import DaybookCore

/// The date of an entry as every output writes it, so that no two formats disagree.
///
/// Shape: `start` and `end` are ISO 8601 and both inside the interval, cut to the precision ("2022-02" for a
/// month, "2022-02-09T10:14" for a minute); nil is an open end, both nil is no date. A date whose year nobody
/// knows has "XXXX-01-18" in both. Clock times are those of the page; `utcOffset` says what the page gives as
/// its zone, in minutes east.
/// Source: the contract of `score_events.py`; EDTF is ISO 8601-2.
package struct DateFields: Hashable, Sendable {
  package enum Precision: String, Hashable, Sendable, CaseIterable {
    case minute, day, week, month, quarter, season, year, approx, undated
  }

  package let start: String?
  package let end: String?
  package let precision: Precision
  package let edtf: String
  package let basis: DateBasis?
  /// Which date of a paper this is; nil for one that the running text mentions, and for none.
  package let kind: DocumentDate.Kind
  package let text: String
  package let why: [String]
  package let utcOffset: Int?
  private let timex: Timex?

  package init(_ when: EventDate) {
    let timex = when.timex
    self.timex = timex
    precision = Precision(timex)
    edtf = timex?.edtf ?? ""
    basis = timex == nil ? nil : when.basis
    kind = when.kind
    text = when.text
    why = when.why
    utcOffset = timex.flatMap(DateFields.utcOffset)
    if let yearless = timex?.yearless {
      start = DateFields.label(yearless)
      end = start
    } else {
      let ends = DateFields.ends(timex)
      start = ends.start
      end = ends.end
    }
  }

  package init(_ entry: ChronologyEntry) { self.init(entry.when) }

  /// Whether there is a day or more that the entry can be drawn at.
  package var hasPlace: Bool { DateFields.hasPlace(timex) }

  static func hasPlace(_ timex: Timex?) -> Bool {
    guard let timex else { return false }
    return timex.yearless == nil && (timex.earliest != nil || timex.latest != nil)
  }

  /// "+01:00"; nil where the page names no zone.
  package var offsetText: String? { utcOffset.map(DateFields.offsetText) }

  static func offsetText(_ offset: Int) -> String {
    let minutes = offset.magnitude
    let clock = "\(Digits.padded(Int(minutes / 60), to: 2)):\(Digits.padded(Int(minutes % 60), to: 2))"
    return (offset < 0 ? "-" : "+") + clock
  }

  /// The zone of the page; nil for a date without a clock time.
  static func utcOffset(_ timex: Timex) -> Int? {
    timex.earliest?.time == nil && timex.latest?.time == nil ? nil : timex.utcOffset
  }

  private static func label(_ yearless: Timex.Yearless) -> String {
    "XXXX-" + Digits.padded(yearless.month, to: 2)
      + (yearless.day.map { "-" + Digits.padded($0, to: 2) } ?? "")
  }

  /// Both ends equally fine: where one lies on the edge of a month and the other does not, both are days.
  private static func ends(_ timex: Timex?) -> (start: String?, end: String?) {
    guard let timex else { return (nil, nil) }
    let start = timex.earliest.map { label($0, of: timex) }
    let end = timex.earliest == timex.latest ? start : timex.latest.map { label($0, of: timex) }
    guard let start, let end, start.utf8.count != end.utf8.count, timex.grain > .hour else {
      return (start, end)
    }
    return (timex.earliest?.date.description, timex.latest?.date.description)
  }

  private static func label(_ moment: CivilMoment, of timex: Timex) -> String {
    guard timex.grain <= .hour else { return timex.label(moment) }
    // To the minute.
    return CivilMoment(moment.date, moment.time.flatMap { CivilTime(hour: $0.hour, minute: $0.minute) })
      .description
  }
}

extension DateFields.Precision {
  /// A grain that the contract has no word for, words like "about" and "early", and an interval whose ends do
  /// not lie on the edges of its grain are all approximate; "14–18 February" stays a matter of days.
  init(_ timex: Timex?) {
    guard let timex, timex.earliest != nil || timex.latest != nil || timex.yearless != nil else {
      self = .undated
      return
    }
    switch timex.modifier {
    case .approximate, .uncertain, .start, .middle, .end:
      self = .approx
      return
    default: break
    }
    if let yearless = timex.yearless {
      self = yearless.day == nil ? .month : .day
      return
    }
    switch timex.grain {
    case .second, .minute, .hour:
      self = timex.earliest?.time == nil && timex.latest?.time == nil ? .day : .minute
    case .day: self = .day
    case .week: self = timex.lengthInDays == 7 ? .week : timex.isOpen ? .week : .approx
    case .month: self = timex.isCut(to: 7) ? .month : .approx
    case .quarter: self = timex.isCut(to: 7) ? .quarter : .approx
    case .season: self = timex.isCut(to: 7) ? .season : .approx
    case .year: self = timex.isCut(to: 4) ? .year : .approx
    case .half, .decade, .century: self = .approx
    }
  }
}

extension Timex {
  var isOpen: Bool { earliest == nil || latest == nil }

  /// Nil for an open interval.
  var lengthInDays: Int? {
    guard let earliest, let latest else { return nil }
    return latest.date.dayNumber - earliest.date.dayNumber + 1
  }

  /// Whether both ends, as far as known, lie on the edges of the grain: their labels have no more than so
  /// many characters.
  fileprivate func isCut(to length: Int) -> Bool {
    [earliest, latest].allSatisfy { moment in moment.map { labelLength($0) == length } ?? true }
  }
}
