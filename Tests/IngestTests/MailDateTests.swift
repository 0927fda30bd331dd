import DaybookCore
import Testing

@testable import DaybookIngest

struct MailDateTests {
  @Test(arguments: [
    ("Wed, 09 Feb 2022 09:41:12 +0000", "2022-02-09T09:41:12", 0),
    ("9 Feb 2022 09:41 -0530", "2022-02-09T09:41", -330),
    ("Wed,  9 Feb 22 09:41:12 GMT (x (y))", "2022-02-09T09:41:12", 0),
    ("9 Feb 1999 23:59:59 EST", "1999-02-09T23:59:59", -300),
    ("9 Feb 2022 09:41:12 +01:00", "2022-02-09T09:41:12", 60),
  ])
  func keepsLocalTimeAndOffsetAsWritten(text: String, moment: String, offset: Int) throws {
    let date = MailDate(text.utf8)
    #expect(date.flaws.isEmpty)
    #expect(date.when?.earliest?.description == moment)
    #expect(date.when?.utcOffset == offset)
  }

  @Test func grainIsWhatIsWritten() {
    #expect(MailDate("9 Feb 2022 09:41 +0000".utf8).when?.grain == .minute)
    #expect(MailDate("9 Feb 2022 09:41:00 +0000".utf8).when?.grain == .second)
  }

  @Test(arguments: [
    ("Wed, 09 Feb 2022 09:41:12", MailDate.Flaw.noZone), ("Wed, 09 Feb 2022 09:41:12 +9900", .zone("+9900")),
    ("Wed, 09 Feb 2022 09:41:12 GMT +0100", .zone("GMT +0100")),
    ("Wed, 09 Feb 2022 09:41:12 BST", .zone("BST")),
    ("Wed, 09 Feb 2022 09:41:12 Mitteleuropäische Zeit", .zone("Mitteleuropäische Zeit")),
  ])
  func aZoneThatCannotBeTrustedIsNotUTC(text: String, flaw: MailDate.Flaw) {
    let date = MailDate(text.utf8)
    #expect(date.flaws == [flaw])
    #expect(date.when?.earliest?.description == "2022-02-09T09:41:12")
    #expect(date.when?.utcOffset == nil)
  }

  @Test(arguments: [
    "31 Apr 2022 09:41 +0000", "09/02/2022 09:41", "9 Feb 2022 25:00 +0000", "9 Feb 2022", "yesterday", "",
    "Thu Jan 01 00:00:10 +0000",
  ])
  func whatIsNotOfTheFormHasNoValue(text: String) {
    #expect(MailDate(text.utf8) == MailDate("nothing".utf8))
    #expect(MailDate(text.utf8).when == nil)
  }

  @Test func aWrongWeekdayIsNamed() {
    #expect(MailDate("Thu, 09 Feb 2022 09:41:12 +0000".utf8).flaws == [.weekday])
  }
}
