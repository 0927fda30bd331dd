import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookStore

@Suite struct DocumentTests {
  private let scratch: ScratchStore
  private var store: CaseStore { scratch.store }

  init() throws { scratch = try ScratchStore() }

  /// Puts a text away in chunks, each with the lengths of its pages (none: no pages), and gives its row.
  private func save(_ text: [UInt8], chunks: [(length: Int, pages: [Int])]) throws -> Int64 {
    let conversion = try store.begin(SampleCase.key("paper"), fingerprint: "f")
    let row = try store.addDocument(SampleCase.document([], named: "paper"), name: "", to: conversion)
    var start = 0
    for (number, chunk) in chunks.enumerated() {
      let own = Array(text[start..<(start + chunk.length)])
      var ranges: [Range<Int>] = []
      for length in chunk.pages {
        let from = ranges.last?.upperBound ?? 0
        ranges.append(from..<(from + length))
      }
      let document = SampleCase.document(own, pages: ranges)
      try store.append(
        ChunkRecord(start: start, document: document, events: [], aliases: []), number: number, to: row)
      start += chunk.length
    }
    try store.finish(ConversionRecord(row: conversion, key: SampleCase.key("paper")))
    return row
  }

  @Test(arguments: [
    "", "plain", "é", "two\r\nlines\r", "a\0b\0", "\0", "👩‍👩‍👧 “quotes” שלום", "e\u{301}", "\u{FEFF}bom",
    "\u{2028}",
  ])
  func aTextComesBackAsItWas(text: String) throws {
    let bytes = Array(text.utf8)
    let row = try save(bytes, chunks: [(bytes.count, [])])
    let chunks = try store.chunks(of: row)
    #expect(chunks.map(\.start) == [0])
    #expect(chunks.first?.document == SampleCase.document(bytes))
    #expect(try store.pages(of: row).map { Array($0.text.utf8) } == [bytes])
    #expect(try store.pages(of: row).map(\.number) == [nil])
  }

  @Test func chunksAndPagesTileTheText() throws {
    for seed in UInt64(1)...60 {
      var random = SeededGenerator(seed: seed)
      var (text, chunks): ([UInt8], [(length: Int, pages: [Int])]) = ([], [])
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        // Pages without a word are the rule in scans: at the beginning, in the middle, at the end, in chunks
        // of their own.
        let pages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Bool.random(using: &random)
            ? "" : ["word ", "é", "👩‍👩‍👧", "a\0b", "\r\n"].randomElement(using: &random) ?? ""
        }
        chunks.append((pages.joined().utf8.count, pages.map(\.utf8.count)))
        text += pages.joined().utf8
      }
      let row = try save(text, chunks: chunks)
      let read = try store.chunks(of: row)
      #expect(read.flatMap(\.document.text) == text, "seed \(seed)")
      #expect(read.map(\.document.text.count) == chunks.map(\.length), "seed \(seed)")
      let pages = try store.pages(of: row)
      #expect(pages.flatMap { Array($0.text.utf8) } == text, "seed \(seed)")
      #expect(pages.count == chunks.map(\.pages.count).reduce(0, +), "seed \(seed)")
      #expect(
        zip(pages, pages.dropFirst()).allSatisfy { $0.start + $0.text.utf8.count == $1.start }, "seed \(seed)"
      )
      #expect(
        try store.documents(of: try #require(try store.trees().values.first).record.row).map(\.textByteCount)
          == [text.count])
    }
  }

  /// A converter may keep the line break between two pages out of both.
  @Test func nothingIsLostBetweenPages() throws {
    let text = Array("one\ntwo\nthree\n".utf8)
    let document = SampleCase.document(text, pages: [0..<3, 4..<7, 8..<13])
    let conversion = try store.begin(SampleCase.key("paper"), fingerprint: "f")
    let row = try store.addDocument(document, name: "", to: conversion)
    try store.append(ChunkRecord(start: 0, document: document, events: [], aliases: []), number: 0, to: row)
    #expect(try store.chunks(of: row).map(\.document) == [document])
    #expect(try store.pages(of: row).map(\.start) == [0, 4, 8])
  }

  /// What a worker sends may break every rule of a document; it is kept somehow, and the process lives.
  @Test func pagesOutsideTheTextDoNoHarm() throws {
    let text = Array("some words".utf8)
    for pages in [[5..<90], [90..<99], [7..<9, 2..<3], [0..<10, 0..<10], [3..<3, 1..<1, 200..<400]] {
      let document = SampleCase.document(text, pages: pages)
      let conversion = try store.begin(SampleCase.key("paper"), fingerprint: "f")
      let row = try store.addDocument(document, name: "", to: conversion)
      try store.append(ChunkRecord(start: 0, document: document, events: [], aliases: []), number: 0, to: row)
      #expect(try store.chunks(of: row).flatMap(\.document.text) == text, "\(pages)")
    }
  }

  @Test func onePageIsFoundByItsNumber() throws {
    let row = try save(Array("onetwothree".utf8), chunks: [(6, [3, 3]), (5, [5])])
    let second = try store.pages(of: row, number: 2)
    #expect(second == [PageRecord(number: 2, label: nil, start: 3, text: "two", furniture: "Page 2")])
    #expect(try store.pages(of: row, number: 9).isEmpty)
  }

  @Test func eventsComeInOrderOfPlaceWhateverChunkWasFirst() throws {
    let conversion = try store.begin(SampleCase.key("paper"), fingerprint: "f")
    let document = SampleCase.document(Array("some words".utf8))
    let row = try store.addDocument(document, name: "", to: conversion)
    let events = [40, 50, 0, 10, 10].enumerated().map { SampleCase.event("e\($0.offset)", at: $0.element) }
    try store.append(
      ChunkRecord(start: 0, document: document, events: Array(events[..<2]), aliases: []), number: 1, to: row)
    try store.append(
      ChunkRecord(start: 0, document: document, events: Array(events[2...]), aliases: []), number: 0, to: row)
    var found: [Event] = []
    try store.forEachEvent(of: row) { found.append($1) }
    #expect(found == [events[2], events[3], events[4], events[0], events[1]])
  }

  @Test func aliasesComeBack() throws {
    let aliases = ["DfE", "ICO", "line\nbreak"].map {
      Alias(name: "Name of \($0)", alias: $0, kind: .body, evidence: nil, rule: "test")
    }
    let row = try SampleCase.ingest("words", into: store, aliases: aliases)
    #expect(try store.aliases(of: row) == aliases)
    #expect(try store.aliases(of: row + 1).isEmpty)
  }

  @Test func aPayloadThatCannotBeReadIsNamedAsDamage() throws {
    let row = try SampleCase.ingest("words", into: store, events: [SampleCase.event("e")])
    try store.write { try $0.execute(sql: "UPDATE event SET payload = x'FF'; UPDATE chunk SET head = x'00'") }
    let wanted = "holds a value that cannot be read"
    var reasons: [String] = []
    do throws(StoreError) { try store.forEachEvent(of: row) { _, _ in } } catch {
      reasons.append(error.description)
    }
    do throws(StoreError) { _ = try store.chunks(of: row) } catch { reasons.append(error.description) }
    #expect(reasons.count == 2 && reasons.allSatisfy { $0.contains(wanted) }, "\(reasons)")
  }
}
