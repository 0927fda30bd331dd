import DaybookCore

/// Where what a version says of itself does not fit together, and where one sign of identity changed and
/// another did not. All of it is computed from what stands there, and judges nobody.
///
/// Source of the rules: `specs/dpia.md`, section 3.
struct IdentityFindings {
  let diff: VersionDiff
  let dates: VersionComparer.DateReading

  func findings() -> [VersionFinding] {
    labels(diff.old, isOld: true) + labels(diff.new, isOld: false) + signOffAndTable(diff.new)
      + savedAfterSignOff(diff.new) + changedUnderOneLabel() + savedBefore() + template()
  }

  // MARK: One version

  private func labels(_ side: VersionSide, isOld: Bool) -> [VersionFinding] {
    let named: [(place: String, item: VersionIdentity.Item)] = side.identity.items.compactMap { item in
      switch item.field {
      case .coverVersion: ("the cover", item)
      case .tableVersion: ("the version table", item)
      case .footerVersion: ("the footer", item)
      case .fileName: ("the file name", item)
      case .mailName: ("the mail", item)
      case .property: item.name == "title" ? ("the title property", item) : nil
      default: nil
      }
    }
    let numbered = named.compactMap { place, item in
      number(item).map { (place: place, item: item, number: $0) }
    }
    guard let first = numbered.first, let other = numbered.first(where: { $0.number != first.number }) else {
      return []
    }
    // The same in both versions is said once, of NEW.
    if isOld, labels(diff.new, isOld: false).contains(where: { $0.rule == "version-labels-disagree" }) {
      return []
    }
    let all = numbered.map { "\($0.place) says “\(PlainLabel.line($0.item.value))”" }.joined(separator: ", ")
    let places = [first, other].compactMap(\.item.bytes)
    return [
      VersionFinding(
        "version-labels-disagree", "\(isOld ? "OLD" : "NEW"): \(all)", old: isOld ? places : [],
        new: isOld ? [] : places)
    ]
  }

  /// In a file name or a title a label needs its word: "report 2022-02.docx" names no version.
  private func number(_ item: VersionIdentity.Item) -> VersionNumber? {
    switch item.field {
    case .coverVersion, .tableVersion, .footerVersion: return VersionNumber(item.value)
    default:
      let bytes = Array(item.value.utf8)
      return VersionNumber.range(in: bytes, isLabel: false).flatMap {
        VersionNumber(String(decoding: bytes[$0], as: UTF8.self))
      }
    }
  }

  private func day(_ text: String) -> Timex? {
    for mention in dates(Array(text.utf8)) {
      if case .date(let reading) = mention.value, reading.when.grain <= .day { return reading.when }
    }
    return nil
  }

  private func signOffAndTable(_ side: VersionSide) -> [VersionFinding] {
    guard let date = side.identity.first(.tableDate), let table = side.identity.first(.tableVersion),
      let cover = side.identity.first(.coverVersion), let number = VersionNumber(cover.value),
      number == VersionNumber(table.value), let written = day(date.value)
    else { return [] }
    let others = side.identity.items.filter { item in
      guard item.field == .signOffDate, let signed = day(item.value)?.earliest else { return false }
      return written.latest.map { $0.date < signed.date } ?? false
    }
    guard let first = others.first else { return [] }
    return [
      VersionFinding(
        "signoff-and-table-date-disagree",
        "NEW: the version table dates “\(PlainLabel.line(table.value))” \(PlainLabel.line(date.value)), the sign-off says \(PlainLabel.line(first.value))",
        new: [date.bytes, first.bytes].compactMap { $0 })
    ]
  }

  private func savedAfterSignOff(_ side: VersionSide) -> [VersionFinding] {
    guard let saved = property(side, "modified"), let moment = day(saved)?.earliest else { return [] }
    let signed = side.identity.items.filter { $0.field == .signOffDate }.compactMap { item in
      day(item.value)?.latest.map { (item, $0) }
    }
    guard let last = signed.max(by: { $0.1.date < $1.1.date }), last.1.date < moment.date else { return [] }
    let days = moment.date.dayNumber - last.1.date.dayNumber
    return [
      VersionFinding(
        "saved-after-signoff",
        "NEW: last saved \(saved), \(days) \(days == 1 ? "day" : "days") after its last sign-off date, \(PlainLabel.line(last.0.value))",
        new: [last.0.bytes].compactMap { $0 })
    ]
  }

