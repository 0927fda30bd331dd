import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct ConflictTests {
  private let day = GraphTable.day

  @Test("Trap 12: working closely against not yet seen") func workingCloselyAgainstNotYetSeen() throws {
    var table = GraphTable()
    table.claim(
      .involvement, "dpia", "working", "We have been working closely with the ICO on our DPIA.", about: "ICO")
    table.claim(
      .involvement, "dpia", "seen", "the ICO has not yet seen the DPIA", affirmed: false, about: "ICO",
      on: "2022-02-09")
    let conflict = try #require(table.graph().conflicts.first)
    #expect(conflict.kind == .polarity && !conflict.isNote && conflict.sides.count == 2)
    #expect(conflict.statement.hasPrefix("Whether ICO had been involved with the DPIA"))
  }

  @Test func seenLaterIsNoContradiction() {
    var table = GraphTable()
    table.claim(
      .involvement, "dpia", "seen", "the ICO has not yet seen the DPIA", affirmed: false, about: "ICO",
      on: "2022-02-09")
    table.claim(
      .involvement, "dpia", "received", "The ICO has received the DPIA.", about: "ICO", on: "2022-02-14")
    table.claim(
      .involvement, "policy", "working", "We have worked with the ICO on the policy.", about: "ICO",
      on: "2022-02-01")
    #expect(table.graph().conflicts.isEmpty)
  }

  @Test("Trap 13: a first contact of another day") func aFirstContactOfAnotherDay() throws {
    var table = GraphTable()
    table.message("2022-02-09", "ICO", "DfE", "Questions")
    table.claim(
      .start, "ICO", "engaged", "On 15 February we formally engaged with the ICO.", about: "ICO", by: "DfE",
      on: "2022-02-16", when: Timex(day: day("2022-02-15")))
    let conflict = try #require(table.graph().conflicts.first)
    #expect(
      conflict.kind == .start && conflict.statement.contains("6 days before") && conflict.sides.count == 2)
  }

  /// No message is there; a list tells of the two.
  @Test("Trap 13: a first contact that a list tells of") func aFirstContactThatIsTold() throws {
    var table = GraphTable()
    table.page("list.html")
    table.dated(.sent, "2022-02-09", "ICO", "DfE", "February 9th ICO writes to the DfE with questions.")
    table.dated(.sent, "2022-02-01", "Wonde", "ICO", "February 1st Wonde writes to the ICO.")
    table.claim(
      .start, "ICO", "engaged", "On 15 February we formally engaged with the ICO.", about: "ICO", by: "DfE",
      when: Timex(day: day("2022-02-15")))
    let conflict = try #require(table.graph().conflicts.first)
    #expect(conflict.kind == .start && conflict.statement.contains("2022-02-09, 6 days before"))
    #expect(conflict.statement.contains("the first contact"))
  }

  @Test("Trap 12: every denial is shown, and the edge has both ends") func everyDenialIsShown() throws {
    var table = GraphTable()
    table.claim(
      .involvement, "dpia", "working", "We have been working closely with the ICO on our DPIA.", about: "ICO")
    table.claim(
      .involvement, "dpia", "worked", "they had not worked with the ICO on the DPIA", affirmed: false,
      about: "ICO")
    table.claim(
      .involvement, "dpia", "seen", "the ICO has not yet seen the DPIA", affirmed: false, about: "ICO")
    let graph = table.graph()
    let conflict = try #require(graph.conflicts.first)
    #expect(conflict.sides.map(\.says.count) == [54, 44, 33])
    let edge = try #require(graph.relations.first { $0.kind == .conflictsWith })
    #expect(edge.from != edge.to && edge.evidence.count == 2)
  }

  @Test func theSameDayIsNone() {
    var table = GraphTable()
    table.message("2022-02-15", "ICO", "DfE", "Questions")
    table.claim(
      .start, "ICO", "engaged", "On 15 February we formally engaged with the ICO.", about: "ICO", by: "DfE",
      when: Timex(day: day("2022-02-15")))
    #expect(table.graph().conflicts.isEmpty)
  }

  @Test func aLogThatIsADayLate() throws {
    var table = GraphTable()
    table.message("2022-02-16", "DfE", "Ofsted", "Note for schools")
    table.message("2022-02-20", "DfE", "Ofsted", "RE: Another")
    table.page("log.csv")
    table.dated(
      .sent, "2022-02-17", "DfE", "Ofsted", "17/02/2022,DfE", rule: "table-row", object: "Note for schools")
    table.dated(.sent, "2022-02-20", "DfE", "Ofsted", "20/02/2022,DfE", rule: "table-row", object: "Another")
    let conflicts = table.graph().conflicts
    #expect(conflicts.map(\.kind) == [.dates])
    #expect(conflicts[0].statement.contains("2022-02-17") && conflicts[0].statement.contains("2022-02-16"))
  }

  @Test("Traps 6 and 7: labels that jump") func labelsThatJump() throws {
    var table = GraphTable()
    let month = try #require(Timex(year: 2022, month: 2))
    table.claim(.version, "dpia", "v2?", "V2 DPIA (?) signed off", when: Timex(day: day("2022-02-15")))
    table.claim(
      .version, "dpia", "v1", "February 15th V1 DPIA withdrawn", when: Timex(day: day("2022-02-15")))
    table.claim(.version, "dpia", "v6", "v6 of the DPIA in February 2022", when: month)
    let conflicts = table.graph().conflicts
    #expect(conflicts.contains { $0.kind == .version && !$0.isNote && $0.rule == "label-out-of-sequence" })
    var steady = GraphTable()
    steady.claim(.version, "dpia", "v1", "V1 of the DPIA", when: month)
    steady.claim(.version, "dpia", "v2", "V2 of the DPIA", when: month)
    steady.claim(.version, "policy", "v6", "v6 of the policy", when: month)
    #expect(steady.graph().conflicts.isEmpty)
  }

  @Test(arguments: [
    ("14443/22060=65", true), ("14443/22060=66", true), ("14443/22060=56", false), ("1/4=25", true),
  ])
  func sharesAreChecked(value: String, agrees: Bool) throws {
    var table = GraphTable()
    table.claim(.ratio, "schools", value, "a share")
    let conflict = try #require(table.graph().conflicts.first)
    #expect(conflict.isNote == agrees && conflict.kind == .numbers)
  }

  @Test("Trap 18: claims on frequency stand side by side") func claimsOnFrequencyStandSideBySide() throws {
    var table = GraphTable()
    table.claim(.frequency, "collect", "100", "The data is collected daily.", by: "DfE")
    table.claim(.frequency, "collect", "200", "a twice-daily collection", by: "DDM")
    table.claim(.frequency, "collect", "600-1200", "extracted every two-to-four hours", by: "Helpdesk")
    let note = try #require(table.graph().conflicts.first)
    #expect(
      note.isNote && note.kind == .frequency && note.sides.map(\.by) == [["DfE"], ["DDM"], ["Helpdesk"]])
    #expect(note.statement.contains("6 to 12 times a day"))
  }

  @Test func processingBeforeSignOff() throws {
    var table = GraphTable()
    table.page("page.html")
    table.dated(.started, "2022-01-31", "DfE", "", "Collection began on 31 January 2022.")
    table.dated(.signedOff, "2022-02-14", "DfE", "", "The DPIA was signed off on 14 February 2022.")
    let conflict = try #require(table.graph().conflicts.first)
    #expect(conflict.kind == .order && conflict.statement.hasPrefix("Computed, not a finding"))
  }

  @Test func theOrderOfAdditionDoesNotChangeIDs() throws {
    func ids(_ reversed: Bool) -> Set<Conflict.ID> {
      var table = GraphTable()
      let values = [("14443/22060=56", "a"), ("1/4=30", "b")]
      for (value, words) in reversed ? values.reversed() : values {
        table.claim(.ratio, "schools", value, words)
      }
      return Set(table.graph().conflicts.map(\.statement).map { Conflict.ID(text: $0) })
    }
    #expect(ids(false) == ids(true) && ids(false).count == 2)
  }
}
