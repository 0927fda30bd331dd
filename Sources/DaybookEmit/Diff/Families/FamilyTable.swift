import DaybookCore

/// One table for a family: its sections down, its versions across, what became of each section in each version.
struct FamilyTable {
  struct Row: Hashable {
    var section: String
    /// One cell a version: "", "same", "3 changes", "new", "gone".
    var cells: [String]
  }

  let rows: [Row]

  init(_ family: VersionFamily) {
    guard let newest = family.steps.last?.new else {
      rows = []
      return
    }
    // In the order of the newest version, then what is gone, the last to go first.
    var keys: [String] = ["cover"]
    var names = ["cover": "Cover"]
    for side in [newest] + family.steps.reversed().map(\.old) {
      for section in side.sections {
        let key = FamilyTable.key(section)
        if names[key] == nil {
          names[key] = PlainText.line(section.label)
          keys.append(key)
        }
      }
    }
    var cells = Dictionary(uniqueKeysWithValues: keys.map { ($0, [String](repeating: "", count: family.versions.count)) })
    func set(_ key: String, _ version: Int, _ words: String) { cells[key]?[version] = words }
    for (index, diff) in family.steps.enumerated() {
      let (before, after) = (FamilyTable.keys(diff.old), FamilyTable.keys(diff.new))
      if index == 0 { for key in keys where before.contains(key) { set(key, 0, "there") } }
      let counts = FamilyTable.counts(diff)
      for key in keys {
        if after.contains(key), !before.contains(key) {
          set(key, index + 1, "new")
        } else if before.contains(key), !after.contains(key) {
          set(key, index + 1, "gone")
        } else if after.contains(key) {
          let count = counts[key] ?? 0
          set(key, index + 1, count == 0 ? "same" : EntryLabels.count(count, "change", "changes"))
        }
      }
    }
    rows = keys.map { Row(section: names[$0] ?? $0, cells: cells[$0] ?? []) }
  }

  /// A section is the same one by its template step, else by its words; numbers shift.
  private static func key(_ section: DiffSection) -> String {
    if let template = section.template, template != .processing { return "template \(template.rawValue) \(folded(section.title))" }
    return folded(section.title)
  }

  private static func folded(_ title: String) -> String {
    String(decoding: title.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func keys(_ side: VersionSide) -> Set<String> { Set(side.sections.map(key) + ["cover"]) }

  private static func counts(_ diff: VersionDiff) -> [String: Int] {
    var counts: [String: Int] = [:]
    for op in diff.ops where op.kind != .equal && !op.isTechnical {
      let (units, side) = op.newUnits.isEmpty ? (op.oldUnits, diff.old) : (op.newUnits, diff.new)
      let section = units.first.flatMap { side.units[$0].section }.map { side.sections[$0] }
      counts[section.map(key) ?? "cover", default: 0] += 1
    }
    return counts
  }
}

/// Names of versions that outputs share.
enum FamilyNames {
  static func label(_ version: FamilyVersion) -> String { version.label.map(PlainText.line) ?? "without a label" }

  static func date(_ version: FamilyVersion) -> String { DateWords.words(version.when) }

  /// Files with these words, each with its other paths.
  static func files(_ version: FamilyVersion) -> [String] {
    version.copies.flatMap { [$0.path] + $0.alsoAt }
  }

  static func carrier(_ carrier: FamilyVersion.Carrier) -> String {
    let sent = carrier.sent.map { ", sent \(DateWords.words($0))" } ?? ""
    let name = carrier.name.map { ", which calls it “\(PlainText.line($0))”" } ?? ""
    return "\(carrier.path)\(sent)\(name)"
  }
}
