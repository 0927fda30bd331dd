import DaybookCore

/// Finds which message each one answers or forwards.
///
/// By reference (In-Reply-To, References) where the header has one, else by what it quotes, with or without a
/// line that says whom, else, for a message whose subject says that it is an answer, by subject, participants
/// and time: the latest message before it that its writer got, and whose writer gets it. Linear: no more than
/// `mostCandidates` are looked at.
struct ParentFinder {
  private static let mostCandidates = 64
  /// Days within which an answer without any trace of what it answers is looked for.
  private static let longestPause = 60

  /// Index of the parent of each message.
  private(set) var parents: [Int?]
  private(set) var basis: [Message.ParentBasis?]
  /// Copies whose quotation is not in the case, or nil: messages that refer to one that is not there.
  private(set) var hasUnknownReference: [Bool]

  private let messages: [Message]
  private let copies: [MessageCopy]
  /// What each message is about, and whether it answers or forwards. An attribution line gives no subject:
  /// then that of the message that quotes it.
  private var subjects: [(base: [UInt8], mark: SubjectLine.Mark)?]
  /// Messages that name one that is not there, and an older one that is.
  private var ancestors: [Int: Int] = [:]
  /// Seconds; see `SentMoment`.
  private var moments: [Int?] = []

  init(_ messages: [Message], copies: [MessageCopy], groupOf: [Int]) {
    self.messages = messages
    self.copies = copies
    parents = [Int?](repeating: nil, count: messages.count)
    basis = [Message.ParentBasis?](repeating: nil, count: messages.count)
    hasUnknownReference = [Bool](repeating: false, count: messages.count)
    subjects = messages.map { message in
      message.subject.map { (SubjectLine.base(of: $0.utf8), SubjectLine.mark(of: $0.utf8)) }
    }
    // Quoting copies come before those that they quote.
    for (index, copy) in copies.enumerated() {
      guard let inner = copy.quotes, subjects[groupOf[inner]] == nil, let own = subjects[groupOf[index]]
      else {
        continue
      }
      subjects[groupOf[inner]] = (own.base, .reply)
    }
    findReferences()
    findQuotations(groupOf)
    for (index, older) in ancestors where parents[index] == nil { set(index, older, .reference) }
    moments = messages.map { SentMoment.key($0.sent) }
    let bySubject = messagesBySubject()
    for list in bySubject where list.count > 1 {
      findQuotedText(list)
      infer(list)
    }
    breakLoops()
  }

  private mutating func set(_ child: Int, _ parent: Int, _ how: Message.ParentBasis) {
    parents[child] = parent
    basis[child] = how
  }

  private mutating func findReferences() {
    var byID: [String: Int] = [:]
    for (index, message) in messages.enumerated() {
      if let id = message.messageID, byID[id] == nil { byID[id] = index }
    }
    if byID.isEmpty { return }
    for index in messages.indices {
      for copy in messages[index].copies where copies[copy].isNative {
        let header = copies[copy].header
        // What it answers stands in In-Reply-To, else last in References. Where that is not there, what it
        // quotes comes before an older message that is.
        let named = header.inReplyTo + header.references.reversed()
        guard let nearest = named.first else { continue }
        if let parent = byID[nearest], parent != index {
          set(index, parent, .reference)
        } else if let older = named.lazy.compactMap({ byID[$0] }).first(where: { $0 != index }) {
          ancestors[index] = older
        } else {
          hasUnknownReference[index] = true
        }
        break
      }
    }
  }

  /// Every copy that quotes something directly has a vote.
  private mutating func findQuotations(_ groupOf: [Int]) {
    for index in messages.indices where parents[index] == nil {
      var votes: [(parent: Int, count: Int)] = []
      for copy in messages[index].copies {
        guard let quoted = copies[copy].quotes else { continue }
        let parent = groupOf[quoted]
        if parent == index || isSurelyLater(parent, than: index) { continue }
        if let place = votes.firstIndex(where: { $0.parent == parent }) {
          votes[place].count += 1
        } else if votes.count < 16 {
          votes.append((parent, 1))
        }
      }
      if let best = votes.max(by: { $0.count < $1.count || $0.count == $1.count && $0.parent > $1.parent }) {
        set(index, best.parent, .quotation)
      }
    }
  }

  private func isSurelyLater(_ parent: Int, than child: Int) -> Bool {
    guard let a = messages[parent].sent?.earliest, let b = messages[child].sent?.earliest else {
      return false
    }
    return a.date.dayNumber > b.date.dayNumber + 1
  }

  // MARK: - Without a trace

  /// Messages of one subject, in order of time.
  private func messagesBySubject() -> [[Int]] {
    var place: [[UInt8]: Int] = [:]
    var lists: [[Int]] = []
    for index in messages.indices where moments[index] != nil {
      guard let base = subjects[index]?.base, !base.isEmpty else { continue }
      if let slot = place[base] {
        lists[slot].append(index)
      } else {
        place[base] = lists.count
        lists.append([index])
      }
    }
    return lists.map { list in list.sorted { (moments[$0] ?? 0, $0) < (moments[$1] ?? 0, $1) } }
  }

