import DaybookCore

/// Finds places of the record that a reader should hold against each other.
///
/// Candidates come from keys (one party and one paper, one subject line, one label), never from all pairs. What
/// is given is neutral: who says what, where and when.
struct ConflictFinder {
  let builder: GraphBuilder
  let index: ActIndex

  static let most = 500
  static let mostSides = 6

  /// Highest weight first; notes last.
  func conflicts() -> [Conflict] {
    var list = polarities() + starts() + VersionConflicts(finder: self).conflicts()
    list += LogConflicts(finder: self).conflicts() + orders() + ratios() + counts() + frequencies()
    var seen: Set<Conflict.ID> = []
    list = list.filter { seen.insert($0.id).inserted }
    list.sort { left, right in
      if left.isNote != right.isNote { return right.isNote }
      return left.weight != right.weight ? left.weight > right.weight : left.id < right.id
    }
    return Array(list.prefix(ConflictFinder.most))
  }

  // MARK: Sides

  func side(_ entry: (claim: Claim, place: EntryMaker.Place)) -> Conflict.Side {
    let claim = entry.claim
    return Conflict.Side(
      says: claim.evidence.quote, by: claim.assertion.by.map { builder.parties.party(named: $0)?.name ?? $0 },
      on: claim.assertion.on,
      evidence: ChronologyEntry.Evidence(
        source: entry.place.path, sha256: entry.place.sha256, page: claim.evidence.page,
        bytes: claim.evidence.bytes, quote: claim.evidence.quote, alsoAt: entry.place.alsoAt),
      anchor: claim.evidence)
  }

  func side(_ act: Act) -> Conflict.Side {
    Conflict.Side(
      says: act.quote, by: builder.shown(act.saidBy), on: act.isMessage ? act.timex : act.saidTimex,
      evidence: act.evidence, entry: act.id)
  }

  /// One of each wording: copies of a paper say it again.
  func distinct(_ claims: [(claim: Claim, place: EntryMaker.Place)]) -> [(
    claim: Claim, place: EntryMaker.Place
  )] {
    var seen: Set<[UInt64]> = []
    return claims.filter { seen.insert(ActWords.of($0.claim.evidence.quote)).inserted }
  }

  func resolved(_ claim: Claim) -> String? {
    claim.parties.first.map { builder.parties.party(named: $0.name)?.name ?? $0.name }
  }

  func day(_ claim: Claim) -> Int? {
    (claim.assertion.on?.earliest ?? claim.assertion.on?.latest)?.date.dayNumber
  }

