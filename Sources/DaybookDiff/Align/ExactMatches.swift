/// Matches units whose words are the same.
///
/// First those that occur once on either side. Twins ("None.") are told apart by what stands around them:
/// runs that go on from a match, then windows of units around each that occur once, the widest first. What
/// only order can tell is left to the gaps.
struct ExactMatches {
  private let old: AlignSide
  private let new: AlignSide
  private let keyCount: Int

  init(_ old: AlignSide, _ new: AlignSide, keyCount: Int) {
    self.old = old
    self.new = new
    self.keyCount = keyCount
  }

  func run(_ matching: inout Matching) {
    matchEnds(&matching)
    matchUnique(&matching)
    extend(&matching)
    for reach in [8, 4, 2, 1] {
      matchWindows(&matching, reach: reach)
      extend(&matching)
    }
    for _ in 0..<2 {
      matchRest(&matching)
      extend(&matching)
    }
  }

  /// Twins of which as many are left on either side: the first with the first. Short ones say too little to
  /// have come from anywhere.
  private func matchRest(_ matching: inout Matching) {
    var left: [Int32: (old: [Int], new: [Int])] = [:]
    for unit in old.keys.indices where matching.isFreeOld(unit) && old.weights[unit] >= 6 {
      left[old.keys[unit], default: ([], [])].old.append(unit)
    }
    for unit in new.keys.indices where matching.isFreeNew(unit) && new.weights[unit] >= 6 {
      left[new.keys[unit]]?.new.append(unit)
    }
    // Units are disjoint between keys, so that the order of the dictionary does not matter.
    for (_, units) in left where units.old.count == units.new.count {
      for (i, j) in zip(units.old, units.new) { matching.match(i, j) }
    }
  }

  /// What is left over on both sides: runs of equal neighbours, however short their words ("Question 2", "None."),
  /// and single units that are left once on either side. Less text would have come and gone by itself.
  func matchLeft(_ matching: inout Matching) {
    var places: [UInt64: [Int]] = [:]
    for unit in new.keys.indices.dropLast() where matching.isFreeNew(unit) && matching.isFreeNew(unit + 1) {
      let hash = ExactMatches.two(new.keys, unit)
      if places[hash, default: []].count < 8 { places[hash, default: []].append(unit) }
    }
    var unit = 0
    while unit + 1 < old.count, !places.isEmpty {
      defer { unit += 1 }
      guard matching.isFreeOld(unit), matching.isFreeOld(unit + 1) else { continue }
      var best = (length: 1, place: -1)
      for place in places[ExactMatches.two(old.keys, unit)] ?? [] {
        let length = run(unit, place, matching)
        if length > best.length { best = (length, place) }
      }
      let words = old.weights[unit..<(unit + best.length)].reduce(0) { $0 + Int($1) }
      // A heading with what stands below it is a section.
      guard best.length > 1, words >= (old.kinds[unit] == .heading ? 3 : 4) else { continue }
      for step in 0..<best.length { matching.match(unit + step, best.place + step) }
      unit += best.length - 1
    }
    matchSingles(&matching)
  }

  private func run(_ unit: Int, _ place: Int, _ matching: Matching) -> Int {
    var length = 0
    while unit + length < old.count, place + length < new.count,
      old.keys[unit + length] == new.keys[place + length],
      matching.isFreeOld(unit + length), matching.isFreeNew(place + length)
    {
      length += 1
    }
    return length
  }

  private func matchSingles(_ matching: inout Matching) {
    var left: [Int32: (old: Int, new: Int)] = [:]
    for unit in old.keys.indices where matching.isFreeOld(unit) && old.weights[unit] >= 3 {
      left[old.keys[unit]] = (left[old.keys[unit]] == nil ? unit : -2, -1)
    }
    for unit in new.keys.indices where matching.isFreeNew(unit) {
      guard let known = left[new.keys[unit]] else { continue }
      left[new.keys[unit]]?.new = known.new == -1 ? unit : -2
    }
    // Units are disjoint between keys, so that the order of the dictionary does not matter.
    for (i, j) in left.values where i >= 0 && j >= 0 && old.kinds[i] == new.kinds[j] { matching.match(i, j) }
  }

