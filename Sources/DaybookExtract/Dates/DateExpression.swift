package import DaybookCore

/// A date as its words give it, before any context is asked.
///
/// Shape: `form` is what the words name; the other fields are what stands around it: a clock time, "early",
/// "by", "about", "last".
package struct DateExpression: Hashable, Sendable {
  package indirect enum Form: Hashable, Sendable {
    /// Year, month, day, weekday: those that are written.
    case calendar(DateFields)
    /// Numbers whose order is open: "3/2/2022".
    case numeric(NumericDate)
    /// A quarter, half, season or term, with or without its year.
    case yearPart(YearPart, year: Int?)
    /// "2019-20": a year of twelve months that starts in the first one.
    case yearSpan(first: Int?, YearKind)
    /// "the 1990s": the first year and how many.
    case years(first: Int, count: Int)
    /// "Good Friday", with or without its year.
    case named(NamedDay, year: Int?)
    /// "yesterday" (day, −1), "last week" (week, −1), "this year" (year, 0); `ofNarrative`: "the next day",
    /// "the following year".
    case unit(DateUnit, Int, ofNarrative: Bool)
    /// "8 months later", "two years ago": an amount counted from somewhere.
    case counted(TimeAmount, Counting)
    /// "two weeks after 4 May": an amount before (−1) or after (1) a date that is named.
    case shifted(TimeAmount, Int, DateExpression)
    /// "14-18 February": both ends included.
    case range(DateExpression, DateExpression)
    /// The week that has the day in it, or starts or ends with it.
    case week(DateExpression)
    case weekend(DateExpression)
    /// "two weeks": how long, and no date.
    case duration(TimeAmount)
    /// "every Friday": how often, and no date. ISO text of the period.
    case frequency(String)
    /// "31 November 2022": a day that the calendar does not have. Gives a finding and no date.
    case impossible
    /// A time of day alone.
    case clock
    /// "the anniversary" of what the text last counted years from.
    case anniversary
    /// "to date", "now".
    case present
    /// "now", "recently", "soon": no date, only which side of the time of writing.
    case vague(VagueTime)
    /// "the first Monday in May", "the last week of 2016", "the 3rd of next month", "Tuesday of next week":
    /// which one, counted from the end where negative, of what, inside what.
    case nth(Int, NthUnit, DateExpression)
    /// "Thanksgiving of last year": a named day inside a year told by other words.
    case namedIn(NamedDay, DateExpression)
    /// "week 31 of 2027".
    case weekNumber(Int, year: Int?)
    /// "the quarter", "the latest quarter" (0 years), "the year-earlier quarter" (−1): the quarter that a
    /// text reports on.
    case reporting(years: Int)
    /// "in the morning": a part of a day that the words do not name.
    case dayPart
  }

  package var form: Form
  package var time: ClockTime?
  package var dayPart: DayPart?
  package var part: DatePart?
  package var relation: DateRelation?
  package var isApproximate = false
  /// "last" September, "next" Friday.
  package var direction: Direction?
  /// "January last year": −1, "this year": 0, "next year": 1.
  package var yearOffset: Int?
  /// For figures: which of day and month came first, where the figures themselves tell.
  package var order: NumericOrder?
  /// Too loose to date an event by: "the week", "in the morning". Listed, never a mention.
  package var isLoose = false

  package init(_ form: Form, time: ClockTime? = nil) {
    self.form = form
    self.time = time
  }

  static func calendar(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, time: ClockTime? = nil
  ) -> DateExpression {
    DateExpression(.calendar(DateFields(year: year, month: month, day: day, weekday: weekday)), time: time)
  }

  var fields: DateFields? {
    if case .calendar(let fields) = form { fields } else { nil }
  }

  /// Nobody typed a header before 1850, of a memorandum or of mail: "1009" is a misread figure. Day and month
  /// stand; the year is open then, as where none is written.
  mutating func dropMisreadYear() {
    guard case .calendar(var fields) = form, let year = fields.year, year < 1850, fields.isDayAndMonth
    else { return }
    fields.year = nil
    form = .calendar(fields)
  }
}

/// What of a calendar date is written.
package struct DateFields: Hashable, Sendable {
  package var year: Int?
  package var month: Int?
  package var day: Int?
  /// 1 is Monday.
  package var weekday: Int?

  package init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }

  var isDayAndMonth: Bool { day != nil && month != nil }
}

/// Two or three numbers with separators, in the order written; the year is settled, day and month are not.
package struct NumericDate: Hashable, Sendable {
  package var first: Int
  package var second: Int
  package var year: Int?
  package var weekday: Int?
}

package enum NumericOrder: Int, Hashable, Sendable {
  case dayFirst, monthFirst
}

/// Where a vague word lies.
package enum VagueTime: Int, Hashable, Sendable {
  case past, present, future
}

