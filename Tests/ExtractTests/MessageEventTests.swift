import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

@Suite("Events of messages, letters and tables")
struct MessageEventTests {
  static let officer = MessageHeader.Mailbox(name: "Other, Ann (REG)", address: "ann.other@ico.org.uk")
  static let lead = MessageHeader.Mailbox(name: "Policy Lead", address: "lead@education.gov.uk")

  static func events(from: MessageHeader.Mailbox, to: MessageHeader.Mailbox, _ body: String) throws -> [Event]
  {
    let day = try #require(CivilDate(year: 2022, month: 2, day: 10))
    let sent = CivilMoment(day, CivilTime(hour: 10, minute: 5))
    return Extractor().extract(
      TextDocument.message(from: from, to: [to], sent: sent, subject: "The trial", body: body)
    ).events
  }

  @Test func aMessageIsSentByItsSender() throws {
    let events = try MessageEventTests.events(from: Self.officer, to: Self.lead, "Hello.\n")
    let sent = try #require(events.first)
    #expect(events.count == 1 && sent.kind == .sent && sent.when.kind == .sent && sent.when.basis == .header)
    #expect(sent.when.timex?.edtf == "2022-02-10T10:05")
    #expect(
      sent.summary
        == "Information Commissioner's Office → Department for Education: The trial")
    #expect(
      sent.parties.filter { $0.role == .agent }.map(\.name) == [
        "Information Commissioner's Office", "Ann Other",
      ])
    #expect(sent.evidence[0].quote.hasPrefix("From: Other, Ann") && sent.evidence[0].quote.count <= 700)
  }

  @Test(arguments: [
    (
      "Please could you pause the collections until then?", "asked-to-pause",
      "Information Commissioner's Office", "Department for Education"
    ),
    (
      "Please send us the assessment.", "asked", "Information Commissioner's Office",
      "Department for Education"
    ),
    (
      "I am afraid that it is not possible to share the list.", "refused",
      "Information Commissioner's Office", "Department for Education"
    ),
    (
      "We apologise for the delay.", "apologised", "Information Commissioner's Office",
      "Department for Education"
    ),
    (
      "We will send you the letter shortly.", "promised", "Information Commissioner's Office",
      "Department for Education"
    ),
  ])
  func itsOwnWordsAreActsOfItsDay(body: String, kind: String, agent: String, recipient: String) throws {
    let acts = try MessageEventTests.events(from: Self.officer, to: Self.lead, body).filter {
      $0.rule != "message-sent"
    }
    let act = try #require(acts.first)
    #expect(acts.count == 1 && act.kind.rawValue == kind && act.evidence[0].quote == body)
    #expect(act.when.timex?.edtf == "2022-02-10T10:05" && act.when.basis == .header && !act.when.why.isEmpty)
    #expect(act.parties.first { $0.role == .agent }?.name == agent)
    #expect(act.parties.first { $0.role == .recipient }?.name == recipient)
  }

  @Test(arguments: [
    "If you have received this message in error, please notify the sender.",
    "The data should be sent by schools.", "I know what the department published.",
  ])
  func smallTalkIsNoAct(body: String) throws {
    let acts = try MessageEventTests.events(from: Self.officer, to: Self.lead, body).filter {
      $0.rule != "message-sent"
    }
    #expect(acts.map(EventRuleTests.line) == [])
  }

  @Test func theSignatureSaysForWhomSomebodyWrites() throws {
    let events = try MessageEventTests.events(
      from: .init(name: "Case Officer A", address: "a@regulator.example"), to: Self.lead,
      "We ask you to wait.\n\nKind regards,\nCase Officer A\nHarbour Inspection Authority\n")
    let asked = try #require(events.first { $0.kind == .asked })
    #expect(asked.parties.filter { $0.role == .agent }.map(\.name).contains("Harbour Inspection Authority"))
  }

  @Test func aLetterIsSentOnTheDateItBears() throws {
    let document = TextDocument.make(
      "20 July 2022\n\nDear Ann Other\n\nWe received your request of 18 May 2022.\n\nYours sincerely\nHome Office\n"
    )
    let events = Extractor().extract(document).events
    let sent = try #require(events.first { $0.rule == "message-sent" })
    #expect(sent.when.timex?.edtf == "2022-07-20" && sent.evidence[0].quote == "20 July 2022")
    #expect(EventRuleTests.line(sent) == "sent 2022-07-20 Home Office → Ann Other")
    let request = try #require(events.first { $0.when.timex?.edtf == "2022-05-18" })
    #expect(EventRuleTests.line(request) == "asked 2022-05-18 Ann Other → Home Office")
  }

  @Test func aRowOfALogIsOneEvent() throws {
    let document = TextDocument.make(
      "| Date | From | To | Subject |\n| 3 May 2021 | Home Office | Ofsted | Asked for the list |\n| 5 May 2021 | Ofsted | Home Office | Sent the list |\n"
    )
    let events = Extractor().extract(document).events
    #expect(
      events.map(EventRuleTests.line) == [
        "asked 2021-05-03 Home Office → Ofsted", "sent 2021-05-05 Ofsted → Home Office",
      ])
    #expect(events[0].evidence[0].quote == "3 May 2021 | Home Office | Ofsted | Asked for the list")
  }

  @Test func versionTablesAndSignOffTablesAreRead() throws {
    let document = TextDocument.make(
      "| Version | Date | Author | Change |\n| 0.1 | 20 January 2022 | Policy Officer A | First draft |\n\n"
        + "| Item | Name and position | Date |\n| Measures approved by | Deputy Director B | 14 February 2022 |\n"
    )
    let events = Extractor().extract(document).events
    #expect(events.map(\.kind) == [.version, .signedOff])
    #expect(events.map { $0.when.timex?.edtf } == ["2022-01-20", "2022-02-14"])
    #expect(events[0].summary == "version 0.1: First draft" && events[1].when.kind == .signed)
  }
}
