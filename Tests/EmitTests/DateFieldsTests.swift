import DaybookCore
import DaybookEmit
import DaybookTestSupport
import Testing

/// One date in every shape: as the contract wants it, and as a reader reads it.
@Suite struct DateFieldsTests {
  struct Case: CustomStringConvertible, Sendable {
    let when: EventDate
    let start: String?
    let end: String?
    let precision: DateFields.Precision
    let words: String

    init(
      _ when: EventDate, _ start: String?, _ end: String?, _ precision: DateFields.Precision, _ words: String
    ) {
      self.when = when
      self.start = start
      self.end = end
      self.precision = precision
      self.words = words
    }

    var description: String { words }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    SampleDates.day(year, month, day)
  }

  private static func span(
    _ first: CivilDate, _ last: CivilDate, _ grain: Grain, _ modifier: Timex.Modifier? = nil
  ) -> EventDate {
    EventDate(timex: Timex(from: first, to: last, grain: grain, modifier: modifier), basis: .explicit)
  }

  static let cases: [Case] = [
    Case(.undated, nil, nil, .undated, "undated"),
    Case(SampleDates.on(day(2022, 2, 9)), "2022-02-09", "2022-02-09", .day, "9 February 2022"),
    Case(
      SampleDates.at(day(2022, 2, 9), 9, 5), "2022-02-09T09:05", "2022-02-09T09:05", .minute,
      "9 February 2022, 09:05"),
    Case(
      SampleDates.at(day(2022, 2, 9), 23, 5, offset: -330), "2022-02-09T23:05", "2022-02-09T23:05", .minute,
      "9 February 2022, 23:05 (UTC-05:30)"),
    Case(SampleDates.month(2022, 2), "2022-02", "2022-02", .month, "February 2022"),
    Case(SampleDates.month(2022, 2, .approximate), "2022-02", "2022-02", .approx, "about February 2022"),
    Case(SampleDates.month(2022, 2, .uncertain), "2022-02", "2022-02", .approx, "perhaps February 2022"),
    Case(EventDate(timex: Timex(year: 2020), basis: .explicit), "2020", "2020", .year, "2020"),
    Case(
      span(day(2022, 2, 14), day(2022, 2, 18), .day), "2022-02-14", "2022-02-18", .day, "14–18 February 2022"),
    Case(
      span(day(2022, 1, 18), day(2022, 3, 2), .day), "2022-01-18", "2022-03-02", .day,
      "18 January – 2 March 2022"),
    Case(
      span(day(2021, 12, 18), day(2022, 3, 2), .day), "2021-12-18", "2022-03-02", .day,
      "18 December 2021 – 2 March 2022"),
    Case(
      span(day(2022, 2, 7), day(2022, 2, 13), .week), "2022-02-07", "2022-02-13", .week,
      "7–13 February 2022 (week)"),
    Case(
      span(day(2022, 2, 1), day(2022, 3, 31), .month), "2022-02", "2022-03", .month, "February – March 2022"),
    Case(
      span(day(2022, 2, 1), day(2022, 2, 10), .month, .start), "2022-02-01", "2022-02-10", .approx,
      "early February 2022"
    ),
    Case(
      span(day(2022, 1, 1), day(2022, 3, 31), .quarter), "2022-01", "2022-03", .quarter,
      "January – March 2022"),
    Case(
      span(day(2021, 12, 1), day(2022, 2, 28), .season), "2021-12", "2022-02", .season,
      "December 2021 – February 2022"),
    Case(
      span(day(2023, 7, 1), day(2023, 12, 31), .half), "2023-07", "2023-12", .approx, "July – December 2023"),
    Case(span(day(2010, 1, 1), day(2019, 12, 31), .decade), "2010", "2019", .approx, "2010–2019"),
    Case(SampleDates.between(nil, day(2022, 2, 28)), nil, "2022-02-28", .day, "by 28 February 2022"),
    Case(
      SampleDates.between(day(2022, 7, 1), nil, grain: .month), "2022-07", nil, .month, "from July 2022 on"),
    Case(SampleDates.between(day(1996, 1, 1), nil, grain: .year), "1996", nil, .year, "from 1996 on"),
    Case(SampleDates.between(nil, nil), nil, nil, .undated, "undated"),
    Case(
      EventDate(
        timex: Timex(earliest: nil, latest: nil, grain: .day, yearless: Timex.Yearless(month: 1, day: 18)),
        basis: .explicit), "XXXX-01-18", "XXXX-01-18", .day, "18 January, year not known"),
    Case(
      EventDate(
        timex: Timex(earliest: nil, latest: nil, grain: .month, yearless: Timex.Yearless(month: 9)),
        basis: .explicit),
      "XXXX-09", "XXXX-09", .month, "September, year not known"),
    // Bounds that no rule should give, and that must not stop an output.
    Case(
      EventDate(
        timex: Timex(earliest: nil, latest: nil, grain: .month, yearless: Timex.Yearless(month: 99)),
        basis: .explicit),
      "XXXX-99", "XXXX-99", .month, ", year not known"),
  ]

  @Test(arguments: cases)
  func fieldsAndWords(one: Case) {
    let fields = DateFields(one.when)
    #expect(fields.start == one.start)
    #expect(fields.end == one.end)
    #expect(fields.precision == one.precision)
    #expect(DateWords.words(one.when) == one.words)
  }

  @Test func anOffsetIsWrittenWithItsSign() {
    #expect(DateFields(SampleDates.at(Self.day(2022, 2, 9), 1, 2, offset: 60)).offsetText == "+01:00")
    #expect(DateFields(SampleDates.at(Self.day(2022, 2, 9), 1, 2, offset: -330)).offsetText == "-05:30")
    #expect(DateFields(SampleDates.at(Self.day(2022, 2, 9), 1, 2)).offsetText == nil)
    #expect(DateFields(SampleDates.on(Self.day(2022, 2, 9))).utcOffset == nil)
  }
}