  // MARK: Both

  private func property(_ side: VersionSide, _ name: String) -> String? {
    side.identity.items.first { $0.field == .property && $0.name == name }?.value
  }

  private func changedUnderOneLabel() -> [VersionFinding] {
    guard !diff.isSame, let old = diff.old.identity.first(.coverVersion),
      let new = diff.new.identity.first(.coverVersion), let number = VersionNumber(old.value),
      number == VersionNumber(new.value)
    else { return [] }
    // The sharper finding says it already.
    if diff.findings.contains(where: { $0.rule == "signoff-changed-version-same" }) { return [] }
    return [
      VersionFinding(
        "text-changed-version-same",
        "the words changed, while the cover of both says “\(PlainLabel.line(new.value))”",
        old: [old.bytes].compactMap { $0 }, new: [new.bytes].compactMap { $0 })
    ]
  }

  private func savedBefore() -> [VersionFinding] {
    guard let old = property(diff.old, "modified"), let new = property(diff.new, "modified"),
      let before = day(old)?.latest, let after = day(new)?.earliest, after.sortKey < before.sortKey
    else { return [] }
    return [VersionFinding("new-saved-before-old", "NEW was last saved \(new), before OLD, \(old)")]
  }

  // MARK: The template

  private func template() -> [VersionFinding] {
    var findings: [VersionFinding] = []
    let names = ColumnNames(diff.new)
    let retention = RetentionScan(diff.new, names: names)
    for fact in diff.facts {
      let change = "\(PlainLabel.line(fact.oldText)) → \(PlainLabel.line(fact.newText))"
      if fact.kind == .period, let unit = unit(of: fact), retention.isRetention(fact.new, in: unit) {
        findings.append(
          VersionFinding(
            "retention-changed", "how long data is kept changed: \(change)", old: [fact.old], new: [fact.new])
        )
      } else if fact.kind == .lawfulBasis, isBasis(fact) {
        findings.append(
          VersionFinding(
            "lawful-basis-changed", "the lawful basis changed: \(change)", old: [fact.old], new: [fact.new]))
      }
    }
    for unit in diff.new.units where unit.kind == .tableRow && SignOff.isSignOff(unit, diff.new) {
      // A cell without words has no block.
      guard unit.blocks.count == 1, let block = unit.blocks.first.map({ diff.new.document.blocks[$0] }),
        names.name(of: block) != nil
      else { continue }
      let words = diff.new.quote(block.bytes).lowercased()
      if words.contains("dpo advice") || words.contains("data protection officer") {
        findings.append(
          VersionFinding(
            "dpo-advice-missing",
            "NEW: “\(PlainLabel.line(diff.new.quote(block.bytes)))” has neither name nor date",
            new: [block.bytes]))
      }
    }
    return findings
  }

  /// A word that is also said of other things ("consent", "contract") needs one beside it that says what it is.
  private func isBasis(_ fact: FactChange) -> Bool {
    if let value = fact.newValue, let old = fact.oldValue, value.contains(" "), old.contains(" ") {
      return true
    }
    guard let unit = unit(of: fact) else { return false }
    let section = diff.new.units[unit].section.map { diff.new.sections[$0] }
    if section?.template == .necessity { return true }
    let words = (diff.new.quote(diff.new.units[unit].bytes) + " " + (section?.title ?? "")).lowercased()
    return ["basis", "bases", "lawful", "article", "legal ground", "rely on", "relies on", "relied on"]
      .contains {
        words.contains($0)
      }
  }

  private func unit(of fact: FactChange) -> Int? {
    guard diff.ops.indices.contains(fact.op) else { return nil }
    return diff.ops[fact.op].newUnits.first { diff.new.units[$0].bytes.overlaps(fact.new) }
  }
}

/// Words of a paper inside a sentence of ours: on one line, and not too long.
enum PlainLabel {
  static func line(_ text: String) -> String {
    let flat = text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    guard flat.count > 80 else { return String(decoding: flat, as: UTF8.self) }
    var end = 80
    while end > 0, flat[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: flat[..<end], as: UTF8.self) + "…"
  }
}
