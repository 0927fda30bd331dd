import DaybookCore

/// What a rule is shown: a paper with its header, a row of a table, or a passage with its sentences.
enum EventUnit {
  /// Index in `Reading.papers`.
  case paper(Int)
  /// The cells of one row, from left to right.
  case row([Passage])
  case passage(Passage, [Statement])
}

/// Makes events of one kind of statement.
protocol EventRule: Sendable {
  /// Kebab-case; appears in every event that it makes.
  var name: String { get }
  /// Texts that it reads and texts that it leaves alone; a test runs them all.
  var examples: [EventExample] { get }
  func read(_ unit: EventUnit, in reading: Reading, into events: inout EventList)
}

/// A text that proves a rule: quotes of the events it makes stand between « and ».
struct EventExample: Hashable, Sendable {
  var text: String
  /// One for each event, in order: "sent 2022-02-01 Wonde → schools".
  var expected: [String]

  static func reads(_ text: String, as expected: String...) -> EventExample {
    EventExample(text: text, expected: expected)
  }

  static func ignores(_ text: String) -> EventExample { EventExample(text: text, expected: []) }
}

/// An event that is not settled yet: an entry of a list may still take its date from its neighbours.
struct EventDraft: Sendable {
  var kind: EventKind
  var modality: Modality = .happened
  var when: EventDate
  /// Bytes of the words that say it, and of further evidence.
  var quote: Range<Int>
  var further: [Range<Int>] = []
  var parties: [Participation] = []
  var summary: String
  var rule: String
  var isStated = true
  var context: String?
  /// What the act is about, as written.
  var object: String?
  /// Whether it is the sending of the paper that it stands in.
  var sendsPaper = false
  /// Block and list of the entry whose main event this is.
  var entry: (run: Int, block: Int)?
  /// How its date follows from that of the entry it stands in, when the entry's own comes from its
  /// neighbours.
  var followsEntry: (block: Int, asLimit: Bool)?
}

/// The events of a document as the rules make them.
struct EventList: Sendable {
  var drafts: [EventDraft] = []
  /// Where the last rule that took a whole block has been.
  private var claimed: Set<Int> = []
  /// Bytes of the current passage that have given an event, with its kind.
  private var taken: [(bytes: Range<Int>, kind: EventKind)] = []
  /// Starts of the dates of the current passage that have given an event.
  private var takenDates: Set<Int> = []
  /// Starts of the verbs of the current passage that dated events have been made of.
  private var takenVerbs: Set<Int> = []
  private var actCounts: [Int: Int] = [:]
  /// Words and dates of statements met so far.
  private var statements: Set<UInt64> = []

  /// Gives a party a role in an event; a party that is only mentioned there so far gets it.
  mutating func give(_ party: Participation, _ role: Party.Role, to index: Int) {
    drafts[index].parties.removeAll { $0.name == party.name && $0.role == .mentioned }
    drafts[index].parties.insert(
      Participation(name: party.name, kind: party.kind, role: role),
      at: role == .agent ? 0 : drafts[index].parties.count { $0.role == .agent })
  }

  mutating func add(_ draft: EventDraft) {
    guard !draft.quote.isEmpty else { return }
    drafts.append(draft)
    // Far-off quotes of a long passage cannot overlap what is read now.
    if taken.count == 64 { taken.removeFirst(32) }
    taken.append((draft.quote, draft.kind))
  }

  mutating func claim(block: Int) { claimed.insert(block) }
  func isClaimed(_ block: Int) -> Bool { claimed.contains(block) }

  mutating func startPassage() {
    taken.removeAll(keepingCapacity: true)
    takenDates.removeAll(keepingCapacity: true)
    takenVerbs.removeAll(keepingCapacity: true)
  }

  /// Whether the same words have been met with the same date; they are remembered.
  mutating func isRepeated(_ words: UInt64, _ timex: Timex?) -> Bool {
    var key = words
    for byte in (timex?.edtf ?? "").utf8 { key = Hash.step(key, byte) }
    return !statements.insert(key).inserted
  }

  mutating func takeVerb(_ start: Int) { takenVerbs.insert(start) }
  func isVerbTaken(_ start: Int) -> Bool { takenVerbs.contains(start) }