  private static func two(_ keys: [Int32], _ unit: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: keys[unit])) << 32 | UInt64(UInt32(bitPattern: keys[unit + 1]))
  }

  /// Most versions share their beginning and their end. A twin at the inner edge may belong to what was moved
  /// away from there, so that the shared run ends with a unit that occurs once.
  private func matchEnds(_ matching: inout Matching) {
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old.keys[start] == new.keys[start] { start += 1 }
    var end = 0
    while end < most - start, old.keys[old.count - 1 - end] == new.keys[new.count - 1 - end] { end += 1 }
    if start < max(old.count, new.count) {
      let counts = counts()
      while start > 0, counts[Int(old.keys[start - 1])] > 2 { start -= 1 }
      while end > 0, counts[Int(old.keys[old.count - end])] > 2 { end -= 1 }
    }
    for unit in 0..<start { matching.match(unit, unit) }
    for unit in 0..<end { matching.match(old.count - 1 - unit, new.count - 1 - unit) }
  }

  /// How often each key occurs on both sides together.
  private func counts() -> [Int32] {
    var counts = [Int32](repeating: 0, count: keyCount)
    for key in old.keys { counts[Int(key)] += 1 }
    for key in new.keys { counts[Int(key)] += 1 }
    return counts
  }

  private func matchUnique(_ matching: inout Matching) {
    var oldPlace = [Int32](repeating: -1, count: keyCount)
    var newPlace = [Int32](repeating: -1, count: keyCount)
    ExactMatches.places(old.keys, into: &oldPlace)
    ExactMatches.places(new.keys, into: &newPlace)
    for key in 0..<keyCount where oldPlace[key] >= 0 && newPlace[key] >= 0 {
      let (i, j) = (Int(oldPlace[key]), Int(newPlace[key]))
      if matching.isFreeOld(i), matching.isFreeNew(j) { matching.match(i, j) }
    }
  }

  /// -1 for a key that does not occur, -2 for one that occurs twice.
  private static func places(_ keys: [Int32], into places: inout [Int32]) {
    for (unit, key) in keys.enumerated() {
      places[Int(key)] = places[Int(key)] == -1 ? Int32(unit) : -2
    }
  }

  /// Goes on from every match to equal neighbours, from those that kept their order first.
  func extend(_ matching: inout Matching) {
    let pairs = matching.pairs
    let keeps = HeaviestChain.keeps(pairs) { Int(old.weights[pairs[$0].old]) }
    for isChain in [true, false] {
      for (index, pair) in pairs.enumerated() where keeps[index] == isChain {
        extend(&matching, pair, by: 1)
      }
      for (index, pair) in pairs.enumerated().reversed() where keeps[index] == isChain {
        extend(&matching, pair, by: -1)
      }
    }
  }

  private func extend(_ matching: inout Matching, _ pair: (old: Int, new: Int), by step: Int) {
    var (i, j) = (pair.old + step, pair.new + step)
    while old.keys.indices.contains(i), new.keys.indices.contains(j), old.keys[i] == new.keys[j],
      matching.isFreeOld(i), matching.isFreeNew(j)
    {
      matching.match(i, j)
      i += step
      j += step
    }
  }

  /// Matches free units whose surroundings of `reach` units to either side occur once on both sides.
  private func matchWindows(_ matching: inout Matching, reach: Int) {
    var seen: [UInt64: (old: Int32, new: Int32)] = [:]
    for unit in 0..<old.count where matching.isFreeOld(unit) {
      let hash = ExactMatches.window(old.keys, unit, reach)
      seen[hash, default: (-1, -1)].old = seen[hash] == nil ? Int32(unit) : -2
    }
    if seen.isEmpty { return }
    for unit in 0..<new.count where matching.isFreeNew(unit) {
      let hash = ExactMatches.window(new.keys, unit, reach)
      guard let entry = seen[hash] else { continue }
      seen[hash]?.new = entry.new == -1 ? Int32(unit) : -2
    }
    // In order of the old side, for a dictionary has none.
    let found = seen.values.filter { $0.old >= 0 && $0.new >= 0 }.sorted { $0.old < $1.old }
    for (i, j) in found
    where old.keys[Int(i)] == new.keys[Int(j)] && matching.isFreeOld(Int(i)) && matching.isFreeNew(Int(j)) {
      matching.match(Int(i), Int(j))
    }
  }

  private static func window(_ keys: [Int32], _ unit: Int, _ reach: Int) -> UInt64 {
    var hash: UInt64 = 0x2545_F491_4F6C_DD1D
    for place in (unit - reach)...(unit + reach) {
      let key = keys.indices.contains(place) ? UInt64(UInt32(bitPattern: keys[place])) : UInt64.max
      hash = TokenTable.mix(hash ^ key)
    }
    return hash
  }
}
