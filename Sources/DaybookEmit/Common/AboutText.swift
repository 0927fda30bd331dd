import DaybookCore

/// What every output says about itself before or behind its entries.
enum AboutText {
  /// Which entries these are: "12 entries", "12 of 340 entries: from 1 February 2022".
  static func scope(_ chronology: Chronology) -> String {
    guard !chronology.scope.isEmpty else { return EntryLabels.count(chronology.count, "entry", "entries") }
    let all = EntryLabels.count(chronology.ledger.entries, "entry", "entries")
    return "\(EntryLabels.grouped(chronology.count)) of \(all): \(chronology.scope.joined(separator: "; "))"
  }

  static func zone(_ chronology: Chronology) -> String {
    "Clock times are as written; without a zone of their own they are meant in \(chronology.timeZone)."
  }

  /// "No dated entry between 1 March 2022 and 9 June 2022: 100 days".
  static func gap(_ gap: Gap) -> String {
    "No dated entry between \(DateWords.words(gap.after)) and \(DateWords.words(gap.before)): "
      + EntryLabels.count(gap.days, "day", "days")
  }
}
