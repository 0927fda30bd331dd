import DaybookCore

/// Relations between messages, and between versions of a paper.
enum MessageRelations {
  /// An answer or a forwarded message and what it answers or forwards.
  static func between(_ messages: [Message], parents: [Int?], copies: [MessageCopy]) -> [Relation] {
    var relations: [Relation] = []
    for (child, parent) in parents.enumerated() {
      guard let parent else { continue }
      let isForward = SubjectLine.mark(of: (messages[child].subject ?? "").utf8) == .forward
      relations.append(
        Relation(
          kind: isForward ? .forwards : .repliesTo, from: messages[child].id.text,
          to: messages[parent].id.text,
          evidence: [GapFinder.anchor(of: copies[messages[child].best])],
          rule: messages[child].parentBasis?.rawValue ?? ""))
    }
    for pair in NearDuplicates.pairs(messages.map { copies[$0.best].body }) {
      relations.append(
        Relation(
          kind: .nearDuplicates, from: messages[pair.second].id.text, to: messages[pair.first].id.text,
          evidence: [GapFinder.anchor(of: copies[messages[pair.second].best])],
          rule: "\(pair.likeness) in 100"))
    }
    return relations
  }

  /// Each version of a paper supersedes the one before it: papers of one title that bear versions, in order
  /// of date, then of version.
  static func between(_ papers: [ComponentDocument]) -> [Relation] {
    var byTitle: [[UInt8]: [Int]] = [:]
    for (index, paper) in papers.enumerated() where paper.version != nil && paper.kind != .emailChain {
      byTitle[SubjectLine.folded((paper.title ?? "").utf8), default: []].append(index)
    }
    var relations: [Relation] = []
    for list in byTitle.values.sorted(by: { $0[0] < $1[0] }) where list.count > 1 {
      let sorted = list.sorted { left, right in
        let (a, b) = (
          papers[left].date?.when.earliest?.sortKey ?? .max,
          papers[right].date?.when.earliest?.sortKey ?? .max
        )
        return (a, papers[left].version ?? "", left) < (b, papers[right].version ?? "", right)
      }
      for (older, newer) in zip(sorted, sorted.dropFirst()) {
        let paper = papers[newer]
        relations.append(
          Relation(
            kind: .supersedes, from: paper.id.text, to: papers[older].id.text,
            evidence: [paper.opening, papers[older].opening].compactMap(\.self),
            rule: "same title, later date or version"))
      }
    }
    return relations
  }
}
