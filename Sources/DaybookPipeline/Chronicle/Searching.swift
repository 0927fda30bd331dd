private import DaybookCore

/// Full-text search over all pages of a case.
package struct Searching {
  private let session: CaseSession

  package init(session: CaseSession) { self.session = session }

  /// Two lines a hit: where, and the words around it, with the found ones between `[` and `]` or in bold.
  package func lines(_ words: String, limit: Int, usesColour: Bool) throws(PipelineError) -> [String] {
    try PipelineError.wrap {
      let walk = try BundleWalk(store: session.store)
      let documents = Dictionary(walk.documents.map { ($0.record.row, $0) }) { first, _ in first }
      // Pages of files that have left the folder are still in the store.
      let hits = try session.store.search(words, limit: limit * 4 + 100).filter {
        documents[$0.document] != nil
      }
      return hits.prefix(limit).flatMap { hit in
        let path = documents[hit.document]?.path ?? ""
        let page = hit.page.map { ", page \($0)" } ?? ""
        return ["\(path)\(page)", "  " + Searching.marked(hit.snippet, usesColour: usesColour)]
      }
    }
  }

  private static func marked(_ snippet: String, usesColour: Bool) -> String {
    Explanation.oneLine(snippet).replacing("\u{2}", with: usesColour ? "\u{1B}[1m" : "[")
      .replacing("\u{3}", with: usesColour ? "\u{1B}[0m" : "]")
  }
}
