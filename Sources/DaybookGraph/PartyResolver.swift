package import DaybookCore

/// Finds out which names of a case name the same party.
///
/// Names are the same when they differ only in case, an article, punctuation or spaces, or when a document or the case settings say so ("Department for
/// Education (“DfE”)"). An alias that stands for two different names is left alone, and reported. Nothing else is guessed.
package struct PartyResolver {
  private struct Name {
    var spelling: String
    var kind: Party.Kind
    var count: Int
    /// Whether another name was said to be short for it.
    var isFull = false
  }

  private var names: [String: Name] = [:]
  private var aliases: [String: Set<String>] = [:]
  private var settled: [String: String] = [:]

  package init() {}

  /// A name as it stands in an event.
  package mutating func add(_ participation: Participation) {
    note(participation.name, kind: participation.kind, count: 1)
  }

  package mutating func add(_ alias: Alias) {
    note(alias.name, kind: alias.kind, count: 0)
    note(alias.alias, kind: alias.kind, count: 0)
    let (name, short) = (PartyResolver.key(alias.name), PartyResolver.key(alias.alias))
    guard name != short, !name.isEmpty, !short.isEmpty else { return }
    names[name]?.isFull = true
    aliases[short, default: []].insert(name)
  }

  /// What the case settings say; wins over everything.
  package mutating func settle(alias: String, as name: String) {
    note(name, kind: .body, count: 0)
    note(alias, kind: .body, count: 0)
    settled[PartyResolver.key(alias)] = PartyResolver.key(name)
    names[PartyResolver.key(name)]?.isFull = true
  }

  private mutating func note(_ spelling: String, kind: Party.Kind, count: Int) {
    let key = PartyResolver.key(spelling)
    guard !key.isEmpty else { return }
    if var name = names[key] {
      name.count += count
      // Of two spellings the one that sorts first, so that the order of documents does not matter.
      name.spelling = min(name.spelling, spelling)
      names[key] = name
    } else {
      names[key] = Name(spelling: spelling, kind: kind, count: count)
    }
  }

  /// Lower case, without "the", "&" as "and", and only letters, digits and single spaces.
  static func key(_ name: String) -> String {
    var words = name.lowercased().replacing("’", with: "").replacing("'", with: "").replacing("&", with: " and ")
      .split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "@" && $0 != "." })
    if words.first == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }

  package consuming func resolve() -> ResolvedParties {
    var parent: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let next = parent[key] { key = next }
      return key
    }
    var open: [String] = []
    for (short, full) in aliases.sorted(by: { $0.key < $1.key }) where settled[short] == nil {
      if full.count == 1, let name = full.first {
        if root(short) != root(name) { parent[root(short)] = root(name) }
      } else {
        open.append(short)
      }
    }
    // An alias of several names is one party still if those names turn out to be one.
    for short in open {
      let roots = Set((aliases[short] ?? []).map { root($0) })
      if roots.count == 1, let name = roots.first, root(short) != name { parent[root(short)] = name }
    }
    for (short, name) in settled.sorted(by: { $0.key < $1.key }) where root(short) != root(name) {
      parent[root(short)] = root(name)
    }
    var members: [String: [String]] = [:]
    for key in names.keys.sorted() { members[root(key), default: []].append(key) }
    var parties: [Party] = []
    var index: [String: Int] = [:]
    for (_, keys) in members.sorted(by: { $0.key < $1.key }) {
      let all = keys.compactMap { names[$0] }
      // The name to show: one that is spelt out, then the one used most, then the longest, then by alphabet.
      guard
        let shown = all.min(by: { a, b in
          if a.isFull != b.isFull { return a.isFull }
          if a.count != b.count { return a.count > b.count }
          if a.spelling.count != b.spelling.count { return a.spelling.count > b.spelling.count }
          return a.spelling < b.spelling
        })
      else { continue }
      for key in keys { index[key] = parties.count }
      parties.append(
        Party(
          kind: shown.kind, name: shown.spelling,
          aliases: all.map(\.spelling).filter { $0 != shown.spelling }.sorted()))
    }
    return ResolvedParties(parties: parties, index: index)
  }
}

/// The parties of a case, and which name is whose.
package struct ResolvedParties: Sendable {
  package let parties: [Party]
  private let index: [String: Int]

  init(parties: [Party], index: [String: Int]) {
    self.parties = parties
    self.index = index
  }

  /// The party that goes by this name; nil for a name that was never added.
  package func party(named name: String) -> Party? { index[PartyResolver.key(name)].map { parties[$0] } }

  /// The participation under the name that outputs show.
  package func resolve(_ participation: Participation) -> Participation {
    guard let party = party(named: participation.name) else { return participation }
    return Participation(name: party.name, kind: party.kind, role: participation.role)
  }
}
