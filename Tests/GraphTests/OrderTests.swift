import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

/// The rules of `Docs/ordering.md`, one by one.
@Suite struct OrderTests {
  private typealias Line = EventTable.Line

  private func on(_ day: Int, _ month: Int = 2) -> EventDate {
    SampleDates.on(SampleDates.day(2022, month, day))
  }
  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> EventDate {
    SampleDates.at(SampleDates.day(2022, 2, day), hour, minute)
  }

  @Test func theMomentAtWhichAnEventBegins() {
    let table = EventTable([
      Line(0, "third", on(3)),
      Line(0, "first", SampleDates.between(SampleDates.day(2022, 2, 1), SampleDates.day(2022, 2, 28))),
      Line(1, "second", on(2)), Line(1, "year before", SampleDates.on(SampleDates.day(2021, 12, 31))),
    ])
    #expect(table.names() == ["year before", "first", "second", "third"])
  }

  @Test func aMonthBeginsOnItsFirst() {
    let table = EventTable([
      Line(0, "on the second", on(2)), Line(0, "on the last of January", on(31, 1)),
      Line(1, "in February", SampleDates.month(2022, 2)),
    ])
    #expect(table.names() == ["on the last of January", "in February", "on the second"])
  }

  @Test func anOpenStartCountsFromItsEnd() {
    let table = EventTable([
      Line(0, "by the tenth", SampleDates.between(nil, SampleDates.day(2022, 2, 10))),
      Line(0, "ninth", on(9)),
      Line(0, "eleventh", on(11)),
      Line(0, "since the eighth", SampleDates.between(SampleDates.day(2022, 2, 8), nil)),
    ])
    #expect(table.names() == ["since the eighth", "ninth", "by the tenth", "eleventh"])
  }

  @Test func timesWithinADayFollowTheDayWithoutATime() {
    let table = EventTable([
      Line(0, "evening", at(1, 18, 30)), Line(1, "morning", at(1, 9, 5)), Line(1, "next day", on(2)),
      Line(2, "day", on(1)),
    ])
    #expect(table.names() == ["day", "morning", "evening", "next day"])
  }

  /// The wall clock counts, as printed; a zone is shown and not reckoned with.
  @Test func clocksAreReadAsPrinted() {
    let day = SampleDates.day(2022, 2, 1)
    let table = EventTable([
      Line(0, "ten in Tokyo", SampleDates.at(day, 10, 0, offset: 540)),
      Line(1, "nine in London", SampleDates.at(day, 9, 0, offset: 0)),
    ])
    #expect(table.names() == ["nine in London", "ten in Tokyo"])
  }

  @Test func ofOneMomentTheDocumentWithTheFinestDate() {
    let table = EventTable([
      Line(0, "month", SampleDates.month(2022, 2)), Line(1, "day", on(1)), Line(2, "midnight", at(1, 0)),
      Line(3, "year", EventDate(timex: Timex(year: 2022), basis: .explicit)), Line(3, "year's day", on(1, 1)),
    ])
    #expect(table.names() == ["year", "year's day", "midnight", "day", "month"])
  }

  @Test func ofOneMomentAndGrainTheOrderOfPaths() {
    let table = EventTable([
      Line(0, "a", on(1)), Line(1, "b", on(1)), Line(1, "c", on(1)), Line(2, "d", on(1)),
    ])
    #expect(table.names() == ["a", "b", "c", "d"])
  }

  /// A document's entries of one moment are not torn apart by another document's.
  @Test func insideADocumentItsOwnOrder() {
    let table = EventTable([
      Line(0, "first on the page", SampleDates.month(2022, 2), at: 10),
      Line(0, "second on the page", on(1), at: 20),
      Line(0, "third on the page", SampleDates.month(2022, 2), at: 30), Line(1, "another's", on(1)),
    ])
    #expect(table.names() == ["first on the page", "second on the page", "third on the page", "another's"])
  }

