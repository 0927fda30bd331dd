import DaybookCore

/// Units that belong together: one to one, one to several (split), several to one (merged).
struct UnitGroup {
  var old: Range<Int>
  var new: Range<Int>
  /// Words that both sides have, in order.
  var shared = 0
}

/// Adds to the matches what was split off or merged in: a free unit right beside a matched one whose words are
/// found in the rest of that one's partner.
struct UnitGroups {
  private let old: AlignSide
  private let new: AlignSide
  private var similarity: Similarity
  private(set) var groups: [UnitGroup]

  /// Groups in order of their old place.
  init(_ old: AlignSide, _ new: AlignSide, _ matching: Matching, similarity: Similarity) {
    self.old = old
    self.new = new
    self.similarity = similarity
    groups = matching.pairs.map { UnitGroup(old: $0.old..<($0.old + 1), new: $0.new..<($0.new + 1)) }
    for index in groups.indices where !isWhole(groups[index]) {
      addSplits(index, matching)
      if groups[index].new.count == 1 { addMerges(index, matching) }
    }
    dropOverlaps()
    for index in groups.indices {
      let group = groups[index]
      let isTwin = isOne(group) && old.keys[group.old.lowerBound] == new.keys[group.new.lowerBound]
      groups[index].shared = isTwin ? count(old, group.old) : common(group.old, group.new)
    }
  }

  private func isOne(_ group: UnitGroup) -> Bool { group.old.count == 1 && group.new.count == 1 }

  private func isWhole(_ group: UnitGroup) -> Bool {
    old.keys[group.old.lowerBound] == new.keys[group.new.lowerBound]
      || old.kinds[group.old.lowerBound] == .heading || old.kinds[group.old.lowerBound] == .tableRow
      || new.kinds[group.new.lowerBound] == .tableRow
  }

  private mutating func addSplits(_ index: Int, _ matching: Matching) {
    for step in [1, -1] {
      while true {
        let group = groups[index]
        let next = step > 0 ? group.new.upperBound : group.new.lowerBound - 1
        guard new.keys.indices.contains(next), matching.isFreeNew(next), isText(new.kinds[next]),
          !isTaken(next, besides: index)
        else { break }
        let longer =
          step > 0 ? group.new.lowerBound..<(next + 1) : next..<group.new.upperBound
        let before = common(group.old, group.new)
        let gain = common(group.old, longer) - before
        let words = new.words(next).count
        let rest = count(old, group.old) - before
        guard isPart(gain: gain, words: words, rest: rest) else { break }
        groups[index].new = longer
      }
    }
  }

  private mutating func addMerges(_ index: Int, _ matching: Matching) {
    for step in [1, -1] {
      while true {
        let group = groups[index]
        let next = step > 0 ? group.old.upperBound : group.old.lowerBound - 1
        guard old.keys.indices.contains(next), matching.isFreeOld(next), isText(old.kinds[next]) else {
          break
        }
        if step < 0, index > 0, groups[index - 1].old.contains(next) { break }
        let longer =
          step > 0 ? group.old.lowerBound..<(next + 1) : next..<group.old.upperBound
        let before = common(group.old, group.new)
        let gain = common(longer, group.new) - before
        let words = old.words(next).count
        let rest = count(new, group.new) - before
        guard isPart(gain: gain, words: words, rest: rest) else { break }
        groups[index].old = longer
      }
    }
  }

  /// Most of the piece is found in what its neighbour's partner has left over.
  private func isPart(gain: Int, words: Int, rest: Int) -> Bool {
    // A piece of a word or two must be just what is missing.
    gain >= 3 ? gain * 10 >= words * 6 : gain == words && gain == rest
  }

  private func isText(_ kind: DiffUnit.Kind) -> Bool {
    kind != .tableRow && kind != .heading && kind != .furniture
  }

  /// Whether a group before this one took the unit already.
  private func isTaken(_ unit: Int, besides index: Int) -> Bool {
    taken(by: index - 1, unit) || groups.indices.contains(index + 1) && groups[index + 1].new.contains(unit)
  }

  private func taken(by index: Int, _ unit: Int) -> Bool {
    groups.indices.contains(index) && groups[index].new.contains(unit)
  }

  private mutating func common(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    similarity.common(words(old, a), words(new, b))
  }

  private func count(_ side: AlignSide, _ units: Range<Int>) -> Int { words(side, units).count }

  private func words(_ side: AlignSide, _ units: Range<Int>) -> Range<Int> {
    Int(side.bodies[units.lowerBound])..<Int(side.stream.first[units.upperBound])
  }

  /// Two moved groups far apart may have reached for the same unit: the first keeps it.
  private mutating func dropOverlaps() {
    var takenNew = [Bool](repeating: false, count: new.count)
    var takenOld = [Bool](repeating: false, count: old.count)
    for index in groups.indices {
      if groups[index].new.contains(where: { takenNew[$0] })
        || groups[index].old.contains(where: { takenOld[$0] })
      {
        shrink(index, takenOld, takenNew)
      }
      for unit in groups[index].new { takenNew[unit] = true }
      for unit in groups[index].old { takenOld[unit] = true }
    }
  }

  private mutating func shrink(_ index: Int, _ takenOld: [Bool], _ takenNew: [Bool]) {
    if let first = groups[index].new.first(where: { !takenNew[$0] }) {
      let end = (first..<groups[index].new.upperBound).first { takenNew[$0] } ?? groups[index].new.upperBound
      groups[index].new = first..<end
    }
    if let first = groups[index].old.first(where: { !takenOld[$0] }) {
      let end = (first..<groups[index].old.upperBound).first { takenOld[$0] } ?? groups[index].old.upperBound
      groups[index].old = first..<end
    }
  }
}
