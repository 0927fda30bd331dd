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

  /// True when the chronology was made anew; then `meanwhile` was called as soon as the entries were there, while
  /// what they have to do with each other is still being worked out.
  @discardableResult
  package func run(meanwhile: () throws -> Void = {}) throws(PipelineError) -> Bool {
    var outcome: Result<Void, any Error> = .success(())
    let isNew = try PipelineError.wrap {
      let state = try stateFingerprint()
      if try store.setting("state") == state, try store.setting("graph state") == state { return false }
      let walk = try BundleWalk(store: store)
      let reader = try store.reader()
      let (parties, correspondence) = try SideThread.both({ try resolve(walk) }) {
        try CorrespondenceStage(store: reader, settings: settings).run(walk, isWhole: false)
      }
      let versions = FamilyEvents(
        families: try FamilyStage(store: store, progress: progress, isCancelled: isCancelled).families(
          in: walk),
        allChanges: allChanges)
      let added = AddedEvents(versions.events())
      let copies = MessagePlaces(correspondence)
      let links = CorrespondenceLinks(correspondence)
      let builder = try order(walk, parties, added, copies, reader: reader)
      var draft = ChronicleDraft(
        walk, parties, links, gaps: builder.gaps(ofAtLeast: settings.gapDays))
      try save(&draft, builder, added, copies, reader: reader, state: state)
      let (_, graph) = try SideThread.both({ outcome = Result { try meanwhile() } }) {
        try draft.graph(versions, store: reader)
      }
      try store.replaceGraph(graph)
      try store.set("graph state", to: state)
      return true
    }
    try PipelineError.wrap { try outcome.get() }
    return isNew
  }

  /// Who is who, by all that the papers call them.
  private func resolve(_ walk: BundleWalk) throws -> ResolvedParties {
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
    return resolver.resolve()
  }

  /// All events in order, by what is compared of them; they are read on another thread.
  private func order(
    _ walk: BundleWalk, _ parties: ResolvedParties, _ added: AddedEvents, _ copies: MessagePlaces,
    reader: CaseStore
  ) throws -> ChronologyBuilder {
    struct Known {
      var event: Event
      var row: Int64
      var document: Int
      var message: Message.ID?
      var isAdded = false
    }
    var builder = ChronologyBuilder()
    try SideThread.relay { hand in
      for (rank, document) in walk.documents.enumerated() {
        if isCancelled() { throw PipelineError.interrupted }
        try reader.forEachEvent(of: document.record.row) { row, event in
          let event = copies.dated(parties.settled(event))
          try hand(Known(event: event, row: row, document: rank, message: copies.message(of: event)?.id))
        }
        for (row, event) in added.events(of: document.record.id) {
          try hand(Known(event: event, row: row, document: rank, isAdded: true))
        }
      }
    } using: { known in
      builder.add(
        known.event, row: known.row, document: known.document,
        parties: known.isAdded ? [] : known.event.parties,
        message: known.message)
      if builder.count % 1000 == 0 {
        progress.progress("ordering", done: known.document + 1, total: walk.documents.count)
      }
    }
    return builder
  }

  /// Makes the entries on another thread, and writes them.
  private func save(
    _ draft: inout ChronicleDraft, _ builder: ChronologyBuilder, _ added: AddedEvents,
    _ copies: MessagePlaces, reader: CaseStore, state: String
  ) throws {
    draft.ledger.findings += try ProductionCheck.findings(draft.walk, store: store)
    let (parties, maker) = (draft.parties, draft.maker)
    try store.replaceEntries(parties: parties.parties) { add in
      func event(_ row: Int64, _ stored: (Int64) throws -> Event) throws -> Event {
        try added.event(row) ?? copies.dated(parties.settled(stored(row)))
      }
      let plan = try reader.withEvents { stored in try builder.plan { try event($0, stored) } }
      let messages = builder.messageEntries(plan)
      try SideThread.relay { hand in
        try reader.withEvents { stored in
          var order = 0
          for entry in plan {
            let events = try entry.events.map { try event($0, stored) }
            guard var made = maker.entry(order: order + 1, events: events) else { continue }
            order += 1
            made.entry.assertion.message = made.entry.assertion.message.map { messages[$0] ?? $0 }
            try hand(
              ChronicleDraft.Item(
                entry: made.entry, stored: StoredEntry(made.entry, parties: made.parties), events: events,
                messages: events.compactMap { copies.message(of: $0)?.id }))
          }
        }
      } using: { item in
        try add(item.stored)
        draft.note(item)
        if draft.ledger.entries % 1000 == 0 {
          progress.progress("writing", done: draft.ledger.entries, total: plan.count)
        }
      }
      return [
        "state": state, "bundle": DocumentBundle(title: "", sources: draft.walk.sources).id.text,
        "ledger": try ChronicleStage.encode(draft.ledger), "gaps": try ChronicleStage.encode(draft.gaps),
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
