import DaybookCore
import Testing

@Suite struct IdentifierTests {
  private typealias ID = Identifier<Int>

  @Test func partsAreKeptApart() {
    let parts: [[String]] = [
      [], [""], ["", ""], ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["a", "b", "c"],
      ["a\0", "bc"],
      ["a\0b", "c"], ["a", "\0bc"], ["a", "", "bc"], ["a\0\0b"], ["a\0", "b"], ["a", "b"], ["a\0b"],
    ]
    let ids = parts.map { ID(of: $0).text }
    #expect(Set(ids).count == parts.count)
  }

  @Test func anIdIsTheHashOfItsParts() {
    let id = ID(of: ["a", "b"])
    #expect(id == ID(of: ["a", "b"]))
    #expect(id.text == SHA256Digest(of: [0x61, 0, 0x62, 0]).hex(bytes: 16))
    #expect(id.description.utf8.count == 32)
  }

  @Test func aBundleIsItsPathsAndBytes() {
    let (a, b) = (source("a", of: "x"), source("b", of: "y"))
    let bundle = DocumentBundle(title: "one", sources: [b, a])
    #expect(bundle.sources.map(\.path) == ["a", "b"])
    #expect(bundle.id == DocumentBundle(title: "another", sources: [a, b]).id)
    #expect(
      bundle.id != DocumentBundle(title: "one", sources: [source("a", of: "y"), source("b", of: "x")]).id)
  }

  @Test func aDocumentIsItsBytesUnderAnyName() {
    let provenance = Provenance(stage: "convert", tool: "test", version: 1, input: "")
    let here = Document(source: source("a", of: "x"), provenance: provenance)
    let there = Document(source: source("b", of: "x"), provenance: provenance)
    #expect(here.id == there.id)
    #expect(here.id != Document(source: source("a", of: "y"), provenance: provenance).id)
  }

  @Test func anEventIsItsPlaceKindDateAndRule() {
    func event(_ bytes: Range<Int>, _ kind: EventKind = .asked, rule: String = "r", summary: String = "s")
      -> Event
    {
      let anchor = Anchor(document: Document.ID(text: "d"), bytes: bytes, page: nil, quote: "q")
      return Event(kind: kind, when: .undated, summary: summary, parties: [], evidence: [anchor], rule: rule)
    }
    let first = event(0..<5)
    #expect(first.id == event(0..<5, summary: "other words").id)
    for other in [event(0..<6), event(1..<5), event(0..<5, .told), event(0..<5, rule: "r2")] {
      #expect(first.id != other.id)
    }
  }

  private func source(_ path: String, of content: String) -> Source {
    Source(
      id: Source.ID(text: SHA256Digest(of: Array(content.utf8)).hex()), path: path,
      byteCount: content.utf8.count)
  }
}
