import DaybookCore
import Testing

@testable import DaybookGraph

/// What the record points to and does not hold.
@Suite("Follow-up list") struct FollowUpTests {
  private func unanswered(_ graph: EventGraph) -> [FollowUp] {
    graph.followUps.filter { $0.kind == .unanswered }
  }

  /// A request, then what follows, then the spring.
  private func graph(_ request: String, then: (inout GraphTable) -> Void = { _ in }) -> EventGraph {
    var table = GraphTable()
    table.message("2022-02-09", "ICO", "DfE", "Register data")
    table.act(.asked, "ICO", "DfE", request)
    then(&table)
    table.message("2022-04-10", "ICO", "DfE", "Spring")
    return table.graph()
  }

  @Test func whoWroteAgainUnderTheSameSubjectHasAnswered() {
    let request = "Please tell us how long it is kept."
    #expect(unanswered(graph(request)).count == 1)
    let answered = graph(request) {
      $0.message("2022-02-11", "DfE", "ICO", "RE: Register data")
      $0.act(.told, "DfE", "ICO", "Mr Smith looks after this now.")
    }
    #expect(unanswered(answered).isEmpty)
    let elsewhere = graph(request) { $0.message("2022-02-11", "DfE", "ICO", "Lunch") }
    #expect(unanswered(elsewhere).count == 1)
  }

  @Test func aMessageIsListedOnceWithTheNumberOfItsRequests() throws {
    let list = unanswered(
      graph("Please tell us how long it is kept.") {
        $0.act(.asked, "ICO", "DfE", "Please tell us who sees it.")
        $0.act(.asked, "ICO", "DfE", "Please tell us why.")
      })
    #expect(list.count == 1 && list.first?.text.hasSuffix("; the same message asks 2 things more") == true)
  }

  @Test(arguments: ["Let me know if you need anything.", "Please call me if you have any questions."])
  func courtesiesAskNothing(words: String) { #expect(unanswered(graph(words)).isEmpty) }

  @Test func whatEveryMessageAsksIsSmallPrint() {
    let list = unanswered(
      graph("Tell us what you think in a short survey.") {
        for day in ["2022-02-10", "2022-02-11"] {
          $0.message(day, "ICO", "DfE", "Note of \(day)")
          $0.act(.asked, "ICO", "DfE", "Tell us what you think in a short survey.")
        }
      })
    #expect(list.isEmpty)
  }

  @Test func aPaperOfNobodyNamedIsMissedOnADayWithoutAny() {
    let graph = graph("Please tell us why.") {
      $0.dated(.sent, "2022-02-16", "", "", "The note of 16 February speaks of it.")
      $0.dated(.sent, "2022-02-09", "", "", "The note of 9 February does not.")
    }
    #expect(
      graph.followUps.filter { $0.kind == .missingMessage }.map(\.from) == [GraphTable.day("2022-02-16")])
  }

  @Test func yearsThatAPaperLooksBackOnAreNoSilence() {
    var table = GraphTable()
    table.message("2022-02-09", "ICO", "DfE", "Register data")
    table.message("2022-04-10", "ICO", "DfE", "Spring")
    let old = Gap(after: GraphTable.day("1973-12-24"), before: GraphTable.day("2002-03-06"))
    let new = Gap(after: GraphTable.day("2022-02-09"), before: GraphTable.day("2022-04-10"))
    #expect(
      table.graph(gaps: [old, new]).followUps.filter { $0.kind == .silence }.map(\.from) == [new.after])
  }
}
