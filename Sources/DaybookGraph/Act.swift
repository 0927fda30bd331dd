import DaybookCore

/// An entry as the graph looks at it: small enough to hold a million.
///
/// A class, because each is looked at from hundreds of others: taking a struct of so many parts out of its list
/// each time was a third of the work.
final class Act {
  let id: Event.ID
  /// Place in the chronology.
  let order: Int
  let kind: EventKind
  let modality: Modality
  /// Day numbers; nil for an entry without a date.
  let first: Int?
  let last: Int?
  /// Names of bodies and people by number; see `GraphBuilder.names`.
  let agents: [Int32]
  let recipients: [Int32]
  /// Index among the acts of the message that says so.
  var message: Int32?
  /// Whether it is the sending of a message or letter.
  let isMessage: Bool
  let isTableRow: Bool
  /// Whether its date is that of the words, not of the paper.
  let hasOwnDate: Bool
  /// Whether the words give the date in full.
  let isExplicit: Bool
  /// Day on which it was said.
  let said: Int?
  let words: [UInt64]
  let object: String?
  let evidence: ChronologyEntry.Evidence
  private let when: SharedTimex?
  private let saidOn: SharedTimex?
  let saidBy: [Int32]
  /// Papers that tell it.
  let sourceCount: Int
  let cues: ActCues

  var quote: String { evidence.quote }
  var source: String { evidence.source }
  var timex: Timex? { when?.value }
  var saidTimex: Timex? { saidOn?.value }
  var day: Int? { first ?? last }
  var isDay: Bool { first != nil && first == last }

  init(
    _ entry: ChronologyEntry, evidence: ChronologyEntry.Evidence, agents: [Int32], recipients: [Int32],
    saidBy: [Int32], words: StatementWords, shared: inout SharedValues
  ) {
    let timex = entry.when.timex
    id = entry.id
    order = entry.order
    kind = entry.kind
    modality = entry.modality
    first = timex?.earliest?.date.dayNumber
    last = timex?.latest?.date.dayNumber
    self.agents = shared.one(agents)
    self.recipients = shared.one(recipients)
    isMessage = entry.rule == GraphBuilder.messageRule
    isTableRow = entry.rule == "table-row"
    hasOwnDate = entry.when.basis != nil && entry.rule != "undated-act" && !isMessage
    isExplicit = entry.when.basis == .explicit
    said = (entry.assertion.on?.earliest ?? entry.assertion.on?.latest)?.date.dayNumber
    self.words = words.words
    object = entry.object
    self.evidence = evidence
    when = timex.map { shared.one($0) }
    saidOn = entry.assertion.on.map { shared.one($0) }
    self.saidBy = shared.one(saidBy)
    sourceCount =
      entry.evidence.count < 2 ? entry.evidence.count : Set(entry.evidence.map(\.source)).count
    cues = words.cues
  }
}

/// A date that many acts have, held once.
final class SharedTimex {
  let value: Timex

  init(_ value: Timex) { self.value = value }
}

/// Equal parts of acts, each held once: the acts of a message have its date, its writers and its readers.
struct SharedValues {
  private var dates: [Timex: SharedTimex] = [:]
  private var lists: [[Int32]: [Int32]] = [:]

  mutating func one(_ timex: Timex) -> SharedTimex {
    if let known = dates[timex] { return known }
    let new = SharedTimex(timex)
    dates[timex] = new
    return new
  }

  mutating func one(_ list: [Int32]) -> [Int32] {
    if list.isEmpty { return [] }
    if let known = lists[list] { return known }
    lists[list] = list
    return list
  }
}