  /// How many acts without a date of their own a paper has given.
  func acts(ofPaper paper: Int) -> Int { actCounts[paper] ?? 0 }
  mutating func countAct(ofPaper paper: Int) { actCounts[paper, default: 0] += 1 }

  mutating func takeDate(_ bytes: Range<Int>) { takenDates.insert(bytes.lowerBound) }

  /// Whether a date has given its event already.
  func isDateTaken(_ bytes: Range<Int>) -> Bool { takenDates.contains(bytes.lowerBound) }

  /// Whether an event of this passage has been made from these bytes.
  func isTaken(_ bytes: Range<Int>) -> Bool { taken.contains { $0.bytes.overlaps(bytes) } }

  /// The kinds of the events of this passage that have been made from these bytes.
  func kinds(takenFrom bytes: Range<Int>) -> [EventKind] {
    taken.filter { $0.bytes.overlaps(bytes) }.map(\.kind)
  }

  /// Gives entries without a date the date of their neighbours where both have the same one.
  mutating func settlePositions() {
    let mains = drafts.indices.filter { drafts[$0].entry != nil }
    for (place, index) in mains.enumerated() where drafts[index].when.timex == nil {
      guard let entry = drafts[index].entry,
        let before = neighbour(mains, place, -1, run: entry.run),
        let after = neighbour(mains, place, 1, run: entry.run),
        let first = before.timex, first == after.timex
      else { continue }
      drafts[index].when = EventDate(
        timex: first, basis: .position, text: "",
        why: ["the entries before and after it are both of \(first.edtf)"])
      drafts[index].isStated = false
    }
    let byBlock = Dictionary(
      mains.compactMap { index in drafts[index].entry.map { ($0.block, drafts[index].when) } },
      uniquingKeysWith: { first, _ in first })
    for index in drafts.indices {
      guard let follows = drafts[index].followsEntry, let when = byBlock[follows.block] else { continue }
      drafts[index].when = EntryDates.following(when, asLimit: follows.asLimit)
      if drafts[index].kind == .signedOff { drafts[index].when.kind = .signed }
    }
  }

  /// The nearest entry of the same list that has a date of its own.
  private func neighbour(_ mains: [Int], _ place: Int, _ step: Int, run: Int) -> EventDate? {
    var at = place + step
    // A long stretch without dates has no position to give.
    while mains.indices.contains(at), abs(at - place) <= 12 {
      let draft = drafts[mains[at]]
      guard draft.entry?.run == run else { return nil }
      if draft.when.timex != nil, draft.when.basis != .position { return draft.when }
      at += step
    }
    return nil
  }

  /// The events in order of their place, each with who says so and when.
  func events(of document: Document, _ map: PaperMap) -> [Event] {
    let order = drafts.indices.sorted {
      (drafts[$0].quote.lowerBound, $0) < (drafts[$1].quote.lowerBound, $1)
    }
    var hint = 0
    let owners = order.map { map.owner(of: drafts[$0].quote.lowerBound, hint: &hint) }
    var messages: [Int: Event.ID] = [:]
    var events = zip(order, owners).map { index, owner in
      let draft = drafts[index]
      var event = Event(
        kind: draft.kind, modality: draft.modality, when: draft.when, summary: draft.summary,
        parties: draft.parties,
        evidence: ([draft.quote] + draft.further).map { Anchors.make(document, $0) }, rule: draft.rule,
        isStated: draft.isStated, context: draft.context)
      event.object = draft.object
      if draft.sendsPaper { messages[owner] = event.id }
      return event
    }
    // What stands under the date line of a post was said on that day.
    var post: (owner: Int, when: Timex?)?
    for (place, owner) in owners.enumerated() {
      let paper = map.papers[owner]
      if events[place].isBareDateLine, !paper.isCorrespondence { post = (owner, events[place].when.timex) }
      events[place].assertion = Assertion(
        by: paper.authors.map(\.name), to: paper.addressees.map(\.name),
        on: post?.owner == owner ? post?.when : paper.written?.when, message: messages[owner])
    }
    return events
  }
}

extension Event {
  /// A line that holds a date and nothing else; "Latest: 6 July 2024" dates no more than itself.
  fileprivate var isBareDateLine: Bool {
    guard rule == DateLineEvents().name, kind == .published, let quote = evidence.first?.quote else {
      return false
    }
    return quote.utf8.count <= when.text.utf8.count + 1
  }
}
