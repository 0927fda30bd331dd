import DaybookCore

/// What a page must know of all entries before it writes the first: gathered in one walk, and no larger than
/// the days, kinds and parties that there are.
struct HTMLStatistics {
  struct PartyCount {
    let name: String
    let number: Int
    var count: Int
  }

  private(set) var count = 0
  private(set) var undated = 0
  private(set) var exact = 0
  private(set) var days: [Int: TimelineColumns.Day] = [:]
  private(set) var kinds: [EventKind: Int] = [:]
  /// Words for the earliest start and the latest end, as fine as they are known.
  var firstWords: String? { first?.words }
  var lastWords: String? { last?.words }
  private var first: (date: CivilDate, words: String)?
  private var last: (date: CivilDate, words: String)?
  private var parties: [String: PartyCount] = [:]

  init(_ chronology: Chronology) throws {
    try chronology.entries.forEach { add($0) }
  }

  /// The most frequent first, then by name.
  var partiesByCount: [PartyCount] {
    parties.values.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
  }

  /// The number by which the page calls a party; numbers go by first appearance.
  func number(of name: String) -> Int? { parties[name]?.number }

  private mutating func add(_ entry: ChronologyEntry) {
    count += 1
    kinds[entry.kind, default: 0] += 1
    count(entry.parties)
    guard let timex = entry.when.timex, DateFields.hasPlace(timex),
      let moment = timex.earliest ?? timex.latest
    else {
      undated += 1
      return
    }
    let precision = DateFields.Precision(timex)
    let isExact = (precision == .day || precision == .minute) && timex.earliest?.date == timex.latest?.date
    let number = moment.date.dayNumber
    var day = days[number] ?? TimelineColumns.Day(firstOrder: entry.order)
    if isExact {
      exact += 1
      day.exact += 1
    } else {
      day.coarse += 1
    }
    day.firstOrder = min(day.firstOrder, entry.order)
    days[number] = day
    let end = (timex.latest ?? moment).date
    func words(_ date: CivilDate) -> String {
      date == moment.date && date == end || isExact ? DateWords.words(date) : DateWords.words(timex)
    }
    if first.map({ moment.date < $0.date }) ?? true { first = (moment.date, words(moment.date)) }
    if last.map({ end > $0.date }) ?? true { last = (end, words(end)) }
  }

  /// Each party of an entry once; new ones get their numbers in order of name.
  private mutating func count(_ participations: [Participation]) {
    var names = participations.map(\.name)
    if names.count > 1 { names = Set(names).sorted() }
    for name in names {
      let number = parties.count
      parties[name, default: PartyCount(name: name, number: number, count: 0)].count += 1
    }
  }
}
