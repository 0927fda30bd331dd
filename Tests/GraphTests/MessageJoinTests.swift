import DaybookCore
import Testing

@testable import DaybookGraph

struct MessageJoinTests {
  private let long =
    "The assessment was signed off on 14 February 2022 and we will send the second version to schools tomorrow."

  @Test func copiesOfOneMinuteAreOneMessageWithTheBestOfEach() throws {
    var table = CorrespondenceTable()
    table.add(nil, to: ["Head of Data"], on: 9, "RE: Trial", "Hello [redacted s40(2)], " + long)
    table.add(
      "Officer A <a@d.example>", to: ["h@r.example"], on: 9, "RE: Trial", "Hello Head of Data, " + long)
    table.add("Officer A", on: 9, nil, "Hello Head of Data, " + long)
    let result = table.builder.build()
    let message = try #require(result.messages.first)
    #expect(result.messages.count == 1 && message.copies.count == 3)
    #expect(message.from == .init(name: "Officer A", address: "a@d.example"))
    #expect(message.subject == "RE: Trial")
    #expect(result.copies[message.best].body.starts(with: "Hello Head".utf8), "the copy that withholds least")
  }

  @Test func lookalikesStayApart() {
    var table = CorrespondenceTable()
    table.add("Officer A", on: 9, at: (9, 0), "RE: Trial", "Thanks.")
    table.add("Officer A", on: 9, at: (9, 5), "RE: Trial", "Thanks.")
    table.add("Officer B", on: 9, at: (9, 0), "RE: Trial", "Thanks.")
    table.add("Officer A", to: ["Case Officer"], on: 10, at: (9, 0), "RE: Other", "Thanks.")
    table.add("Officer A", to: ["Analyst"], on: 10, at: (9, 0), "RE: Other", "Thanks.")
    #expect(table.builder.build().messages.count == 5)
  }

  @Test func secondsTellTwoMessagesOfOneMinuteApart() {
    var table = CorrespondenceTable()
    table.add("Officer A", on: 9, "s", "One.", second: 3)
    table.add("Officer A", on: 9, "s", "One.", second: 40)
    #expect(table.builder.build().messages.count == 2)
  }

  @Test func anotherZonePrintsTheSameMessage() {
    var table = CorrespondenceTable()
    table.add("Officer A", on: 9, at: (9, 0), "Trial", long)
    table.add("Officer A", on: 9, at: (10, 0), "Trial", long)
    table.add("Officer A", on: 9, at: (10, 7), "Trial", long)
    #expect(table.builder.build().messages.map(\.copies.count) == [2, 1], "seven minutes are no zone")
  }

  @Test func aChangedWordInAQuotationIsAFinding() {
    var table = CorrespondenceTable()
    table.add("Officer A", on: 9, "Trial", long)
    table.add("Officer A", on: 9, "Trial", long.replacing("second", with: "third"))
    table.add("Officer A", on: 9, "Trial", long.replacing("second version", with: "XXXXX"))
    table.add("Officer A", on: 9, "Trial", String(long.prefix(60)))
    let findings = table.builder.build().findings.filter { $0.code == "quotation-altered" }
    #expect(findings.count == 1, "what is withheld or cut is not altered")
    #expect(
      findings.first?.message.contains("third") == true && findings.first?.message.contains("second") == true)
  }

  @Test func nearDuplicatesAreRelatedAndStayTwo() {
    var table = CorrespondenceTable()
    let text = (1...12).map { "Line \($0): " + long }.joined(separator: "\n")
    table.add("Officer A", to: ["Trust A"], on: 9, at: (9, 0), "To trusts", text + " Ref 1")
    table.add("Officer A", to: ["Trust B"], on: 9, at: (9, 3), "To trusts", text + " Ref 2")
    let result = table.builder.build()
    #expect(result.messages.count == 2)
    #expect(result.links.filter { $0.kind == .nearDuplicates }.count == 1)
  }

  @Test func joiningDoesNotGrowFasterThanTheInput() {
    func seconds(_ count: Int) -> Duration {
      var table = CorrespondenceTable()
      for number in 0..<count { table.add("Officer \(number % 7)", on: 9, "RE: same", "Body \(number % 50)") }
      let builder = table.builder
      return ContinuousClock().measure { _ = builder.build() }
    }
    let (small, large) = (seconds(500), seconds(5000))
    #expect(large < small * 40, "all of one minute: \(small), then \(large)")
  }
}
