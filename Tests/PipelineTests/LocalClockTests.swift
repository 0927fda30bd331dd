import DaybookCore
import Testing

@testable import DaybookPipeline

@Suite("Clocks of the case")
struct LocalClockTests {
  @Test(arguments: [
    ("America/New_York", "2017-07-21T00:48", "2017-07-20"),
    ("America/New_York", "2017-07-21T04:00", "2017-07-21"),
    ("America/New_York", "2017-01-21T04:59", "2017-01-20"),
    ("Europe/London", "2022-07-21T23:10", "2022-07-22"),
    ("Europe/London", "2022-02-15T23:10", "2022-02-15"),
    ("Asia/Tokyo", "2022-02-15T15:00", "2022-02-16"),
  ])
  func theDayOnTheWall(zone: String, utc: String, day: String) throws {
    let moment = try #require(Timex(edtf: utc)?.earliest)
    #expect(LocalClock(zone: zone).day(atUTC: moment)?.description == day)
  }

  @Test func aZoneThatNobodyKnowsSaysNothing() throws {
    let moment = try #require(Timex(edtf: "2022-02-15T15:00")?.earliest)
    #expect(LocalClock(zone: "Mars/Olympus").day(atUTC: moment) == nil)
  }
}
