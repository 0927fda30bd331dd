import DaybookCore

/// Pages that no entry cites: papers without dates, or words that no rule reads. A reader should look at them.
struct CitedPages {
  private var cited: [String: Set<Int>] = [:]

  mutating func note(_ entry: ChronologyEntry) {
    for piece in entry.evidence { if let page = piece.page { cited[piece.source, default: []].insert(page) } }
  }

  /// One line for each file with such pages, in order of path.
  func followUps(_ rows: [Ledger.Row]) -> [FollowUp] {
    rows.compactMap { row in
      guard row.pages > 1 else { return nil }
      let left = (1...row.pages).filter { cited[row.path]?.contains($0) != true }
      guard !left.isEmpty else { return nil }
      return FollowUp(
        kind: .notCited,
        text: "no entry cites page\(left.count == 1 ? "" : "s") \(CitedPages.ranges(left)) of \(row.path)")
    }
  }

  /// "2, 5–7"; a long list is cut.
  static func ranges(_ pages: [Int]) -> String {
    var parts: [String] = []
    var at = 0
    while at < pages.count {
      var end = at
      while end + 1 < pages.count, pages[end + 1] == pages[end] + 1 { end += 1 }
      parts.append(at == end ? "\(pages[at])" : "\(pages[at])–\(pages[end])")
      at = end + 1
    }
    return parts.count > 40 ? parts.prefix(40).joined(separator: ", ") + ", …" : parts.joined(separator: ", ")
  }
}
