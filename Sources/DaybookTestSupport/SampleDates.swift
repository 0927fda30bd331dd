package import DaybookCore

/// Short ways to write dates in tests. A day that does not exist is a mistake of the test and gives 1 January
/// of year 1.
package enum SampleDates {
  package static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: -719_162)
  }

  package static func on(_ date: CivilDate, _ text: String = "", basis: DateBasis = .explicit) -> EventDate {
    EventDate(timex: Timex(day: date), basis: basis, text: text)
  }

  package static func at(_ date: CivilDate, _ hour: Int, _ minute: Int, offset: Int? = nil) -> EventDate {
    let time = CivilTime(hour: hour, minute: minute) ?? .startOfDay
    return EventDate(timex: Timex(date, at: time, utcOffset: offset), basis: .header, kind: .sent)
  }

  package static func month(_ year: Int, _ month: Int, _ modifier: Timex.Modifier? = nil) -> EventDate {
    EventDate(timex: Timex(year: year, month: month, modifier: modifier), basis: .explicit)
  }

  package static func between(_ first: CivilDate?, _ last: CivilDate?, grain: Grain = .day) -> EventDate {
    EventDate(
      timex: Timex(
        earliest: first.map { CivilMoment($0) }, latest: last.map { CivilMoment($0) }, grain: grain),
      basis: .explicit)
  }
}
