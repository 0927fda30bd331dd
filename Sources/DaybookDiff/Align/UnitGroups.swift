import DaybookCore

/// Units that belong together: one to one, one to several (split), several to one (merged).
struct UnitGroup {
  var old: Range<Int>
  var new: Range<Int>
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
  }

  private func isWhole(_ group: UnitGroup) -> Bool {
    old.keys[group.old.lowerBound] == new.keys[group.new.lowerBound]
      || old.kinds[group.old.lowerBound] == .heading || old.kinds[group.old.lowerBound] == .tableRow
      || new.kinds[group.new.lowerBound] == .tableRow
  }

  /// So many units that came or went may stand between the parts.
  private static let reach = 2

  private mutating func addSplits(_ index: Int, _ matching: Matching) {
    for step in [1, -1] {
      while let longer = UnitGroups.longer(
        groups[index].new, by: step, count: new.count,
        where: { unit in
          matching.isFreeNew(unit) && isText(new.kinds[unit]) && !isTaken(unit, besides: index)
        },
        isPart: { unit, longer in
          let group = groups[index]
          let before = common(group.old, group.new)
          return isPart(
            gain: common(group.old, longer) - before, own: common(group.old, unit..<(unit + 1)),
            words: new.words(unit).count, rest: count(old, group.old) - before,
            isBeside: longer.count == group.new.count + 1)
        })
      {
        groups[index].new = longer
      }
    }
  }

  private mutating func addMerges(_ index: Int, _ matching: Matching) {
    for step in [1, -1] {
      while let longer = UnitGroups.longer(
        groups[index].old, by: step, count: old.count,
        where: { unit in
          matching.isFreeOld(unit) && isText(old.kinds[unit])
            && (step > 0 || index == 0 || !groups[index - 1].old.contains(unit))
        },
        isPart: { unit, longer in
          let group = groups[index]
          let before = common(group.old, group.new)
          return isPart(
            gain: common(longer, group.new) - before, own: common(unit..<(unit + 1), group.new),
            words: old.words(unit).count, rest: count(new, group.new) - before,
            isBeside: longer.count == group.old.count + 1)
        })
      {
        groups[index].old = longer
      }
    }
  }

  /// The range with the next part in it, and what stands between; nil where there is none.
  private static func longer(
    _ range: Range<Int>, by step: Int, count: Int, where isFree: (Int) -> Bool,
    isPart: (Int, Range<Int>) -> Bool
  ) -> Range<Int>? {
    for distance in 0...UnitGroups.reach {
      let unit = step > 0 ? range.upperBound + distance : range.lowerBound - 1 - distance
      guard unit >= 0, unit < count, isFree(unit) else { return nil }
      let longer = step > 0 ? range.lowerBound..<(unit + 1) : unit..<range.upperBound
      if isPart(unit, longer) { return longer }
    }
    return nil
  }

  /// Most of the piece is found in what its neighbour's partner has left over. `own` are the words that it
  /// shares with that partner by itself.
  private func isPart(gain: Int, own: Int, words: Int, rest: Int, isBeside: Bool) -> Bool {
    // A piece of a word or two must be just what is missing.
    if gain < 3 { return isBeside && gain == words && gain == rest }
    if isBeside { return gain * 10 >= words * 6 }
    return words >= 6 && own * 10 >= words * 8 && gain * 10 >= words * 6
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
