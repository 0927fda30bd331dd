import DaybookCore
import DaybookGraph
import DaybookStore

/// What is gathered while the entries of a case are made: the account, and what the graph is worked out from.
struct ChronicleDraft {
  /// An entry with what stands behind it.
  struct Item {
    var entry: ChronologyEntry
    var stored: StoredEntry
    var events: [Event]
    /// Messages that it sends.
    var messages: [Message.ID]
    var words: StatementWords

    init(entry: ChronologyEntry, stored: StoredEntry, events: [Event], messages: [Message.ID]) {
      self.entry = entry
      self.stored = stored
      self.events = events
      self.messages = messages
      words = StatementWords(entry)
    }
  }

  let walk: BundleWalk
  let parties: ResolvedParties
  let maker: EntryMaker
  let gaps: [Gap]
  var ledger = Ledger()
  private let places: [Document.ID: EntryMaker.Place]
  private var links: CorrespondenceLinks
  private var pages = CitedPages()
  private var builder: GraphBuilder
  private var withdrawals: [(id: String, event: Event)] = []

  init(_ walk: BundleWalk, _ parties: ResolvedParties, _ links: CorrespondenceLinks, gaps: [Gap]) {
    (self.walk, self.parties, self.links, self.gaps) = (walk, parties, links, gaps)
    places = Dictionary(
      walk.documents.map {
        ($0.record.id, EntryMaker.Place(path: $0.path, sha256: $0.record.sha256, alsoAt: $0.alsoAt))
      }
    ) { first, _ in first }
    maker = EntryMaker(places: places, parties: parties)
    builder = GraphBuilder(parties: parties)
    for row in walk.rows { ledger.add(row) }
    ledger.duplicates = walk.duplicates
    ledger.findings =
      parties.ambiguous.map { alias in
        Finding(
          "alias-ambiguous", .note,
          "\"\(alias.alias)\" is short for \(alias.names.joined(separator: " and for ")); say in daybook.yaml which is meant",
          path: "the case as a whole")
      } + walk.findings
  }

  /// Takes the next entry in order.
  mutating func note(_ item: Item) {
    builder.add(item.entry, events: item.events, words: item.words)
    for message in item.messages { links.note(message, entry: item.entry.id) }
    pages.note(item.entry)
    if item.entry.kind == .withdrawn, let first = item.events.first {
      withdrawals.append((item.entry.id.text, first))
    }
    ledger.entries += 1
    if item.entry.when.timex == nil { ledger.entriesWithoutDate += 1 }
  }

  /// What the entries have to do with each other.
  mutating func graph(_ versions: FamilyEvents, store: CaseStore) throws -> EventGraph {
    for document in walk.documents {
      guard let place = places[document.record.id] else { continue }
      for claim in try store.claims(of: document.record.row) { builder.add(claim, at: place) }
    }
    var built = builder.build(gaps: gaps)
    built.relations += versions.relations(withdrawals: withdrawals) + links.relations()
    built.relations = CorrespondenceLinks.placed(built.relations, places)
    built.followUps += links.followUps(places) + pages.followUps(walk.rows)
    return built
  }
}
