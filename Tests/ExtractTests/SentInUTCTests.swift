import DaybookCore
import DaybookExtract
import Testing

/// "Tomorrow" in a message whose header gives the time in UTC.
@Suite("Mail sent in UTC")
struct SentInUTCTests {
  /// Sent on 20 July, 20:48 by the writer's clock, four hours west of Greenwich.
  static func tomorrow(_ clock: LocalClock) -> (edtf: String, why: String)? {
    var document = paper("It should be there by tomorrow.")
    document.header = MessageHeader(
      sent: Timex(edtf: "2017-07-21T00:48:30Z"), sentText: "Fri, 21 Jul 2017 00:48:30 +0000")
    var settings = ExtractionSettings()
    settings.clock = clock
    let found = DateReader(settings: settings).mentions(in: document)
    guard case .date(let reading)? = found.first?.value else { return nil }
    return (reading.when.edtf, reading.why.joined(separator: " "))
  }

  @Test func countsFromTheDayOnTheWall() throws {
    let found = try #require(
      SentInUTCTests.tomorrow(LocalClock(name: "America/New_York", shifts: [(0, -240)])))
    #expect(found.edtf == "2017-07-21")
    #expect(found.why.contains("read in America/New_York"))
  }

  @Test func withoutAZoneTheHeaderStands() throws {
    #expect(try #require(SentInUTCTests.tomorrow(LocalClock())).edtf == "2017-07-22")
  }
}
