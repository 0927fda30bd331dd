import DaybookCore

/// Cuts a chronology into the months, and for coarse dates the years, that its headings name.
///
/// An entry without a place of its own in time stays in the section of the one before it.
struct EntrySections {
  private var current: String?

  /// The heading that is due before this entry; nil while the section goes on.
  mutating func heading(before entry: ChronologyEntry) -> String? {
    let title = EntrySections.title(entry.when.timex) ?? current ?? "Undated"
    defer { current = title }
    return title == current ? nil : title
  }

  private static func title(_ timex: Timex?) -> String? {
    guard let timex, timex.yearless == nil, let moment = timex.earliest ?? timex.latest else { return nil }
    let year = String(moment.date.year)
    return timex.grain >= .half ? year : "\(DateWords.monthName(moment.date.month)) \(year)"
  }
}
