import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

/// What a sentence of a message does: our own wordings of what real mail says, each with its kind, ten kinds and
/// none. The rules were tuned on them: no measure of new text.
@Suite struct SpeechActTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: String
    var sentences: [String]
    var testDescription: String { kind }
  }

  static let cases = [
    Case(
      kind: "asked",
      sentences: [
        "Have you found the minutes that we spoke of?",
        "Is there any time on Monday at which I could see you?",
        "Can you advise whether the office will be open?", "Please pass our thanks to the committee.",
        "Let me know if anybody should be added to the list.", "Pls let me know what the clerk says.",
        "We are requesting you to write to both councils.", "Please call me as soon as you can.",
        "But let us know if you think that another day suits you.",
        "When will I receive the next draft of the speech?",
        "Would you kindly send the notice of the meeting?", "I would be grateful for a copy of the order.",
        "Could you also please forward the complaint itself?", "Do you want anybody taken off the list?",
      ]),
    Case(
      kind: "asked-to-pause",
      sentences: [
        "Please could you pause the collections until then?", "We ask you to suspend the trial.",
        "Please stop all further processing.", "We request that you halt the transfer of names.",
      ]),
    Case(
      kind: "told",
      sentences: [
        "I can confirm that the hearing was adjourned.", "We informed the members of the change.",
        "An update: the page is taking longer than we thought.",
        "I told her that there might be places elsewhere.",
        "We have notified the schools of the new date.", "Here is a link to the recordings.",
      ]),
    Case(
      kind: "promised",
      sentences: [
        "I will call to explain.", "We will respond promptly.", "I'll send you the full list of members.",
        "Will call you around seven.", "We will do as you have requested.",
        "I will also follow up on the other points.",
        "We shall write to the schools about it.", "If there is any chance, I'll forward the notes.",
        "Otherwise, I will reply when I am back.", "We will work our way down the list.",
      ]),
    Case(
      kind: "refused",
      sentences: [
        "I cannot turn them over, even with names removed.", "We are unable to release the recordings.",
        "It is not possible to pause the trial.", "We have declined the request for a waiver.",
        "I cannot locate any record of the appointment.", "We won't publish the names.",
        "We are not in a position to comment on the draft.",
      ]),
    Case(
      kind: "apologised",
      sentences: [
        "Sorry for the duplicate reply.", "I am so terribly sorry.", "Sorry to bother you with this.",
        "Please accept our apologies for the delay.", "We apologise that the page is not yet ready.",
        "My apologies for writing so late.", "I'm very sorry about yesterday.",
      ]),
    Case(
      kind: "received",
      sentences: [
        "We have received the plan, thank you.", "I received the papers from the clerk.",
        "Received with thanks.",
      ]),
    Case(
      kind: "sent",
      sentences: [
        "I am attaching her letter to me.", "Attached is a copy of the notice.",
        "Please find attached the answer.", "Our comments are attached.", "We enclose the form.",
        "Attached please find the description of the post.", "I have forwarded it to the team.",
      ]),
    Case(
      kind: "withdrawn",
      sentences: ["We have to withdraw the plan sent by mistake.", "We hereby withdraw our complaint."]),
    Case(
      kind: "decided",
      sentences: ["We have decided not to appeal to anybody.", "The tribunal dismissed the appeal."]),
    Case(
      kind: "published",
      sentences: ["We have published the privacy notice.", "The Home Office released the figures."]),
    Case(
      kind: "none",
      sentences: [
        "If you are not the intended recipient, please notify the sender in error.",
        "I can't imagine what this week has been like.", "Who knows.",
        "Any advice would be greatly appreciated.",
        "Don't feel sorry for him.", "I'd be sorry to see any setback.",
        "We will be able to move forward then.",
        "I will have a temporary office in the annex.", "It will be great to have her here.",
        "There will be more time later to reflect.", "The committee needs a quorum.",
        "Hopefully one of them will work out for us.",
        "Hope everyone is well and can't wait to hear from you!",
        "The law requires that the notice be posted.", "Please do not hesitate to contact us.",
        "Sent from my telephone", "My thanks to both of you for your efforts.",
        "\"We cannot accept any insult,\" a guard was heard.",
        "What if they had listened to the parents?", "Who wins when nobody moves?",
        "Why did we wait? Because the page was not ready.", "Isn't that how a school should be run?",
      ]),
  ]

  static func kinds(_ sentence: String) throws -> Set<String> {
    let found = try MessageEventTests.events(
      from: MessageEventTests.officer, to: MessageEventTests.lead, sentence)
    return Set(found.filter { $0.rule != "message-sent" && $0.kind != .statement }.map(\.kind.rawValue))
  }

  @Test(arguments: cases) func kindIsAsLabelled(_ one: Case) throws {
    var wrong: [String] = []
    for sentence in one.sentences {
      let kinds = try SpeechActTests.kinds(sentence)
      if one.kind == "none" ? !kinds.isEmpty : !kinds.contains(one.kind) {
        wrong.append("\(sentence) → \(kinds.sorted())")
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (
      "Please could you pause the collections until then?",
      "asks Department for Education to pause the collections until then"
    ),
    (
      "Would you kindly remove that line, as nobody has seen the plan?",
      "asks Department for Education to remove that line"
    ),
    (
      "What changed between the two copies of it?",
      "asks Department for Education: “What changed between the two copies of it?”"
    ),
    (
      "It is not possible to pause the trial.",
      "tells Department for Education: “It is not possible to pause the trial.”"
    ),
    ("I will call to explain.", "promises Department for Education: “I will call to explain.”"),
  ])
  func summariesAreOfTheSourcesOwnWords(sentence: String, summary: String) throws {
    let found = try MessageEventTests.events(
      from: MessageEventTests.officer, to: MessageEventTests.lead, sentence)
    let act = try #require(found.first { $0.rule != "message-sent" })
    #expect(
      act.summary == "Information Commissioner's Office \(summary)" && act.evidence[0].quote == sentence)
    #expect(
      act.assertion.by.first == "Information Commissioner's Office"
        && act.assertion.on?.edtf == "2022-02-10T10:05")
    #expect(act.assertion.message == found[0].id)
  }
}

