import DaybookCore

/// Finds the promises of a record and what became of each.
///
/// A promise is an entry of kind `promised` that its own paper makes, not one that is told of later. It is met
/// by a later act of the same party, of the right sort (sending, publishing, answering), about the same thing;
/// the record speaks against it where a later statement about the same thing says "cannot" or "not yet".
struct PromiseChecker {
  let builder: GraphBuilder
  let index: ActIndex

  /// Later acts of one party that are looked at for one promise.
  private static let mostCandidates = 400
  private static let mostDays = 366

  enum Sort { case send, publish, answer, other }

  /// In order of the due date, then of the chronology.
  func promises() -> [Promise] {
    var made: [Int] = []
    var byKey: [Key: [Int]] = [:]
    var byWords: [Words: Int] = [:]
    var others: [Int: [Int]] = [:]
    for at in promiseActs() {
      let act = builder.acts[at]
      let isRetold = act.said.flatMap { said in act.last.map { said > $0 } } ?? false
      if isRestated(at, made, &others) { continue }
      let key = Key(agent: builder.lead(act.agents) ?? -1, due: act.hasOwnDate ? act.last : nil)
      // The same promise, told by another paper.
      if act.hasOwnDate,
        let same = byKey[key, default: []].first(where: {
          ActWords.shared(builder.acts[$0].words, act.words) >= 1 || sort(builder.acts[$0]) == sort(act)
        })
      {
        others[same, default: []].append(at)
        continue
      }
      // The same words of the same party in another copy of the message.
      if !act.hasOwnDate {
        let words = Words(agent: key.agent, quote: act.quote.filter { !$0.isWhitespace })
        if let same = byWords[words] {
          others[same, default: []].append(at)
          continue
        }
        byWords[words] = at
      }
      // A promise that only a later text tells of stands there, but was not made by it.
      if isRetold && !act.hasOwnDate { continue }
      byKey[key, default: []].append(at)
      made.append(at)
    }
    return made.map { promise($0, others[$0, default: []]) }.sorted { left, right in
      let (a, b) = (due(left), due(right))
      return a != b ? a < b : left.id < right.id
    }
  }

  /// "within 20 working days, that is by 17 June": one promise of one sentence, whose written date counts.
  private func isRestated(_ at: Int, _ made: [Int], _ others: inout [Int: [Int]]) -> Bool {
    let act = builder.acts[at]
    guard let message = act.message else { return false }
    for earlier in made.suffix(8) where builder.acts[earlier].message == message {
      let other = builder.acts[earlier]
      guard other.source == act.source, other.evidence.bytes.overlaps(act.evidence.bytes) else { continue }
      others[earlier, default: []].append(at)
      return true
    }
    return false
  }

  private struct Words: Hashable {
    var agent: Int32
    var quote: String
  }

  private struct Key: Hashable {
    var agent: Int32
    var due: Int?
  }

  private func due(_ promise: Promise) -> Int { promise.due?.latest?.date.dayNumber ?? .max }

  /// Those that are made in a message first: a page that tells of them comes later.
  private func promiseActs() -> [Int] {
    let all = builder.acts.indices.filter {
      let act = builder.acts[$0]
      return act.kind == .promised && act.modality == .planned && !act.agents.isEmpty
    }
    func rank(_ at: Int) -> (Int, Int, Int, Int) {
      let act = builder.acts[at]
      // Of one sentence the written date first.
      let isRetold = act.said.flatMap { said in act.last.map { said > $0 } } ?? false
      return (
        isRetold ? 2 : act.message == nil ? 1 : 0, act.message.map { Int($0) } ?? 0, act.isExplicit ? 0 : 1,
        at
      )
    }
    return all.sorted { rank($0) < rank($1) }
  }

