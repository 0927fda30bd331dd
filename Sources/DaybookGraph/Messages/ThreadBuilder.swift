import DaybookCore

/// Puts messages that answer one another into threads.
///
/// Messages with a common ancestor are one thread. Answers to a message that is not there join the thread of
/// the same subject and the same people nearest in time.
struct ThreadBuilder {
  private static let longestPause = 30
  private static let mostCandidates = 64

  /// A number for the thread of each message: the index of one of its messages.
  private(set) var roots: [Int]

  init(_ messages: [Message], parents: [Int?], unknownReferences: [Bool]) {
    roots = Array(messages.indices)
    for (child, parent) in parents.enumerated() {
      if let parent { join(child, parent) }
    }
    joinOrphans(messages, parents: parents)
  }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while roots[index] != index {
      roots[index] = roots[roots[index]]
      index = roots[index]
    }
    return index
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    if x != y { roots[max(x, y)] = min(x, y) }
  }

  /// An answer whose parent is missing stands beside what was written by and to the same people about the
  /// same subject around that time.
  private mutating func joinOrphans(_ messages: [Message], parents: [Int?]) {
    var bySubject: [[UInt8]: [Int]] = [:]
    for (index, message) in messages.enumerated() {
      guard let subject = message.subject, message.sent?.earliest != nil else { continue }
      let base = SubjectLine.base(of: subject.utf8)
      if base.count >= 3 { bySubject[base, default: []].append(index) }
    }
    func moment(_ index: Int) -> Int { SentMoment.key(messages[index].sent) ?? 0 }
    for list in bySubject.values.sorted(by: { $0[0] < $1[0] }) where list.count > 1 {
      let sorted = list.sorted { (moment($0), $0) < (moment($1), $1) }
      for (place, orphan) in sorted.enumerated() where parents[orphan] == nil {
        guard SubjectLine.mark(of: (messages[orphan].subject ?? "").utf8) != .none else { continue }
        let around =
          max(
            0, place - ThreadBuilder.mostCandidates)..<min(sorted.count, place + ThreadBuilder.mostCandidates)
        var best: (index: Int, distance: Int)?
        for candidate in sorted[around] where candidate != orphan && root(candidate) != root(orphan) {
          let distance = abs(moment(candidate) - moment(orphan))
          guard distance <= ThreadBuilder.longestPause * 86_400, best.map({ distance < $0.distance }) ?? true,
            sharesPeople(messages[orphan], messages[candidate])
          else { continue }
          best = (candidate, distance)
        }
        if let best { join(orphan, best.index) }
      }
    }
    for index in roots.indices { roots[index] = root(index) }
  }

  /// The writer of one is among the people of the other, and so is one of those it went to.
  private func sharesPeople(_ left: Message, _ right: Message) -> Bool {
    guard let writer = left.from else { return false }
    let people = right.to + right.cc + (right.from.map { [$0] } ?? [])
    guard MailboxMatch.find(writer, in: people) == .same else { return false }
    return left.to.contains { MailboxMatch.find($0, in: people) == .same }
  }
}
