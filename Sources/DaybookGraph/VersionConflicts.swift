import DaybookCore

/// Labels of one paper that do not fit each other.
struct VersionConflicts {
  let finder: ConflictFinder

  private typealias Entry = (claim: Claim, place: EntryMaker.Place)

  /// Bytes before and behind a doubted label within which others speak of the same version.
  private static let passage = 400
  /// Steps between two labels of one month that no numbering takes.
  private static let jump = 3

  func conflicts() -> [Conflict] {
    var bySubject: [String: [Entry]] = [:]
    for entry in finder.builder.claims where entry.claim.kind == .version {
      bySubject[entry.claim.subject, default: []].append(entry)
    }
    return bySubject.sorted { $0.key < $1.key }.flatMap { subject, claims in
      severalLabels(subject, claims) + jumps(subject, claims)
    }
  }

  /// One passage that gives a paper several labels, or doubts one: an identity to settle by hand.
  private func severalLabels(_ subject: String, _ claims: [Entry]) -> [Conflict] {
    var seen: Set<[String]> = []
    let doubted = claims.indices.filter { claims[$0].claim.value.hasSuffix("?") }
    return doubted.prefix(ConflictFinder.most).compactMap { at in
      // Claims stand in the order of their documents and places.
      let (one, start) = (claims[at].place.sha256, claims[at].claim.evidence.bytes.lowerBound)
      let entries = claims[max(at - 20, 0)..<min(at + 20, claims.count)].filter {
        $0.place.sha256 == one && abs($0.claim.evidence.bytes.lowerBound - start) <= VersionConflicts.passage
      }
      let labels = Set(entries.map { $0.claim.value }).sorted()
      guard labels.contains(where: { $0.hasSuffix("?") }), labels.count > 1, seen.insert(labels).inserted
      else {
        return nil
      }
      return Conflict(
        kind: .version, isNote: true,
        statement:
          "One \(ConflictFinder.shown(subject)) goes by several labels: \(labels.joined(separator: ", ")).",
        sides: finder.distinct(entries).prefix(ConflictFinder.mostSides).map { finder.side($0) }, weight: 40,
        rule: "labels-of-one-version")
    }
  }

  /// "v6 in February 2022" beside V1 and V2 of the same month.
  private func jumps(_ subject: String, _ claims: [Entry]) -> [Conflict] {
    let dated = claims.filter { $0.claim.when?.earliest != nil && $0.claim.when?.latest != nil }
    // Highest numbers first; bounded, for a bundle names the same few labels again and again.
    var byLabel: [Int: [Entry]] = [:]
    for entry in dated {
      guard let major = major(entry.claim.value) else { continue }
      if byLabel[major, default: []].count < 40 { byLabel[major, default: []].append(entry) }
    }
    for high in byLabel.keys.sorted(by: >).prefix(20) {
      for low in byLabel.keys.sorted(by: >) where high - low >= VersionConflicts.jump {
        for one in byLabel[high, default: []] {
          guard
            let other = byLabel[low, default: []].first(where: { isOverlapping($0.claim, one.claim) })
          else { continue }
          let others = [other]
          return [
            Conflict(
              kind: .version,
              statement:
                "The \(ConflictFinder.shown(subject)) is called \(one.claim.value) and \(other.claim.value) for overlapping dates (\(one.claim.when?.edtf ?? ""), \(other.claim.when?.edtf ?? "")).",
              sides: others.map { finder.side($0) } + [finder.side(one)], weight: 75,
              rule: "label-out-of-sequence")
          ]
        }
      }
    }
    return []
  }

  private func major(_ label: String) -> Int? {
    Int(label.drop { !$0.isNumber }.prefix { $0.isNumber }.prefix(6))
  }

  private func isOverlapping(_ left: Claim, _ right: Claim) -> Bool {
    guard let a = left.when?.earliest, let b = left.when?.latest, let c = right.when?.earliest,
      let d = right.when?.latest
    else { return false }
    return a.date <= d.date && c.date <= b.date
  }
}
