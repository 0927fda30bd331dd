import DaybookCore

/// Dates that follow from the date of the list entry that the words stand in.
enum EntryDates {
  /// The entry's own date; or, for what had "already" been done, no later than it.
  static func following(_ when: EventDate, asLimit: Bool) -> EventDate {
    guard let timex = when.timex else { return .undated }
    guard asLimit else {
      return EventDate(
        timex: timex, basis: when.basis == .position ? .position : .inferred, text: when.text,
        why: when.why + ["the date of the entry that it stands in"])
    }
    guard let last = timex.latest else { return .undated }
    return EventDate(
      timex: Timex(earliest: nil, latest: last, grain: timex.grain, modifier: .onOrBefore), basis: .relative,
      text: when.text,
      why: when.why + ["\"already\": on or before the date of the entry"])
  }
}
