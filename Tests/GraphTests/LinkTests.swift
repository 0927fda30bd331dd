import DaybookCore
import Testing

@testable import DaybookGraph

@Suite struct LinkTests {
  private func kinds(_ table: GraphTable, from: String, to: String) -> [Relation.Kind] {
    table.graph().relations.filter { $0.from == table.id(from) && $0.to == table.id(to) }.map(\.kind)
  }

  @Test func anAnswerInTheOtherDirectionRespondsToARequest() {
    var table = GraphTable()
    table.message("2022-02-09", "ICO", "DfE", "Register data")
    table.act(.asked, "ICO", "DfE", "Please tell us which register data is kept.")
    table.message("2022-02-11", "DfE", "ICO", "Our answer")
    table.act(.told, "DfE", "ICO", "The register data is kept for one year.")
    #expect(
      kinds(
        table, from: "The register data is kept for one year.",
        to: "Please tell us which register data is kept.")
        == [.respondsTo])
    #expect(!table.graph().followUps.contains { $0.kind == .unanswered })
  }

  @Test func whatIsAboutAnotherThingOrComesFirstIsNoAnswer() {
    var table = GraphTable()
    table.message("2022-02-08", "DfE", "ICO", "Register data")
    table.act(.told, "DfE", "ICO", "The register data is kept.")
    table.message("2022-02-09", "ICO", "DfE", "Register data")
    table.act(.asked, "ICO", "DfE", "Please tell us which register data is kept.")
    table.message("2022-02-10", "DfE", "ICO", "Lunch")
    table.act(.told, "DfE", "ICO", "The canteen is closed.")
    table.message("2022-04-10", "ICO", "DfE", "Spring")
    let graph = table.graph()
    #expect(!graph.relations.contains { $0.kind == .respondsTo })
    #expect(graph.followUps.map(\.kind) == [.unanswered])
  }

  @Test func aLetterOfADayIsCitedOrMissed() {
    var table = GraphTable()
    table.message("2022-02-09", "ICO", "DfE", "Concerns about the trial")
    table.message("2022-02-12", "DfE", "ICO", "RE: Concerns")
    table.dated(.sent, "2022-02-09", "ICO", "DfE", "Thank you for your letter of 9 February with concerns.")
    table.dated(.sent, "2022-02-07", "ICO", "DfE", "We have your letter of 7 February.")
    #expect(
      kinds(
        table, from: "Thank you for your letter of 9 February with concerns.", to: "Concerns about the trial")
        == [.cites])
    #expect(table.graph().followUps.filter { $0.kind == .missingMessage }.count == 1)
  }

  @Test func aPaperIsWithdrawnAndReplaced() {
    var table = GraphTable()
    table.message("2022-02-14", "DfE", "ICO", "DPIA")
    table.act(.sent, "DfE", "ICO", "Please find attached the DPIA.")
    table.message("2022-02-15", "DfE", "ICO", "RE: DPIA")
    table.act(.withdrawn, "DfE", "ICO", "We have to withdraw the DPIA.")
    table.message("2022-02-16", "DfE", "ICO", "RE: DPIA")
    table.act(.sent, "DfE", "ICO", "Attached is a slightly updated version of the DPIA.")
    #expect(
      kinds(table, from: "We have to withdraw the DPIA.", to: "Please find attached the DPIA.") == [
        .withdraws
      ])
    #expect(
      kinds(
        table, from: "Attached is a slightly updated version of the DPIA.",
        to: "Please find attached the DPIA.")
        == [.supersedes])
  }

  @Test func subjectsAreComparedWithoutTheirMarks() {
    #expect(SubjectKey.of("RE: FW: The  Plan") == "the plan" && SubjectKey.of("AW: Re : x") == "x")
    #expect(SubjectKey.of("Note: the plan") == "note: the plan")
  }

  @Test func aClockRunsFromTheActThatStartsIt() throws {
    var table = GraphTable()
    table.message("2022-05-18", "DDM", "ICO", "FOI request")
    table.act(.asked, "DDM", "ICO", "Under the Freedom of Information Act 2000, please send us all letters.")
    table.act(.asked, "DDM", "ICO", "Please send us a cup of tea.")
    let clocks = table.graph().clocks
    // Two bank holidays in June 2022.
    #expect(clocks.map(\.name) == ["foi-answer"] && clocks[0].due == GraphTable.day("2022-06-17"))
    #expect(clocks[0].source.contains("section 10(1)") && clocks[0].why.contains("computed, not a finding"))
  }

  @Test(arguments: [
    ("subject access request", EventKind.asked, "2022-01-31", "2022-02-28"),
    ("prior consultation under article 36", .asked, "2022-01-03", "2022-02-28"),
    ("a letter before claim", .sent, "2022-01-03", "2022-01-17"),
    ("permission for judicial review", .decided, "2022-01-31", "2022-04-30"),
  ])
  func clocksCountAsTheirLawSays(words: String, kind: EventKind, start: String, due: String) {
    var table = GraphTable()
    table.message(start, "A Body", "B Body", "x")
    table.act(kind, "A Body", "B Body", "This is \(words).")
    #expect(table.graph().clocks.first?.due == GraphTable.day(due))
  }

  /// Work grows with the number of entries, not with its square.
  @Test func aLongRecordIsReadInTime() {
    func build(_ count: Int) -> Duration {
      var table = GraphTable()
      for index in 0..<count {
        table.message("2022-02-\(String(10 + index % 18))", "ICO", "DfE", "Subject \(index % 50)")
        table.act(.asked, "ICO", "DfE", "Please send the register data number \(index).")
        table.dated(
          .promised, "2022-03-10", "DfE", "ICO", "We will send part \(index) then.", modality: .planned)
      }
      let clock = ContinuousClock()
      return clock.measure { _ = table.graph() }
    }
    _ = build(50)
    let (small, large) = (build(300), build(1200))
    #expect(large < small * 4 * 4, "\(small), \(large)")
  }
}
