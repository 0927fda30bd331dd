/// Takes back matches that the neighbours on both sides speak against.
///
/// In a family of near-identical units ("… a fine not exceeding level 3 …") an edit may turn one into the very words of
/// another. Where the units before and behind say that both belong elsewhere, and they are as good as alike there,
/// the place counts more than the words.
struct Neighbours {
  private static let least: Float = 0.6

  private let old: AlignSide
  private let new: AlignSide

  init(_ old: AlignSide, _ new: AlignSide) {
    self.old = old
    self.new = new
  }

  func settle(_ matching: inout Matching, _ similarity: inout Similarity) {
    for (i, j) in matching.pairs {
      guard let expectedNew = expected(i, matching.toNew), let expectedOld = expected(j, matching.toOld),
        expectedNew != j, expectedOld != i, Int(matching.toNew[i]) == j
      else { continue }
      // Free on both sides, or matched to each other: two that changed places.
      let isFree = matching.isFreeNew(expectedNew) && matching.isFreeOld(expectedOld)
      let isSwapped = Int(matching.toOld[expectedNew]) == expectedOld
      guard isFree || isSwapped, similarity.of(i, expectedNew) >= Neighbours.least,
        similarity.of(expectedOld, j) >= Neighbours.least
      else { continue }
      matching.free(old: i)
      if isSwapped { matching.free(old: expectedOld) }
      matching.match(i, expectedNew)
      matching.match(expectedOld, j)
    }
  }

  /// Where the neighbours' partners leave a gap of one for it; nil where they do not agree.
  private func expected(_ unit: Int, _ partners: [Int32]) -> Int? {
    guard unit > 0, unit + 1 < partners.count, partners[unit - 1] >= 0,
      partners[unit + 1] == partners[unit - 1] + 2
    else { return nil }
    return Int(partners[unit - 1]) + 1
  }
}
