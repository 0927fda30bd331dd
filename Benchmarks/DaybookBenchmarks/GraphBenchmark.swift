import DaybookCore
import DaybookExtract
import DaybookGraph
import DaybookStore
import Foundation

/// What the event graph costs on top of reading plain text, whether its time grows with the events and no faster,
/// and a filtered page of a million entries.
struct GraphBenchmark: Benchmark {
  let name = "graph"

  func run() throws -> [BenchmarkRow] {
    let document = SampleText.document(paragraphs: 5_000, seed: 1)
    let extractor = Extractor()
    var events: [Event] = []
    let reading = Timing.best { events = extractor.extract(document).events }
    let entries = GraphBenchmark.entries(events, of: document)
    let graph = Timing.best { GraphBenchmark.build(entries.entries, entries.parties) }
    let many = (0..<10).flatMap { copy in
      entries.entries.enumerated().map { index, entry in
        var entry = entry
        entry.order = copy * entries.entries.count + index + 1
        return entry
      }
    }
    let tenfold = Timing.best(of: 1) { GraphBenchmark.build(many, entries.parties) }
    return [
      BenchmarkRow(
        name: name, ours: reading + graph, rival: reading,
        note:
          "\(events.count) events; rival: reading their text without it, of a text that is there already"
      ),
      BenchmarkRow(
        name: name + "-tenfold", ours: tenfold, rival: graph,
        note: "\(many.count) entries; rival: a tenth of them, so 10 is linear"),
      try page(entries.entries),
    ]
  }

  private static func entries(
    _ events: [Event], of document: Document
  ) -> (entries: [ChronologyEntry], parties: ResolvedParties) {
    var resolver = PartyResolver()
    for event in events { for participation in event.parties { resolver.add(participation) } }
    let parties = resolver.resolve()
    let place = EntryMaker.Place(
      path: document.source.path, sha256: document.source.id.text, alsoAt: [])
    let maker = EntryMaker(places: [document.id: place], parties: parties)
    let entries = events.enumerated().compactMap { maker.entry(order: $0 + 1, events: [$1])?.entry }
    return (entries, parties)
  }

  private static func build(_ entries: [ChronologyEntry], _ parties: ResolvedParties) {
    var builder = GraphBuilder(parties: parties)
    for entry in entries { builder.add(entry, events: []) }
    _ = builder.build(gaps: [])
  }

  /// Of a million entries, a hundred of one kind from the middle on.
  private func page(_ entries: [ChronologyEntry]) throws -> BenchmarkRow {
    let path = BenchmarkFiles.scratch("million") + "/million.daybook"
    for ending in ["", "-wal", "-shm", "-lock"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    let store = try CaseStore(path: path)
    let count = 1_000_000
    try store.replaceEntries(parties: []) { add in
      for number in 1...count {
        var entry = entries[number % max(1, entries.count)]
        entry.order = number
        try add(StoredEntry(entry, parties: []))
      }
      return [:]
    }
    var filter = EntryFilter()
    filter.kinds = [entries.first?.kind ?? .asked]
    let ours = try Timing.best { _ = try store.page(filter, after: count / 2, limit: 100) }
    return BenchmarkRow(
      name: name + "-page", ours: ours,
      note: "100 entries of one kind out of a million; the bar is 0.1 s")
  }
}
