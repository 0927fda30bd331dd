import DaybookCore

/// Finds the events that are one, by their keys: the same words, the same message, the same occasion in other
/// words.
struct EventMerger {
  private let keys: [EventKey]
  private let isSameEvent: EventSimilarity

  private var byWording: [UInt64: Int] = [:]
  private var byOccasion: [UInt64: [Int]] = [:]
  private var leaders: [Int] = []
  private var followers: [Int: [Int]] = [:]
  /// Of a leader that gave its place to a finer one, that one; and the place of each leader in `leaders`.
  private var successor: [Int: Int] = [:]
  private var slots: [Int: Int] = [:]

  /// Candidates for one event, so that a day with thousands of messages stays linear.
  private static let mostCandidates = 16

  init(_ keys: [EventKey], _ isSameEvent: EventSimilarity) {
    self.keys = keys
    self.isSameEvent = isSameEvent
  }

  /// Leaders stand for themselves and for their followers; both in the order of the input, but that the copy of a
  /// message that says most of it leads, and of two tellings the one with the time of day.
  mutating func merge(event: (Int64) throws -> Event) rethrows -> (leaders: [Int], followers: [Int: [Int]]) {
    for (index, key) in keys.enumerated() {
      if let wording = key.wording {
        if let leader = byWording[wording].map(current),
          keys[leader].recipients == key.recipients || key.recipients == 0 || keys[leader].recipients == 0
        {
          join(index, leader)
          continue
        }
        if byWording[wording] == nil { byWording[wording] = index }
      }
      if let leader = try sameOccasion(index, key, event) {
        join(index, leader)
        continue
      }
      slots[index] = leaders.count
      leaders.append(index)
    }
    return (leaders, followers)
  }

  /// An undated act in other words may be another act; a date of a month or more holds many.
  private mutating func sameOccasion(
    _ index: Int, _ key: EventKey, _ event: (Int64) throws -> Event
  ) rethrows -> Int? {
    guard key.isDated, key.precision <= Int8(Grain.day.rank) else { return nil }
    let candidates = byOccasion[key.occasion, default: []].suffix(EventMerger.mostCandidates).map(current)
      .filter {
        isPossible($0, key)
      }
    if !candidates.isEmpty {
      if key.isMessage, let copy = candidates.first(where: { isCopy($0, key) }) { return copy }
      let own = try event(key.row)
      if let leader = try candidates.first(where: { isSameEvent(try event(keys[$0].row), own) }) {
        return leader
      }
    }
    byOccasion[key.occasion, default: []].append(index)
    return nil
  }

  private func isPossible(_ candidate: Int, _ key: EventKey) -> Bool {
    let other = keys[candidate]
    guard other.isMessage == key.isMessage, other.minute < 0 || key.minute < 0 || other.minute == key.minute,
      other.recipient == key.recipient || other.recipient == 0 || key.recipient == 0
    else { return false }
    if other.identity != key.identity, other.identity != 0, key.identity != 0 { return false }
    // Of a message all people to whom it went: two to different people are two.
    if key.isMessage, other.recipients != key.recipients, other.recipients != 0, key.recipients != 0 {
      return false
    }
    // A document that tells of two similar events means two: neither may join the other by way of a third.
    return isOther(other, key)
      && followers[candidate, default: []].allSatisfy { isOther(keys[$0], key) }
  }

  /// Of another document, or of another post of a page.
  private func isOther(_ one: EventKey, _ key: EventKey) -> Bool {
    one.document != key.document || !key.isMessage && one.said >= 0 && key.said >= 0 && one.said != key.said
  }

  /// Of the same minute, one of them printed without its subject line.
  private func isCopy(_ candidate: Int, _ key: EventKey) -> Bool {
    let other = keys[candidate]
    return key.minute >= 0 && other.minute == key.minute && (key.fullness < 100 || other.fullness < 100)
  }

  private mutating func join(_ index: Int, _ leader: Int) {
    let isFuller = keys[index].isMessage && keys[index].fullness > keys[leader].fullness
    let isFiner = !keys[index].isMessage && keys[index].minute >= 0 && keys[leader].minute < 0
    guard isFuller || isFiner, let slot = slots[leader] else {
      followers[leader, default: []].append(index)
      return
    }
    leaders[slot] = index
    slots[index] = slot
    slots[leader] = nil
    successor[leader] = index
    followers[index] = ([leader] + (followers.removeValue(forKey: leader) ?? [])).sorted()
  }

  private func current(_ leader: Int) -> Int {
    var leader = leader
    while let next = successor[leader] { leader = next }
    return leader
  }
}
