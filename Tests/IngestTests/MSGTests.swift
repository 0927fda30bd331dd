import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookIngest

/// Outlook messages: who, to whom, when, what, and what hangs on them.
struct MSGTests {
  /// 9 February 2022, 10:14:05 UTC.
  private static let moment = 1_644_401_645

  private static var plain: TestMSG {
    TestMSG(
      texts: [
        0x001A: "IPM.Note", 0x0037: "Pause of the collections", 0x0042: "Policy Officer A", 0x0064: "EX",
        0x0065: "/o=Exchange/cn=a", 0x5D02: "a@education.example", 0x1000: "Please pause.\r\n\r\nRegards",
        0x1035: "<1@education.example>",
      ], times: [0x0039: moment],
      recipients: [
        .person("Group Manager B", "b@regulator.example"),
        .person("Case Officer C", "c@regulator.example", kind: 2),
      ])
  }

  @Test func readsHeaderAndWords() throws {
    let reading = Reading("a.msg", Self.plain.file)
    let document = try #require(reading.document)
    #expect(document.kind == .message)
    #expect(document.header?.from == [.init(name: "Policy Officer A", address: "a@education.example")])
    #expect(document.header?.to == [.init(name: "Group Manager B", address: "b@regulator.example")])
    #expect(document.header?.cc == [.init(name: "Case Officer C", address: "c@regulator.example")])
    #expect(document.header?.subject == "Pause of the collections")
    #expect(document.header?.messageID == "<1@education.example>")
    #expect(document.header?.sent?.edtf == "2022-02-09T10:14:05Z")
    #expect(document.all(.paragraph).first == "Please pause.")
    #expect(document.fault == nil)
  }

  /// The sender's own offset stands in the header that travelled; Outlook's own times are UTC.
  @Test func takesTheDateOfTheHeaderThatTravelled() throws {
    var message = Self.plain
    message.texts[0x007D] =
      "Received: from x; Wed, 9 Feb 2022 10:14:07 +0000\r\nFrom: \"Policy Officer A\" <a@education.example>\r\n"
      + "Date: Wed, 9 Feb 2022 11:14:05 +0100\r\nContent-Type: text/html\r\n\r\n"
    let document = try #require(Reading("a.msg", message.file).document)
    #expect(document.header?.sent?.edtf == "2022-02-09T11:14:05+01:00")
    #expect(document.header?.to.first?.address == "b@regulator.example")
    #expect(document.dates.first { $0.kind == .received }?.when.edtf == "2022-02-09T10:14:07Z")
  }

