import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct GapTests {
  private typealias Line = EventTable.Line

  private func gaps(_ lines: [EventTable.Line], ofAtLeast days: Int = 10) -> [String] {
    EventTable(lines).builder().gaps(ofAtLeast: days).map { "\($0.after) \($0.before) \($0.days)" }
  }

  private func on(_ month: Int, _ day: Int) -> EventDate { SampleDates.on(SampleDates.day(2022, month, day)) }

  @Test func aSilenceIsAsLongAsAskedOrLonger() {
    let lines = [
      Line(0, "c", on(2, 1)), Line(0, "a", on(1, 1)), Line(1, "b", on(1, 11)), Line(2, "b", on(1, 11)),
    ]
    #expect(gaps(lines, ofAtLeast: 10) == ["2022-01-01 2022-01-11 10", "2022-01-11 2022-02-01 21"])
    #expect(gaps(lines, ofAtLeast: 11) == ["2022-01-11 2022-02-01 21"])
    #expect(gaps(lines, ofAtLeast: 22).isEmpty)
  }

  @Test func bothEndsOfAnIntervalCount() {
    let interval = SampleDates.between(SampleDates.day(2022, 1, 10), SampleDates.day(2022, 1, 14))
    #expect(gaps([Line(0, "a", on(1, 5)), Line(0, "b", interval), Line(0, "c", on(1, 20))]).isEmpty)
  }

  /// What did not happen, or not on a known day, ends no silence.
  @Test(arguments: [
    EventTable.Line(1, "planned", SampleDates.on(SampleDates.day(2022, 1, 15)), modality: .planned),
    EventTable.Line(1, "denied", SampleDates.on(SampleDates.day(2022, 1, 15)), modality: .denied),
    EventTable.Line(1, "required", SampleDates.on(SampleDates.day(2022, 1, 15)), modality: .required),
    EventTable.Line(1, "by then", SampleDates.between(nil, SampleDates.day(2022, 1, 15))),
    EventTable.Line(1, "since then", SampleDates.between(SampleDates.day(2022, 1, 15), nil)),
    EventTable.Line(1, "some time in the month", SampleDates.month(2022, 1)),
    EventTable.Line(
      1, "about",
      EventDate(timex: Timex(day: SampleDates.day(2022, 1, 15), modifier: .approximate), basis: .explicit)),
    EventTable.Line(1, "undated"),
  ])
  func itTakesSomethingOnADay(other: EventTable.Line) {
    #expect(
      gaps([Line(0, "a", on(1, 1)), Line(0, "b", on(1, 31)), other]) == ["2022-01-01 2022-01-31 30"],
      "\(other.name)")
  }

  @Test func oneDayHasNoGap() {
    #expect(gaps([Line(0, "a", on(1, 1))]).isEmpty)
  }
}
