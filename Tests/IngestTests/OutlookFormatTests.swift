import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookIngest

/// winmail.dat, RTF and calendars.
struct OutlookFormatTests {
  /// A TNEF stream of attributes. Source: MS-OXTNEF 2.1.
  private func tnef(_ attributes: [(level: UInt8, tag: UInt32, data: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = TestOLE.four(0x223E_9F78)
    bytes += TestOLE.two(1)
    for attribute in attributes {
      var sum = 0
      for byte in attribute.data { sum = (sum + Int(byte)) & 0xFFFF }
      bytes.append(attribute.level)
      bytes += TestOLE.four(attribute.tag)
      bytes += TestOLE.four(UInt32(attribute.data.count))
      bytes += attribute.data
      bytes += TestOLE.two(sum)
    }
    return bytes
  }

  private func property(_ number: Int, _ text: String) -> [UInt8] {
    var value: [UInt8] = text.utf16.flatMap { TestOLE.two(Int($0)) }
    value += [0, 0]
    let size = value.count
    while value.count % 4 != 0 { value.append(0) }
    var bytes: [UInt8] = TestOLE.two(0x1F)
    bytes += TestOLE.two(number)
    bytes += TestOLE.four(1)
    bytes += TestOLE.four(UInt32(size))
    return bytes + value
  }

  @Test func attachmentsOfWinmailBecomeChildren() {
    let bytes = tnef([
      (2, 0x0006_9002, [UInt8](repeating: 0, count: 14)), (2, 0x0001_8010, Array("a.txt\0".utf8)),
      (2, 0x0006_800F, Array("Words of the attachment".utf8)),
    ])
    let reading = Reading("winmail.dat", bytes)
    #expect(reading.children == ["winmail.dat#a.txt"])
    #expect(reading.documents.map(\.string) == ["Words of the attachment"])
  }

  @Test func wordsOfWinmailBecomeAMessage() throws {
    var properties: [UInt8] = TestOLE.four(2)
    properties += property(0x0037, "Subject line")
    properties += property(0x1000, "The words")
    let reading = Reading("winmail.dat", tnef([(1, 0x0006_9003, properties)]))
    let document = try #require(reading.document)
    #expect(document.header?.subject == "Subject line")
    #expect(document.string.contains("The words"))
  }

  @Test func aStreamThatEndsEarlyGivesWhatItHas() {
    let bytes = tnef([
      (2, 0x0006_9002, [UInt8](repeating: 0, count: 14)), (2, 0x0001_8010, Array("a.txt\0".utf8)),
      (2, 0x0006_800F, Array("Words".utf8)), (2, 0x0006_800F, [UInt8](repeating: 1, count: 400)),
    ])
    let reading = Reading("winmail.dat", Array(bytes.dropLast(300)))
    #expect(reading.children == ["winmail.dat#a.txt"])
    #expect(reading.findings.contains { $0.code == "tnef-cut" && $0.severity == .loss })
  }

  @Test func richTextIsReadWithoutItsMachinery() throws {
    let rtf = #"""
      {\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\info{\title Note}{\creatim\yr2021\mo5\dy3}}
      \pard First \b bold\b0  and \u8364?5.\par {\*\generator Word;}{\pict 0102}{\f1 \'cf\'f0}\v secret\v0\par\tab End}
      """#
    let reading = Reading("a.rtf", rtf)
    let document = try #require(reading.document)
    #expect(document.string == "First bold and €5.\nПр\n\tEnd\n")
    #expect(document.title == "Note")
    #expect(document.dates.map(\.when.edtf) == ["2021-05-03"])
    #expect(document.findings.map(\.code) == ["hidden-text"])
  }

  @Test func anInvitationReadsAsAMeeting() throws {
    let ics = """
      BEGIN:VCALENDAR\r
      METHOD:REQUEST\r
      BEGIN:VEVENT\r
      SUMMARY:DPIA review\\, part 2\r
      DTSTART;TZID=Europe/London:20220214T100000\r
      DTEND;TZID=Europe/London:20220214T110000\r
      LOCATION:Room \r
       3\r
      ORGANIZER;CN="Policy Officer A":mailto:a@education.example\r
      DESCRIPTION:Bring the draft.\\nThank you.\r
      BEGIN:VALARM\r
      DESCRIPTION:Reminder\r
      END:VALARM\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    let document = try #require(Reading("a.ics", ics).document)
    #expect(
      document.string == """
        Meeting: DPIA review, part 2
        When: 14 February 2022, 10:00 to 11:00 (Europe/London)
        Where: Room 3
        Organiser: Policy Officer A <a@education.example>

        Bring the draft.

        Thank you.
        """)
  }

  /// The test vector of the specification: MD5 over the id with its angle brackets.
  @Test func messageHash() {
    #expect(
      MessageHash.mih(messageID: "<CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>")
        == "1de319c276884bd0c9e2f1621ada26cc")
  }
}