  @Test func attachmentsAndMessagesInsideBecomeChildren() throws {
    var inner = Self.plain
    inner.texts[0x0037] = "The first request"
    inner.attachments = [
      TestAttachment(
        properties: TestMSG(texts: [0x3707: "note.txt"], numbers: [0x3705: 1]), bytes: Array("Words".utf8))
    ]
    var outer = Self.plain
    outer.attachments = [
      TestAttachment(
        properties: TestMSG(texts: [0x3707: "DPIA v1.txt"], numbers: [0x3705: 1]),
        bytes: Array("Version 1".utf8)),
      TestAttachment(
        properties: TestMSG(texts: [0x3001: "The first request"], numbers: [0x3705: 5]), message: [inner]),
    ]
    let reading = Reading("a.msg", outer.file)
    #expect(
      reading.children == [
        "a.msg#DPIA v1.txt", "a.msg#The first request.eml", "a.msg#The first request.eml#note.txt",
      ])
    #expect(
      reading.documents.map(\.header?.subject) == ["Pause of the collections", nil, "The first request", nil])
    #expect(reading.documents[2].header?.sent?.edtf == "2022-02-09T10:14:05Z")
    #expect(reading.failed.isEmpty)
  }

  @Test func eightBitTextIsReadInTheMessagesCodePage() throws {
    var message = Self.plain
    message.texts[0x1000] = nil
    message.numbers[0x3FFD] = 1251
    message.narrow[0x1000] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(try #require(Reading("a.msg", message.file).document).string.contains("Привет"))
  }

  @Test func bodiesInHTMLAndInRTFAreRead() throws {
    var message = Self.plain
    message.texts[0x1000] = nil
    message.binaries[0x1013] = Array("<p>One</p><blockquote>Two</blockquote>".utf8)
    #expect(try #require(Reading("a.msg", message.file).document).string.hasSuffix("One\n\n> Two\n"))

    message.binaries[0x1013] = nil
    let rtf =
      #"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 caf\'e9 {\*\htmltag84 &amp;}{\*\htmltag72 </p>}}"#
    var packed: [UInt8] = TestOLE.four(UInt32(rtf.utf8.count + 12))
    packed += TestOLE.four(UInt32(rtf.utf8.count))
    packed += "MELA\0\0\0\0".utf8
    packed += rtf.utf8
    message.binaries[0x1009] = packed
    #expect(try #require(Reading("a.msg", message.file).document).string.hasSuffix("café &\n"))
  }

  /// The example of MS-OXRTFCP, section 4.1.1.
  @Test func unpacksTheExampleOfTheSpecification() {
    let packed: [UInt8] = [
      0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0, 0x0A, 0, 0x72,
      0x63, 0x70,
      0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0, 0x20, 0x62, 0x77, 0x05,
      0xB0,
      0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
    ]
    let text = CompressedRTF.decompressed(packed).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
  }

  @Test func aDraftHasNoDate() throws {
    var message = Self.plain
    message.times = [0x3007: Self.moment]
    message.numbers[0x0E07] = 8
    let document = try #require(Reading("a.msg", message.file).document)
    #expect(document.header?.sent == nil)
    #expect(document.dates.map(\.kind) == [.created])
  }

  @Test func aMeetingSaysWhenAndWhere() throws {
    var message = Self.plain
    message.texts[0x001A] = "IPM.Schedule.Meeting.Request"
    message.times[0x0060] = Self.moment + 3600
    message.times[0x0061] = Self.moment + 7200
    let document = try #require(Reading("a.msg", message.file).document)
    #expect(
      document.string.contains(
        "Meeting: Pause of the collections\nWhen: 9 February 2022, 11:14 to 12:14 (UTC)\n"))
  }

  @Test func damageCostsTheFileAtMost() {
    var message = Self.plain
    message.attachments = [
      TestAttachment(
        properties: TestMSG(texts: [0x3707: "a.txt"]), bytes: [UInt8](repeating: 65, count: 5000))
    ]
    let file = message.file
    var generator = SeededGenerator(seed: 11)
    var outcomes = 0
    for round in 0..<60 {
      var copy = file
      if round % 3 == 0 { copy.removeLast(Int.random(in: 1..<copy.count - 8, using: &generator)) }
      for _ in 0..<20 {
        copy[Int.random(in: 8..<copy.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let reading = Reading("a.msg", copy)
      for document in reading.documents { #expect(document.fault == nil) }
      outcomes += reading.documents.count + reading.failed.count + reading.skipped.count
    }
    #expect(outcomes >= 60)
  }
}

/// Mailbox files, which nobody writes by hand: those beside the repository.
struct PSTTests {
  @Test(.enabled(if: PackageFolder.shared("data/email/tika-msg-pst/testPST.pst") != nil, "no shared data"))
  func everyItemIsReadOrNamed() throws {
    let url = try #require(PackageFolder.shared("data/email/tika-msg-pst/testPST.pst"))
    let reading = Reading("mail.pst", Array(try Data(contentsOf: url)))
    let account = try #require(reading.findings.first { $0.code == "mailbox-account" })
    #expect(account.message.hasPrefix("7 items"))
    // readpst (libpst 0.6.76) finds the same seven.
    let own = reading.documents.filter {
      $0.source.path.hasPrefix("mail.pst#") && $0.kind == .message
        && $0.provenance.tool == "pst"
    }
    #expect(own.count == 7)
    #expect(!reading.findings.contains { $0.code == "mail-unreadable" })
    #expect(reading.children.contains { $0.hasSuffix("#First email.eml#attachment.docx") })
  }

  @Test func whatIsNoMailboxFailsWithAReason() {
    let reading = Reading("mail.pst", Array("!BDN".utf8) + [UInt8](repeating: 7, count: 3000))
    #expect(reading.documents.isEmpty)
    #expect(reading.failed.count == 1)
  }
}
