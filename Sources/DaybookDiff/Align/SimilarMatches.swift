import DaybookCore

/// Matches units that were changed.
///
/// In the order of how sure one can be: between neighbours that are matched; far away, where nothing near is
/// as like; in order between what stayed in its place; far away again, for what is left; and last what
/// stands in the same place and shares less.
struct SimilarMatches {
  private let old: AlignSide
  private let new: AlignSide
  private var similarity: Similarity
  /// Pairs of one gap that are all measured; in larger gaps only candidates are.
  private static let mostPairs = 10_000

  init(_ old: AlignSide, _ new: AlignSide, similarity: Similarity) {
    self.old = old
    self.new = new
    self.similarity = similarity
  }

  mutating func run(_ matching: inout Matching, _ exact: ExactMatches) {
    settle(Gaps.local(matching), least: 0.5, &matching)
    exact.extend(&matching)
    matchFar(&matching, isCareful: true)
    exact.extend(&matching)
    settle(Gaps.inChain(matching, weights: old.weights), least: 0.5, &matching)
    matchFar(&matching, isCareful: false)
    exact.extend(&matching)
    settle(Gaps.local(matching), least: 0.34, &matching)
    settle(Gaps.local(matching).filter(isShortPair), least: 0.25, &matching)
    settle(Gaps.inChain(matching, weights: old.weights), least: 0.4, &matching)
    exact.extend(&matching)
    walk(&matching)
    exact.extend(&matching)
    exact.matchLeft(&matching)
    exact.extend(&matching)
    Neighbours(old, new).settle(&matching, &similarity)
  }

  /// One short unit between two matches on either side: two words of eight are enough to know it by.
  private func isShortPair(_ gap: Gap) -> Bool {
    gap.old.count == 1 && gap.new.count == 1 && max(old.weights[gap.old[0]], new.weights[gap.new[0]]) <= 12
      && old.kinds[gap.old[0]] == new.kinds[gap.new[0]]
  }

  // MARK: In place

  private mutating func settle(_ gaps: [Gap], least: Float, _ matching: inout Matching) {
    for gap in gaps {
      for (i, j) in inOrder(gap, least: least) where matching.isFreeOld(i) && matching.isFreeNew(j) {
        matching.match(i, j)
      }
    }
  }

  /// The pairs of a gap that keep the order and are most alike in sum.
  private mutating func inOrder(_ gap: Gap, least: Float) -> [(Int, Int)] {
    if gap.old.count > SimilarMatches.mostPairs / gap.new.count { return inOrderOfMany(gap, least: least) }
    var pairs: [(old: Int, new: Int)] = []
    var weights: [Int] = []
    for (place, i) in gap.old.enumerated() {
      // Downwards, so that two pairs of one unit never follow each other in a chain.
      for (other, j) in gap.new.enumerated().reversed() {
        let alike = similarity.of(i, j)
        guard alike >= least else { continue }
        let rank = similarity.rank(i, j, isFar: false)
        guard rank >= least * 0.8 else { continue }
        pairs.append((place, other))
        weights.append(weight(i, j, rank, least))
      }
    }
    let keeps = HeaviestChain.keeps(pairs) { weights[$0] }
    return zip(pairs, keeps).filter(\.1).map { (gap.old[$0.0.old], gap.new[$0.0.new]) }
  }

  private func weight(_ i: Int, _ j: Int, _ alike: Float, _ least: Float) -> Int {
    let words = Float(min(old.weights[i], new.weights[j])).squareRoot()
    return Int((alike - least * 0.7) * words * 1000) + 1
  }

  /// Too many pairs to measure: equal units in order first, then candidates between them.
  private mutating func inOrderOfMany(_ gap: Gap, least: Float) -> [(Int, Int)] {
    let a = gap.old.map { old.keys[$0] }
    let b = gap.new.map { new.keys[$0] }
    let equal = SequenceDiff.pairs(a, a.indices, b, b.indices)
    var found: [(Int, Int)] = equal.map { (gap.old[$0.old], gap.new[$0.new]) }
    var (i, j) = (0, 0)
    for post in equal + [(gap.old.count, gap.new.count)] {
      let rest = Gap(old: Array(gap.old[i..<post.old]), new: Array(gap.new[j..<post.new]))
      (i, j) = (post.old + 1, post.new + 1)
      if rest.old.isEmpty || rest.new.isEmpty { continue }
      if rest.old.count <= SimilarMatches.mostPairs / rest.new.count {
        found += inOrder(rest, least: least)
      } else {
        found += byCandidates(rest, least: least)
      }
    }
    return found
  }

  private mutating func byCandidates(_ gap: Gap, least: Float) -> [(Int, Int)] {
    var index = CandidateIndex(new, units: gap.new)
    let place = Dictionary(uniqueKeysWithValues: gap.new.enumerated().map { ($1, $0) })
    var pairs: [(old: Int, new: Int)] = []
    var weights: [Int] = []
    for (number, i) in gap.old.enumerated() {
      // What stands as far into the gap is looked at even where all words are common ones.
      let level = number * gap.new.count / gap.old.count
      let near = max(0, level - 2)..<min(gap.new.count, level + 3)
      let wanted = Set(index.candidates(old, i, most: 6).compactMap { place[$0] } + near)
      for other in wanted.sorted(by: >) {
        let alike = similarity.of(i, gap.new[other])
        guard alike >= least else { continue }
        let rank = similarity.rank(i, gap.new[other], isFar: false)
        guard rank >= least * 0.8 else { continue }
        pairs.append((number, other))
        weights.append(weight(i, gap.new[other], rank, least))
      }
    }
    let keeps = HeaviestChain.keeps(pairs) { weights[$0] }
    return zip(pairs, keeps).filter(\.1).map { (gap.old[$0.0.old], gap.new[$0.0.new]) }
  }

