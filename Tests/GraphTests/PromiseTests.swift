import DaybookCore
import Testing

@testable import DaybookGraph

@Suite struct PromiseTests {
  /// DfE promises ICO the plan; then what follows.
  private func outcome(_ promise: String, due: String?, then: (inout GraphTable) -> Void) throws -> Promise {
    var table = GraphTable()
    table.message("2022-02-10", "ICO", "DfE", "The plan")
    table.act(.asked, "ICO", "DfE", "Please send the plan.")
    table.message("2022-02-10", "DfE", "ICO", "RE: The plan")
    if let due {
      table.dated(.promised, due, "DfE", "ICO", promise, modality: .planned)
    } else {
      table.act(.promised, "DfE", "ICO", promise)
    }
    then(&table)
    return try #require(table.graph().promises.first { $0.text == promise })
  }

  @Test func isMetByTheThingItself() throws {
    let promise = try outcome("We will send the plan by 14 February.", due: "2022-02-14") {
      $0.message("2022-02-14", "DfE", "ICO", "The plan")
      $0.act(.sent, "DfE", "ICO", "Please find attached the plan.")
    }
    #expect(promise.outcome == .met && promise.keptOn == GraphTable.day("2022-02-14"))
    #expect(
      promise.by == ["DfE"] && promise.to == ["ICO"] && !promise.why.isEmpty && !promise.evidence.isEmpty)
  }

  /// The list tells that it came, and a day later of something like it.
  @Test("Trap 11: is met by a receipt") func isMetByAReceipt() throws {
    var table = GraphTable()
    table.page("list.html")
    table.dated(
      .promised, "2022-02-14", "DfE", "ICO", "the DfE will send the ICO the plan on the 14th",
      modality: .planned)
    table.dated(.received, "2022-02-14", "ICO", "DfE", "February 14th Plan received by the ICO.")
    table.dated(.sent, "2022-02-15", "DfE", "ICO", "February 15th DfE sends an updated plan.")
    let promise = try #require(table.graph().promises.first)
    #expect(promise.outcome == .met && promise.keptOn == GraphTable.day("2022-02-14"))
    #expect(promise.why.first?.hasPrefix("a receipt") == true)
  }

  @Test func isMetLate() throws {
    let promise = try outcome("We will send the plan by 14 February.", due: "2022-02-14") {
      $0.message("2022-02-20", "DfE", "ICO", "The plan")
      $0.act(.sent, "DfE", "ICO", "Attached is the plan.")
    }
    #expect(promise.outcome == .metLate && promise.why.contains("6 days after the due date"))
  }

  @Test func isNotMetByAnotherThingNorBySomebodyElse() throws {
    let promise = try outcome("We will send the plan by 14 February.", due: "2022-02-14") {
      $0.message("2022-02-12", "DfE", "ICO", "Meeting")
      $0.act(.sent, "DfE", "ICO", "Attached is the agenda.")
      $0.message("2022-02-13", "Ofsted", "ICO", "The plan")
      $0.act(.sent, "Ofsted", "ICO", "Attached is the plan.")
      $0.message("2022-03-01", "ICO", "DfE", "Where is it?")
    }
    #expect(promise.outcome == .notInRecord && promise.kept == nil)
  }

  @Test func theRecordMaySpeakAgainstIt() throws {
    let promise = try outcome("It will be online by the end of the month.", due: "2022-02-28") {
      $0.message("2022-03-02", "DfE", "ICO", "Publication")
      $0.act(.apologised, "DfE", "ICO", "I apologise that it is not yet published.")
    }
    #expect(promise.outcome == .notMet && promise.against.count == 1)
  }

  @Test func notYetBeforeTheDayIsNoFailure() throws {
    let promise = try outcome("It will be online by the end of the month.", due: "2022-02-28") {
      $0.message("2022-02-20", "DfE", "ICO", "Publication")
      $0.act(.apologised, "DfE", "ICO", "I apologise that it is not yet published.")
    }
    #expect(promise.outcome == .open)
  }

  @Test func isOpenWhereTheRecordEndsFirstOrNoDateIsGiven() throws {
    #expect(try outcome("We will send the plan by 14 February.", due: "2022-02-14") { _ in }.outcome == .open)
    #expect(
      try outcome("We will send the plan.", due: nil) { $0.message("2022-03-01", "ICO", "DfE", "x") }.outcome
        == .open)
  }

  @Test func aRetellingIsNoSecondPromise() throws {
    var table = GraphTable()
    table.message("2022-02-10", "DfE", "ICO", "The plan")
    table.dated(
      .promised, "2022-02-14", "DfE", "ICO", "We will send the plan by 14 February.", modality: .planned)
    table.page("page.html", on: "2022-09-01")
    table.dated(
      .promised, "2022-02-14", "DfE", "ICO", "the plan would be sent on the 14th", modality: .planned)
    let promises = table.graph().promises
    #expect(promises.count == 1 && promises[0].evidence.count == 2)
  }
}
