/// What became of every source: the account that each run ends with.
///
/// found = read + read in part + failed + skipped; `LedgerTests` and every run check it.
package struct Ledger: Hashable, Sendable, Codable {
  package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case read
    case inPart = "in-part"
    case failed, skipped
  }

  /// One source and what became of it. `reason` is empty for a source that was read.
  package struct Row: Hashable, Sendable, Codable {
    package var path: String
    package var outcome: Outcome
    package var reason: String
    package var pages: Int
    package var pagesWithoutText: Int
    package var entries: Int

    package init(
      path: String, outcome: Outcome, reason: String = "", pages: Int = 0, pagesWithoutText: Int = 0,
      entries: Int = 0
    ) {
      self.path = path
      self.outcome = outcome
      self.reason = reason
      self.pages = pages
      self.pagesWithoutText = pagesWithoutText
      self.entries = entries
    }
  }

  package var found = 0
  package var read = 0
  package var inPart = 0
  package var failed = 0
  package var skipped = 0
  package var pages = 0
  package var pagesWithoutText = 0
  package var entries = 0
  package var entriesWithoutDate = 0
  /// Sources that have the same bytes as another and stand as one document.
  package var duplicates = 0
  /// Every source that was not wholly read, in order of path.
  package var losses: [Row] = []
  /// What a reader should know, in order of path.
  package var findings: [Finding] = []

  package init() {}

  package mutating func add(_ row: Row) {
    found += 1
    switch row.outcome {
    case .read: read += 1
    case .inPart: inPart += 1
    case .failed: failed += 1
    case .skipped: skipped += 1
    }
    pages += row.pages
    pagesWithoutText += row.pagesWithoutText
    if row.outcome != .read || row.pagesWithoutText > 0 { losses.append(row) }
  }

  package var isBalanced: Bool { found == read + inPart + failed + skipped }
}
