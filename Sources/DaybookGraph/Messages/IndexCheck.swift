import DaybookCore

/// Lays a bundle's index over the papers that follow it: which entry is which paper, what is missing, what
/// is not listed.
struct IndexCheck {
  private struct Key: Hashable {
    var date: CivilDate?
    var title: [UInt8]
  }

  private struct DayKey: Hashable {
    var date: CivilDate
    var kind: DocumentKind
  }

  /// Place of the paper of each entry among `papers`.
  private(set) var paperOf: [Int?]
  private(set) var unlisted: [Int] = []

  /// `papers` in order of place; those that no index lists (cover letter, index, separator sheets) are passed
  /// over.
  init(_ entries: [IndexEntry], papers: [ComponentDocument]) {
    paperOf = [Int?](repeating: nil, count: entries.count)
    let listed = papers.indices.filter { ![.coverLetter, .index, .separator].contains(papers[$0].kind) }
    var isTaken = Set<Int>()
    // One for each, in the same order: the usual case.
    if listed.count == entries.count,
      zip(entries, listed).count(where: { IndexCheck.agrees($0, papers[$1]) }) * 10 >= listed.count * 7
    {
      for (entry, paper) in listed.enumerated() { paperOf[entry] = paper }
      return
    }
    // By date and title, in order of place; then by date and kind.
    var byKey: [Key: [Int]] = [:]
    var byDay: [DayKey: [Int]] = [:]
    for paper in listed.reversed() {
      let date = papers[paper].date?.when.earliest?.date
      byKey[Key(date: date, title: SubjectLine.folded((papers[paper].title ?? "").utf8)), default: []].append(
        paper)
      if let date { byDay[DayKey(date: date, kind: papers[paper].kind), default: []].append(paper) }
    }
    for (index, entry) in entries.enumerated() {
      let key = Key(date: entry.date, title: SubjectLine.folded(entry.title.utf8))
      guard let paper = byKey[key]?.popLast() else { continue }
      paperOf[index] = paper
      isTaken.insert(paper)
    }
    for (index, entry) in entries.enumerated() where paperOf[index] == nil {
      guard let date = entry.date, let kind = entry.kind else { continue }
      while let paper = byDay[DayKey(date: date, kind: kind)]?.popLast() {
        if !isTaken.insert(paper).inserted { continue }
        paperOf[index] = paper
        break
      }
    }
    unlisted = listed.filter { !isTaken.contains($0) }
  }

  private static func agrees(_ entry: IndexEntry, _ paper: ComponentDocument) -> Bool {
    if let date = entry.date, let own = paper.date?.when.earliest?.date, date == own { return true }
    return SubjectLine.folded(entry.title.utf8) == SubjectLine.folded((paper.title ?? "").utf8)
  }
}
