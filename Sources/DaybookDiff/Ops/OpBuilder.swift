import DaybookCore

/// Makes ops of groups, in reading order of NEW; what was deleted stands behind what it followed in OLD.
struct OpBuilder {
  let old: VersionSide
  let new: VersionSide
  let matcher: WordMatcher

  /// `found` as the matcher has its sides: mirrored where the second is OLD.
  func ops(_ found: [UnitGroup]) -> [DiffOp] {
    let groups = matcher.isMirrored ? found.map { UnitGroup(old: $0.new, new: $0.old) } : found
    // A group's place on either side is that of its first unit.
    let pairs = found.map { (old: $0.old.lowerBound, new: $0.new.lowerBound) }
    let made = groups.map(op)
    let stays = HeaviestChain.keeps(pairs) { made[$0].weight }
    var groupAt = [Int32](repeating: -1, count: new.units.count)
    var isGrouped = [Bool](repeating: false, count: old.units.count)
    for (index, group) in groups.enumerated() {
      groupAt[group.new.lowerBound] = Int32(index)
      for unit in group.old { isGrouped[unit] = true }
    }
    var ops: [DiffOp] = []
    ops.reserveCapacity(new.units.count + 16)
    var nextOld = 0
    func addDeleted(before end: Int) {
      while nextOld < end {
        if !isGrouped[nextOld] { ops.append(deleted(nextOld)) }
        nextOld += 1
      }
    }
    var unit = 0
    while unit < new.units.count {
      guard groupAt[unit] >= 0 else {
        addDeletedAround(&nextOld, isGrouped, &ops)
        ops.append(inserted(unit))
        unit += 1
        continue
      }
      let index = Int(groupAt[unit])
      let group = groups[index]
      if stays[index] { addDeleted(before: group.old.lowerBound) }
      ops.append(stays[index] ? made[index].op : made[index].op.moved)
      if stays[index] { nextOld = max(nextOld, group.old.upperBound) }
      unit = group.new.upperBound
    }
    addDeleted(before: old.units.count)
    return ops
  }

  /// What was deleted right behind the last unit stands in front of what was put in its place.
  private func addDeletedAround(_ nextOld: inout Int, _ isGrouped: [Bool], _ ops: inout [DiffOp]) {
    while nextOld < isGrouped.count, !isGrouped[nextOld] {
      ops.append(deleted(nextOld))
      nextOld += 1
    }
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && old.document.text[a].elementsEqual(new.document.text[b])
  }

  private func deleted(_ unit: Int) -> DiffOp {
    DiffOp(
      kind: .deleted, old: old.units[unit].extent, new: nil, oldUnits: unit..<(unit + 1), newUnits: 0..<0,
      isTechnical: old.units[unit].kind == .furniture)
  }

  private func inserted(_ unit: Int) -> DiffOp {
    DiffOp(
      kind: .inserted, old: nil, new: new.units[unit].extent, oldUnits: 0..<0, newUnits: unit..<(unit + 1),
      isTechnical: new.units[unit].kind == .furniture)
  }

  /// What is still the same weighs: of two that passed each other rather the rewritten one moved. Sixteenths of a word
  /// for what was changed, the fewer the more of it is another; twice as much for what is the same byte for byte.
  private func weight(kept: Int, _ group: UnitGroup) -> Int {
    let most = max(1, matcher.old.words(of: group.old).count, matcher.new.words(of: group.new).count)
    let share = Double(min(kept, most)) / Double(most)
    return max(1, Int(16 * Double(kept) * share * share))
  }

  /// The op as if it had kept its place, and what it weighs against others that it crosses.
  private func op(_ group: UnitGroup) -> (op: DiffOp, weight: Int) {
    let a = extent(old, group.old)
    let b = extent(new, group.new)
    var op = DiffOp(kind: .equal, old: a, new: b, oldUnits: group.old, newUnits: group.new)
    if isSame(a, b) { return (op, 32 * max(1, matcher.old.words(of: group.old).count)) }
    op.kind = .changed
    let isRow =
      group.old.count == 1 && group.new.count == 1 && old.units[group.old.lowerBound].kind == .tableRow
      && new.units[group.new.lowerBound].kind == .tableRow
    let stretches: [(old: Range<Int>, new: Range<Int>)]
    if isRow {
      let row = RowMatcher(old: old, new: new, matcher: matcher).match(
        group.old.lowerBound, group.new.lowerBound)
      stretches = row.stretches
      op.cells = row.cells
    } else {
      stretches = matcher.stretches(matcher.old.words(of: group.old), matcher.new.words(of: group.new))
    }
    op.words = WordOps.ops(old: old.document.text, a, new: new.document.text, b, pairs: stretches)
    op.isTechnical = isTechnical(op, group)
    return (op, weight(kept: stretches.count, group))
  }

  private func extent(_ side: VersionSide, _ units: Range<Int>) -> Range<Int> {
    side.units[units.lowerBound].extent.lowerBound..<side.units[units.upperBound - 1].extent.upperBound
  }

  /// No word is another: only what stands between them, or all of it is furniture.
  private func isTechnical(_ op: DiffOp, _ group: UnitGroup) -> Bool {
    if old.units[group.old.lowerBound].kind == .furniture { return true }
    return op.words.allSatisfy { word in
      word.kind == .equal
        || !old.document.text[word.old].contains(where: Bytes.isWord)
          && !new.document.text[word.new].contains(where: Bytes.isWord)
    }
  }
}

extension DiffOp {
  /// The same op for what left its place.
  fileprivate var moved: DiffOp {
    var op = self
    op.kind = kind == .equal ? .moved : .movedChanged
    return op
  }
}
