import DaybookCore

/// One line of the list of changes.
struct DiffEntry: Hashable {
  enum Kind: String, Hashable, CaseIterable {
    case changed, added, removed, moved
    case movedChanged = "moved-changed"
    case split, merged, technical

    /// As a reader says it.
    var words: String {
      switch self {
      case .movedChanged: "moved and changed"
      case .technical: "technical"
      default: rawValue
      }
    }
  }

  /// 1-based, in reading order of NEW.
  var number: Int
  /// Index of `VersionDiff.ops`.
  var op: Int
  var kind: Kind
  /// "paragraph", "table row"
  var what: String
  /// Labels of the sections that it stands in; nil before the first heading, or where it is not.
  var oldSection: String?
  var newSection: String?

  /// The section of a reader of NEW; of what is gone, that of OLD.
  var section: String { newSection ?? oldSection ?? "Cover" }
}

/// Everything that is not the same in two versions, in reading order of NEW.
struct DiffListing {
  let diff: VersionDiff
  let entries: [DiffEntry]
  /// Facts of each entry, by its number.
  let facts: [Int: [FactChange]]
  /// Where an op's old side stood: after which op it is shown. `Int.min` stands for the beginning.
  let origins: [Int: [Int]]
  /// Numbers of the entries by op.
  let numbers: [Int: Int]

  init(_ diff: VersionDiff) {
    self.diff = diff
    var entries: [DiffEntry] = []
    var numbers: [Int: Int] = [:]
    for (index, op) in diff.ops.enumerated() where op.kind != .equal {
      let entry = DiffListing.entry(op, index, number: entries.count + 1, in: diff)
      numbers[index] = entry.number
      entries.append(entry)
    }
    self.entries = entries
    self.numbers = numbers
    var facts: [Int: [FactChange]] = [:]
    for fact in diff.facts {
      if let number = numbers[fact.op] { facts[number, default: []].append(fact) }
    }
    self.facts = facts
    origins = DiffListing.origins(diff)
  }

  private static func entry(_ op: DiffOp, _ index: Int, number: Int, in diff: VersionDiff) -> DiffEntry {
    let unit =
      op.newUnits.first.map { diff.new.units[$0] } ?? op.oldUnits.first.map { diff.old.units[$0] }
    func section(_ units: Range<Int>, _ side: VersionSide) -> String? {
      guard let first = units.first, let section = side.units[first].section else { return nil }
      return PlainText.line(side.sections[section].label)
    }
    return DiffEntry(
      number: number, op: index, kind: kind(op), what: unit.map { what($0.kind) } ?? "text",
      oldSection: section(op.oldUnits, diff.old), newSection: section(op.newUnits, diff.new))
  }

  private static func kind(_ op: DiffOp) -> DiffEntry.Kind {
    if op.isTechnical { return .technical }
    switch op.kind {
    case .inserted: return .added
    case .deleted: return .removed
    case .moved: return .moved
    case .movedChanged: return .movedChanged
    case .equal, .changed: return op.isSplit ? .split : op.isMerge ? .merged : .changed
    }
  }

  static func what(_ kind: DiffUnit.Kind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list item"
    case .tableRow: "table row"
    case .quoted: "quotation"
    case .code: "listing"
    case .footnote: "footnote"
    case .furniture: "header or footer"
    case .other: "text"
    }
  }

  /// Moved ops by the op that stood in front of them in OLD and has not moved itself.
  private static func origins(_ diff: VersionDiff) -> [Int: [Int]] {
    let inOld = diff.ops.indices.filter { diff.ops[$0].old != nil }.sorted {
      (diff.ops[$0].old?.lowerBound ?? 0, $0) < (diff.ops[$1].old?.lowerBound ?? 0, $1)
    }
    var origins: [Int: [Int]] = [:]
    var last = Int.min
    for index in inOld {
      if diff.ops[index].isMove {
        origins[last, default: []].append(index)
      } else {
        last = index
      }
    }
    return origins
  }

  /// How many there are of each kind, in the order of the kinds.
  var counts: [(kind: DiffEntry.Kind, count: Int)] {
    DiffEntry.Kind.allCases.compactMap { kind in
      let count = entries.count { $0.kind == kind }
      return count > 0 ? (kind, count) : nil
    }
  }

  /// "7 changes: 3 changed, 2 added, 1 removed, 1 moved; and 2 technical"
  var summary: String {
    let material = counts.filter { $0.kind != .technical }
    let technical = counts.first { $0.kind == .technical }?.count ?? 0
    let total = material.reduce(0) { $0 + $1.count }
    guard total > 0 else {
      if technical == 0 { return "No differences: both say the same, word for word" }
      return "No change of words; \(technical) technical (spacing, numbering, headers and footers)"
    }
    let parts = material.map { "\(EntryLabels.grouped($0.count)) \($0.kind.words)" }
    let head = "\(EntryLabels.count(total, "change", "changes")): \(parts.joined(separator: ", "))"
    return technical > 0 ? head + "; and \(EntryLabels.grouped(technical)) technical" : head
  }
}
