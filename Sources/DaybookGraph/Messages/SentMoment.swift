import DaybookCore

/// When a message was sent, for holding one print of it against another.
enum SentMoment {
  enum Match: Hashable, Sendable { case same, apart, unknown }

  /// Seconds: in universal time where a zone is written, else as printed. Nil without a day.
  static func key(_ sent: Timex?) -> Int? {
    guard let sent, let moment = sent.earliest else { return nil }
    return moment.sortKey - (sent.utcOffset ?? 0) * 60
  }

  /// Whether two prints can be of one moment. Where one has no zone, zones part them: whole quarters of an hour,
  /// fourteen hours at most to either side of universal time.
  static func compare(_ left: Timex, _ right: Timex) -> Match {
    guard let a = left.earliest, let b = right.earliest else { return .unknown }
    guard a.time != nil, b.time != nil else {
      return abs(a.date.dayNumber - b.date.dayNumber) <= 1 ? .unknown : .apart
    }
    if let here = left.utcOffset, let there = right.utcOffset {
      return abs(a.sortKey - here * 60 - b.sortKey + there * 60) < 120 ? .same : .apart
    }
    let difference = abs(a.sortKey - b.sortKey)
    guard difference <= 26 * 3600 else { return .apart }
    let rest = difference % 900
    return rest < 60 || rest >= 840 ? .same : .apart
  }
}
