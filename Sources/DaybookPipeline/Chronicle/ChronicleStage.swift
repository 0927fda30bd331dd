import DaybookCore
import DaybookGraph
package import DaybookStore
private import Foundation

/// Makes the chronology of the whole case from what was extracted, when something has changed since it was
/// last made.
package struct ChronicleStage {
  private let store: CaseStore
  private let settings: CaseSettings
  private let progress: any ProgressReporter
  private let isCancelled: () -> Bool
  /// Whether each change between two versions of a paper is an entry, beside the one of the pair.
  private let allChanges: Bool

  /// Raise when the same events would give another chronology.
  private static let version = 4

  package init(
    store: CaseStore, settings: CaseSettings, progress: any ProgressReporter, allChanges: Bool = false,
    isCancelled: @escaping () -> Bool
  ) {
    self.allChanges = allChanges
    self.store = store
    self.settings = settings
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// True when the chronology was made anew.
  @discardableResult
  package func run() throws(PipelineError) -> Bool {
    try PipelineError.wrap {
      let state = try stateFingerprint()
      if try store.setting("state") == state { return false }
      let walk = try BundleWalk(store: store)
      var resolver = PartyResolver()
      for party in settings.parties {
        for alias in party.aliases { resolver.settle(alias: alias, as: party.name) }
      }
      for document in walk.documents {
        for alias in try store.aliases(of: document.record.row) { resolver.add(alias) }
        try store.forEachEvent(of: document.record.row) { _, event in
          for participation in event.parties { resolver.add(participation) }
          if event.rule == GraphBuilder.messageRule {
            resolver.addMembers(
              event.parties.filter { $0.role == .agent }, evidence: event.evidence.first)
          }
        }
      }
      let parties = resolver.resolve()
      let versions = FamilyEvents(
        families: try FamilyStage(store: store, progress: progress, isCancelled: isCancelled).families(
          in: walk),
        allChanges: allChanges)
      let added = AddedEvents(versions.events())
      let correspondence = try CorrespondenceStage(store: store, settings: settings).run(walk)
      let copies = MessagePlaces(correspondence)
      var builder = ChronologyBuilder()
      for (rank, document) in walk.documents.enumerated() {
        if isCancelled() { throw PipelineError.interrupted }
        try store.forEachEvent(of: document.record.row) { row, event in
          let event = copies.dated(parties.settled(event))
          builder.add(
            event, row: row, document: rank, parties: event.parties, message: copies.message(of: event)?.id)
        }
        for (row, event) in added.events(of: document.record.id) {
          builder.add(event, row: row, document: rank, parties: [])
        }
        progress.progress("ordering", done: rank + 1, total: walk.documents.count)
      }
      try save(
        walk, parties, builder, versions, added, copies, CorrespondenceLinks(correspondence), state: state)
      return true
    }
  }

  private func save(
    _ walk: BundleWalk, _ parties: ResolvedParties, _ builder: ChronologyBuilder, _ versions: FamilyEvents,
    _ added: AddedEvents, _ copies: MessagePlaces, _ links: CorrespondenceLinks, state: String
  ) throws {
    var links = links
    var pages = CitedPages()
    var ledger = Ledger()
    for row in walk.rows { ledger.add(row) }
    ledger.duplicates = walk.duplicates
    ledger.findings =
      parties.ambiguous.map { alias in
        Finding(
          "alias-ambiguous", .note,
          "\"\(alias.alias)\" is short for \(alias.names.joined(separator: " and for ")); say in daybook.yaml which is meant",
          path: "the case as a whole")
      } + walk.findings + (try ProductionCheck.findings(walk, store: store))
    let gaps = builder.gaps(ofAtLeast: settings.gapDays)
    let places = Dictionary(
      walk.documents.map {
        ($0.record.id, EntryMaker.Place(path: $0.path, sha256: $0.record.sha256, alsoAt: $0.alsoAt))
      }
    ) { first, _ in first }
    let maker = EntryMaker(places: places, parties: parties)
    let bundle = DocumentBundle(title: "", sources: walk.sources)
    var graph = GraphBuilder(parties: parties)
    for document in walk.documents {
      guard let place = places[document.record.id] else { continue }
      for claim in try store.claims(of: document.record.row) { graph.add(claim, at: place) }
    }
    var withdrawals: [(id: String, event: Event)] = []
    try store.replaceEntries(parties: parties.parties) { stored, add in
      func event(_ row: Int64) throws -> Event {
        try added.event(row) ?? copies.dated(parties.settled(stored(row)))
      }
      let plan = try builder.plan(event: event)
      let messages = builder.messageEntries(plan)
      var order = 0
      for entry in plan {
        let events = try entry.events.map(event)
        guard var made = maker.entry(order: order + 1, events: events) else { continue }
        order += 1
        made.entry.assertion.message = made.entry.assertion.message.map { messages[$0] ?? $0 }
        try add(made.entry, made.parties)
        graph.add(made.entry, events: events)
        for event in events {
          if let message = copies.message(of: event) { links.note(message.id, entry: made.entry.id) }
        }
        pages.note(made.entry)
        if made.entry.kind == .withdrawn, let first = events.first {
          withdrawals.append((made.entry.id.text, first))
        }
        ledger.entries += 1
        if made.entry.when.timex == nil { ledger.entriesWithoutDate += 1 }
        if order % 1000 == 0 { progress.progress("writing", done: order, total: plan.count) }
      }
      var built = graph.build(gaps: gaps)
      built.relations += versions.relations(withdrawals: withdrawals) + links.relations()
      built.relations = CorrespondenceLinks.placed(built.relations, places)
      built.followUps += links.followUps(places) + pages.followUps(walk.rows)
      try store.replaceGraph(built)
      return [
        "state": state, "bundle": bundle.id.text, "ledger": try ChronicleStage.encode(ledger),
        "gaps": try ChronicleStage.encode(gaps),
        PartyListing.setting: try ChronicleStage.encode(ChronicleStage.reasons(parties)),
      ]
    }
  }

  /// Why each name is its party's, by the id of the party.
  private static func reasons(_ parties: ResolvedParties) -> [String: [PartyListing.Reason]] {
    Dictionary(
      parties.parties.compactMap { party in
        let reasons = parties.reasons(of: party).map {
          PartyListing.Reason(alias: $0.alias, rule: $0.rule, quote: $0.evidence?.quote)
        }
        return reasons.isEmpty ? nil : (party.id.text, reasons)
      }
    ) { first, _ in first }
  }

  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<T: Decodable>(_: T.Type, from text: String) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(text.utf8))
  }

  /// Changes with every file, every result and every setting that the chronology depends on.
  private func stateFingerprint() throws -> String {
    var hasher = SHA256Hasher()
    func add(_ text: String, to hasher: inout SHA256Hasher) { hasher.update(Array(text.utf8) + [0]) }
    add("chronicle \(ChronicleStage.version)\(allChanges ? " all changes" : "")", to: &hasher)
    for part in settings.fingerprintParts + ["\(settings.gapDays)"] { add(part, to: &hasher) }
    for file in try store.files().values.sorted(by: { $0.path < $1.path }) {
      add(file.path, to: &hasher)
      add(file.sha256, to: &hasher)
    }
    for name in try store.unread() { add(name.path + "\u{1}" + name.reason, to: &hasher) }
    add(try store.conversionState(), to: &hasher)
    return hasher.finish().hex()
  }
}