  /// Quoted lines without a line that says whose they are: of the message before it that has their words.
  private mutating func findQuotedText(_ sorted: [Int]) {
    var words: [Int: [UInt64]] = [:]
    for (place, child) in sorted.enumerated() where parents[child] == nil && place > 0 {
      guard let copy = messages[child].copies.first(where: { !copies[$0].quoted.isEmpty }) else { continue }
      let quoted = BodyWords(copies[copy].quoted).hashes
      guard quoted.count >= ParentFinder.leastQuoted else { continue }
      var best: (parent: Int, part: Double)?
      for candidate in sorted[max(0, place - ParentFinder.mostCandidates)..<place].reversed()
      where candidate != child && copies[messages[candidate].best].isNative {
        let own = words[candidate] ?? BodyWords(copies[messages[candidate].best].body).hashes
        words[candidate] = own
        guard !own.isEmpty else { continue }
        let part = BodyOverlap.part(of: quoted, in: own)
        if part >= 0.8, best.map({ part > $0.part + 0.05 }) ?? true { best = (candidate, part) }
      }
      if let best { set(child, best.parent, .quotation) }
    }
  }

  private static let leastQuoted = 5

  private mutating func infer(_ sorted: [Int]) {
    for (place, child) in sorted.enumerated() where parents[child] == nil {
      guard let mark = subjects[child]?.mark, mark != .none, place > 0 else { continue }
      if let parent = candidate(for: child, mark: mark, before: place, in: sorted) {
        set(child, parent, .inferred)
      }
    }
  }

  private func candidate(
    for child: Int, mark: SubjectLine.Mark, before place: Int, in sorted: [Int]
  ) -> Int? {
    let message = messages[child]
    guard let writer = message.from, let moment = moments[child] else { return nil }
    var weak: [Int] = []
    // Sent to the same mailing list, and to nobody else that could tell.
    var listed: [Int] = []
    for candidate in sorted[max(0, place - ParentFinder.mostCandidates)..<place].reversed() {
      guard let earlier = moments[candidate], earlier < moment,
        moment - earlier <= ParentFinder.longestPause * 86_400
      else { continue }
      let other = messages[candidate]
      var score = 0
      switch MailboxMatch.find(writer, in: other.to + other.cc) {
      case .same: score += 2
      case .unknown: score += 1
      case .different:
        // An answer to one's own message goes on where that one stopped; who writes to a list also reads it.
        let isOwn = other.from.map { MailboxMatch(writer, $0) == .same } ?? false
        let isList = sharesAddress(message, other)
        guard isOwn || isList else { continue }
        score += 1
        if isList, mark == .reply { listed.append(candidate) }
      }
      if mark == .reply, let sender = other.from {
        switch MailboxMatch.find(sender, in: message.to + message.cc) {
        case .same: score += 2
        case .unknown: score += 1
        case .different: break
        }
      } else if mark == .forward {
        score += 2
      }
      // The latest that fits: people answer what they got last.
      if score >= 3 { return candidate }
      if score == 2 { weak.append(candidate) }
    }
    // Names withheld on both sides: only where there is no choice.
    if weak.count == 1 { return weak[0] }
    return listed.first { answers(child, $0) } ?? listed.first
  }

  /// Whether both went to one address.
  private func sharesAddress(_ left: Message, _ right: Message) -> Bool {
    (left.to + left.cc).contains { recipient in
      recipient.address != nil
        && (right.to + right.cc).contains { $0.address != nil && MailboxMatch(recipient, $0) == .same }
    }
  }

  /// Whether a subject is another one's with a mark of answering in front, or both bear one.
  private func answers(_ child: Int, _ parent: Int) -> Bool {
    guard let own = messages[child].subject, let other = messages[parent].subject else { return false }
    let rest = SubjectLine.withoutMark(own.utf8)
    return rest == SubjectLine.folded(other.utf8) || rest == SubjectLine.withoutMark(other.utf8)
  }

  /// Damaged headers refer in circles: the edge that is worth least goes.
  private mutating func breakLoops() {
    var state = [UInt8](repeating: 0, count: messages.count)
    for start in messages.indices where state[start] == 0 {
      var path: [Int] = []
      var node: Int? = start
      while let index = node, state[index] == 0 {
        state[index] = 1
        path.append(index)
        node = parents[index]
      }
      if let index = node, state[index] == 1, let first = path.firstIndex(of: index) {
        let circle = path[first...]
        // The oldest of them answers none of the others.
        let oldest = circle.min { left, right in
          (messages[left].sent?.earliest?.sortKey ?? .max, left)
            < (messages[right].sent?.earliest?.sortKey ?? .max, right)
        }
        if let oldest {
          parents[oldest] = nil
          basis[oldest] = nil
        }
      }
      for index in path { state[index] = 2 }
    }
  }
}