  /// Goes on from every match to a neighbour that is much like the one on the other side: what was changed at
  /// the edge of a section that moved.
  private mutating func walk(_ matching: inout Matching) {
    for step in [1, -1] {
      for pair in matching.pairs {
        var (i, j) = (pair.old + step, pair.new + step)
        while old.keys.indices.contains(i), new.keys.indices.contains(j), matching.isFreeOld(i),
          matching.isFreeNew(j), similarity.of(i, j) >= 0.5
        {
          matching.match(i, j)
          i += step
          j += step
        }
      }
    }
  }

  // MARK: Far away

  private struct Candidate {
    var old: Int
    var new: Int
    var alike: Float
    var rank: Float
    var context: Float
  }

  /// Pairs wherever they stand. A careful pass takes only what nothing near comes close to.
  ///
  /// Units of one family ("The owner must be told of any loss …", twenty times) are as like each other as to
  /// what became of them: there only place and neighbours tell, and a pair needs a clear lead over every other.
  private mutating func matchFar(_ matching: inout Matching, isCareful: Bool) {
    let freeOld = old.keys.indices.filter { matching.isFreeOld($0) && old.weights[$0] >= 5 }
    let freeNew = new.keys.indices.filter { matching.isFreeNew($0) && new.weights[$0] >= 5 }
    if freeOld.isEmpty || freeNew.isEmpty { return }
    var index = CandidateIndex(new, units: freeNew)
    let near = isCareful ? bestNear(matching) : (old: [:], new: [:])
    var found: [Candidate] = []
    for i in freeOld {
      for j in index.candidates(old, i, most: 8) {
        let alike = similarity.plain(i, j)
        guard alike >= 0.5 else { continue }
        let rank = similarity.rank(i, j, isFar: true)
        found.append(Candidate(old: i, new: j, alike: alike, rank: rank, context: context(i, j, matching)))
      }
    }
    found.sort { ($1.rank + $1.context, $0.old, $0.new) < ($0.rank + $0.context, $1.old, $1.new) }
    let rivals = Rivals(found.map { ($0.old, $0.new, $0.rank) })
    for pair in found where matching.isFreeOld(pair.old) && matching.isFreeNew(pair.new) {
      if pair.alike < 0.6 { continue }
      let lead = pair.rank - rivals.best(besides: pair.old, pair.new) + pair.context
      if lead < 0.08 { continue }
      if isCareful, pair.rank + pair.context < max(near.old[pair.old] ?? 0, near.new[pair.new] ?? 0) + 0.1 {
        continue
      }
      matching.match(pair.old, pair.new)
    }
  }

  /// For each unit the two partners that are most like it.
  private struct Rivals {
    private var old: [Int: [(partner: Int, alike: Float)]] = [:]
    private var new: [Int: [(partner: Int, alike: Float)]] = [:]

    init(_ pairs: [(old: Int, new: Int, alike: Float)]) {
      for pair in pairs {
        Rivals.note(pair.new, pair.alike, in: &old[pair.old, default: []])
        Rivals.note(pair.old, pair.alike, in: &new[pair.new, default: []])
      }
    }

    private static func note(_ partner: Int, _ alike: Float, in list: inout [(partner: Int, alike: Float)]) {
      list.append((partner, alike))
      list.sort { ($1.alike, $0.partner) < ($0.alike, $1.partner) }
      if list.count > 2 { list.removeLast() }
    }

    /// How like the best other partner of either is.
    func best(besides i: Int, _ j: Int) -> Float {
      let first = old[i]?.first { $0.partner != j }?.alike ?? 0
      let second = new[j]?.first { $0.partner != i }?.alike ?? 0
      return max(first, second)
    }
  }

  /// Neighbours that are matched to each other speak for a pair.
  private func context(_ i: Int, _ j: Int, _ matching: Matching) -> Float {
    var bonus: Float = 0
    if i > 0, j > 0, Int(matching.toNew[i - 1]) == j - 1 { bonus += 0.06 }
    if i + 1 < old.count, j + 1 < new.count, Int(matching.toNew[i + 1]) == j + 1 { bonus += 0.06 }
    return bonus
  }

  /// For each free unit how like the most alike one in its own gap is.
  private mutating func bestNear(_ matching: Matching) -> (old: [Int: Float], new: [Int: Float]) {
    var best: (old: [Int: Float], new: [Int: Float]) = ([:], [:])
    for gap in Gaps.inChain(matching, weights: old.weights)
    where gap.old.count <= SimilarMatches.mostPairs / gap.new.count {
      for i in gap.old {
        for j in gap.new {
          let alike = similarity.rank(i, j, isFar: false)
          best.old[i] = max(best.old[i] ?? 0, alike)
          best.new[j] = max(best.new[j] ?? 0, alike)
        }
      }
    }
    return best
  }
}
