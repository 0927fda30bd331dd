import DaybookCore
import Testing

@testable import DaybookIngest

struct SegmenterPaperTests {
  /// One page for each string.
  private func document(_ pages: [String]) -> Document {
    var text: [UInt8] = []
    var found: [Page] = []
    for (index, page) in pages.enumerated() {
      let start = text.count
      text += Array((page + "\n").utf8)
      found.append(Page(number: index + 1, bytes: start..<text.count))
    }
    let source = Source(id: .init(text: "0"), path: "bundle", byteCount: text.count)
    return Document(
      source: source, text: text, pages: found,
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: "0"))
  }

  private func found(_ pages: [String]) -> [String] {
    Segmenters.segments(in: document(pages)).map {
      "\($0.kind.rawValue) \($0.pages?.lowerBound ?? 0)-\($0.pages?.upperBound ?? 0) \($0.title ?? "")"
    }
  }

  static let filler = (1...30).map { "Line \($0) of a page that runs on to the next with many words in it." }
    .joined(separator: "\n")

  @Test func bundle() {
    #expect(
      found([
        "Regulator\n\n20 July 2022\nReference: FOI-5151\n\nDear requester\n\nRequest for information\n\nThank you for your request.\n",
        "Index of documents\n1   10 February 2022   E-mail: RE: Trial", "Document 1",
        "Head of Data\nFrom: A B\nSent: 10 February 2022 17:48\nTo: Head of Data\nSubject: RE: Trial\n\n"
          + Self.filler, Self.filler,
        "Data Protection Impact Assessment\nTrial\n\nVersion 1.0\n" + Self.filler, Self.filler,
        "Department\n1 Example Street\n\n15 March 2022\n\nDear Case Officer\n\nComments on the DPIA\n\n1. Words.",
        "Note of meeting: Comms to schools\n16 March 2022\nPresent: A, B\n",
      ]) == [
        "cover-letter 1-1 Request for information", "index 2-2 Index of documents",
        "separator 3-3 Document 1", "email-chain 4-5 RE: Trial", "message 4-5 RE: Trial",
        "dpia 6-7 Data Protection Impact Assessment", "letter 8-8 Comments on the DPIA",
        "note 9-9 Note of meeting: Comms to schools",
      ])
  }

  @Test func aRunningTitleBeginsOnePaper() {
    let page = "Data Protection Impact Assessment\n" + Self.filler
    #expect(found([page, page, page]) == ["dpia 1-3 Data Protection Impact Assessment"])
  }

  @Test func proseAtTheTopOfAPageIsNoPaper() {
    #expect(
      found([
        Self.filler, "The data protection impact assessment was sent on 3 May 2022.\n" + Self.filler,
        "Document 4 shows that nothing was sent.\n" + Self.filler,
        "Dear reader, there is no date on this page.\n" + Self.filler,
      ]).isEmpty)
  }

  @Test func aQuotedMessageAtThePageTopStaysInItsChain() {
    let newest =
      "From: A B\nSent: 3 May 2022\nSubject: RE: s\n\n" + Self.filler + "\n-----Original Message-----"
    let older = "From: C D\nSent: 2 May 2022\nSubject: s\n\nWords."
    #expect(found([newest, older]) == ["email-chain 1-2 RE: s", "message 1-2 RE: s", "message 1-2 s"])
    let other = "From: C D\nSent: 2 May 2022\nSubject: another matter\n\nWords."
    #expect(
      found(["From: A B\nSent: 3 May 2022\nSubject: RE: s\n\n" + Self.filler, other]) == [
        "email-chain 1-1 RE: s", "message 1-1 RE: s", "email-chain 2-2 another matter",
        "message 2-2 another matter",
      ])
  }
}
