package import DaybookCore

/// Works out what the entries of a chronology have to do with each other.
///
/// Entries are added in order, with the events that stand behind them; claims in order of their documents.
/// Every step looks candidates up by a key (who to whom, which day, which subject) and looks at a bounded number
/// of them, so that the work grows with the number of entries and not with its square.
package struct GraphBuilder {
  var acts: [Act] = []
  var claims: [(claim: Claim, place: EntryMaker.Place)] = []
  private(set) var names: [String] = []
  private(set) var kinds: [Party.Kind] = []
  private var numbers: [String: Int32] = [:]
  /// Acts by the ids of the events that send a message.
  private var messageByEvent: [Event.ID: Int32] = [:]
  private var messageIDs: [Int32: Event.ID] = [:]
  private var shared = SharedValues()
  let parties: ResolvedParties

  package init(parties: ResolvedParties) { self.parties = parties }

  /// `words` are those of the entry; making them is most of the work, and can be done on another thread.
  package mutating func add(_ entry: ChronologyEntry, events: [Event], words: StatementWords? = nil) {
    guard let evidence = entry.evidence.first else { return }
    let index = Int32(truncatingIfNeeded: acts.count)
    let isMessage = entry.rule == GraphBuilder.messageRule
    if isMessage { for event in events { messageByEvent[event.id] = index } }
    if let message = entry.assertion.message { messageIDs[index] = message }
    acts.append(
      Act(
        entry, evidence: evidence, agents: numbers(entry, .agent), recipients: numbers(entry, .recipient),
        saidBy: entry.assertion.by.map { number($0, .body) },
        words: words ?? StatementWords(entry), shared: &shared))
  }

  package mutating func add(_ claim: Claim, at place: EntryMaker.Place) { claims.append((claim, place)) }

  /// The rule that makes the entry of a message or letter.
  package static let messageRule = "message-sent"

  private mutating func numbers(_ entry: ChronologyEntry, _ role: Party.Role) -> [Int32] {
    entry.parties.filter { $0.role == role }.map { number($0.name, $0.kind) }
  }

  private mutating func number(_ name: String, _ kind: Party.Kind) -> Int32 {
    let shown = parties.party(named: name)?.name ?? name
    if let known = numbers[shown] { return known }
    let number = Int32(truncatingIfNeeded: names.count)
    numbers[shown] = number
    names.append(shown)
    kinds.append(parties.party(named: name)?.kind ?? kind)
    return number
  }

  func known(_ name: String) -> Int32? { numbers[parties.party(named: name)?.name ?? name] }

  func shown(_ numbers: [Int32]) -> [String] { numbers.map { names[Int($0)] } }

  /// Bodies first: "DfE and Policy Officer A" acts for DfE.
  func lead(_ numbers: [Int32]) -> Int32? { numbers.first { kinds[Int($0)] == .body } ?? numbers.first }

  package mutating func build(gaps: [Gap]) -> EventGraph {
    for (index, event) in messageIDs {
      acts[Int(index)].message = messageByEvent[event].flatMap { $0 == index ? nil : $0 }
    }
    var graph = EventGraph()
    let index = ActIndex(self)
    let promises = PromiseChecker(builder: self, index: index).promises()
    graph.promises = promises
    graph.relations = LinkFinder(builder: self, index: index).relations(promises)
    graph.clocks = ClockTable.clocks(acts)
    graph.conflicts = ConflictFinder(builder: self, index: index).conflicts()
    graph.relations += parties.memberships
    graph.relations += ConflictEdges(acts, of: graph.conflicts).relations()
    graph.intervals = IntervalFinder(builder: self, index: index).intervals()
    graph.followUps = FollowUpFinder(builder: self, index: index).followUps(graph.relations, gaps)
    return graph
  }
}

/// What the words of an entry say, as the graph compares them.
package struct StatementWords: Sendable {
  let words: [UInt64]
  let cues: ActCues

  package init(_ entry: ChronologyEntry) {
    let quote = entry.evidence.first?.quote ?? ""
    words = ActWords.of(entry.rule == GraphBuilder.messageRule ? (entry.object ?? "") : quote)
    cues = ActCues.of(quote)
  }
}
