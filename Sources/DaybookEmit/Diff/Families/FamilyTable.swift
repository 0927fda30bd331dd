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
    guard !family.steps.isEmpty else {
      rows = []
      return
    }
    let tracks = FamilyTracks(family)
    var cells = [[String]](
      repeating: [String](repeating: "", count: family.versions.count), count: tracks.count)
    for (index, diff) in family.steps.enumerated() {
      let (before, after) = (Set(tracks.sections[index]), Set(tracks.sections[index + 1]))
      if index == 0 { for track in before { cells[track][0] = "there" } }
      let counts = FamilyTable.counts(diff, tracks, index)
      for track in before.subtracting(after) { cells[track][index + 1] = "gone" }
      for track in after {
        let count = counts[track] ?? 0
        cells[track][index + 1] =
          !before.contains(track)
          ? "new" : count == 0 ? "same" : EntryLabels.count(count, "change", "changes")
      }
    }
    rows = tracks.order.map { Row(section: tracks.names[$0], cells: cells[$0]) }
  }

  private static func counts(_ diff: VersionDiff, _ tracks: FamilyTracks, _ step: Int) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for op in diff.ops where op.kind != .equal && !op.isTechnical {
      let isOld = op.newUnits.isEmpty
      let side = isOld ? diff.old : diff.new
      guard let unit = (isOld ? op.oldUnits : op.newUnits).first else { continue }
      let version = isOld ? step : step + 1
      let track =
        side.units[unit].section.map { tracks.sections[version][$0 + 1] } ?? tracks.sections[version][0]
      counts[track, default: 0] += 1
    }
    return counts
  }
}

/// Follows each section through the versions: by its heading, as the comparison of two versions matched it.
struct FamilyTracks {
  /// For each version the track of what stands above the first heading, then of each section.
  private(set) var sections: [[Int]] = []
  /// As the newest version that has it calls it.
  private(set) var names: [String] = []
  /// In the order of the newest version; then what is gone, the last to go first.
  private(set) var order: [Int] = []

  var count: Int { names.count }

  init(_ family: VersionFamily) {
    guard let first = family.steps.first?.old else { return }
    names = ["Cover"] + first.sections.map { PlainText.line($0.label) }
    sections = [Array(names.indices)]
    for diff in family.steps {
      let before = sections.last ?? []
      var oldSection: [Int: Int] = [:]
      for (index, section) in diff.old.sections.enumerated() { oldSection[section.units.lowerBound] = index }
      var track: [Int: Int] = [:]
      for op in diff.ops where op.old != nil && op.new != nil {
        for (old, new) in zip(op.oldUnits, op.newUnits) {
          if let section = oldSection[old], before.indices.contains(section + 1) {
            track[new] = before[section + 1]
          }
        }
      }
      var own = [0]
      for section in diff.new.sections {
        if let known = track[section.units.lowerBound] {
          names[known] = PlainText.line(section.label)
          own.append(known)
        } else {
          names.append(PlainText.line(section.label))
          own.append(names.count - 1)
        }
      }
      sections.append(own)
    }
    var seen: Set<Int> = []
    let hasCover = family.steps.contains { step in
      [step.old, step.new].contains { $0.units.first.map { $0.section == nil } ?? false }
    }
    if !hasCover { seen.insert(0) }
    for version in sections.reversed() {
      for track in version where seen.insert(track).inserted { order.append(track) }
    }
  }
}

/// Names of versions that outputs share.
enum FamilyNames {
  static func label(_ version: FamilyVersion) -> String {
    version.label.map(PlainText.line) ?? "without a label"
  }

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
