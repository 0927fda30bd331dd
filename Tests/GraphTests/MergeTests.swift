import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct MergeTests {
  private typealias Line = EventTable.Line

  private let when = SampleDates.on(SampleDates.day(2022, 2, 15))
  private let pause = "The Commissioner asked the department to pause the trial."
  private let pauseAgain = "The department was asked by the Commissioner to pause the trial."

  @Test func theSameWordsOfTheSameDayInTwoDocumentsAreOne() {
    let table = EventTable([Line(0, pause, when), Line(1, pause, when), Line(2, pause, when)])
    #expect(table.plan() == [[0, 1, 2]])
  }

  @Test func spacesQuotesAndLineBreaksMakeNoOtherWords() {
    let table = EventTable([
      Line(0, "a", when, quote: "“We” asked – on  15\nFebruary: pause"),
      Line(1, "b", when, quote: "\"We\" asked - on 15 february pause."),
      Line(2, "c", when, quote: "We asked,\u{A0}on 15\u{2028}February…\u{FEFF} pause"),
    ])
    #expect(table.plan() == [[0, 1, 2]])
  }

  @Test(arguments: [
    ("paid 1.5 million", "paid 15 million"), ("rows 1 23", "rows 12 3"), ("5 pupils", "6 pupils"),
    ("1-5 pupils", "1.5 pupils"),
    ("at 10:14", "at 1014"), ("paid £5", "paid $5"), ("5% of pupils", "5 of pupils"),
    ("paid £1.5m", "paid £15m"),
    ("asked 3 questions about the trial of schools", "asked 5 questions about the trial of schools"),
    ("version 1.2 of the assessment was sent", "version 2.1 of the assessment was sent"),
    ("sent on 3/2 with the assessment", "sent on 2/3 with the assessment"),
  ])
  func whatDiffersInANumberStaysApart(left: String, right: String) {
    let table = EventTable([Line(0, left, when), Line(1, right, when)])
    #expect(table.plan().count == 2)
  }

  @Test func twoRequestsOfOneDayThatDifferInANumberStayApart() {
    let lines = [15, 16].map {
      Line($0, "The ICO asked for the records of \($0) pupils.", when, kind: .asked, from: "ICO", to: "DfE")
    }
    #expect(EventTable(lines).plan().count == 2)
  }

  @Test func similarWordsOfTwoDocumentsAreOne() {
    let table = EventTable([
      Line(0, pause, when, kind: .askedToPause, from: "ICO", to: "DfE"),
      Line(1, pauseAgain, when, kind: .askedToPause, from: "ICO", to: "DfE"),
    ])
    #expect(table.plan() == [[0, 1]])
  }

  @Test func similarWordsOfOneDocumentStayApart() {
    let table = EventTable([
      Line(0, pause, when, kind: .askedToPause, from: "ICO", to: "DfE"),
      Line(0, pauseAgain, when, kind: .askedToPause, from: "ICO", to: "DfE"),
    ])
    #expect(table.plan() == [[0], [1]])
  }

  /// Two events that one document tells apart are not joined because another document tells one of them.
  @Test func similarWordsOfOneDocumentAreNotJoinedByAThird() {
    let table = EventTable([
      Line(0, pause, when, kind: .askedToPause), Line(1, pauseAgain, when, kind: .askedToPause),
      Line(1, "The Commissioner asked the department again to pause the trial.", when, kind: .askedToPause),
    ])
    #expect(table.plan() == [[0, 1], [2]])
  }

  @Test(arguments: [
    EventTable.Line(
      1, "The department was asked by the Commissioner to pause the trial.",
      SampleDates.on(SampleDates.day(2022, 2, 16)), kind: .askedToPause, from: "ICO"),
    EventTable.Line(
      1, "The department was asked by the Commissioner to pause the trial.",
      SampleDates.on(SampleDates.day(2022, 2, 15)), kind: .asked, from: "ICO"),
    EventTable.Line(
      1, "The department was asked by the Commissioner to pause the trial.",
      SampleDates.on(SampleDates.day(2022, 2, 15)), kind: .askedToPause, from: "DfE"),
    EventTable.Line(
      1, "The department was asked by the Commissioner to pause the trial.",
      SampleDates.on(SampleDates.day(2022, 2, 15)), kind: .askedToPause),
    EventTable.Line(
      1, "The department was not asked by the Commissioner to pause the trial.",
      SampleDates.on(SampleDates.day(2022, 2, 15)), kind: .askedToPause, modality: .denied, from: "ICO"),
    EventTable.Line(
      1, "The Commissioner published an opinion.", SampleDates.on(SampleDates.day(2022, 2, 15)),
      kind: .askedToPause, from: "ICO"),
    EventTable.Line(
      1, "The department was asked by the Commissioner to pause the trial.", kind: .askedToPause, from: "ICO"),
  ])
  func anotherDayKindPartyModalityOrActStaysApart(other: EventTable.Line) {
    let table = EventTable([Line(0, pause, when, kind: .askedToPause, from: "ICO"), other])
    #expect(table.plan().count == 2, "\(other)")
  }

  @Test func aTellingWithTheTimeOfDayLeadsOneWithout() {
    let time = SampleDates.at(SampleDates.day(2022, 2, 15), 10, 0)
    let table = EventTable([
      Line(0, pause, when, kind: .askedToPause, from: "ICO"),
      Line(1, pauseAgain, time, kind: .askedToPause, from: "ICO", to: "DfE"),
    ])
    #expect(table.plan() == [[1, 0]])
  }

  @Test func tellingsOfTwoMinutesStayApart() {
    let times = [10, 11].map { SampleDates.at(SampleDates.day(2022, 2, 15), $0, 0) }
    let table = EventTable([
      Line(0, pause, times[0], kind: .askedToPause, from: "ICO"),
      Line(1, pauseAgain, times[1], kind: .askedToPause, from: "ICO"),
    ])
    #expect(table.plan().count == 2)
  }

  @Test func tellingsToDifferentReadersStayApart() {
    let table = EventTable([
      Line(0, pause, when, kind: .askedToPause, from: "ICO", to: "DfE"),
      Line(1, pauseAgain, when, kind: .askedToPause, from: "ICO", to: "Ofsted"),
    ])
    #expect(table.plan().count == 2)
  }

  @Test func aShortTellingIsContainedInALongOne() {
    let table = EventTable([
      Line(
        0, "We ask you to pause the collections and any further processing of the records", when,
        kind: .askedToPause, from: "ICO"),
      Line(
        1,
        "ICO asks the DfE to pause the collections and any further processing, and not to let schools sign up until the assessment is done",
        when, kind: .askedToPause, from: "ICO", to: "DfE"),
    ])
    #expect(table.plan() == [[0, 1]])
  }

  @Test func similarWordsOfAWholeMonthStayApart() {
    let month = SampleDates.month(2022, 2)
    let table = EventTable([Line(0, pause, month), Line(1, pauseAgain, month)])
    #expect(table.plan().count == 2)
    #expect(EventTable([Line(0, pause, month), Line(1, pause, month)]).plan() == [[0, 1]])
  }

  @Test func anUndatedOneLinerStaysApart() {
    #expect(EventTable([Line(0, "Thanks."), Line(1, "Thanks.")]).plan() == [[0], [1]])
    let long = "The department declined to pause the trial, and said that it would go on collecting the data."
    #expect(EventTable([Line(0, long), Line(1, long)]).plan() == [[0, 1]])
  }

  @Test func theFirstDocumentLeads() {
    let table = EventTable([
      Line(0, "other", SampleDates.on(SampleDates.day(2022, 1, 1))), Line(1, pause, when),
      Line(2, "more", when), Line(3, pause, when),
    ])
    #expect(table.plan() == [[0], [1, 3], [2]])
  }

  /// A day on which thousands of messages go between the same two parties: the words of each are compared
  /// with a few others only.
  @Test func aBusyDayIsLinear() {
    var asked = 0
    let lines = (0..<1000).map {
      Line($0, "message about matter\($0)", when, kind: .sent, from: "ICO", to: "DfE")
    }
    let plan = EventTable(lines).builder().plan { row in
      asked += 1
      return lines[Int(row) - 1].event(at: 0)
    }
    #expect(plan.count == 1000)
    #expect(asked <= 1000 * 17)
  }

  @Test func eventsAreReadOnlyWhereWordsMustBeCompared() {
    var asked = 0
    let lines = (0..<100).map {
      Line($0, "message \($0)", SampleDates.on(SampleDates.day(2022, 1, 1).adding(days: $0)))
    }
    _ = EventTable(lines).builder().plan { row in
      asked += 1
      return lines[Int(row) - 1].event(at: 0)
    }
    #expect(asked == 0)
  }

  @Test func anErrorOfTheReaderComesOut() {
    struct Stop: Error {}
    let table = EventTable([Line(0, pause, when), Line(1, pauseAgain, when)])
    #expect(throws: Stop.self) { try table.builder().plan { _ in throw Stop() } }
  }
}
