/// Free units that stand between the same matches on both sides.
struct Gap {
  var old: [Int]
  var new: [Int]
}

enum Gaps {
  /// Gaps whose neighbours on either end are matched to each other, moved sections included.
  static func local(_ matching: Matching) -> [Gap] {
    var gaps: [Gap] = []
    let (n, m) = (matching.toNew.count, matching.toOld.count)
    var start = 0
    while start <= n {
      // `start` is the first unit behind a match, or the very first.
      var end = start
      while end < n, matching.isFreeOld(end) { end += 1 }
      if end > start {
        let from = start == 0 ? 0 : Int(matching.toNew[start - 1]) + 1
        var to = from
        while to < m, matching.isFreeNew(to) { to += 1 }
        let closes = end == n ? to == m : to < m && Int(matching.toNew[end]) == to
        if to > from, closes { gaps.append(Gap(old: Array(start..<end), new: Array(from..<to))) }
      }
      start = end + 1
    }
    return gaps
  }

  /// Gaps between the units that kept their order; what was moved away or in is left out.
  static func inChain(_ matching: Matching, weights: [Int32]) -> [Gap] {
    let pairs = matching.pairs
    let keeps = HeaviestChain.keeps(pairs) { Int(weights[pairs[$0].old]) }
    var posts = zip(pairs, keeps).filter(\.1).map(\.0)
    posts.append((matching.toNew.count, matching.toOld.count))
    var gaps: [Gap] = []
    var (i, j) = (0, 0)
    for post in posts {
      let gap = Gap(
        old: (i..<post.old).filter { matching.isFreeOld($0) },
        new: (j..<post.new).filter { matching.isFreeNew($0) })
      if !gap.old.isEmpty, !gap.new.isEmpty { gaps.append(gap) }
      (i, j) = (post.old + 1, post.new + 1)
    }
    return gaps
  }
}