  private func grouped(_ kind: Claim.Kind, by key: (Claim) -> String?) -> [(
    key: String, claims: [(claim: Claim, place: EntryMaker.Place)]
  )] {
    var groups: [String: [(claim: Claim, place: EntryMaker.Place)]] = [:]
    for entry in builder.claims where entry.claim.kind == kind {
      if let key = key(entry.claim) { groups[key, default: []].append(entry) }
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: One says it was, the other that it was not

  private func polarities() -> [Conflict] {
    grouped(.involvement) { claim in
      resolved(claim)
    }.compactMap { party, claims in
      let denied = distinct(claims.filter { !$0.claim.isAffirmed && !$0.claim.subject.isEmpty })
      guard let denial = denied.min(by: { (day($0.claim) ?? .max) < (day($1.claim) ?? .max) }) else {
        return nil
      }
      let affirmed = distinct(
        claims.filter { entry in
          guard entry.claim.isAffirmed,
            entry.claim.subject == denial.claim.subject || entry.claim.subject.isEmpty
          else { return false }
          // What is said to have been after the denial does not speak against it.
          guard let said = day(entry.claim), let no = day(denial.claim) else { return true }
          return said <= no
        })
      guard !affirmed.isEmpty else { return nil }
      // Those of one paper and one subject; of several denials the first is spoken of, all are shown.
      let others = denied.filter {
        $0.claim.subject == denial.claim.subject && $0.claim.evidence != denial.claim.evidence
      }
      let sides =
        affirmed.prefix(ConflictFinder.mostSides - 1 - min(others.count, 2)).map { side($0) } + [side(denial)]
        + others.prefix(2).map { side($0) }
      return Conflict(
        kind: .polarity,
        statement:
          "Whether \(party) had been involved with the \(ConflictFinder.shown(denial.claim.subject)): one text says so (“\(affirmed[0].claim.value)”), another says that it had not (“\(denial.claim.value)”).",
        sides: Array(sides), weight: 90 + min(affirmed.count, 5), rule: "opposite-polarity")
    }
  }

  /// "DPIA" for "dpia"; other nouns as they are.
  static func shown(_ noun: String) -> String { noun == "dpia" ? "DPIA" : noun }

  // MARK: When it began

  /// "On 15 February we formally engaged with the ICO" beside messages from the 9th on.
  private func starts() -> [Conflict] {
    struct Key: Hashable {
      var party: String
      var day: Int
    }
    var found: [Key: (first: Act, claims: [(claim: Claim, place: EntryMaker.Place)], speaker: String)] = [:]
    for entry in builder.claims where entry.claim.kind == .start {
      guard let party = resolved(entry.claim), let to = builder.known(party),
        let when = entry.claim.when, let day = when.earliest?.date.dayNumber, when.grain <= .day,
        let (speaker, first) = firstContact(entry.claim, to), let began = first.day, began != day
      else { continue }
      found[Key(party: party, day: day), default: (first, [], speaker)].claims.append(entry)
    }
    return found.sorted { ($0.key.day, $0.key.party) < ($1.key.day, $1.key.party) }.map { key, value in
      let began = value.first.day ?? key.day
      let order = began < key.day ? "before" : "after"
      return Conflict(
        kind: .start,
        statement:
          "One text dates “\(value.claims[0].claim.value)” with \(key.party) on \(CivilDate(dayNumber: key.day)); the first \(value.first.isMessage ? "message" : "contact") between \(value.speaker) and \(key.party) in the record is of \(CivilDate(dayNumber: began)), \(abs(key.day - began)) days \(order).",
        sides: distinct(value.claims).prefix(ConflictFinder.mostSides - 1).map { side($0) } + [
          side(value.first)
        ],
        weight: 80, rule: "start-and-first-contact")
    }
  }

  /// The first message either way between the speaker and a party.
  private func firstContact(_ claim: Claim, _ to: Int32) -> (String, Act)? {
    for name in claim.assertion.by {
      guard let from = builder.known(name), from != to, builder.kinds[Int(from)] == .body else { continue }
      let pairs = [ActIndex.Pair(from: from, to: to), .init(from: to, to: from)]
      let first = pairs.compactMap { index.messages[$0]?.first { builder.acts[$0].day != nil } }.min {
        (builder.acts[$0].day ?? 0, builder.acts[$0].order) < (
          builder.acts[$1].day ?? 0, builder.acts[$1].order
        )
      }
      if let first { return (builder.names[Int(from)], builder.acts[first]) }
      // No message is there: what a list or an account tells of the two.
      let told = pairs.compactMap { contact($0) }.min {
        (builder.acts[$0].day ?? 0, builder.acts[$0].order) < (
          builder.acts[$1].day ?? 0, builder.acts[$1].order
        )
      }
      if let told { return (builder.names[Int(from)], builder.acts[told]) }
    }
    return nil
  }

  /// The first dated act by which one party turned to another.
  private func contact(_ pair: ActIndex.Pair) -> Int? {
    index.byAgent[pair.from, default: []].prefix(ConflictFinder.mostContacts).first { at in
      let act = builder.acts[at]
      return act.isDay && act.hasOwnDate && act.modality == .happened
        && ConflictFinder.contacts.contains(act.kind)
        && builder.lead(act.recipients) == pair.to
    }
  }

  private static let mostContacts = 2000
  private static let contacts: Set<EventKind> = [.sent, .asked, .askedToPause, .told, .refused, .meeting]

  // MARK: Order. Source: specs/dpia.md, section 3.

  /// Processing said to have begun before the sign-off of the assessment.
  private func orders() -> [Conflict] {
    let dpia = ActWords.hash("dpia")
    guard
      let signed = builder.acts.first(where: {
        $0.kind == .signedOff && $0.isDay && $0.modality == .happened && $0.words.contains(dpia)
          && $0.hasOwnDate
      }), let limit = signed.day,
      let began = builder.acts.first(where: { act in
        guard act.kind == .started, act.modality == .happened, act.isDay, let day = act.day, day < limit
        else {
          return false
        }
        return ConflictFinder.processing.contains { act.words.contains($0) }
      }), let day = began.day
    else { return [] }
    return [
      Conflict(
        kind: .order,
        statement:
          "Computed, not a finding: a start of processing on \(CivilDate(dayNumber: day)) is earlier than the first sign-off of the assessment in the record, \(CivilDate(dayNumber: limit)).",
        sides: [side(began), side(signed)], weight: 85, rule: "processing-before-sign-off")
    ]
  }

  private static let processing: [UInt64] = ["collection", "process", "collect", "data", "trial"].map {
    ActWords.hash($0)
  }

  // MARK: Figures

  private func ratios() -> [Conflict] {
    builder.claims.filter { $0.claim.kind == .ratio }.compactMap { entry in
      guard let slash = entry.claim.value.firstIndex(of: "/"),
        let sign = entry.claim.value.firstIndex(of: "="),
        let part = Int(entry.claim.value[..<slash]),
        let whole = Int(entry.claim.value[entry.claim.value.index(after: slash)..<sign]), whole > 0,
        part < 1 << 40,
        let said = Double(entry.claim.value[entry.claim.value.index(after: sign)...])
      else { return nil }
      let share = part * 10_000 / whole
      let digits = "\(share / 100).\(share % 100 < 10 ? "0" : "")\(share % 100)"
      let agrees = abs(said - Double(share) / 100) < 1
      return Conflict(
        kind: .numbers, isNote: agrees,
        statement:
          "Computed: \(part) of \(whole) is \(digits) %; the text says \(entry.claim.value[entry.claim.value.index(after: sign)...]) %, which \(agrees ? "agrees" : "does not agree").",
        sides: [side(entry)], weight: agrees ? 10 : 70, rule: "share-and-percentage")
    }
  }

  /// One letter, several numbers of pages: where they speak of the same party.
  private func counts() -> [Conflict] {
    grouped(.count) { $0.subject }.compactMap { subject, claims in
      let own = distinct(claims)
      var byValue: [String: [(claim: Claim, place: EntryMaker.Place)]] = [:]
      for entry in own { byValue[entry.claim.value, default: []].append(entry) }
      let figures = byValue.keys.map { $0.filter(\.isNumber) }
      guard byValue.count > 1, Set(figures).count == 1 || own.count < 6 else { return nil }
      guard own.contains(where: { !$0.claim.parties.isEmpty }) else { return nil }
      return Conflict(
        kind: .numbers, isNote: true,
        statement:
          "The number of \(subject) is given as \(byValue.keys.sorted().map { $0.hasSuffix("+") ? "over \($0.dropLast())" : $0 }.joined(separator: ", ")).",
        sides: own.prefix(ConflictFinder.mostSides).map { side($0) }, weight: 20, rule: "counts-side-by-side")
    }
  }

  private func frequencies() -> [Conflict] {
    grouped(.frequency) { $0.subject }.compactMap { _, claims in
      var byValue: [String: (claim: Claim, place: EntryMaker.Place)] = [:]
      for entry in distinct(claims) where byValue[entry.claim.value] == nil {
        byValue[entry.claim.value] = entry
      }
      guard byValue.count > 1 else { return nil }
      let words = byValue.keys.sorted().map { ConflictFinder.frequency($0) }
      return Conflict(
        kind: .frequency, isNote: true,
        statement:
          "How often data is collected is said in \(byValue.count) ways: \(words.joined(separator: ", ")).",
        sides: byValue.sorted { $0.key < $1.key }.prefix(ConflictFinder.mostSides).map { side($0.value) },
        weight: 30, rule: "frequencies-side-by-side")
    }
  }

  private static func frequency(_ value: String) -> String {
    let parts = value.split(separator: "-").compactMap { Int($0) }
    guard let low = parts.first else { return value }
    func times(_ hundredths: Int) -> String {
      hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(hundredths % 100)"
    }
    return parts.count == 2 ? "\(times(low)) to \(times(parts[1])) times a day" : "\(times(low)) times a day"
  }
}
