import DaybookCore

/// Lays what a person said about the papers of a source over what was found.
struct PaperCorrections {
  /// Of one source, by page.
  private let byPage: [Int: CaseSettings.DocumentSetting]

  init(_ settings: CaseSettings, path: String) {
    byPage = Dictionary(
      settings.documents.filter { $0.source == path }.map { ($0.page, $0) },
      uniquingKeysWith: { _, last in last })
  }

  /// The papers of a stretch, in order of place. `pages` gives the pages that a range touches.
  func corrected(
    _ papers: [Segment], in chunk: Document, pages: (Range<Int>) -> ClosedRange<Int>?
  ) -> [Segment] {
    if byPage.isEmpty { return papers }
    var papers = papers
    for page in chunk.pages {
      guard let setting = byPage[page.number] else { continue }
      let begins = papers.firstIndex { $0.pages?.lowerBound == page.number }
      guard let kind = setting.kind else {
        if let begins { papers.remove(at: begins) }
        continue
      }
      var paper =
        begins.map { papers[$0] }
        ?? Segment(
          kind: kind, bytes: page.bytes.lowerBound..<chunk.text.count, rule: "paper")
      paper.kind = kind
      paper.title = setting.title ?? paper.title
      paper.version = setting.version ?? paper.version
      paper.evidence = [BoundaryEvidence(.correction, "daybook.yaml")]
      if let begins { papers[begins] = paper } else { papers.append(paper) }
    }
    papers.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    // Each reaches to the next; the last one as far as it did, or to the end of the stretch.
    for index in papers.indices {
      let end = index + 1 < papers.count ? papers[index + 1].bytes.lowerBound : chunk.text.count
      papers[index].bytes = papers[index].bytes.lowerBound..<max(papers[index].bytes.lowerBound, end)
      papers[index].pages = pages(papers[index].bytes)
    }
    return papers
  }
}
