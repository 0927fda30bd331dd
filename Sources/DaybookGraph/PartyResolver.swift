package import DaybookCore

/// Finds out which names of a case name the same party.
///
/// Names are the same when they differ only in case, an article, punctuation or spaces, or when a document or
/// the case settings say so ("Department for Education (“DfE”)"). An alias that stands for two different
/// names is left alone, and reported. Nothing else is guessed. The order in which names come does not matter;
/// of two settings for one alias the later wins.
package struct PartyResolver {
  private struct Name {
    /// How often each spelling was met.
    var spellings: [String: Int] = [:]
    /// How often it was met as what; empty for a name that only the settings give.
    var kinds: [Party.Kind: Int] = [:]
    /// Whether another name was said to be short for it.
    var isFull = false
    /// As the settings spell the name to show.
    var settled: String?

    var count: Int { spellings.values.reduce(0, +) }

    /// The settings' own, or the one met most; of two, the one that sorts first.
    var spelling: String {
      settled ?? spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
  }

  private var names: [String: Name] = [:]
  private var aliases: [String: Set<String>] = [:]
  private var settled: [String: String] = [:]
  /// How often a person was met writing for a body, by their keys.
  private var memberships: [String: [String: Anchor?]] = [:]
  /// Why two names are one: the rule, and the words that say so.
  private var reasons: [String: (name: String, rule: String, evidence: Anchor?)] = [:]
  /// Keys of all spellings met, of which a case has few: making one takes far longer than finding it here.
  private var keys: [String: String] = [:]

  package init() {}

  /// A name as it stands in an event.
  package mutating func add(_ participation: Participation) {
    note(participation.name, kind: participation.kind, count: 1)
  }

  /// A person who writes for a body: "Policy Officer A" beside "Department for Education" as the sender of one
  /// message.
  package mutating func addMembers(_ senders: [Participation], evidence: Anchor?) {
    guard senders.count == 2, senders[0].kind == .body, senders[1].kind == .person else { return }
    let body = note(senders[0].name, kind: .body, count: 0)
    let person = note(senders[1].name, kind: .person, count: 0)
    if !body.isEmpty, !person.isEmpty {
      if memberships[person]?[body] == nil { memberships[person, default: [:]][body] = .some(evidence) }
    }
  }

  package mutating func add(_ alias: Alias) {
    let name = note(alias.name, kind: alias.kind, count: 0)
    let short = note(alias.alias, kind: alias.kind, count: 0)
    guard name != short, !name.isEmpty, !short.isEmpty else { return }
    names[name]?.isFull = true
    aliases[short, default: []].insert(name)
    if reasons[short] == nil { reasons[short] = (name, alias.rule, alias.evidence) }
  }

  /// What the case settings say; wins over everything, and `name` is the one to show.
  package mutating func settle(alias: String, as name: String) {
    let short = note(alias, kind: nil, count: 0)
    let full = note(name, kind: nil, count: 0)
    guard !short.isEmpty, !full.isEmpty else { return }
    names[full]?.settled = name
    if short != full { settled[short] = full }
  }

  @discardableResult
  private mutating func note(_ spelling: String, kind: Party.Kind?, count: Int) -> String {
    let key = keys[spelling] ?? PartyNames.key(spelling)
    keys[spelling] = key
    guard !key.isEmpty else { return key }
    names[key, default: Name()].spellings[spelling, default: 0] += count
    if let kind { names[key]?.kinds[kind, default: 0] += count }
    return key
  }

  package consuming func resolve() -> ResolvedParties {
    var joined = Joined()
    noteDefiniteNames()
    var open: [String] = []
    for (short, full) in aliases.sorted(by: { $0.key < $1.key }) where settled[short] == nil {
      if full.count == 1, let name = full.first { joined.join(short, name) } else { open.append(short) }
    }
    for (short, name) in settled.sorted(by: { $0.key < $1.key }) { joined.join(short, name) }
    // An alias of several names is one party still if those names turn out to be one.
    for short in open {
      let roots = Set((aliases[short] ?? []).map { joined.root($0) })
      if roots.count == 1, let name = roots.first { joined.join(short, name) }
    }
    let ambiguous = open.compactMap { short -> AmbiguousAlias? in
      let full = (aliases[short] ?? []).sorted()
      guard Set(full.map { joined.root($0) }).count > 1 else { return nil }
      return AmbiguousAlias(
        alias: names[short]?.spelling ?? short, names: full.map { names[$0]?.spelling ?? $0 }.sorted())
    }
    var members: [String: [String]] = [:]
    for key in names.keys.sorted() { members[joined.root(key), default: []].append(key) }
    var parties: [Party] = []
    var index: [String: Int] = [:]
    for (_, keys) in members.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let party = party(of: keys) else { continue }
      for key in keys { index[key] = parties.count }
      parties.append(party)
    }
    var bodies: [Int: ResolvedParties.Membership] = [:]
    for (person, found) in memberships.sorted(by: { $0.key < $1.key }) {
      // Who writes for two bodies is left to the papers.
      let roots = Set(found.keys.compactMap { index[$0] })
      if let member = index[person], roots.count == 1, let body = roots.first, body != member {
        let first = found.sorted { $0.key < $1.key }.first?.value
        bodies[member] = .init(body: body, evidence: first ?? nil)
      }
    }
    var why: [Int: [ResolvedParties.Reason]] = [:]
    for (short, reason) in reasons.sorted(by: { $0.key < $1.key }) where settled[short] == nil {
      guard let place = index[short], place == index[reason.name] else { continue }
      why[place, default: []].append(
        .init(alias: names[short]?.spelling ?? short, rule: reason.rule, evidence: reason.evidence))
    }
    for (short, name) in settled.sorted(by: { $0.key < $1.key }) {
      guard let place = index[short], place == index[name] else { continue }
      why[place, default: []].append(
        .init(alias: names[short]?.spelling ?? short, rule: "case-settings", evidence: nil))
    }
    return ResolvedParties(
      parties: parties, byKey: index, bySpelling: keys.compactMapValues { index[$0] }, ambiguous: ambiguous,
      bodies: bodies, reasons: why)
  }

  /// "the Department", where the case has only one body of that name: that one.
  private mutating func noteDefiniteNames() {
    let shorts = names.filter { key, name in
      !key.contains(" ") && aliases[key] == nil && settled[key] == nil
        && name.spellings.keys.allSatisfy { $0.hasPrefix("the ") } && name.kinds[.body] != nil
    }
    for short in shorts.keys.sorted() {
      let holders = names.filter { key, name in
        key != short && name.kinds[.body] != nil && name.count > 0
          && key.split(separator: " ").contains(Substring(short))
      }
      guard holders.count == 1, let name = holders.first?.key else { continue }
      join(short, name, rule: "only-body-of-that-name")
    }
    noteInitials()
  }

  private mutating func join(_ short: String, _ name: String, rule: String) {
    aliases[short] = [name]
    names[name]?.isFull = true
    reasons[short] = (name, rule, nil)
  }

  /// "DDM", where the case has only one body with these initials: "Defend Digital Me".
  private mutating func noteInitials() {
    var byInitials: [String: [String]] = [:]
    for (key, name) in names where name.kinds[.body] != nil && key.contains(" ") {
      let words = key.split(separator: " ")
      let all = String(words.compactMap(\.first))
      let main = String(words.filter { !Self.small.contains(String($0)) }.compactMap(\.first))
      for initials in Set([all, main]) where initials.utf8.count >= 3 {
        byInitials[initials, default: []].append(key)
      }
    }
    let shorts = names.filter { key, name in
      (3...6).contains(key.utf8.count) && byInitials[key]?.count == 1 && aliases[key] == nil
        && settled[key] == nil
        && name.kinds[.body] != nil
        && name.spellings.keys.contains { $0.utf8.count { $0 &- 0x41 < 26 } >= 2 }
    }
    for short in shorts.keys.sorted() {
      if let name = byInitials[short]?.first { join(short, name, rule: "only-body-with-these-initials") }
    }
  }

  private static let small: Set<String> = ["of", "for", "and", "the", "in", "on", "to"]

  private func party(of keys: [String]) -> Party? {
    let all = keys.compactMap { key in names[key].map { (key: key, name: $0) } }
    // The name to show: the settings' own, then one that is spelt out, then the one used most, then the
    // longest, then by alphabet.
    func rank(_ one: (key: String, name: Name)) -> (Int, Int, Int, Int) {
      let isChosen = one.name.settled != nil && settled[one.key] == nil
      return (isChosen ? 0 : 1, one.name.isFull ? 0 : 1, -one.name.count, -one.name.spelling.utf8.count)
    }
    let ranked = all.map { (rank: rank($0), name: $0.name, spelling: $0.name.spelling) }
    guard let shown = ranked.min(by: { $0.rank != $1.rank ? $0.rank < $1.rank : $0.spelling < $1.spelling })
    else { return nil }
    var kinds = shown.name.kinds
    if kinds.isEmpty { for one in all { kinds.merge(one.name.kinds, uniquingKeysWith: +) } }
    // A name said to be one kind of party more often than another is that; of two, the one first in the list
    // of kinds.
    let kind = Party.Kind.allCases.filter { kinds[$0] != nil }.max { (kinds[$0] ?? 0) < (kinds[$1] ?? 0) }
    return Party(
      kind: kind ?? .body, name: shown.spelling,
      aliases: ranked.map(\.spelling).filter { $0 != shown.spelling }.sorted())
  }
}

/// Which names have been found to be one. Source: Tarjan, "Efficiency of a good but not linear set union
/// algorithm", 1975.
private struct Joined {
  private var parent: [String: String] = [:]

  /// Shortens the way to the root as it goes, so that a long chain of aliases is walked once.
  mutating func root(_ key: String) -> String {
    var root = key
    while let next = parent[root] { root = next }
    var key = key
    while let next = parent[key], next != root {
      parent[key] = root
      key = next
    }
    return root
  }

  mutating func join(_ short: String, _ name: String) {
    let (a, b) = (root(short), root(name))
    if a != b { parent[a] = b }
  }
}
