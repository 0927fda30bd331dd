package import DaybookCore

/// What a case holds, a line each.
package struct Listing {
  private let session: CaseSession

  package init(session: CaseSession) { self.session = session }

  /// Outcome, pages, media type, path, and the reason where something was lost; in order of path.
  package func sources() throws(PipelineError) -> [String] {
    try PipelineError.wrap {
      let walk = try BundleWalk(store: session.store)
      let types = Dictionary(walk.sources.map { ($0.path, $0.mediaType) }) { first, _ in first }
      return walk.rows.map { row in
        let pages = row.pages > 0 ? "\(row.pages) p." : ""
        let line = [
          Listing.pad(row.outcome.rawValue, 8), Listing.pad(pages, 9), Listing.pad(types[row.path] ?? "", 24),
          row.path,
        ].joined(separator: "  ")
        return row.reason.isEmpty ? line : line + "  (\(row.reason))"
      }
    }
  }

  /// Name, kind and other names; in order of name.
  package func parties() throws(PipelineError) -> [String] {
    try PipelineError.wrap {
      try session.store.parties().map { party in
        party.name + " (\(party.kind.rawValue))"
          + (party.aliases.isEmpty ? "" : ": also \(party.aliases.joined(separator: ", "))")
      }
    }
  }

  /// Severity, code, place and message; in order of path.
  package func findings(from severity: Finding.Severity) throws(PipelineError) -> [String] {
    let ledger = try session.view.ledger()
    let rows = ledger.losses.filter { !$0.reason.isEmpty && $0.outcome == .failed }.map {
      "loss     failed  \($0.path): \($0.reason)"
    }
    return rows
      + ledger.findings.filter { $0.severity >= severity }.map { finding in
        let page = finding.page.map { ", page \($0)" } ?? ""
        return
          "\(Listing.pad(finding.severity.rawValue, 7))  \(finding.code)  \(finding.path)\(page): \(finding.message)"
      }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
  }
}
