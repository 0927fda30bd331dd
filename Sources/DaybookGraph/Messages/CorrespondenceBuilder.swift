package import DaybookCore

/// Papers and copies of messages → distinct messages, threads, links, and what is missing.
///
/// Values in, values out; linear in the number of copies and the length of their bodies. Papers and copies
/// are added in order of path, and inside a file in order of place.
package struct CorrespondenceBuilder {
  private var papers: [ComponentDocument] = []
  private var copies: [MessageCopy] = []
  private var entries: [(entry: IndexEntry, source: Document.ID)] = []
  /// Paths of native messages, for their attachments.
  private var paths: [Document.ID: String] = [:]
  private let read: (_ words: [UInt8], _ near: CivilDate?) -> Timex?

  /// `readDate`: words of a printed date, and a day near which it was → when.
  package init(readDate: @escaping (_ words: [UInt8], _ near: CivilDate?) -> Timex?) { read = readDate }

  package mutating func add(_ paper: ComponentDocument) { papers.append(paper) }

  /// Gives the place of the copy, which `quotes` of others counts in.
  @discardableResult
  package mutating func add(_ copy: MessageCopy) -> Int {
    copies.append(copy)
    return copies.count - 1
  }

  /// The message goes on behind a place where the text was cut for reading.
  package mutating func extend(
    _ copy: Int, by words: [Range<Int>], body: [UInt8], to end: Int, lastPage: Int?
  ) {
    if !body.isEmpty {
      copies[copy].body += (copies[copy].body.isEmpty ? [] : [0x0A, 0x0A]) + body
      copies[copy].ownWords += words
      if let last = lastPage, let pages = copies[copy].pages {
        copies[copy].pages = pages.lowerBound...max(pages.upperBound, last)
      }
    }
    copies[copy].bytes = copies[copy].bytes.lowerBound..<max(copies[copy].bytes.upperBound, end)
  }

  /// The paper that was added last, to be completed.
  package var lastPaper: ComponentDocument? {
    get { papers.last }
    set {
      if let newValue, !papers.isEmpty { papers[papers.count - 1] = newValue }
    }
  }

  /// A copy that was added.
  package func copy(_ index: Int) -> MessageCopy { copies[index] }

  /// `inner` is the copy that `outer` quotes directly.
  package mutating func note(_ outer: Int, quotes inner: Int) { copies[outer].quotes = inner }

  package mutating func note(path: String, of source: Document.ID) { paths[source] = path }

  package mutating func add(_ entries: [IndexEntry], of source: Document.ID) {
    self.entries += entries.map { ($0, source) }
  }

  /// Without `keepsBodies` the words of messages are let go when they have been compared, and the signatures and
  /// disclaimers in them are not looked for, which takes a third of the time.
  package consuming func build(keepsBodies: Bool = true) -> Correspondence {
    var result = Correspondence()
    let check = IndexCheck(entries.map(\.entry), papers: papers)
    for (entry, paper) in check.paperOf.enumerated() {
      if let paper { papers[paper].indexEntry = entries[entry].entry.number }
    }
    dateFirstCopies()
    let joiner = MessageJoiner(copies)
    // Groups in order of their first copy: the joiner places native ones first.
    var order = Array(joiner.groups.indices)
    let firsts = joiner.groups.map { $0.copies.min() ?? 0 }
    order.sort { firsts[$0] < firsts[$1] }
    var place = [Int](repeating: 0, count: order.count)
    for (index, group) in order.enumerated() { place[group] = index }
    let groupOf = joiner.groupOf.map { place[$0] }
    var messages = order.map { message(joiner.groups[$0].copies.sorted(), readable: joiner.readable) }
    settleYears(&messages, groupOf: groupOf, check: check)
    let finder = ParentFinder(messages, copies: copies, groupOf: groupOf)
    let threads = ThreadBuilder(
      messages, parents: finder.parents, unknownReferences: finder.hasUnknownReference)
    for index in messages.indices {
      messages[index].parent = finder.parents[index].map { messages[$0].id }
      messages[index].parentBasis = finder.basis[index]
    }
    result.threads = CorrespondenceBuilder.threads(&messages, roots: threads.roots)
    let links = AttachmentFinder(
      papers: papers, messages: messages, copies: copies, paths: paths,
      listed: check.paperOf.enumerated().compactMap { entry, paper in
        paper.map { (entries[entry].entry.title, $0) }
      })
    result.links =
      links.links + MessageRelations.between(messages, parents: finder.parents, copies: copies)
      + MessageRelations.between(papers)
    let gaps = GapFinder(
      messages: messages, copies: copies, parents: finder.parents,
      hasUnknownReference: finder.hasUnknownReference)
    result.missing = gaps.missing + links.missing
    for (entry, paper) in check.paperOf.enumerated() where paper == nil {
      result.missing.append(GapFinder.missing(entries[entry].entry, in: entries[entry].source))
    }
    result.findings = findings(check) + CorrespondenceBuilder.altered(messages, copies)
    result.papers = papers
    result.messages = messages
    if keepsBodies {
      // Of its best copy, which stands for the message.
      for best in messages.map(\.best) { copies[best].asides = BodyAsides.find(in: copies[best].body) }
    } else {
      for index in copies.indices { (copies[index].body, copies[index].quoted) = ([], []) }
    }
    result.copies = copies
    return result
  }

  // MARK: - Messages

  /// A date without a year at the head of a file has nothing before it to be near to: the next message tells.
  private mutating func dateFirstCopies() {
    var near: CivilDate?
    for index in copies.indices.reversed() {
      if let date = copies[index].header.sent?.earliest?.date {
        near = date
      } else if let words = copies[index].header.sentText, let when = read(Array(words.utf8), near),
        when.earliest != nil
      {
        copies[index].header.sent = when
        copies[index].isYearless = true
      }
    }
  }

  private func message(_ group: [Int], readable: [Int]) -> Message {
    let best = FieldMerge.best(group, of: copies, readable: readable)
    let date = FieldMerge.sent(group, of: copies)
    let first = copies[group[0]]
    let ordered = [best] + group.filter { $0 != best }
    let messageID = ordered.lazy.compactMap { copies[$0].header.messageID }.first
    var message = Message(
      id: Message.ID(
        of: messageID.map { [$0, first.source.text] } ?? [first.source.text, String(first.bytes.lowerBound)]),
      from: FieldMerge.mailboxes(ordered.map { Array(copies[$0].header.from.prefix(1)) }).first,
      to: FieldMerge.mailboxes(ordered.map { copies[$0].header.to }),
      cc: FieldMerge.mailboxes(ordered.map { copies[$0].header.cc }),
      sent: date.sent, sentText: date.text, isYearInferred: date.isYearless,
      subject: FieldMerge.text(ordered.compactMap { copies[$0].header.subject }),
      attachments: ordered.map { copies[$0].header.attachments }.max { $0.count < $1.count } ?? [],
      messageID: messageID, best: best, copies: ordered)
    message.isQuotedWhole = group.contains { copies[$0].depth > 0 }
    return message
  }

  private func settleYears(_ messages: inout [Message], groupOf: [Int], check: IndexCheck) {
    guard messages.contains(where: \.isYearInferred) else { return }
    var neighbours = [[Int]](repeating: [], count: messages.count)
    for (index, copy) in copies.enumerated() {
      guard let inner = copy.quotes, groupOf[inner] != groupOf[index] else { continue }
      neighbours[groupOf[index]].append(groupOf[inner])
      neighbours[groupOf[inner]].append(groupOf[index])
    }
    var dayOf: [ComponentDocument.ID: CivilDate] = [:]
    for (entry, paper) in check.paperOf.enumerated() {
      if let paper, let date = entries[entry].entry.date { dayOf[papers[paper].id] = date }
    }
    var listed: [Int: CivilDate] = [:]
    for (index, copy) in copies.enumerated() where copy.order == 0 {
      if let paper = copy.paper, let day = dayOf[paper] { listed[groupOf[index]] = day }
    }
    YearSettler(read: read).settle(&messages, neighbours: neighbours, listed: listed)
  }

  private static func threads(_ messages: inout [Message], roots: [Int]) -> [MailThread] {
    var members: [Int: [Int]] = [:]
    var order: [Int] = []
    for (index, root) in roots.enumerated() {
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(index)
    }
    return order.map { root in
      let sorted = (members[root] ?? []).sorted { left, right in
        (messages[left].sent?.earliest?.sortKey ?? .max, left)
          < (messages[right].sent?.earliest?.sortKey ?? .max, right)
      }
      let id = MailThread.ID(of: [messages[root].id.text, "thread"])
      for index in sorted { messages[index].thread = id }
      let subject = sorted.first { messages[$0].subject != nil }.flatMap { messages[$0].subject } ?? ""
      return MailThread(
        id: id, subject: CorrespondenceBuilder.withoutMarks(subject), messages: sorted.map { messages[$0].id }
      )
    }
  }

  /// A subject in its own spelling, from the place where its base begins.
  private static func withoutMarks(_ subject: String) -> String {
    let base = SubjectLine.base(of: subject.utf8)
    let words = subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return base.isEmpty ? words : String(decoding: Array(words.utf8).suffix(base.count), as: UTF8.self)
  }

  // MARK: - Findings

  private func findings(_ check: IndexCheck) -> [Finding] {
    guard !entries.isEmpty else { return [] }
    var findings: [Finding] = []
    let path = papers.first { $0.kind == .index }?.path ?? ""
    for (entry, paper) in check.paperOf.enumerated() where paper == nil {
      let (line, _) = entries[entry]
      findings.append(
        Finding(
          "index-item-missing", .warning,
          "entry \(line.number) of the index is not in the bundle; ask for it, or correct the boundaries in daybook.yaml",
          path: path, bytes: line.bytes))
    }
    for paper in check.unlisted {
      findings.append(
        Finding(
          "not-in-index", .note, "a \(papers[paper].kind.rawValue) that the index does not list",
          path: papers[paper].path, page: papers[paper].pages?.lowerBound, bytes: papers[paper].bytes))
    }
    return findings
  }

  private static func altered(_ messages: [Message], _ copies: [MessageCopy]) -> [Finding] {
    var findings: [Finding] = []
    for message in messages {
      for change in AlteredCopies.changes(message, copies: copies) {
        let copy = copies[change.copy]
        let original = copies[message.best].body[change.original]
        findings.append(
          Finding(
            "quotation-altered", .warning,
            "a copy of this message has other words than its best copy: \(quote(copy.body[change.altered])) where that one has \(quote(original))",
            path: copy.source.text, page: copy.pages?.lowerBound, bytes: copy.bytes))
      }
    }
    return findings
  }

  private static func quote(_ words: ArraySlice<UInt8>) -> String {
    "\"" + String(decoding: SubjectLine.oneLine(words), as: UTF8.self) + "\""
  }
}
