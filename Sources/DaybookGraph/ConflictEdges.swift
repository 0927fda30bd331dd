import DaybookCore

/// The edges of the candidates: from what one side says to what the other says, with the words of both.
///
/// Ends are entries: of a claim the one that quotes the same words; a claim that no entry quotes ends at its
/// document.
struct ConflictEdges {
  private let conflicts: [Conflict]
  /// Evidence of acts and their ids, by source and in order, for the sources of claims alone.
  private var places: [String: [(bytes: Range<Int>, id: Event.ID)]] = [:]

  /// Entries that begin before a claim and are looked at.
  private static let most = 16

  init(_ acts: [Act], of conflicts: [Conflict]) {
    self.conflicts = conflicts.filter { !$0.isNote }
    for side in self.conflicts.lazy.flatMap(\.sides) where side.anchor != nil {
      places[side.evidence.source] = []
    }
    if places.isEmpty { return }
    for act in acts where places[act.source] != nil {
      places[act.source]?.append((act.evidence.bytes, act.id))
    }
    for source in places.keys {
      places[source]?.sort { ($0.bytes.lowerBound, $0.id) < ($1.bytes.lowerBound, $1.id) }
    }
  }

  func relations() -> [Relation] {
    conflicts.compactMap { conflict in
      guard let first = conflict.sides.first, let last = conflict.sides.last, let from = end(first),
        let to = end(last), from != to
      else { return nil }
      return Relation(
        kind: .conflictsWith, from: from, to: to, evidence: [first, last].compactMap(\.anchor),
        rule: conflict.rule)
    }
  }

  private func end(_ side: Conflict.Side) -> String? {
    if let entry = side.entry { return entry.text }
    guard let anchor = side.anchor else { return nil }
    let acts = places[side.evidence.source] ?? []
    var (low, high) = (0, acts.count)
    while low < high {
      let middle = (low + high) / 2
      if acts[middle].bytes.lowerBound < anchor.bytes.upperBound { low = middle + 1 } else { high = middle }
    }
    let found = acts[max(low - ConflictEdges.most, 0)..<low].first { $0.bytes.overlaps(anchor.bytes) }
    return found?.id.text ?? anchor.document.text
  }
}
