import DaybookCore
import DaybookEmit

/// The material changes of a step, each in one sentence.
struct VersionChanges {
  struct Change {
    var op: Int
    /// "2.1 Retention [DPIA 2b: …]"; nil on the cover.
    var section: String?
    /// "retention period changed from 66 years to 30 years"
    var words: String
  }

  let diff: VersionDiff
  let changes: [Change]

  init(_ diff: VersionDiff) {
    self.diff = diff
    let factsByOp = Dictionary(grouping: diff.facts, by: \.op)
    var changes: [Change] = []
    for (index, op) in diff.ops.enumerated() where op.kind != .equal && !op.isTechnical {
      let section = VersionChanges.section(op, diff)
      let facts = factsByOp[index] ?? []
      let what = VersionChanges.what(op, diff)
      if facts.isEmpty {
        changes.append(Change(op: index, section: section, words: what))
        continue
      }
      for fact in facts {
        let kind = EntryLabels.spaced(fact.kind.rawValue)
        changes.append(
          Change(
            op: index, section: section,
            words:
              "\(kind) changed from \(VersionChanges.short(fact.oldText)) to \(VersionChanges.short(fact.newText))"
          ))
      }
    }
    self.changes = changes
  }

  /// Titles of the sections that changed, in order, without repeats.
  var sections: [String] {
    var seen: [String] = []
    for change in changes {
      let op = diff.ops[change.op]
      let unit = op.newUnits.first.map { diff.new.units[$0] } ?? op.oldUnits.first.map { diff.old.units[$0] }
      let side = op.newUnits.isEmpty ? diff.old : diff.new
      guard let section = unit?.section, side.sections.indices.contains(section) else { continue }
      let title = VersionChanges.short(side.sections[section].title)
      if !seen.contains(title) { seen.append(title) }
    }
    return seen
  }

  static func section(_ op: DiffOp, _ diff: VersionDiff) -> String? {
    if let first = op.newUnits.first, let section = diff.new.units[first].section {
      return short(diff.new.sections[section].label)
    }
    if let first = op.oldUnits.first, let section = diff.old.units[first].section {
      return short(diff.old.sections[section].label)
    }
    return nil
  }

  private static func what(_ op: DiffOp, _ diff: VersionDiff) -> String {
    func quote(_ units: Range<Int>, _ side: VersionSide) -> String {
      guard let first = units.first, let last = units.last else { return "" }
      return
        "“\(short(side.quote(side.units[first].bytes.lowerBound..<max(side.units[first].bytes.lowerBound, side.units[last].bytes.upperBound))))”"
    }
    let kind = VersionChanges.kind(op, diff)
    switch op.kind {
    case .inserted: return "\(kind) added: \(quote(op.newUnits, diff.new))"
    case .deleted: return "\(kind) removed: \(quote(op.oldUnits, diff.old))"
    case .moved: return "\(kind) moved: \(quote(op.newUnits, diff.new))"
    case .equal, .changed, .movedChanged:
      let verb = op.kind == .movedChanged ? "moved and changed" : "changed"
      let words = op.words.filter { $0.kind != .equal }
      if words.count == 1, let word = words.first {
        let (old, new) = (short(diff.old.quote(word.old)), short(diff.new.quote(word.new)))
        if old.isEmpty { return "\(kind) \(verb): “\(new)” added" }
        if new.isEmpty { return "\(kind) \(verb): “\(old)” removed" }
        return "\(kind) \(verb) from “\(old)” to “\(new)”"
      }
      return "\(kind) \(verb): now \(quote(op.newUnits, diff.new))"
    }
  }

  private static func kind(_ op: DiffOp, _ diff: VersionDiff) -> String {
    let kind =
      op.newUnits.first.map { diff.new.units[$0].kind } ?? op.oldUnits.first.map { diff.old.units[$0].kind }
    return kind.map { EntryLabels.spaced($0.rawValue) } ?? "text"
  }

  /// One line, at most 120 bytes, cut at a word.
  static func short(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }
    var line = ""
    for word in words {
      if line.utf8.count + word.utf8.count > 120 { return line + " …" }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line
  }
}
