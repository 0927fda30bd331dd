/// Finds which documents are versions of one: by their words, and by their name, title or address where the
/// words are alike enough.
///
/// Pairs to be looked at come from an index of the sketches' hashes, so that the work grows with the documents
/// and what they share, not with their square.
package struct FamilyFinder {
  /// Two documents, and why they are versions of one.
  package struct Link: Hashable, Sendable {
    package var a: Int
    package var b: Int
    package var why: String
    package var resemblance: Double
  }

  /// Alike by the words alone.
  private static let alike = 0.5
  /// Alike enough where name or title is one.
  private static let alikeByName = 0.12
  /// Hashes that more documents share than this are boiler-plate.
  private static let mostHolders = 60
  /// Words that a text needs for its likeness to say something.
  private static let leastWords = 40

  /// Members of each family, in the order of `members`, with its links; documents of no family are left out.
  package static func families(_ members: [FamilyMember]) -> [(members: [Int], links: [Link])] {
    let links = links(members)
    var parent = Array(members.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for link in links {
      let (a, b) = (root(link.a), root(link.b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var groups: [Int: [Int]] = [:]
    for index in members.indices { groups[root(index), default: []].append(index) }
    return groups.keys.sorted().compactMap { key in
      let group = groups[key] ?? []
      guard group.count > 1 else { return nil }
      return (group, links.filter { root($0.a) == key })
    }
  }

  private static func links(_ members: [FamilyMember]) -> [Link] {
    var holders: [UInt64: [Int]] = [:]
    for (index, member) in members.enumerated() {
      for hash in member.sketch.hashes { holders[hash, default: []].append(index) }
    }
    var shared: [Pair: Int] = [:]
    for list in holders.values where list.count > 1 && list.count <= mostHolders {
      for (place, a) in list.enumerated() {
        for b in list[(place + 1)...] { shared[Pair(a: a, b: b), default: 0] += 1 }
      }
    }
    // Pages of one address, and short papers of one title, need not share a run of five words.
    for pair in sameNames(members) where shared[pair] == nil { shared[pair] = 0 }
    return shared.keys.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.compactMap { link($0, members) }
  }

  private struct Pair: Hashable {
    var a: Int
    var b: Int
  }

  private static func sameNames(_ members: [FamilyMember]) -> [Pair] {
    var byAddress: [String: [Int]] = [:]
    for (index, member) in members.enumerated() {
      if let address = member.address { byAddress[address, default: []].append(index) }
    }
    return byAddress.values.flatMap { list in zip(list, list.dropFirst()).map { Pair(a: $0, b: $1) } }
  }

  private static func link(_ pair: Pair, _ members: [FamilyMember]) -> Link? {
    let (a, b) = (members[pair.a], members[pair.b])
    let value = a.sketch.resemblance(to: b.sketch)
    let percent = "\(Int((value * 100).rounded())) % of the words in the same order"
    func link(_ why: String) -> Link { Link(a: pair.a, b: pair.b, why: why, resemblance: value) }
    if let address = a.address, address == b.address { return link("captures of one address, \(address)") }
    guard min(a.sketch.words, b.sketch.words) >= leastWords else { return nil }
    // A paper inside another is no version of it.
    let isOfOneSize =
      max(a.sketch.words, b.sketch.words) <= 4 * min(a.sketch.words, b.sketch.words)
    if value >= alikeByName, let title = a.title, title == b.title {
      return link("one title, “\(title)”, \(percent)")
    }
    if value >= alikeByName, !a.stem.isEmpty, a.stem == b.stem {
      return link("one file name but for the version, “\(a.stem)”, \(percent)")
    }
    return value >= alike && isOfOneSize ? link(percent) : nil
  }
}
