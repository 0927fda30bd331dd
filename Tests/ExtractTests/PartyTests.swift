import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

@Suite("Parties and their names")
struct PartyTests {
  /// A text of one passage, read with what it teaches of its parties.
  static func passage(_ text: String) -> Passage {
    let document = TextDocument.make(text)
    var learner = AliasLearner(document, settings: ExtractionSettings())
    var tokens: [Token] = []
    Tokenizer.tokens(in: 0..<document.text.count, of: document.text, into: &tokens)
    learner.learn(tokens, isHeading: false)
    let reader = PartyReader(text: document.text, names: learner.names, roles: [:])
    var passage = Passage(kind: .paragraph, bytes: 0..<document.text.count, block: 0, paper: 0)
    passage.tokens = tokens
    passage.parties = reader.mentions(in: tokens)
    passage.partyAt = [Int32](repeating: -1, count: tokens.count)
    for (index, party) in passage.parties.enumerated() {
      for token in party.first...party.last { passage.partyAt[token] = Int32(index) }
    }
    return passage
  }

  /// "words = name" for each named party of a text.
  static func parties(_ text: String) -> [String] {
    let document = TextDocument.make(text)
    return Extractor().extract(document).mentions.compactMap { mention in
      guard case .party(let party) = mention.value else { return nil }
      return "\(String(decoding: document.text[mention.bytes], as: UTF8.self)) = \(party.name)"
    }
  }

  @Test(arguments: [
    ("The Board for Harbour Safety (“BHS”) met. BHS agreed.", "BHS = Board for Harbour Safety"),
    ("The Harbour Council (\"the Council\") met. Later the Council wrote.", "Council = Harbour Council"),
    ("The Harbour Light Authority (HLA) met. HLA wrote.", "HLA = Harbour Light Authority"),
    (
      "The Department for Education wrote. Then the Department wrote again.",
      "Department = Department for Education"
    ),
    ("The Office of the ICO wrote.", "Office of the ICO = Information Commissioner's Office"),
    (
      "The Information Commissioner’s Office replied.",
      "Information Commissioner’s Office = Information Commissioner's Office"
    ),
    ("The ICO wrote, and the regulator asked again.", "regulator = Information Commissioner's Office"),
    ("It runs through the company Tidewater. Later Tidewater wrote.", "Tidewater = Tidewater"),
    ("Our solicitors at Kelp Marsh wrote.", "Kelp Marsh = Kelp Marsh"),
    ("We asked schools.", "schools = schools"),
    ("Ann Other, Director, said so.", "Ann Other = Ann Other"),
    ("We wrote to the Rt Hon Ann Other in May.", "Rt Hon Ann Other = Ann Other"),
    ("We trained Mr. Abel W. Cooper last year.", "Mr. Abel W. Cooper = Abel W. Cooper"),
    ("Dear Mr Other Thank you for your letter.", "Mr Other = Mr Other"),
    ("The Department of Tides Case No. F-2014-1 wrote.", "Department of Tides = Department of Tides"),
  ])
  func areNamedInFull(text: String, expected: String) {
    #expect(PartyTests.parties(text).contains(expected), "\(PartyTests.parties(text))")
  }

  @Test(arguments: [
    "The Data Protection Impact Assessment (“DPIA”) is long.", "The National Pupil Database (NPD) is large.",
    "In May we met who can.",
    "The Freedom of Information Act (“FOIA”) applies.",
  ])
  func thingsAreNoParties(text: String) {
    #expect(PartyTests.parties(text) == [], "\(text)")
  }

  @Test func anAliasHasItsEvidence() throws {
    let text = "On Monday the Board for Harbour Safety (“BHS”) met."
    let document = TextDocument.make(text)
    let alias = try #require(Extractor().extract(document).aliases.first)
    #expect(
      alias.alias == "BHS" && alias.name == "Board for Harbour Safety" && alias.rule == "alias-in-brackets")
    let anchor = try #require(alias.evidence)
    #expect(Array(anchor.quote.utf8) == Array(document.text[anchor.bytes]))
  }

  @Test func aBracketBehindAPersonIsNoAlias() {
    var document = TextDocument.make("Ann Other (ICO) wrote to Ofsted.")
    document.header = MessageHeader(from: [.init(name: "Ann Other")], to: [.init(name: "Policy Lead")])
    // That "ICO" is the Information Commissioner's Office is known from the table, not from the bracket.
    let aliases = Extractor().extract(document).aliases
    #expect(aliases.map(\.rule) == ["public-body-table"])
    #expect(!aliases.contains { $0.name == "Ann Other" || $0.alias == "Ann Other" })
  }

  @Test func theDepartmentIsNobodyWhereTwoAreNamed() {
    let found = PartyTests.parties(
      "The Department for Education wrote. The Department for Transport wrote. The Department replied.")
    #expect(found.contains("Department = the Department"))
  }

  @Test func weIsTheAuthorOfThePage() throws {
    let document = TextDocument.make(
      "by Harbour Watch Now\n\nWe wrote to the ICO on 3 May 2021 with concerns.\n\nOn 4 May 2021 HWN wrote to the Home Office."
    )
    let events = Extractor().extract(document).events
    #expect(
      events.map(EventRuleTests.line) == [
        "sent 2021-05-03 Harbour Watch Now → Information Commissioner's Office",
        "sent 2021-05-04 Harbour Watch Now → Home Office",
      ])
  }

  @Test func weInAQuotationIsWhoeverIsQuoted() throws {
    let document = TextDocument.make(
      "by Harbour Watch Now\n\nThe Home Office told schools, “On 3 May 2021 we wrote to the ICO about the whole of it.”"
    )
    let event = try #require(Extractor().extract(document).events.first { $0.when.timex != nil })
    #expect(event.parties.first?.name == "Home Office" && event.parties.first?.role == .agent)
  }

  @Test func settingsGiveNamesToo() {
    var settings = ExtractionSettings()
    settings.aliases = ["The Yard": "Harbour Works Limited"]
    let document = TextDocument.make("On 3 May 2021 The Yard wrote to the ICO.")
    let names = Extractor(settings: settings).extract(document).events.flatMap(\.parties).map(\.name)
    #expect(names.contains("Harbour Works Limited"))
  }
}