/// What is counted inside a longer stretch.
package enum NthUnit: Hashable, Sendable {
  /// 1 is Monday.
  case weekday(Int)
  case day, workingDay, week, weekend, month, quarter, half
  /// 1 spring … 4 winter.
  case season(Int)

  var isDay: Bool {
    switch self {
    case .weekday, .day, .workingDay: true
    default: false
    }
  }
}

/// A part of a year.
package enum YearPart: Hashable, Sendable {
  case quarter(Int)
  case half(Int)
  /// 1 spring … 4 winter.
  case season(Int)
  case term(SchoolTerm)
}

package enum SchoolTerm: Int, Hashable, Sendable {
  case autumn, spring, summer, michaelmas, hilary, trinity, lent, easter
}

/// A year that need not start in January.
package enum YearKind: Int, Hashable, Sendable {
  /// "2019-20" and nothing else.
  case plain
  /// September to August.
  case academic
  /// April to March.
  case financial
  /// 6 April to 5 April.
  case tax
}

package enum DateUnit: Int, Hashable, Sendable {
  case second, minute, hour, day, week, fortnight, weekend, month, quarter, year, decade, century, workingDay
}

/// Which one is meant, from where the words stand.
package enum Direction: Int, Hashable, Sendable {
  case last, this, next
  /// Of the narrative: the one before, after, or the same as the date last named.
  case previous, following, same
  /// The nearest one ahead or behind: "this coming Friday", "this past Friday".
  case coming, gone
}

/// Which part of a day, month or year; `end` also of a day, "close of play".
package enum DatePart: Int, Hashable, Sendable {
  case start, middle, end
  /// "the end of": its last day, where `end` is "late".
  case lastDay
}

package enum DayPart: Int, Hashable, Sendable {
  case morning, afternoon, evening, night, lunchtime, closeOfPlay
}

/// How the date bounds what happened.
package enum DateRelation: Int, Hashable, Sendable {
  case by, before, after, since, until, from, asOf
}

/// Where an amount of time is counted from and to.
package enum Counting: Int, Hashable, Sendable {
  /// Back from the time of writing: "two weeks ago".
  case ago
  /// On from the time of writing: "in two weeks' time", "from now".
  case fromNow
  /// On from the date last named: "two weeks later".
  case later
  /// Back from the date last named: "two weeks earlier".
  case earlier
  /// From an event that is named, not dated: "two weeks since the audit".
  case since
  /// "two weeks after the audit": on from an event without a date.
  case afterEvent
  /// A time allowed: "within 21 days".
  case within
  /// "7 days to go".
  case toGo
  /// "in two weeks": ahead where the words look ahead, else how long.
  case ahead
}

/// Years, months, weeks, days and smaller, as counted in words.
package struct TimeAmount: Hashable, Sendable {
  package var years = 0
  package var months = 0
  package var weeks = 0
  package var days = 0
  package var workingDays = 0
  package var hours = 0
  package var minutes = 0
  package var seconds = 0
  /// "some weeks", "a few": how many is not said; the unit has the count 1.
  package var isVague = false
  /// How many of the months were written as quarters.
  package var quarters = 0
  /// The larger end of "24-48 hours", as an ISO text.
  package var upTo: String?
}

/// A time of day as written.
package struct ClockTime: Hashable, Sendable {
  package var time: CivilTime
  /// `.second`, `.minute`, or `.hour` for "2 a.m.".
  package var grain: Grain
  /// Minutes east of Greenwich, where written.
  package var utcOffset: Int?
  /// The end of "10:00-11:00".
  package var end: CivilTime?
  /// Whether morning or afternoon is left open: "3:30", "at 5".
  package var isHalfOpen = false

  package init(
    _ time: CivilTime, grain: Grain = .minute, utcOffset: Int? = nil, end: CivilTime? = nil,
    isHalfOpen: Bool = false
  ) {
    self.time = time
    self.grain = grain
    self.utcOffset = utcOffset
    self.end = end
    self.isHalfOpen = isHalfOpen
  }

  /// In the half of the day that a part of it gives: "3" "in the afternoon".
  func moved(to part: DayPart) -> ClockTime {
    guard isHalfOpen else { return self }
    var result = self
    result.isHalfOpen = false
    switch part {
    case .morning: result.time = time.hour == 12 ? time.adding(hours: -12) : time
    case .afternoon, .evening, .lunchtime, .closeOfPlay:
      if time.hour < 12 { result.time = time.adding(hours: 12) }
    case .night:
      if time.hour == 12 {
        result.time = time.adding(hours: -12)
      } else if time.hour >= 5, time.hour < 12 {
        result.time = time.adding(hours: 12)
      }
    }
    if let end, end.hour < 12, end < result.time { result.end = end.adding(hours: 12) }
    return result
  }
}

extension CivilTime {
  /// Inside the same day; the same time where it would leave it.
  func adding(hours: Int) -> CivilTime {
    CivilTime(hour: hour + hours, minute: minute, second: second) ?? self
  }
}
