/// The clocks of one place: how far they stood from UTC, and since when.
///
/// Mail servers often write the time in UTC. "Tomorrow" in a message of 00:48 UTC then counts from the day on
/// the writer's wall. A value, not a look into the system's tables: workers cannot read those, and results
/// name no machine. An empty one knows nothing.
package struct LocalClock: Hashable, Sendable, Codable {
  /// IANA name, for explanations.
  package internal(set) var name = ""
  /// Minutes since 1970-01-01 00:00 UTC from which each offset holds, ascending.
  var starts: [Int] = []
  /// Minutes east of UTC, one for each start.
  var offsets: [Int] = []

  /// A clock that knows nothing.
  package init() {}

  /// `shifts`: from which minute since 1970-01-01 00:00 UTC which offset in minutes east holds; in order.
  package init(name: String, shifts: [(start: Int, offset: Int)]) {
    self.name = name
    starts = shifts.map(\.start)
    offsets = shifts.map(\.offset)
  }

  /// The day on the wall at a moment in UTC; nil without a clock time, and before the first offset.
  package func day(atUTC moment: CivilMoment) -> CivilDate? {
    guard let time = moment.time else { return nil }
    let minute = moment.date.dayNumber * 1440 + time.hour * 60 + time.minute
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= minute { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let local = time.hour * 60 + time.minute + offsets[low - 1]
    return moment.date.adding(days: local < 0 ? -1 : local >= 1440 ? 1 : 0)
  }
}
