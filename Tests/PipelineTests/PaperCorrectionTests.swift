import DaybookCore
import Testing

@testable import DaybookPipeline

struct PaperCorrectionTests {
  private func chunk() -> Document {
    let text = Array("page one\npage two\npage three\n".utf8)
    let source = Source(id: .init(text: "0"), path: "bundle.pdf", byteCount: text.count)
    return Document(
      source: source, text: text,
      pages: [
        Page(number: 1, bytes: 0..<9), Page(number: 2, bytes: 9..<18), Page(number: 3, bytes: 18..<29),
      ],
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: "0"))
  }

  private func found(_ yaml: String) throws -> [String] {
    let settings = try SettingsFile.parse(yaml, path: "daybook.yaml")
    let chunk = chunk()
    func pages(_ bytes: Range<Int>) -> ClosedRange<Int>? {
      let touched = chunk.pages.filter { $0.bytes.overlaps(bytes) }.map(\.number)
      return touched.first.flatMap { first in touched.last.map { first...$0 } }
    }
    let papers = [(0..<9, DocumentKind.letter, 1...1), (9..<29, .emailChain, 2...3)].map {
      bytes, kind, range in
      Segment(kind: kind, bytes: bytes, pages: range, rule: "paper")
    }
    return PaperCorrections(settings, path: "bundle.pdf").corrected(papers, in: chunk, pages: pages).map {
      "\($0.kind.rawValue) \($0.pages?.lowerBound ?? 0)-\($0.pages?.upperBound ?? 0) \($0.title ?? "")"
    }
  }

  @Test func aCorrectionSplitsJoinsAndRenames() throws {
    #expect(try found("") == ["letter 1-1 ", "email-chain 2-3 "])
    #expect(
      try found("documents:\n  - {source: bundle.pdf, page: 3, kind: note, title: Call}") == [
        "letter 1-1 ", "email-chain 2-2 ", "note 3-3 Call",
      ])
    #expect(try found("documents:\n  - {source: bundle.pdf, page: 2, kind: none}") == ["letter 1-3 "])
    #expect(
      try found("documents:\n  - {source: bundle.pdf, page: 1, kind: dpia}") == [
        "dpia 1-1 ", "email-chain 2-3 ",
      ])
    #expect(try found("documents:\n  - {source: other.pdf, page: 3, kind: note}").count == 2)
  }

  @Test func aMistakeIsNamedWithItsLine() {
    #expect(throws: PipelineError.self) {
      try SettingsFile.parse("documents:\n  - {source: a.pdf, page: 0, kind: note}", path: "daybook.yaml")
    }
    #expect(throws: PipelineError.self) {
      try SettingsFile.parse("documents:\n  - {source: a.pdf, page: 1, kind: memo}", path: "daybook.yaml")
    }
  }
}