  private func promise(_ at: Int, _ others: [Int]) -> Promise {
    let act = builder.acts[at]
    let due = act.hasOwnDate ? act.timex : nil
    var promise = Promise(
      entry: act.id, by: builder.shown(act.agents), to: builder.shown(act.recipients), made: act.saidTimex,
      due: due, text: act.quote, outcome: .open, why: [],
      evidence: [act.evidence] + others.map { builder.acts[$0].evidence })
    guard let limit = due?.latest?.date.dayNumber else {
      promise.why = ["it names no date"]
      return promise
    }
    let found = search(at, limit)
    promise.against = found.against.map { builder.acts[$0].id }
    if let kept = found.kept, let day = builder.acts[kept].day, day <= limit || !found.isTakenBack {
      promise.kept = builder.acts[kept].id
      promise.keptOn = CivilDate(dayNumber: day)
      promise.outcome = day <= limit ? .met : .metLate
      promise.why = [
        "\(found.isReceipt ? "a receipt of the same thing" : "a later act of the same party about the same thing"), on \(CivilDate(dayNumber: day)): “\(builder.acts[kept].quote.prefix(120))”",
        day <= limit ? "on or before the due date" : "\(day - limit) days after the due date",
      ]
      return promise
    }
    if found.isTakenBack {
      promise.outcome = .notMet
      promise.why = ["the record speaks against it, see the quotes; computed, not a finding"]
    } else if let last = index.lastDay, last > limit {
      promise.outcome = .notInRecord
      promise.why = ["the record goes on to \(CivilDate(dayNumber: last)) without it"]
    } else {
      promise.why = ["the record ends before the due date"]
    }
    return promise
  }

  // MARK: What became of it

  private struct Found {
    var kept: Int?
    /// Whether it is the recipient who has it.
    var isReceipt = false
    var against: [Int] = []
    /// Whether what speaks against it was said after the due date, or says outright that it cannot be.
    var isTakenBack = false
  }

  private func search(_ at: Int, _ limit: Int) -> Found {
    let act = builder.acts[at]
    var found = Found()
    guard let agent = builder.lead(act.agents), let start = act.said ?? act.day else { return found }
    let sort = sort(act)
    let wanted = topic(of: at)
    let after = act.message.map { builder.acts[Int($0)].order } ?? act.order
    var looked = 0
    let acts = builder.acts
    for candidate in index.from(start, index.byAgent[agent, default: []]) {
      guard looked < PromiseChecker.mostCandidates else { break }
      guard candidate != at, let day = acts[candidate].day, day - limit <= PromiseChecker.mostDays else {
        continue
      }
      looked += 1
      // Before the act is taken out, which costs more than all this.
      if acts[candidate].first == nil || acts[candidate].modality != .happened { continue }
      if acts[candidate].cues.contains(.wouldBe) { continue }
      let other = acts[candidate]
      // Of the day itself only what was sent later.
      let carrier = other.message.map { Int($0) } ?? candidate
      if act.message != nil, other.message == act.message || carrier == act.message.map({ Int($0) }) {
        continue
      }
      if builder.acts[carrier].day == start, builder.acts[carrier].isMessage,
        builder.acts[carrier].order <= after || isCopy(builder.acts[carrier], of: act)
      {
        continue
      }
      // What another page tells may stand for it, but a promise is not kept by another promise.
      if other.kind == .promised || other.kind == .deadline || other.kind == .asked { continue }
      if speaksAgainst(other) {
        if concerns(other, candidate, wanted, sort) {
          found.against.append(candidate)
          found.isTakenBack = found.isTakenBack || day > limit || refuses(other)
        }
        continue
      }
      if found.kept == nil, keeps(candidate, sort, wanted, act) { found.kept = candidate }
    }
    takeReceipt(of: at, sort, wanted, start, &found)
    return found
  }

  /// "V1 received by the ICO on the 14th": what was promised has come, whoever tells of it.
  private func takeReceipt(of at: Int, _ sort: Sort, _ wanted: [UInt64], _ start: Int, _ found: inout Found) {
    guard sort == .send, let recipient = builder.lead(builder.acts[at].recipients) else { return }
    let limit = found.kept.flatMap { builder.acts[$0].day } ?? .max
    // Of a promise that is only told of nobody knows when it was made; it counts from the day that it names.
    let isTold = builder.acts[at].said == nil
    let receipt = index.from(start, index.byAgent[recipient, default: []]).prefix(
      PromiseChecker.mostCandidates
    )
    .first { candidate in
      let other = builder.acts[candidate]
      return other.kind == .received && other.modality == .happened && other.isDay && other.hasOwnDate
        && other.first.map { ($0 > start || $0 == start && isTold) && $0 < limit } ?? false
        && ActWords.shared(other.words, wanted) >= 1
    }
    if let receipt { (found.kept, found.isReceipt) = (receipt, true) }
  }

