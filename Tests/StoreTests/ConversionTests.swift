import DaybookCore
import DaybookStore
import DaybookTestSupport
import Testing

@Suite struct ConversionTests {
  private let scratch: ScratchStore
  private var store: CaseStore { scratch.store }

  init() throws { scratch = try ScratchStore() }

  @Test func aFinishedConversionIsFoundAgain() throws {
    let key = SampleCase.key("paper")
    let row = try store.begin(key, fingerprint: "f")
    let record = ConversionRecord(
      row: row, key: key, mediaType: "application/pdf", outcome: .inPart, reason: "2 pages without text",
      pages: 9,
      pagesWithoutText: 2)
    try store.finish(record)
    #expect(try store.conversions(fingerprint: "f") == [key: record])
  }

  @Test func anUnfinishedConversionCountsNowhereAndGoes() throws {
    let row = try store.begin(SampleCase.key("paper"), fingerprint: "f")
    let document = SampleCase.document(Array("unfinished words".utf8))
    let documentRow = try store.addDocument(document, name: "", to: row)
    try store.append(
      ChunkRecord(start: 0, document: document, events: [SampleCase.event("e")], aliases: []), number: 0,
      to: documentRow)
    #expect(try store.trees().isEmpty)
    #expect(try store.conversions(fingerprint: "f").isEmpty)
    #expect(try store.documents(of: row).isEmpty)
    #expect(try store.pages(of: documentRow).isEmpty)
    #expect(try store.search("unfinished", limit: 9).isEmpty)
  }

  @Test func theSameContentUnderAnotherExtensionIsAnotherConversion() throws {
    for suffix in ["txt", "csv"] {
      let key = SampleCase.key("paper", suffix: suffix)
      try store.finish(ConversionRecord(row: try store.begin(key, fingerprint: "f"), key: key))
    }
    #expect(Set(try store.conversions(fingerprint: "f").keys.map(\.suffix)) == ["txt", "csv"])
  }

  @Test func whatOtherCodeReadIsReadAgain() throws {
    let row = try SampleCase.ingest("old words", named: "old", into: store, fingerprint: "old")
    try SampleCase.ingest("new words", named: "new", into: store, fingerprint: "new")
    #expect(try Set(store.conversions(fingerprint: "new").keys) == [SampleCase.key("new")])
    #expect(try store.pages(of: row).isEmpty)
    #expect(try store.search("words", limit: 9).count == 1, "the index forgets with the pages")
  }

  @Test func beginningAgainForgetsTheFirst() throws {
    try SampleCase.ingest("first words", into: store)
    let second = try SampleCase.ingest("second words", into: store)
    #expect(try store.trees().count == 1)
    #expect(try store.search("words", limit: 9).map(\.document) == [second])
  }

  @Test func aDiscardedConversionIsGone() throws {
    let row = try store.begin(SampleCase.key("paper"), fingerprint: "f")
    try store.discard(row)
    try store.finish(ConversionRecord(row: row, key: SampleCase.key("paper")))
    #expect(try store.trees().isEmpty)
  }

  @Test func theStateChangesWithEveryResult() throws {
    var states = [try store.conversionState()]
    try SampleCase.ingest("a", named: "a", into: store)
    states.append(try store.conversionState())
    try SampleCase.ingest("a", named: "a", into: store)
    #expect(try store.conversionState() == states[1], "the same again is the same")
    try SampleCase.ingest("b", named: "b", into: store)
    states.append(try store.conversionState())
    let key = SampleCase.key("b")
    try store.finish(
      ConversionRecord(row: try store.begin(key, fingerprint: "f"), key: key, outcome: .failed, reason: "r"))
    states.append(try store.conversionState())
    #expect(Set(states).count == states.count)
  }

  @Test func aTreeHoldsWhatHangsBelow() throws {
    let key = SampleCase.key("mail", suffix: "mbox")
    let row = try store.begin(key, fingerprint: "f")
    let children = ["2#b.zip", "1#a.pdf"].map {
      ChildRecord(name: $0, key: SampleCase.key($0, suffix: "pdf"), byteCount: 7)
    }
    let finding = Finding("replaced-bytes", .note, "3 bytes", page: 2, bytes: 4..<7)
    try store.append(children: children, findings: [("1", finding)], to: row)
    for name in ["1", "2"] {
      _ = try store.addDocument(SampleCase.document([], named: name), name: name, to: row)
    }
    try store.finish(ConversionRecord(row: row, key: key))
    let tree = try #require(try store.trees()[key])
    #expect(tree.children == children.reversed())
    #expect(tree.findings.map(\.name) == ["1"])
    #expect(tree.findings.map(\.finding) == [finding])
    #expect(tree.documents.map(\.name) == ["1", "2"])
  }

  @Test func filesAreRememberedUntilReplaced() throws {
    let file = FileRecord(path: "a.txt", stamp: "1", sha256: "00", byteCount: 3)
    let changed = FileRecord(path: "a.txt", stamp: "2", sha256: "01", byteCount: 4)
    let other = FileRecord(path: "b\n\"'.txt", stamp: "1", sha256: "02", byteCount: 5)
    try store.remember([file, other])
    try store.remember([changed])
    #expect(try store.files() == ["a.txt": changed, other.path: other])
    let unread = [
      UnreadRecord(path: "pipe", outcome: .skipped, reason: "no file"),
      UnreadRecord(path: "link", outcome: .failed, reason: "a loop"),
    ]
    try store.replaceFiles([file], unread: unread)
    #expect(try store.files() == ["a.txt": file])
    #expect(try store.unread() == unread.reversed())
  }

  @Test func aBatchIsWrittenTogetherOrNotAtAll() throws {
    struct Stop: Error {}
    #expect(throws: StoreError.self) {
      try store.batch {
        try SampleCase.ingest("a", named: "a", into: store)
        try store.set("a", to: "1")
        #expect(try store.setting("a") == "1", "it sees its own writing")
        throw Stop()
      }
    }
    #expect(try store.setting("a") == nil)
    #expect(try store.trees().isEmpty)
    try store.batch { try SampleCase.ingest("a", named: "a", into: store) }
    #expect(try store.trees().count == 1)
  }
}
