import DaybookCore
import DaybookDiff
import DaybookEmit

/// What the versions of a case add to its chronology and to its graph.
///
/// Each step from one version to the next is an event, dated as the newer version is; with `allChanges` each
/// material change of it is one too. Evidence stands on both sides. All of it is computed, and says so.
struct FamilyEvents {
  let families: [VersionFamily]
  let allChanges: Bool

  /// Anchors of a step: enough to see what it is about.
  private static let mostAnchors = 8
  /// Bytes of a quote: no more than a sentence or a list entry.
  private static let quoteLength = 400

  /// By the document of the newer version, in order.
  func events() -> [Document.ID: [Event]] {
    var events: [Document.ID: [Event]] = [:]
    for family in families {
      for (index, diff) in family.steps.enumerated() {
        let (old, new) = (family.versions[index], family.versions[index + 1])
        let listing = VersionChanges(diff)
        guard let step = step(family, old, new, listing) else { continue }
        var own = [step]
        if allChanges { own += listing.changes.compactMap { change(family, old, new, listing, $0) } }
        events[diff.new.document.id, default: []] += own
      }
    }
    return events
  }

  // MARK: Names

  /// "v1 of 14 February 2022"
  static func name(_ version: FamilyVersion) -> String {
    let label =
      version.label ?? version.path.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init)
      ?? ""
    guard version.when.timex != nil else { return label }
    return "\(label) of \(DateWords.words(version.when))"
  }

  private func step(
    _ family: VersionFamily, _ old: FamilyVersion, _ new: FamilyVersion, _ listing: VersionChanges
  ) -> Event? {
    let diff = listing.diff
    var evidence: [Anchor] = []
    // Facts say most; then what changed, in order.
    let changed = listing.changes.map(\.op)
    let both = changed.filter { !diff.ops[$0].newUnits.isEmpty }
    let facts = diff.facts.map(\.op) + both + changed
    var seen: Set<Int> = []
    for op in facts where seen.insert(op).inserted && evidence.count < FamilyEvents.mostAnchors {
      evidence += anchors(diff.ops[op], diff)
    }
    guard !evidence.isEmpty else { return nil }
    var parts: [String] = []
    let sections = listing.sections.prefix(4)
    let count = listing.changes.count
    parts.append(
      EntryLabels.count(count, "change", "changes")
        + (sections.isEmpty
          ? "" : " (\(sections.joined(separator: ", "))\(listing.sections.count > 4 ? ", …" : ""))"))
    var said: Set<String> = []
    for fact in diff.facts {
      let words = "\(EntryLabels.spaced(fact.kind.rawValue)) \(line(fact.oldText)) → \(line(fact.newText))"
      if said.count < 4, said.insert(words).inserted { parts.append(words) }
    }
    for finding in diff.findings
    where ["signoff-changed-version-same", "text-changed-version-same"].contains(finding.rule) {
      parts.append("still called \(line(new.label ?? ""))")
    }
    return Event(
      kind: .changed, when: new.when,
      summary:
        "\(line(family.title)): \(FamilyEvents.name(new)) follows \(FamilyEvents.name(old)): \(parts.joined(separator: "; "))",
      parties: [], evidence: evidence, rule: "version-step", isStated: false,
      context: "comparison of \(old.path) and \(new.path)")
  }

  private func change(
    _ family: VersionFamily, _ old: FamilyVersion, _ new: FamilyVersion, _ listing: VersionChanges,
    _ change: VersionChanges.Change
  ) -> Event? {
    let diff = listing.diff
    let evidence = anchors(diff.ops[change.op], diff)
    guard !evidence.isEmpty else { return nil }
    let between = "between \(FamilyEvents.name(old)) and \(FamilyEvents.name(new))"
    let place = change.section.map { "\($0): " } ?? ""
    return Event(
      kind: .changed, when: new.when, summary: "\(place)\(change.words) \(between)", parties: [],
      evidence: evidence, rule: "version-change", isStated: false,
      context: "comparison of \(old.path) and \(new.path)")
  }

  private func line(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }.prefix(160), as: UTF8.self)
  }

  /// NEW first: the event stands where the newer version stands.
  private func anchors(_ op: DiffOp, _ diff: VersionDiff) -> [Anchor] {
    var anchors: [Anchor] = []
    for (units, side) in [(op.newUnits, diff.new), (op.oldUnits, diff.old)] {
      guard let first = units.first, side.units.indices.contains(first) else { continue }
      let bytes = cut(side.units[first].bytes, side.document.text)
      if !bytes.isEmpty { anchors.append(side.anchor(bytes)) }
    }
    return anchors
  }

  /// A long paragraph is quoted up to a word's end.
  private func cut(_ bytes: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    guard bytes.count > FamilyEvents.quoteLength else { return bytes }
    var end = bytes.lowerBound + FamilyEvents.quoteLength
    while end > bytes.lowerBound, text[end] != 0x20, text[end] != 0x0A { end -= 1 }
    if end == bytes.lowerBound {
      end = bytes.lowerBound + FamilyEvents.quoteLength
      while end > bytes.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return bytes.lowerBound..<end
  }

  // MARK: Relations

  /// version-of and supersedes between documents, duplicates between copies in two formats, attaches from the
  /// messages that carried a version, withdraws from what is said to be withdrawn while a version stood.
  func relations(withdrawals: [(id: String, event: Event)]) -> [Relation] {
    var relations: [Relation] = []
    for family in families {
      for (index, version) in family.versions.enumerated() {
        guard let first = version.copies.first?.document else { continue }
        for copy in version.copies.dropFirst() {
          relations.append(
            Relation(
              kind: .nearDuplicates, from: copy.document.text, to: first.text, evidence: [],
              rule: "one-version"))
        }
        for carrier in version.carriers {
          relations.append(
            Relation(
              kind: .attaches, from: carrier.document.text, to: first.text, evidence: [],
              rule: "attached-version"))
        }
        guard index > 0, let before = family.versions[index - 1].copies.first?.document else { continue }
        let diff = family.steps[index - 1]
        let op = diff.ops.first { $0.kind != .equal && !$0.isTechnical }
        let evidence = op.map { anchors($0, diff) } ?? []
        for kind in [Relation.Kind.versionOf, .supersedes] {
          relations.append(
            Relation(kind: kind, from: first.text, to: before.text, evidence: evidence, rule: "version-order")
          )
        }
        for (id, event) in withdrawals where isWithdrawal(event, of: family, at: index - 1) {
          relations.append(
            Relation(
              kind: .withdraws, from: id, to: before.text, evidence: event.evidence,
              rule: "withdrawn-while-it-stood"))
        }
      }
    }
    return relations
  }

  /// It names the paper, and it happened from the day of this version to the day of the next.
  private func isWithdrawal(_ event: Event, of family: VersionFamily, at index: Int) -> Bool {
    guard let day = event.when.timex?.earliest?.date,
      let next = family.versions[index + 1].when.timex?.earliest?.date,
      let from = family.versions[index].when.timex?.earliest?.date, from <= day, day <= next
    else { return false }
    let words = Set((event.evidence.first?.quote ?? "").lowercased().split { !$0.isLetter }.map(String.init))
    let names = [family.title] + family.versions[index].copies.map { IdentityReader.fileName($0.path) }
    let own = names.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init).filter {
      $0.count > 3
    }
    return own.contains { words.contains($0) }
  }
}
