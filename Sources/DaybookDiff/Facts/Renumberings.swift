import DaybookCore

/// Finds numbers that were shifted: of headings, of list entries, and of the sections that the text refers to.
///
/// What changed nothing but such numbers is marked as technical: a section that came in is one change, not
/// one for each section behind it.
struct Renumberings {
  private let old: VersionSide
  private let new: VersionSide

  init(_ old: VersionSide, _ new: VersionSide) {
    self.old = old
    self.new = new
  }

  func find(_ ops: inout [DiffOp]) -> [Renumbering] {
    var items: [Renumbering.Item] = []
    var shifted: [String: String] = [:]
    var numberOps: [Int: [Renumbering.Item]] = [:]
    for (index, op) in ops.enumerated() where op.old != nil && op.new != nil && !op.words.isEmpty {
      guard let item = heading(op) ?? label(op) else { continue }
      if item.kind == .heading { shifted[item.oldNumber] = item.newNumber }
      numberOps[index, default: []].append(item)
    }
    for (index, op) in ops.enumerated() where !op.words.isEmpty {
      if numberOps[index]?.contains(where: { $0.kind == .heading }) != true {
        numberOps[index, default: []] += references(op, shifted)
      }
      guard let found = numberOps[index], !found.isEmpty else { continue }
      items += found
      let covered = op.words.filter { $0.kind != .equal }.allSatisfy { word in
        found.contains { touches($0.old, word.old) && touches($0.new, word.new) } || isMark(word)
      }
      if covered { ops[index].isTechnical = true }
    }
    if items.isEmpty { return [] }
    items.sort { ($0.new.lowerBound, $0.old.lowerBound) < ($1.new.lowerBound, $1.old.lowerBound) }
    let main = items.filter { $0.kind != .label }
    let labels = items.filter { $0.kind == .label }
    return [main, labels].filter { !$0.isEmpty }.map { Renumbering(items: $0) }
  }

  /// A word op lies on the number, or takes in the white space beside it.
  private func touches(_ number: Range<Int>, _ word: Range<Int>) -> Bool {
    word.lowerBound >= number.lowerBound - 2 && word.upperBound <= number.upperBound + 2
  }

  private func isMark(_ word: WordOp) -> Bool {
    !old.document.text[word.old].contains(where: Bytes.isWord)
      && !new.document.text[word.new].contains(where: Bytes.isWord)
  }

  private func heading(_ op: DiffOp) -> Renumbering.Item? {
    guard let a = op.oldUnits.first, let b = op.newUnits.first, old.units[a].kind == .heading,
      new.units[b].kind == .heading,
      let x = HeadingNumber.range(in: old.document.text, old.units[a].bytes),
      let y = HeadingNumber.range(in: new.document.text, new.units[b].bytes)
    else { return nil }
    return item(.heading, x, y)
  }

  /// "7." of a list entry that is "1." now: the label stands in front of the words, inside the extent.
  private func label(_ op: DiffOp) -> Renumbering.Item? {
    guard let a = op.oldUnits.first, let b = op.newUnits.first, old.units[a].label != nil,
      new.units[b].label != nil, old.units[a].label != new.units[b].label
    else { return nil }
    let x = labelRange(old, a)
    let y = labelRange(new, b)
    guard !x.isEmpty, !y.isEmpty else { return nil }
    return item(.label, x, y)
  }

  private func labelRange(_ side: VersionSide, _ unit: Int) -> Range<Int> {
    let unit = side.units[unit]
    return side.document.text.withUnsafeBufferPointer {
      Bytes.core($0, unit.extent.lowerBound, unit.bytes.lowerBound)
    }
  }

  private func item(_ kind: Renumbering.Item.Kind, _ x: Range<Int>, _ y: Range<Int>) -> Renumbering.Item? {
    let (before, after) = (old.quote(x), new.quote(y))
    return before == after
      ? nil : Renumbering.Item(kind: kind, old: x, new: y, oldNumber: before, newNumber: after)
  }

  /// "section 3.2" that is "section 4.2" now, as the heading of that number is.
  private func references(_ op: DiffOp, _ shifted: [String: String]) -> [Renumbering.Item] {
    if shifted.isEmpty { return [] }
    return op.words.compactMap { word in
      guard word.kind == .replace, word.old.count <= 24, word.new.count <= 24 else { return nil }
      let x = core(old, word.old)
      let y = core(new, word.new)
      guard let wanted = shifted[old.quote(x)], wanted == new.quote(y) else { return nil }
      return item(.reference, x, y)
    }
  }

  private func core(_ side: VersionSide, _ bytes: Range<Int>) -> Range<Int> {
    side.document.text.withUnsafeBufferPointer { Bytes.core($0, bytes.lowerBound, bytes.upperBound) }
  }
}
