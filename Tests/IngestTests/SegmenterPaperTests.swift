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

  @Test func aPrintWhoseOwnerIsBlackedOutBeginsAtTheTopOfItsPage() {
    let first = "From: A B\nSent: 10 February 2022 17:48\nTo: C D\nSubject: Trial\n\n" + Self.filler
    let second =
      "█████████\n\nFrom: E F\nSent: 12 February 2022 09:00\nTo: G H\nSubject: Something else\n\nYes."
    #expect(
      found([first, second]).filter { $0.hasPrefix("email-chain") }
        == ["email-chain 1-1 Trial", "email-chain 2-2 Something else"])
  }

  @Test func lettersOnOnePaperAreSeveral() {
    func letter(_ day: Int, _ about: String) -> String {
      "Regulator\n1 Example Street\n\n\(day) March 2022\n\nDear Case Officer\n\n\(about)\n\n1. Words."
    }
    #expect(
      found([letter(3, "Access log"), letter(4, "Retention")])
        == ["letter 1-1 Access log", "letter 2-2 Retention"])
  }

  @Test func aHeaderCutByAPageBreakIsNoTitle() {
    let first =
      "From: A B\nSent: 10 February 2022 17:48\nTo: C D\nSubject: RE: Publication of the DPIA\n\n"
      + Self.filler
      + "\n-----Original Message-----\nFrom: C D\nSent: 9 February 2022 10:00\nTo: A B"
    #expect(
      found([first, "Subject: Publication of the DPIA\n\nIs it out?"]).filter { $0.hasPrefix("dpia") }.isEmpty
    )
  }

  @Test func aChainAboutSomethingElseBehindAQuotationIsAnother() {
    let first =
      "From: A B\nSent: 10 February 2022 17:48\nTo: C D\nSubject: RE: Call\n\n" + Self.filler
      + "\nOn 9 Feb 2022, at 09:41, C D wrote:\n> Please call."
    let second = "From: C D\nSent: 1 February 2022 09:00\nTo: A B\nSubject: Retention period\n\nYes."
    #expect(
      found([first, second]).filter { $0.hasPrefix("email-chain") }
        == ["email-chain 1-1 RE: Call", "email-chain 2-2 Retention period"])
  }

  private func evidence(_ pages: [String], _ change: (inout Document) -> Void) -> [String] {
    var document = document(pages)
    change(&document)
    return Segmenters.segments(in: document).filter { $0.rule == "paper" }.map { paper in
      "\(paper.pages?.lowerBound ?? 0) \(paper.evidence.first?.kind.rawValue ?? "-")"
    }
  }

  @Test func batesNumbersThatGoOnWithOthersShowAPaper() {
    let pages = [Self.filler, Self.filler, Self.filler, Self.filler]
    let stamps = ["ABC000123", "ABC000124", "ABC000200", "XYZ000001"]
    #expect(
      evidence(pages) { document in
        for (index, stamp) in stamps.enumerated() { document.pages[index].furniture = [stamp] }
      } == ["3 bates", "4 bates"])
  }

  @Test func anOutlineOfPapersShowsThemAndOneOfChaptersDoesNot() {
    let pages = [Self.filler, Self.filler, Self.filler]
    func outlined(_ titles: [String]) -> [String] {
      evidence(pages) { document in
        document.metadata = titles.enumerated().map {
          OutlineEntry(level: 1, page: $0 + 1, title: $1).metadata
        }
      }
    }
    #expect(outlined(["RE: Trial.msg", "Note.docx", "Annex B"]) == ["2 outline", "3 outline"])
    #expect(outlined(["Introduction", "Method", "Findings"]).isEmpty)
  }
}
