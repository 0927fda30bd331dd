package import DaybookCore

/// Puts the events of a case in order and finds those that are the same.
///
/// Events are added document by document, in order of path, and inside a document in order of place. What is
/// kept of each is its
/// `EventKey`; the result names events by row, so that the caller can build entries one by one.
///
/// The order is total and documented in `Docs/ordering.md`: by the moment at which an event begins; of one
/// moment, document by document, the document with the finest date first, then by path; inside a document,
/// its own order. An undated event takes the moment of the dated event before it in its document (of the one
/// behind it, at the start), and says so by having no date.
package struct ChronologyBuilder {
  private var keys: [EventKey] = []
  private var documentStart = 0
  /// Whether the document under way has a dated event yet: until then its events wait for a moment.
  private var hasDate = false
  private let isSameEvent: EventSimilarity

  package init(similarity: EventSimilarity = EventSimilarity()) { isSameEvent = similarity }

  /// Bytes from which two undated quotes with the same words are taken for copies: longer than "We will reply
  /// as soon as we can."
  private static let distinctiveLength = 60

  /// Days on which something is said to have happened, for `gaps`; of an interval, its first and its last.
  package private(set) var days: Set<Int> = []

  /// Rows of the events that send a message, by id; and their ids by row.
  private var messages: [(id: Event.ID, row: Int64)] = []

  package var count: Int { keys.count }

  /// For each event that sends a message, the id of the entry that it became part of.
  package func messageEntries(_ plan: [EntryPlan]) -> [Event.ID: Event.ID] {
    if messages.isEmpty { return [:] }
    let ids = Dictionary(messages.map { ($0.row, $0.id) }) { first, _ in first }
    var entries: [Event.ID: Event.ID] = [:]
    for entry in plan {
      guard let first = entry.events.first, let leader = ids[first] else { continue }
      for row in entry.events { if let id = ids[row] { entries[id] = leader } }
    }
    return entries
  }

  /// Adds an event; `document` never decreases. `parties` are resolved names.
  package mutating func add(_ event: Event, row: Int64, document: Int, parties: [Participation]) {
    if keys.last?.document != Int32(clamping: document) {
      documentStart = keys.count
      hasDate = false
    }
    let timex = event.when.timex
    let first = timex?.earliest ?? timex?.latest
    var occasion = FNV()
    occasion.add(event.when.timex?.edtf ?? "")
    occasion.add(event.kind.rawValue)
    occasion.add(event.modality.rawValue)
    for role in [Party.Role.agent, .recipient] {
      for name in parties.filter({ $0.role == role }).map(\.name).sorted() { occasion.add(name) }
      occasion.add(0xFE)
    }
    let quote = event.evidence.first?.quote ?? event.summary
    var wording = occasion
    wording.add(words: quote)
    let isDistinctive = first != nil || quote.utf8.count >= ChronologyBuilder.distinctiveLength
    var key = EventKey(
      row: row, document: Int32(clamping: document),
      position: Int32(clamping: event.evidence.first?.bytes.lowerBound ?? 0),
      moment: first?.sortKey ?? .max,
      precision: first == nil
        ? Int8(Grain.allCases.count) : Int8(clamping: timex?.grain.rank ?? Grain.allCases.count),
      isDated: first != nil, wording: isDistinctive ? wording.value : nil, occasion: occasion.value)
    if let first {
      note(event)
      if !hasDate {
        for index in documentStart..<keys.count { keys[index].moment = first.sortKey }
        hasDate = true
      }
    } else if keys.count > documentStart {
      key.moment = keys[keys.count - 1].moment
    }
    keys.append(key)
    if event.rule == GraphBuilder.messageRule { messages.append((event.id, row)) }
  }

  /// A plan, a duty and a denial break no silence, and neither does a date with an open end.
  private mutating func note(_ event: Event) {
    guard event.modality == .happened || event.modality == .alleged, let timex = event.when.timex,
      timex.grain <= .day, !timex.isApproximate, let first = timex.earliest, let last = timex.latest
    else { return }
    days.insert(first.date.dayNumber)
    days.insert(last.date.dayNumber)
  }

  /// Entries in order. `event` is asked for the events of which the words must be compared.
  package func plan(event: (Int64) throws -> Event) rethrows -> [EntryPlan] {
    let merged = try merge(event: event)
    let order = ChronologyBuilder.order(keys, among: merged.leaders)
    return order.map { index in
      EntryPlan(events: [keys[index].row] + merged.followers[index, default: []].map { keys[$0].row })
    }
  }

  /// Silences of at least `days` days between two days on which something happened.
  package func gaps(ofAtLeast days: Int) -> [Gap] {
    let sorted = self.days.sorted()
    return zip(sorted, sorted.dropFirst()).filter { $1 - $0 >= days }.map {
      Gap(after: CivilDate(dayNumber: $0), before: CivilDate(dayNumber: $1))
    }
  }
}

// Order.
extension ChronologyBuilder {
  private static func order(_ keys: [EventKey], among indices: [Int]) -> [Int] {
    /// The finest date that a document has at a moment decides where its entries of that moment stand.
    struct Group: Hashable {
      var moment: Int
      var document: Int32
    }
    var finest: [Group: Int8] = [:]
    for index in indices {
      let key = keys[index]
      let group = Group(moment: key.moment, document: key.document)
      finest[group] = min(finest[group] ?? .max, key.precision)
    }
    let ranked = indices.map { index in
      let key = keys[index]
      return (index, key, finest[Group(moment: key.moment, document: key.document)] ?? key.precision)
    }
    return ranked.sorted { left, right in
      let (a, b) = (left.1, right.1)
      if a.moment != b.moment { return a.moment < b.moment }
      if a.document != b.document {
        return left.2 != right.2 ? left.2 < right.2 : a.document < b.document
      }
      // The order in which they came settles equal places.
      return a.position != b.position ? a.position < b.position : left.0 < right.0
    }.map(\.0)
  }
}

// Merging.
extension ChronologyBuilder {
  /// Leaders stand for themselves and for their followers; both in the order of the input.
  private func merge(event: (Int64) throws -> Event) rethrows -> (leaders: [Int], followers: [Int: [Int]]) {
    var byWording: [UInt64: Int] = [:]
    var byOccasion: [UInt64: [Int]] = [:]
    var leaders: [Int] = []
    var followers: [Int: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      if let wording = key.wording {
        if let leader = byWording[wording] {
          followers[leader, default: []].append(index)
          continue
        }
        byWording[wording] = index
      }
      // An undated act in other words may be another act; a date of a month or more holds many.
      if key.isDated, key.precision <= Int8(Grain.day.rank) {
        // At most the last few candidates, so that a day with thousands of messages stays linear.
        let candidates = byOccasion[key.occasion, default: []].suffix(16).filter { candidate in
          // A document that tells of two similar events means two: neither may join the other by way of a
          // third.
          keys[candidate].document != key.document
            && followers[candidate]?.last.map { keys[$0].document != key.document } ?? true
        }
        if !candidates.isEmpty {
          let own = try event(key.row)
          if let leader = try candidates.first(where: { isSameEvent(try event(keys[$0].row), own) }) {
            followers[leader, default: []].append(index)
            continue
          }
        }
        byOccasion[key.occasion, default: []].append(index)
      }
      leaders.append(index)
    }
    return (leaders, followers)
  }
}
