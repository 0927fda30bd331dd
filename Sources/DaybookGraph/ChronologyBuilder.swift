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

  /// Adds an event; `document` never decreases. `parties` are resolved names. `message` names the message
  /// that it sends, where its copies have been told from those of others.
  package mutating func add(
    _ event: Event, row: Int64, document: Int, parties: [Participation], message: Message.ID? = nil
  ) {
    if keys.last?.document != Int32(clamping: document) {
      documentStart = keys.count
      hasDate = false
    }
    let timex = event.when.timex
    let first = timex?.earliest ?? timex?.latest
    // The lead stands for its people: "DfE" in one paper, "DfE and Policy Officer A" in the other.
    var occasion = FNV()
    occasion.add(ChronologyBuilder.day(timex))
    occasion.add(event.kind.rawValue)
    occasion.add(event.modality.rawValue)
    occasion.add(ChronologyBuilder.lead(parties, .agent) ?? "")
    // "We told you that we would answer by 17 June", said in July, is no second making of that promise.
    let isRetold = ChronologyBuilder.isRetold(event)
    if isRetold { occasion.add("retold") }
    var recipient = FNV()
    let lead = ChronologyBuilder.lead(parties, .recipient)
    recipient.add(lead ?? "")
    let quote = event.evidence.first?.quote ?? event.summary
    // A copy may lack the line that says to whom: its words are the same all the same.
    let isMessage = event.rule == GraphBuilder.messageRule
    var wording = FNV()
    if isRetold { wording.add("retold") }
    wording.add(ChronologyBuilder.time(timex))
    wording.add(event.kind.rawValue)
    wording.add(event.modality.rawValue)
    if let agent = parties.first(where: { $0.role == .agent }) { wording.add(agent.name) }
    // One sender, one minute and one subject are one message, however its header is printed.
    let isOfMinute = timex.map { $0.grain <= .minute } ?? false
    wording.add(words: isMessage && isOfMinute ? SubjectKey.of(event.object ?? "") : quote)
    if isMessage { wording.add(isOfMinute ? "minute" : "message") }
    var to = FNV()
    let recipients = parties.filter { $0.role == .recipient }.map(\.name).sorted()
    for name in recipients { to.add(name) }
    let isDistinctive = first != nil || quote.utf8.count >= ChronologyBuilder.distinctiveLength
    var key = EventKey(
      row: row, document: Int32(clamping: document),
      position: Int32(clamping: event.evidence.first?.bytes.lowerBound ?? 0),
      moment: first?.sortKey ?? .max,
      precision: first == nil
        ? Int8(Grain.allCases.count) : Int8(clamping: timex?.grain.rank ?? Grain.allCases.count),
      isDated: first != nil, wording: isDistinctive ? wording.value : nil,
      recipients: recipients.isEmpty ? 0 : to.value, recipient: lead == nil ? 0 : recipient.value,
      minute: ChronologyBuilder.minute(timex),
      fullness: Int16(clamping: parties.count + (event.object?.isEmpty == false ? 100 : 0)),
      isMessage: isMessage, said: event.assertion.on?.earliest?.date.dayNumber ?? -1,
      occasion: occasion.value)
    if let message {
      var identity = FNV()
      identity.add(message.text)
      (key.identity, key.wording, key.recipients) = (identity.value, identity.value, 0)
    }
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

  private static func isRetold(_ event: Event) -> Bool {
    guard event.kind == .promised, let said = event.assertion.on?.earliest?.date,
      let due = event.when.timex?.latest?.date
    else { return false }
    return said > due
  }

  private static func lead(_ parties: [Participation], _ role: Party.Role) -> String? {
    let own = parties.filter { $0.role == role }
    return (own.first { $0.kind == .body } ?? own.first)?.name
  }

  /// The day of a date that has a time, else the date as it is.
  private static func day(_ timex: Timex?) -> String {
    guard let timex, let first = timex.earliest?.date, timex.latest?.date == first else {
      return timex?.edtf ?? ""
    }
    return first.description
  }

  private static func minute(_ timex: Timex?) -> Int16 {
    guard let timex, timex.grain <= .minute, let moment = timex.earliest, timex.latest == moment,
      let time = moment.time
    else { return -1 }
    return Int16(clamping: time.hour * 60 + time.minute)
  }

  /// Copies of a message may print its time with seconds or a zone, or without.
  private static func time(_ timex: Timex?) -> String {
    guard let timex, timex.grain <= .minute, let moment = timex.earliest, timex.latest == moment,
      let time = moment.time
    else { return timex?.edtf ?? "" }
    return "\(moment.date)T\(time.hour):\(time.minute)"
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
    var merger = EventMerger(keys, isSameEvent)
    let merged = try merger.merge(event: event)
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