  /// Whether a message may be the one that makes the promise, printed again: of the same minute, in whatever zone
  /// its print gives it, or of a day without one.
  private func isCopy(_ message: Act, of promise: Act) -> Bool {
    guard let own = promise.message.map({ builder.acts[Int($0)] }), let a = own.timex, let b = message.timex,
      a.grain <= .minute, b.grain <= .minute
    else { return true }
    if a.utcOffset == nil, b.utcOffset == nil {
      guard let first = a.earliest?.sortKey, let second = b.earliest?.sortKey else { return true }
      return abs(first - second) < 60
    }
    // A native mail in universal time and its print without a zone.
    return SentMoment.compare(a, b) != .apart
  }

  /// The words that name what is promised, without those for the act itself; where none are left, those of the
  /// message in which it stands.
  private func topic(of at: Int) -> [UInt64] {
    let act = builder.acts[at]
    let own = act.words.filter { !PromiseChecker.actWords.contains($0) }
    guard own.isEmpty, let message = act.message else { return own }
    return index.words(of: Int(message), builder).filter { !PromiseChecker.actWords.contains($0) }
  }

  private func keeps(_ candidate: Int, _ sort: Sort, _ wanted: [UInt64], _ promise: Act) -> Bool {
    let other = builder.acts[candidate]
    guard isToTheSame(promise, other, sort) else { return false }
    let words = other.isMessage ? index.words(of: candidate, builder) : other.words
    let isAbout = ActWords.shared(words, wanted) >= 1
    switch sort {
    case .send: return isAbout && (other.kind == .sent || other.kind == .received)
    case .publish:
      return isAbout && other.kind == .published
    case .answer:
      return (other.kind == .sent || other.kind == .told) && words.contains(PromiseChecker.answer)
        && !other.isTableRow && !other.isMessage && other.message != nil
    case .other:
      return ActWords.shared(words, wanted) >= 2 && other.kind != .statement && !other.isMessage
    }
  }

  /// The recipient of the promise, unless it names somebody to whom the thing itself goes.
  private func isToTheSame(_ promise: Act, _ other: Act, _ sort: Sort) -> Bool {
    if sort == .publish || other.recipients.isEmpty || promise.recipients.isEmpty { return true }
    if promise.words.contains(PromiseChecker.school) {
      return other.words.contains(PromiseChecker.school)
        || other.recipients.contains { builder.names[Int($0)].lowercased().contains("school") }
    }
    return !Set(promise.recipients).isDisjoint(with: other.recipients)
  }

  /// "not yet", "cannot", "is proving challenging".
  private func speaksAgainst(_ act: Act) -> Bool { act.cues.contains(.against) || refuses(act) }

  /// "cannot", "need more time": it will not be by then.
  private func refuses(_ act: Act) -> Bool { act.cues.contains(.refusing) }

  private func concerns(_ act: Act, _ at: Int, _ wanted: [UInt64], _ sort: Sort) -> Bool {
    switch sort {
    case .publish:
      return act.words.contains(PromiseChecker.publish)
    case .answer: return act.words.contains(PromiseChecker.answer)
    case .send, .other:
      return ActWords.shared(act.words, wanted) >= 1 && act.words.contains(PromiseChecker.send)
    }
  }

  func sort(_ act: Act) -> Sort {
    if act.words.contains(PromiseChecker.publish) { return .publish }
    if act.words.contains(PromiseChecker.answer) { return .answer }
    if act.words.contains(PromiseChecker.send) { return .send }
    // "A note will go to schools."
    if act.cues.contains(.goesOut) { return .send }
    return .other
  }

  private static let send = ActWords.hash("send")
  private static let publish = ActWords.hash("publish")
  private static let answer = ActWords.hash("answer")
  private static let school = ActWords.hash("school")
  private static let actWords: Set<UInt64> = Set(
    ["send", "publish", "answer", "school", "now", "working", "each", "week", "date"].map {
      ActWords.hash($0)
    })
}
