import DaybookCore
import Testing

@testable import DaybookGraph

struct MessageThreadTests {
  /// Indices of the parents, "-" for none.
  private func parents(_ result: Correspondence) -> [String] {
    let place = Dictionary(result.messages.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return result.messages.map { $0.parent.flatMap { place[$0] }.map(String.init) ?? "-" }
  }

  @Test func whatIsQuotedIsTheParent() {
    var table = CorrespondenceTable()
    let answer = table.add("B", to: ["A"], on: 10, "RE: Trial", "Yes.")
    table.add("A", to: ["B"], on: 9, "Trial", "May we?", quotedBy: answer)
    let result = table.builder.build()
    #expect(parents(result) == ["1", "-"])
    #expect(result.messages[0].parentBasis == .quotation && result.threads.count == 1)
    #expect(result.missing.isEmpty)
  }

  @Test func referencesComeFirst() {
    var table = CorrespondenceTable()
    table.add("A", on: 9, "Trial", "May we?", id: "1@a", isNative: true)
    table.add("B", on: 10, "RE: Trial", "Yes.", id: "2@b", replyTo: ["1@a"], isNative: true)
    table.add("C", on: 11, "Something else", "No.", id: "3@c", replyTo: ["gone@x"], isNative: true)
    let result = table.builder.build()
    #expect(parents(result) == ["-", "0", "-"])
    #expect(result.missing.map(\.kind) == [.message], "what the third one answers is not there")
  }

  @Test func withoutATraceTheLatestThatFitsIsTaken() {
    var table = CorrespondenceTable()
    table.add("A", to: ["B"], on: 9, "Trial", "May we?")
    table.add("C", to: ["D"], on: 10, "Trial", "Another matter of the same name.")
    table.add("B", to: ["A"], on: 11, "RE: Trial", "Yes.")
    table.add("A", to: ["B"], on: 12, "RE: Trial", "Thanks.")
    table.add("E", to: ["F"], on: 13, "RE: Trial", "Unknown people.")
    let result = table.builder.build()
    #expect(parents(result) == ["-", "-", "0", "2", "-"])
    #expect(result.threads.map(\.messages.count) == [3, 1, 1])
  }

  @Test func circlesAreCut() {
    var table = CorrespondenceTable()
    table.add("A", on: 9, "x", "One.", id: "1@a", replyTo: ["2@a"], isNative: true)
    table.add("A", on: 10, "x", "Two.", id: "2@a", replyTo: ["1@a"], isNative: true)
    #expect(parents(table.builder.build()) == ["-", "0"])
  }

  @Test func anIndexIsCheckedAgainstThePapers() {
    var builder = CorrespondenceBuilder { _, _ in nil }
    let source = Document.ID(text: "a")
    func paper(_ kind: DocumentKind, _ title: String, _ day: Int, at place: Int) -> ComponentDocument {
      var paper = ComponentDocument(
        source: source, path: "b.pdf", kind: kind, title: title, bytes: place..<(place + 9))
      if let date = CivilDate(year: 2022, month: 2, day: day) {
        paper.dates = [DocumentDate(kind: .sent, when: Timex(day: date), basis: .header, text: "")]
      }
      return paper
    }
    builder.add(paper(.index, "Index of documents", 1, at: 0))
    builder.add(paper(.emailChain, "RE: Trial", 9, at: 10))
    builder.add(paper(.letter, "Answer", 11, at: 20))
    builder.add(
      [
        IndexEntry(
          number: 1, date: CivilDate(year: 2022, month: 2, day: 9), title: "RE: Trial", kind: .emailChain,
          bytes: 0..<3),
        IndexEntry(
          number: 2, date: CivilDate(year: 2022, month: 2, day: 10), title: "Note", kind: .note, bytes: 3..<6),
      ], of: source)
    let result = builder.build()
    #expect(result.papers.map(\.indexEntry) == [nil, 1, nil])
    #expect(result.findings.map(\.code) == ["index-item-missing", "not-in-index"])
    #expect(result.missing.map(\.what) == ["Note"])
  }

  @Test func attachmentsAreFoundByNameIndexAndVersion() {
    var table = CorrespondenceTable()
    let source = Document.ID(text: "a")
    func paper(_ title: String, _ version: String?, at place: Int) -> ComponentDocument {
      var paper = ComponentDocument(
        source: source, path: "b.pdf", kind: .dpia, title: title, bytes: place..<(place + 9), version: version
      )
      if let date = CivilDate(year: 2022, month: 2, day: 10) {
        paper.dates = [DocumentDate(kind: .signed, when: Timex(day: date), basis: .explicit, text: "")]
      }
      return paper
    }
    table.builder.add(paper("Data Protection Impact Assessment", "1.0", at: 0))
    table.builder.add(paper("Data Protection Impact Assessment", "2.0", at: 20))
    table.add(
      "A", on: 10, "Trial", "Please see the attached DPIA trial v2.docx.", attachments: ["DPIA trial v1.docx"]
    )
    table.add("A", on: 12, "Trial", "Once more: dpia trial V1.docx", attachments: ["Annex.docx"])
    let result = table.builder.build()
    let links = result.links.filter { $0.kind == .attaches || $0.kind == .cites }
    #expect(links.map(\.rule) == ["DPIA trial v1.docx", "DPIA trial v1.docx"])
    #expect(Set(links.map(\.to)) == [result.papers[0].id.text])
    #expect(result.missing.map(\.what) == ["Annex.docx"])
    #expect(result.links.filter { $0.kind == .supersedes }.count == 1)
  }
}
