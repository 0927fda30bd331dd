import DaybookCore
import Testing

@Suite("Holidays and working days")
struct TimeHolidayTests {
  /// Source: Astronomical Society of South Australia, table of Easter dates.
  @Test(arguments: [
    ("2015-04-05"), ("2016-03-27"), ("2017-04-16"), ("2018-04-01"), ("2019-04-21"), ("2020-04-12"),
    ("2021-04-04"),
    ("2022-04-17"), ("2023-04-09"), ("2024-03-31"), ("2025-04-20"), ("2026-04-05"), ("2027-03-28"),
    ("2028-04-16"),
    ("2029-04-01"), ("2030-04-21"), ("2038-04-25"),
  ])
  func easter(text: String) throws {
    let date = try #require(Timex(edtf: text)?.earliest?.date)
    #expect(Easter.sunday(of: date.year) == date)
  }

  private func days(_ year: Int, _ nation: Nation) -> [String] {
    BankHolidays.days(in: year, nation: nation).map { String($0.date.description.dropFirst(5)) }
  }

  /// Source: gov.uk, "UK bank holidays".
  @Test func yearsThatWereUnlikeOthers() {
    #expect(
      days(2020, .englandAndWales) == [
        "01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28",
      ])
    #expect(
      days(2021, .englandAndWales) == [
        "01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28",
      ])
    #expect(
      days(2022, .englandAndWales) == [
        "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27",
      ])
    #expect(
      days(2023, .englandAndWales) == [
        "01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26",
      ])
    #expect(
      days(2022, .scotland) == [
        "01-03", "01-04", "04-15", "05-02", "06-02", "06-03", "08-01", "09-19", "11-30", "12-26", "12-27",
      ])
    #expect(days(2017, .scotland).prefix(2) == ["01-02", "01-03"])
    #expect(
      days(2024, .northernIreland) == [
        "01-01", "03-18", "03-29", "04-01", "05-06", "05-27", "07-12", "08-26", "12-25", "12-26",
      ])
  }

  @Test func twentyWorkingDays() throws {
    func day(_ text: String) throws -> CivilDate { try #require(Timex(edtf: text)?.earliest?.date) }
    let england = WorkingDays(in: .englandAndWales)
    #expect(england.date(20, after: try day("2022-02-09")) == (try day("2022-03-09")))
    // Over Easter and two holidays in May.
    #expect(england.date(20, after: try day("2022-04-07")) == (try day("2022-05-10")))
    #expect(WorkingDays(in: .scotland).date(1, after: try day("2021-12-31")) == (try day("2022-01-05")))
    #expect(england.date(-1, after: try day("2022-04-19")) == (try day("2022-04-14")))
    #expect(england.date(0, after: try day("2022-04-16")) == (try day("2022-04-16")))
  }

  @Test func countingUndoesAdding() throws {
    let start = try #require(CivilDate(year: 2019, month: 12, day: 20))
    for nation in Nation.allCases {
      let days = WorkingDays(in: nation)
      for count in [1, 5, 20, 61, 250, 700] {
        let end = days.date(count, after: start)
        #expect(days.isWorkingDay(end))
        #expect(days.count(after: start, through: end) == count)
        #expect(days.count(after: end, through: start) == -count)
      }
    }
  }
}
