import DaybookCore

/// What does not fit together between two versions, as far as their texts tell.
enum VersionFindings {
  static func findings(_ diff: VersionDiff) -> [VersionFinding] {
    let signOffs = diff.facts.filter { $0.kind == .signOff }
    let versions = diff.facts.filter { $0.kind == .version && !diff.ops[$0.op].isMove }
    var findings: [VersionFinding] = []
    if !signOffs.isEmpty, versions.isEmpty, let label = label(diff.new) {
      let changes = signOffs.map { "\($0.oldText) → \($0.newText)" }.joined(separator: ", ")
      findings.append(
        VersionFinding(
          "signoff-changed-version-same",
          "sign-off changed (\(changes)), while the version is still called \(diff.new.quote(label))",
          old: signOffs.map(\.old), new: signOffs.map(\.new) + [label]))
    }
    if let version = versions.first, signOffs.isEmpty, let dates = signOffDates(diff) {
      findings.append(
        VersionFinding(
          "version-changed-signoff-same",
          "the version is \(version.newText) now, was \(version.oldText), while the sign-off is the same",
          old: [version.old], new: [version.new] + dates))
    }
    return findings
  }

  /// The first label of a version on the cover: "Version 1.0", "v1".
  private static func label(_ side: VersionSide) -> Range<Int>? {
    let reader = FactReader(text: side.document.text) { _ in [] }
    for unit in side.units.prefix(60) where unit.bytes.count <= 400 {
      if let span = reader.spans(unit.bytes).first(where: { $0.kind == .version }) { return span.bytes }
      // The first column of a version table.
      for index in unit.blocks {
        let block = side.document.blocks[index]
        if block.cell?.heading?.lowercased() == "version" { return block.bytes }
      }
    }
    return nil
  }

  /// Rows of a sign-off that are the same in both versions and hold a date.
  private static func signOffDates(_ diff: VersionDiff) -> [Range<Int>]? {
    let rows = diff.ops.filter { op in
      guard op.kind == .equal, let unit = op.newUnits.first else { return false }
      let own = diff.new.units[unit]
      return own.kind == .tableRow && SignOff.isSignOff(own, diff.new)
        && diff.new.document.text[own.bytes].contains(where: Bytes.isDigit)
    }
    return rows.isEmpty ? nil : rows.compactMap(\.new)
  }
}
