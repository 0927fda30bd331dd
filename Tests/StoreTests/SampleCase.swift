import DaybookCore
import DaybookStore
import DaybookTestSupport

/// What the tests put into a store.
enum SampleCase {
  static func key(_ name: String, suffix: String = "txt") -> ConversionRecord.Key {
    ConversionRecord.Key(sha256: SHA256Digest(of: Array(name.utf8)).hex(), suffix: suffix)
  }

  static func document(_ text: [UInt8], pages: [Range<Int>] = [], named name: String = "paper") -> Document {
    Document(
      source: Source(id: Source.ID(text: key(name).sha256), path: name, byteCount: text.count), kind: .letter,
      title: "A letter", text: text,
      pages: pages.enumerated().map {
        Page(number: $0.offset + 1, bytes: $0.element, furniture: ["Page \($0.offset + 1)"])
      },
      blocks: [Block(.paragraph, 0..<text.count)],
      provenance: Provenance(stage: "convert", tool: "test", version: 1, input: name))
  }

  static func event(_ summary: String, at position: Int = 0, when: EventDate = .undated) -> Event {
    Event(
      kind: .asked, when: when, summary: summary, parties: [],
      evidence: [
        Anchor(
          document: Document.ID(text: "d"), bytes: position..<(position + summary.utf8.count), page: nil,
          quote: summary)
      ], rule: "test")
  }

  /// Reads `text` as the one document of the content `name`, up to its end.
  @discardableResult
  static func ingest(
    _ text: String, named name: String = "paper", into store: CaseStore, fingerprint: String = "f",
    events: [Event] = [],
    aliases: [Alias] = []
  ) throws -> Int64 {
    let conversion = try store.begin(key(name), fingerprint: fingerprint)
    let document = document(Array(text.utf8), named: name)
    let row = try store.addDocument(document, name: "", to: conversion)
    try store.append(
      ChunkRecord(start: 0, document: document, events: events, aliases: aliases), number: 0, to: row)
    try store.finish(ConversionRecord(row: conversion, key: key(name), mediaType: "text/plain"))
    return row
  }

  static func entry(
    _ order: Int, _ when: EventDate = .undated, kind: EventKind = .asked, id: String? = nil,
    summary: String = "asked"
  ) -> ChronologyEntry {
    ChronologyEntry(
      id: Event.ID(text: id ?? SHA256Digest(of: Array("\(order)".utf8)).hex(bytes: 16)), order: order,
      when: when,
      kind: kind, modality: .happened, summary: summary, parties: [],
      evidence: [.init(source: "a.txt", sha256: "00", page: nil, bytes: 0..<5, quote: "asked")], rule: "test",
      isStated: true, context: nil)
  }

  static func replace(
    _ entries: [(ChronologyEntry, [Party.ID])], parties: [Party] = [], settings: [String: String] = [:],
    in store: CaseStore
  ) throws {
    try store.replaceEntries(parties: parties) { add in
      for (entry, members) in entries { try add(StoredEntry(entry, parties: members)) }
      return settings
    }
  }

  static func orders(_ entries: some EntrySequence) throws -> [Int] {
    var orders: [Int] = []
    try entries.forEach { orders.append($0.order) }
    return orders
  }
}

/// A store in a folder of its own.
struct ScratchStore {
  let folder: ScratchFolder
  let store: CaseStore

  init() throws {
    folder = try ScratchFolder()
    store = try CaseStore(path: folder.path + "/case.daybook")
  }
}
