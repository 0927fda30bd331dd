import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct SequenceTests {
  private let ico = "Information Commissioner's Office"
  private let dfe = "Department for Education"

  private func entry(
    _ order: Int, _ kind: EventKind, _ summary: String, rule: String, from: String, to: String? = nil,
    message: Int? = nil, modality: Modality = .happened, when: EventDate? = nil
  ) -> ChronologyEntry {
    var parties = [Participation(name: from, kind: .body, role: .agent)]
    if let to { parties.append(Participation(name: to, kind: .body, role: .recipient)) }
    var entry = ChronologyEntry(
      id: Event.ID(text: "e\(order)"), order: order,
      when: when ?? SampleDates.at(SampleDates.day(2022, 2, 10), 10, 2), kind: kind, modality: modality,
      summary: summary, parties: parties,
      evidence: [.init(source: "bundle.pdf", sha256: "00", page: 4, bytes: 0..<3, quote: summary)],
      rule: rule,
      isStated: true, context: nil)
    entry.assertion.message = message.map { Event.ID(text: "e\($0)") }
    return entry
  }

  private func lines(_ entries: [ChronologyEntry]) throws -> [String] {
    let chronology = Chronology(
      title: "Case", bundle: DocumentBundle.ID(text: "b"), generator: "daybook",
      parties: [
        Party(kind: .body, name: ico, aliases: ["ICO", "the Commissioner"]),
        Party(kind: .body, name: dfe, aliases: ["DfE"]),
      ], gaps: [], ledger: Ledger(), count: entries.count, entries: entries)
    var sink = MemorySink()
    try SequenceEmitter().emit(chronology, to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func anActStandsForTheMessageThatSaysIt() throws {
    let found = try lines([
      entry(1, .sent, "\(ico) → \(dfe): Trial", rule: "message-sent", from: ico, to: dfe),
      entry(
        2, .askedToPause, "\(ico) asks \(dfe) to pause the trial", rule: "undated-act", from: ico, to: dfe,
        message: 1),
      entry(3, .sent, "\(dfe) → \(ico): Noted", rule: "message-sent", from: dfe, to: ico),
    ])
    #expect(
      found == [
        "• 10 February 2022, 10:02  ICO asks DfE to pause the trial [bundle.pdf, p. 4]",
        "• 10 February 2022, 10:02  DfE → ICO: Noted [bundle.pdf, p. 4]",
      ])
  }

  @Test func quotedWordsKeepTheirNames() throws {
    let found = try lines([
      entry(1, .told, "\(ico) tells \(dfe): “The \(ico) waits.”", rule: "undated-act", from: ico, to: dfe)
    ])
    #expect(found == ["• 10 February 2022, 10:02  ICO tells DfE: “The \(ico) waits.” [bundle.pdf, p. 4]"])
  }

  @Test func bareDatesAndDenialsAreLeftOut() throws {
    let found = try lines([
      entry(1, .statement, "A day", rule: "dated-clause", from: ico),
      entry(2, .told, "Not said", rule: "dated-clause", from: ico, modality: .denied),
      entry(3, .told, "Undated", rule: "undated-act", from: ico, when: .undated),
      entry(4, .promised, "an answer", rule: "dated-clause", from: ico, to: dfe, modality: .planned),
    ])
    #expect(
      found == ["• 10 February 2022, 10:02 (planned)  ICO → DfE, promised: an answer [bundle.pdf, p. 4]"])
  }
}

/// Each format of the graph, on a graph of our own.
@Suite struct GraphEmitterTests {
  private func graph() -> CaseGraph {
    let entries = [1, 2].map { order in
      ChronologyEntry(
        id: Event.ID(text: "e\(order)"), order: order, when: SampleDates.on(SampleDates.day(2022, 2, order)),
        kind: .asked, modality: .happened, summary: "<asks> \"\(order)\" & more\u{1}",
        parties: [Participation(name: "ICO", kind: .body, role: .agent)],
        evidence: [.init(source: "a.pdf", sha256: "00", page: 1, bytes: 0..<1, quote: "x")], rule: "test",
        isStated: true, context: nil)
    }
    var graph = EventGraph()
    graph.relations = [Relation(kind: .respondsTo, from: "e2", to: "e1", evidence: [], rule: "test")]
    return CaseGraph(
      chronology: Chronology(
        title: "Case \"one\"", bundle: DocumentBundle.ID(text: "b"), generator: "daybook",
        parties: [Party(kind: .body, name: "ICO")], gaps: [], ledger: Ledger(), count: 2, entries: entries),
      graph: graph)
  }

  private func output(_ name: String) throws -> String {
    var sink = MemorySink()
    try #require(GraphEmitters.named(name)).emit(graph(), to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test func namesAreTheirOwn() {
    #expect(Set(GraphEmitters.all.map(\.name)).count == GraphEmitters.all.count)
  }

  @Test func jsonHoldsNodesAndRelations() throws {
    let text = try output("json")
    #expect(
      text.contains("\"format\":\"daybook-graph/1\"")
        && text.contains("\"kind\":\"responds-to\",\"from\":\"e2\""))
    #expect(!text.contains("<asks>"), "escaped, for it may stand in a page")
  }

  @Test func graphMLEscapesWhatItHolds() throws {
    let text = try output("graphml")
    #expect(text.contains("&lt;asks&gt; &quot;1&quot; &amp; more"))
    #expect(text.contains("source=\"e2\" target=\"e1\"") && text.hasSuffix("</graphml>\n"))
    #expect(!text.utf8.contains(1))
  }

  @Test func dotQuotesWhatItHolds() throws {
    let text = try output("dot")
    #expect(
      text.hasPrefix("digraph \"Case \\\"one\\\"\" {")
        && text.contains("\"e2\" -> \"e1\" [label=\"responds-to\"];"))
  }

  @Test func ftmIsOneEntityALine() throws {
    let lines = try output("ftm").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0].contains("\"schema\":\"Organization\"") && lines[1].contains("\"date\":[\"2022-02-01\"]"))
    #expect(lines[3].contains("\"schema\":\"UnknownLink\""))
  }
}