/// What a text asserts without a date of its own.
@Suite struct ClaimTests {
  private func claims(_ text: String) -> [String] {
    Extractor().extract(TextDocument.make(text + "\n")).claims.map {
      "\($0.kind.rawValue) \($0.subject) \($0.value)\($0.isAffirmed ? "" : " no")"
    }
  }

  @Test(arguments: [
    ("The data is collected daily.", ["frequency collect 100"]),
    ("We object to a twice-daily collection by name.", ["frequency collect 200"]),
    ("Registers are read every two-to-four hours.", ["frequency collect 600-1200"]),
    ("The data is extracted every four hours.", ["frequency collect 600"]),
    ("It is collected three times a day.", ["frequency collect 300"]),
    ("Daily attendance data collection trial", []),
    ("The newspaper comes daily.", []),
    (
      "That is 65% of schools: 14,443 schools out of the 22,060 that were asked.",
      ["ratio schools 14443/22060=65"]
    ),
    ("Some 12 of the 2022 intake came.", []),
    ("The ICO sent the DfE ten pages of concerns.", ["count pages 10"]),
    ("It wrote over 10 A4 pages.", ["count pages 10+"]),
    ("V1 of the DPIA was signed off.", ["version dpia v1"]),
    ("They read v6. of the DPIA in February 2022.", ["version dpia v6"]),
    ("DfE calls it 1.1 in the e-mail about the DPIA.", ["version dpia v1.1"]),
    ("The DfE has worked closely with the ICO on the DPIA.", ["involvement dpia worked"]),
    ("The ICO has not yet seen the DPIA.", ["involvement dpia seen no"]),
    ("If the ICO has not seen the DPIA, we will ask.", []),
    ("The DfE should have consulted the ICO on the DPIA.", []),
  ])
  func claimsAreRead(text: String, expected: [String]) { #expect(claims(text) == expected) }

  @Test func aFormalStartHasItsDate() throws {
    let claim = try #require(
      Extractor().extract(TextDocument.make("On 15 February 2022 DfE formally engaged with the ICO.\n"))
        .claims.first)
    #expect(claim.kind == .start && claim.subject == "Information Commissioner's Office")
    #expect(claim.when?.edtf == "2022-02-15" && claim.evidence.quote.hasPrefix("On 15 February"))
  }
}

/// Roles that one sentence leaves open and another of the document gives.
@Suite struct OpenRoleTests {
  private func event(_ text: String, _ quote: String) throws -> Event {
    try #require(
      Extractor().extract(TextDocument.make(text)).events.first { $0.evidence[0].quote.contains(quote) })
  }

  @Test func aPassiveTakesItsAgentFromTheActiveSentence() throws {
    let page = """
      The DfE had asked schools to sign up to a daily attendance tracker trial of registers.

      - January 25th 2022 Schools are asked to sign up to a new daily attendance trial.
      - February 1st 2022 Ofsted wrote to the DfE.
      """
    let asked = try event(page, "Schools are asked")
    #expect(asked.parties.first { $0.role == .agent }?.name == "Department for Education")
  }

  @Test func aPaperBelongsToWhoSendsAndWithdrawsIt() throws {
    let page = """
      - February 14th 2022 V1 DPIA signed off.
      - February 14th 2022 V1 DPIA received by the ICO.
      - February 15th 2022 V1 DPIA withdrawn by DfE for an edit.
      - February 15th 2022 DfE sends the ICO a new DPIA.
      """
    #expect(try event(page, "signed off").parties.first?.name == "Department for Education")
    let received = try event(page, "received by")
    #expect(received.parties.first { $0.role == .recipient }?.name == "Department for Education")
  }

  @Test func nobodyIsGivenAPaperThatSeveralSend() throws {
    let page = """
      - February 14th 2022 The DPIA signed off.
      - February 15th 2022 Ofsted sends the ICO a DPIA.
      - February 16th 2022 DfE sends the ICO a DPIA.
      """
    #expect(try event(page, "signed off").parties.isEmpty)
  }
}
