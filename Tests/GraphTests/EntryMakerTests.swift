import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct EntryMakerTests {
  private let places: [Document.ID: EntryMaker.Place] = [
    Document.ID(text: "d0"): .init(path: "a.txt", sha256: "aa", alsoAt: ["copy of a.txt"]),
    Document.ID(text: "d1"): .init(path: "b.txt", sha256: "bb", alsoAt: []),
  ]

  private func maker() -> EntryMaker {
    var resolver = PartyResolver()
    resolver.add(
      Alias(name: "Department for Education", alias: "DfE", kind: .body, evidence: nil, rule: "test"))
    return EntryMaker(places: places, parties: resolver.resolve())
  }

  private func event(_ document: Int, _ name: String, parties: [(String, Party.Role)] = []) -> Event {
    var line = EventTable.Line(document, name, SampleDates.on(SampleDates.day(2022, 2, 15)))
    line.parties = parties.map { Participation(name: $0.0, kind: .body, role: $0.1) }
    return line.event(at: 1)
  }

  @Test func theFirstLeadsAndAllAreEvidence() throws {
    let (first, second) = (event(0, "asked"), event(1, "was asked"))
    let entry = try #require(maker().entry(order: 7, events: [first, second])).entry
    #expect((entry.id, entry.order, entry.summary, entry.when) == (first.id, 7, "asked", first.when))
    #expect(
      entry.evidence == [
        .init(
          source: "a.txt", sha256: "aa", page: nil, bytes: 100..<105, quote: "asked",
          alsoAt: ["copy of a.txt"]),
        .init(source: "b.txt", sha256: "bb", page: nil, bytes: 100..<109, quote: "was asked"),
      ])
  }

  @Test func thereIsNoEntryWithoutEvidence() {
    #expect(maker().entry(order: 1, events: []) == nil)
    #expect(maker().entry(order: 1, events: [event(9, "in a document that nobody knows")]) == nil)
    #expect(
      maker().entry(order: 1, events: [event(9, "unknown"), event(1, "known")])?.entry.evidence.count == 1)
  }

  @Test func theSameEvidenceStandsOnce() throws {
    let events = [event(0, "asked"), event(0, "asked"), event(1, "asked")]
    #expect(
      try #require(maker().entry(order: 1, events: events)).entry.evidence.map(\.source) == [
        "a.txt", "b.txt",
      ])
  }

  @Test func partiesGoByTheirNameInTheCase() throws {
    let made = try #require(
      maker().entry(order: 1, events: [event(0, "asked", parties: [("the DfE", .agent)])]))
    #expect(made.entry.parties.map(\.name) == ["Department for Education"])
    #expect(made.parties == [Party.ID(of: ["Department for Education"])])
  }

  @Test func laterTellingsFillOnlyRolesThatAreOpen() throws {
    let events = [
      event(0, "asked", parties: [("ICO", .agent)]),
      event(
        1, "was asked", parties: [("Commissioner", .agent), ("DfE", .recipient), ("Ministers", .recipient)]),
      event(1, "asked of", parties: [("Schools", .recipient), ("Parliament", .mentioned)]),
    ]
    let parties = try #require(maker().entry(order: 1, events: events)).entry.parties
    #expect(parties.filter { $0.role == .agent }.map(\.name) == ["ICO"])
    #expect(
      parties.filter { $0.role == .recipient }.map(\.name) == ["Department for Education", "Ministers"])
    #expect(parties.filter { $0.role == .mentioned }.map(\.name) == ["Parliament"])
  }

  /// A line that stands at the foot of every page is one entry with as many pieces of evidence.
  @Test func thousandsOfCopiesAreLinear() {
    let maker = maker()
    let ratio = growth(
      of: { count in
        let events = (0..<count).map { EventTable.Line(0, "footer", at: $0 * 10).event(at: 0) }
        #expect(maker.entry(order: 1, events: events)?.entry.evidence.count == count)
      }, from: 1000)
    #expect(ratio < 40)
  }
}
