import DaybookCore

/// The entries of a chronology gathered into columns of equal periods, few enough to draw, however many
/// entries there are.
///
/// The period is the finest of day, week, month, quarter, year, decade and century in which the whole span
/// has at most `limit` columns; or in which it has them once each long silence (more than three periods) is
/// left out and marked, as long as there are few such silences for what there is to show. So one old date
/// does not flatten the rest.
struct TimelineColumns {
  enum Unit: CaseIterable {
    case day, week, month, quarter, year, decade, century
  }

  /// Entries of one period; `exact` are known to the day or finer, `coarse` are not.
  struct Column {
    var index: Int
    var exact = 0
    var coarse = 0
    /// Order of the first of them, to link to.
    var firstOrder = 0
    /// Periods left out between this column and the one before.
    var skipped = 0

    var count: Int { exact + coarse }
  }

  /// What is known of one day.
  struct Day {
    var exact = 0
    var coarse = 0
    var firstOrder = 0
  }

  /// All centuries of a four-figure year fit.
  static let limit = 100

  let unit: Unit
  let columns: [Column]

  /// `days` by day number.
  init(_ days: [Int: Day]) {
    let sorted = days.sorted { $0.key < $1.key }
    var chosen = (unit: Unit.century, columns: [Column]())
    for unit in Unit.allCases {
      chosen = (unit, TimelineColumns.columns(sorted, unit))
      let columns = chosen.columns
      let occupied = columns.count { $0.count > 0 }
      let silences = columns.count { $0.skipped > 0 }
      if columns.count <= TimelineColumns.limit, silences * 6 <= occupied { break }
    }
    (unit, columns) = chosen
  }

  var maximum: Int { columns.map(\.count).max() ?? 0 }

  private static func columns(_ days: [(key: Int, value: Day)], _ unit: Unit) -> [Column] {
    var columns: [Column] = []
    let first = days.first.map { unit.index(of: CivilDate(dayNumber: $0.key)) } ?? 0
    let last = days.last.map { unit.index(of: CivilDate(dayNumber: $0.key)) } ?? 0
    let longest = last - first < limit ? limit : 3
    for (number, day) in days {
      let index = unit.index(of: CivilDate(dayNumber: number))
      if let last = columns.last, last.index == index {
        columns[columns.count - 1].exact += day.exact
        columns[columns.count - 1].coarse += day.coarse
        columns[columns.count - 1].firstOrder = min(last.firstOrder, day.firstOrder)
        continue
      }
      var skipped = 0
      if let last = columns.last {
        let silent = index - last.index - 1
        if silent > longest {
          skipped = silent
        } else {
          for empty in 0..<max(0, silent) { columns.append(Column(index: last.index + 1 + empty)) }
        }
      }
      columns.append(
        Column(
          index: index, exact: day.exact, coarse: day.coarse, firstOrder: day.firstOrder, skipped: skipped))
    }
    return columns
  }
}

extension TimelineColumns.Unit {
  /// The number of the period that a day lies in, counted without gaps.
  func index(of date: CivilDate) -> Int {
    switch self {
    case .day: date.dayNumber
    // Day 0 is a Thursday; weeks begin on Monday.
    case .week: (date.dayNumber + 3 - ((date.dayNumber + 3) % 7 + 7) % 7) / 7
    case .month: date.year * 12 + date.month - 1
    case .quarter: date.year * 4 + (date.month - 1) / 3
    case .year: date.year
    case .decade: date.year / 10
    case .century: date.year / 100
    }
  }

  private func monday(_ index: Int) -> CivilDate { CivilDate(dayNumber: index * 7 - 3) }

  /// "9 February 2022", "week of 7 February 2022", "February 2022", "January – March 2022", "2022", "2020s",
  /// "2000–2099".
  func words(_ index: Int) -> String {
    switch self {
    case .day: DateWords.words(CivilDate(dayNumber: index))
    case .week: "week of \(DateWords.words(monday(index)))"
    case .month: "\(DateWords.monthName(index % 12 + 1)) \(index / 12)"
    case .quarter:
      "\(DateWords.monthName(index % 4 * 3 + 1)) – \(DateWords.monthName(index % 4 * 3 + 3)) \(index / 4)"
    case .year: String(index)
    case .decade: "\(index * 10)s"
    case .century: "\(index * 100)–\(index * 100 + 99)"
    }
  }

  /// Under a column: "9", "Feb", "Q1", "2022".
  func minorLabel(_ index: Int) -> String {
    switch self {
    case .day: String(CivilDate(dayNumber: index).day)
    case .week: String(monday(index).day)
    case .month: String(DateWords.monthName(index % 12 + 1).prefix(3))
    case .quarter: "Q\(index % 4 + 1)"
    case .year: String(index)
    case .decade: "\(index * 10)s"
    case .century: "\(index * 100)"
    }
  }

  /// What several columns share: "February 2022", "2022"; nil for units that need nothing above them.
  func majorLabel(_ index: Int) -> String? {
    switch self {
    case .day:
      TimelineColumns.Unit.month.words(TimelineColumns.Unit.month.index(of: CivilDate(dayNumber: index)))
    case .week: TimelineColumns.Unit.month.words(TimelineColumns.Unit.month.index(of: monday(index)))
    case .month: String(index / 12)
    case .quarter: String(index / 4)
    case .year, .decade, .century: nil
    }
  }

  /// "1 day", "14 years".
  func length(_ count: Int) -> String {
    let (one, many) =
      switch self {
      case .day: ("day", "days")
      case .week: ("week", "weeks")
      case .month: ("month", "months")
      case .quarter: ("quarter", "quarters")
      case .year: ("year", "years")
      case .decade: ("decade", "decades")
      case .century: ("century", "centuries")
      }
    return EntryLabels.count(count, one, many)
  }
}
