import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct CalendarTests {
  private func lines(_ chronology: Chronology) throws -> [[UInt8]] {
    try EmitterTests.output(CalendarEmitter(), chronology).split(separator: 0x0A).map(Array.init)
  }

  @Test(arguments: ["small", "hostile", "random"])
  func linesAreAsTheRFCSays(sample: String) throws {
    let chronology = try #require(EmitterTests.chronologies.first { $0.name == sample }?.chronology)
    let lines = try lines(chronology)
    #expect(lines.count > 100)
    for line in lines {
      #expect(line.last == 0x0D)
      #expect(line.count <= 76, "75 octets and the CR")
      #expect(String(validating: line, as: UTF8.self) != nil, "a scalar was cut")
      #expect(!line.dropLast().contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F })
    }
  }

  @Test func componentsAreOpenedAndClosed() throws {
    var open: [String] = []
    for line in try lines(SampleChronology.hostile) {
      let text = String(decoding: line.dropLast(), as: UTF8.self)
      if text.hasPrefix("BEGIN:") { open.append(String(text.dropFirst(6))) }
      if text.hasPrefix("END:") { #expect(open.popLast() == String(text.dropFirst(4))) }
    }
    #expect(open.isEmpty)
  }

  private func times(_ when: EventDate, zone: String = "Europe/London") -> String? {
    CalendarTimes(when.timex, ZoneRule(zone))?.lines
  }

  @Test func aDayEndsBeforeTheNext() {
    let day = SampleDates.on(SampleDates.day(2022, 2, 28))
    #expect(times(day) == "DTSTART;VALUE=DATE:20220228\r\nDTEND;VALUE=DATE:20220301\r\n")
    #expect(
      times(SampleDates.month(2022, 2)) == "DTSTART;VALUE=DATE:20220201\r\nDTEND;VALUE=DATE:20220301\r\n")
    let last = SampleDates.on(SampleDates.day(9999, 12, 31))
    #expect(times(last) == "DTSTART;VALUE=DATE:99991231\r\n")
  }

  @Test func anOpenIntervalStandsAtItsKnownEnd() {
    let until = SampleDates.between(nil, SampleDates.day(2022, 2, 28))
    #expect(times(until) == "DTSTART;VALUE=DATE:20220228\r\nDTEND;VALUE=DATE:20220301\r\n")
  }

  @Test func aTimeWithAnOffsetIsWrittenInUTC() {
    let east = SampleDates.at(SampleDates.day(2022, 7, 1), 0, 30, offset: 60)
    #expect(times(east) == "DTSTART:20220630T233000Z\r\n")
    let west = SampleDates.at(SampleDates.day(2021, 12, 31), 23, 30, offset: -300)
    #expect(times(west) == "DTSTART:20220101T043000Z\r\n")
  }

  @Test func aTimeWithoutOneIsLocal() {
    let time = SampleDates.at(SampleDates.day(2022, 7, 1), 0, 30)
    #expect(times(time) == "DTSTART;TZID=Europe/London:20220701T003000\r\n")
    #expect(times(time, zone: "Asia/Tokyo") == "DTSTART:20220701T003000\r\n")
    #expect(times(SampleDates.at(SampleDates.day(1990, 7, 1), 0, 30)) == "DTSTART:19900701T003000\r\n")
  }

  @Test func anImpossibleOffsetIsNotUsed() {
    let odd = SampleDates.at(SampleDates.day(2022, 7, 1), 0, 30, offset: .max)
    #expect(times(odd) == "DTSTART;TZID=Europe/London:20220701T003000\r\n")
    #expect(DateFields(odd).offsetText != nil)
  }

  @Test func anEntryWithoutADateIsAJournalEntry() throws {
    let text = try lines(SampleChronology.small).map { String(decoding: $0.dropLast(), as: UTF8.self) }
    #expect(text.count { $0 == "BEGIN:VJOURNAL" } == 2)
    #expect(text.count { $0 == "BEGIN:VEVENT" } == 10)
    #expect(text.contains("CLASS:PRIVATE"))
    #expect(!text.contains { $0.hasPrefix("ATTENDEE") || $0.hasPrefix("ORGANIZER") })
    #expect(text.contains("SUMMARY:[by 28 February 2022] A reply by the end of February."))
  }

  @Test func summerTimeIsReckonedFromTheDirective() throws {
    let zone = ZoneRule("Europe/London")
    func local(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> String? {
      let time = CivilTime(hour: hour, minute: minute)
      return zone.local(CivilMoment(SampleDates.day(2022, month, day), time), utcOffset: 0)?.description
    }
    #expect(local(3, 27, 0, 59) == "2022-03-27T00:59")
    #expect(local(3, 27, 1, 0) == "2022-03-27T02:00")
    #expect(local(10, 30, 0, 59) == "2022-10-30T01:59")
    #expect(local(10, 30, 1, 0) == "2022-10-30T01:00")
    #expect(local(6, 30, 23, 30) == "2022-07-01T00:30")
  }
}
