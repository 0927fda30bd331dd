import DaybookCore
import DaybookTestSupport
import Testing

/// Source: published calendars; the day numbers of 1970-01-01 and 2000-03-01 are those of POSIX.
@Suite struct CivilDateTests {
  @Test(arguments: [
    (1, 1, 1, -719_162), (1600, 2, 29, -135_081), (1900, 2, 28, -25_509), (1900, 3, 1, -25_508),
    (1969, 12, 31, -1),
    (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2022, 2, 15, 19_038),
    (9999, 12, 31, 2_932_896),
  ])
  func knownDays(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test(arguments: [
    (2021, 2, 29), (1900, 2, 29), (2100, 2, 29), (2021, 4, 31), (2021, 6, 31), (2021, 9, 31), (2021, 11, 31),
    (2021, 1, 32), (2021, 0, 1), (2021, 13, 1), (2021, 1, 0), (2021, 1, -1), (0, 1, 1), (10_000, 1, 1),
    (Int.min, 1, 1), (2021, Int.max, 1), (2021, 1, Int.max),
  ])
  func daysThatTheCalendarLacks(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    (2022, 2, 15, 2), (1970, 1, 1, 4), (2000, 1, 1, 6), (1900, 1, 1, 1), (2024, 2, 29, 4), (2022, 2, 20, 7),
    (1, 1, 1, 1),
    (9999, 12, 31, 5),
  ])
  func weekdays(year: Int, month: Int, day: Int, weekday: Int) throws {
    #expect(try #require(CivilDate(year: year, month: month, day: day)).weekday == weekday)
  }

  /// Every day of the 400 years after which the calendar repeats, counted on with nothing but the lengths of
  /// months.
  @Test func everyDayOfAWholeCycle() {
    var (year, month, day, weekday) = (1900, 1, 1, 1)
    for number in -25_567...(-25_567 + 146_097) {
      let date = CivilDate(dayNumber: number)
      guard date.year == year, date.month == month, date.day == day, date.dayNumber == number,
        date.weekday == weekday
      else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      weekday = weekday % 7 + 1
      day += 1
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
        (month, day) = (month + 1, 1)
        if month > 12 { (year, month) = (year + 1, 1) }
      }
    }
    #expect((year, month, day) == (2300, 1, 2))
  }

  @Test func dayNumbersOfTenThousandYears() {
    for number in stride(from: -719_162, through: 2_932_896, by: 31) {
      let date = CivilDate(dayNumber: number)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day)?.dayNumber == number)
    }
  }

  @Test(arguments: [
    (2022, 1, 31, 1, "2022-02-28"), (2024, 1, 31, 1, "2024-02-29"), (2022, 3, 31, -1, "2022-02-28"),
    (2022, 11, 30, 3, "2023-02-28"), (2022, 12, 15, 1, "2023-01-15"), (2022, 1, 15, -1, "2021-12-15"),
    (2020, 2, 29, 12, "2021-02-28"), (2020, 2, 29, 48, "2024-02-29"), (2022, 5, 31, 0, "2022-05-31"),
    (2022, 10, 31, -120, "2012-10-31"),
  ])
  func addingMonthsKeepsTheDayOrTakesTheLast(year: Int, month: Int, day: Int, months: Int, result: String) {
    #expect(SampleDates.day(year, month, day).adding(months: months).description == result)
  }

  @Test func addingDaysCrossesMonthsAndYears() {
    #expect(SampleDates.day(2021, 12, 31).adding(days: 1).description == "2022-01-01")
    #expect(SampleDates.day(2024, 3, 1).adding(days: -1).description == "2024-02-29")
    #expect(SampleDates.day(2022, 2, 15).adding(days: 365).description == "2023-02-15")
  }

  @Test func endsOfMonths() {
    let ends = (1...12).map { SampleDates.day(2024, $0, 1).endOfMonth.day }
    #expect(ends == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    #expect(SampleDates.day(1900, 2, 10).endOfMonth.day == 28)
  }

  @Test func daysAreInOrderAndPrintInFourTwoTwo() {
    let dates = [(9, 12, 31), (999, 1, 1), (2021, 12, 31), (2022, 1, 1), (2022, 1, 2), (2022, 2, 1)].map(
      SampleDates.day)
    #expect(dates == dates.shuffled().sorted())
    #expect(dates.map(\.description).prefix(2) == ["0009-12-31", "0999-01-01"])
  }

  @Test func timesOfADay() throws {
    for (hour, minute, second) in [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, 0, 60), (12, -1, 0)] {
      #expect(CivilTime(hour: hour, minute: minute, second: second) == nil)
    }
    let date = SampleDates.day(2022, 2, 15)
    let time = try #require(CivilTime(hour: 9, minute: 5))
    let late = try #require(CivilTime(hour: 9, minute: 5, second: 7))
    #expect(CivilMoment(date, time).description == "2022-02-15T09:05")
    #expect(CivilMoment(date, late).description == "2022-02-15T09:05:07")
    #expect(CivilMoment(date) < CivilMoment(date, time))
    #expect(CivilMoment(date, late) < CivilMoment(date.adding(days: 1)))
    #expect(CivilMoment(date, time).sortKey == 19_038 * 86_400 + 9 * 3600 + 5 * 60)
  }
}