  @Test func anUndatedEventFollowsTheDatedOneBeforeIt() {
    let table = EventTable([
      Line(0, "x1", on(1)), Line(0, "undated after x1"), Line(0, "and another"), Line(0, "x3", on(3)),
      Line(0, "undated after x3"),
      Line(1, "y1", on(1)), Line(1, "y2", on(2)),
    ])
    #expect(
      table.names() == ["x1", "undated after x1", "and another", "y1", "y2", "x3", "undated after x3"])
  }

  @Test func anUndatedEventAtTheStartWaitsForTheFirstDate() {
    let table = EventTable([
      Line(0, "before any date"), Line(0, "and another"), Line(0, "x2", on(2)), Line(0, "x1", on(1)),
      Line(1, "y1", on(1)),
      Line(1, "y2", on(2)),
    ])
    #expect(table.names() == ["x1", "y1", "before any date", "and another", "x2", "y2"])
  }

  @Test func aDocumentWithoutAnyDateStandsAtTheEnd() {
    let table = EventTable([
      Line(0, "a nowhere"), Line(0, "b nowhere"), Line(1, "c", on(1)), Line(2, "d nowhere"),
      Line(3, "e", on(28)),
    ])
    #expect(table.names() == ["c", "e", "a nowhere", "b nowhere", "d nowhere"])
  }

  /// "18 January" of nobody knows which year is no date to sort by.
  @Test func aDateWithoutAYearIsPlacedByItsNeighbours() {
    let yearless = EventDate(
      timex: Timex(earliest: nil, latest: nil, grain: .day, yearless: .init(month: 1, day: 18)),
      basis: .explicit)
    let table = EventTable([
      Line(0, "x1", SampleDates.month(2022, 2)), Line(0, "some 18 January", yearless), Line(1, "y1", on(1)),
      Line(1, "y2", on(2)),
    ])
    #expect(table.names() == ["y1", "x1", "some 18 January", "y2"])
  }

  @Test func equalPlacesKeepTheOrderInWhichTheyCame() {
    let lines = (0..<6).map { Line(0, "e\($0)", on(1), at: 7, quote: "\($0)") }
    #expect(EventTable(lines, rows: [60, 50, 40, 30, 20, 10]).names() == lines.map(\.name))
  }

  @Test func nothingInNothingOut() {
    #expect(EventTable([]).names().isEmpty)
    #expect(ChronologyBuilder().gaps(ofAtLeast: 1).isEmpty)
  }
}

// What holds for any bundle.
extension OrderTests {
  /// A bundle of a few documents with close dates of every grain, and undated events among them.
  static func random(_ seed: UInt64, texts: [String] = []) -> [EventTable.Line] {
    var random = SeededGenerator(seed: seed)
    var lines: [EventTable.Line] = []
    for document in 0..<Int.random(in: 1...6, using: &random) {
      for place in 0..<Int.random(in: 0...8, using: &random) {
        let day = SampleDates.day(2022, 2, Int.random(in: 1...4, using: &random))
        let when: EventDate =
          switch Int.random(in: 0...6, using: &random) {
          case 0, 1: .undated
          case 2: SampleDates.month(2022, Int.random(in: 1...2, using: &random))
          case 3: SampleDates.at(day, Int.random(in: 0...2, using: &random), 0)
          case 4: SampleDates.between(nil, day)
          default: SampleDates.on(day)
          }
        let name = texts.randomElement(using: &random) ?? "event \(lines.count)"
        lines.append(
          EventTable.Line(
            document, name, when, kind: Bool.random(using: &random) ? .told : .asked,
            from: Bool.random(using: &random) ? "ICO" : nil, at: place * 50))
      }
    }
    return lines
  }

  private static let texts = [
    "asked the department to pause the trial", "asked the department to pause the attendance trial",
    "Thanks.",
    "sent 15 letters to schools", "sent 16 letters to schools",
    "the department said that the trial would go on as it was planned in the first place",
  ]

  @Test func rowsAreOnlyNames() {
    for seed in UInt64(1)...300 {
      let lines = OrderTests.random(seed, texts: seed % 2 == 0 ? OrderTests.texts : [])
      var random = SeededGenerator(seed: seed &* 31)
      let rows = lines.indices.map { Int64($0 + 1) }.shuffled(using: &random)
      #expect(EventTable(lines).plan() == EventTable(lines, rows: rows).plan(), "seed \(seed)")
    }
  }

  @Test func everyEventStandsInOneEntry() {
    for seed in UInt64(1)...300 {
      let lines = OrderTests.random(seed, texts: OrderTests.texts)
      let plan = EventTable(lines).plan()
      #expect(plan.flatMap { $0 }.sorted() == Array(lines.indices), "seed \(seed)")
      #expect(plan.allSatisfy { !$0.isEmpty }, "seed \(seed)")
    }
  }

  @Test func datedEntriesAreInOrderOfTheirMoments() {
    for seed in UInt64(1)...300 {
      let lines = OrderTests.random(seed)
      let moments = EventTable(lines).plan().compactMap { entry in
        lines[entry[0]].when.timex.flatMap { $0.earliest ?? $0.latest }
      }
      #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    }
  }

  /// What stands before what in a document stays so wherever both have one moment, or the later one is
  /// undated.
  @Test func undatedEventsKeepTheirNeighbour() {
    for seed in UInt64(1)...300 {
      let lines = OrderTests.random(seed)
      let order = EventTable(lines).plan().map { $0[0] }
      var rank = [Int](repeating: 0, count: lines.count)
      for (place, index) in order.enumerated() { rank[index] = place }
      for index in lines.indices.dropFirst()
      where lines[index].document == lines[index - 1].document && lines[index].when.timex == nil {
        #expect(
          rank[index] > rank[index - 1], "seed \(seed), line \(index)")
      }
    }
  }

  /// A log of a hundred thousand rows: each must cost the same.
  @Test func aLongDocumentIsLinear() {
    let ratio = growth(
      of: { count in
        let lines = (0..<count).map { Line(0, "event \($0)", on(1 + $0 % 28)) }
        #expect(EventTable(lines).plan().count == count)
      }, from: 1500)
    #expect(ratio < 40)
  }
}
