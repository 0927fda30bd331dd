/// Finds for an old unit the new ones that share its rarest words.
///
/// An inverted index over the free units of the new side: words, and pairs of neighbouring words, which tell
/// texts apart that are made of the same few phrases. Words that stand in too many units are left out, so
/// that the cost of a look-up is bounded whatever the text.
struct CandidateIndex {
  /// Units in one posting list.
  private static let mostPostings = 48
  /// Rarest features of a unit that are looked up.
  private static let mostFeatures = 24

  private var lists: [UInt64: [Int32]] = [:]
  private var votes: [Int32: Float] = [:]

  init(_ side: AlignSide, units: [Int]) {
    for unit in units {
      for feature in CandidateIndex.features(side, unit) {
        if let last = lists[feature]?.last, last == Int32(unit) { continue }
        // One more than is used, to know a list that is too long.
        if (lists[feature]?.count ?? 0) <= CandidateIndex.mostPostings {
          lists[feature, default: []].append(Int32(unit))
        }
      }
    }
  }

  /// New units by how much they share with an old one, the best first.
  mutating func candidates(_ side: AlignSide, _ unit: Int, most: Int) -> [Int] {
    votes.removeAll(keepingCapacity: true)
    var found: [(count: Int, feature: UInt64)] = []
    for feature in CandidateIndex.features(side, unit) {
      if let list = lists[feature], list.count <= CandidateIndex.mostPostings {
        found.append((list.count, feature))
      }
    }
    found.sort { ($0.count, $0.feature) < ($1.count, $1.feature) }
    var last: UInt64?
    for (count, feature) in found.prefix(CandidateIndex.mostFeatures) where feature != last {
      last = feature
      for other in lists[feature] ?? [] { votes[other, default: 0] += 1 / Float(count) }
    }
    return votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map { Int($0.key) }
  }

  /// Words and pairs of words of a unit; of very long units the first thousand.
  private static func features(_ side: AlignSide, _ unit: Int) -> [UInt64] {
    let words = side.words(unit).prefix(1000)
    var features: [UInt64] = []
    features.reserveCapacity(words.count * 2)
    var last: UInt64?
    for word in words {
      let core = UInt64(UInt32(bitPattern: side.stream.cores[word]))
      features.append(core)
      if let last { features.append((last + 1) << 32 | core) }
      last = core
    }
    return features
  }
}
