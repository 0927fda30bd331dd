package import DaybookCore

/// Compares two versions of one paper.
///
/// A plain function on values: units, words as numbers, matches, groups, ops, facts, proof. All of it is
/// integers and byte ranges; the time grows as the texts do, whatever is in them.
package struct VersionComparer {
  /// Reads the dates of a short text, as the pipeline hands it in: this module does not know the rules.
  package typealias DateReading = (_ text: [UInt8]) -> [Mention]

  private static let mostBytes = 1 << 30

  private let dates: DateReading

  package init(dates: @escaping DateReading) { self.dates = dates }

  /// Throws where the result does not prove itself.
  package func compare(_ old: VersionSide, _ new: VersionSide) throws(DiffError) -> VersionDiff {
    for side in [old, new] where side.byteCount > VersionComparer.mostBytes {
      throw .tooLarge(path: side.document.source.path, byteCount: side.byteCount)
    }
    var diff = VersionDiff(old: old, new: new)
    align(&diff)
    diff.renumberings = Renumberings(old, new).find(&diff.ops)
    diff.facts = FactChanges(old, new, dates: dates).facts(diff.ops)
    FormatNoise.mark(&diff)
    diff.properties = PropertyChanges.changes(old.document, new.document)
    diff.findings = VersionFindings.findings(diff)
    diff.findings += IdentityFindings(diff: diff, dates: dates).findings()
    try DiffProof.check(diff)
    return diff
  }

  /// The shorter side is matched to the longer one whichever is OLD, so that the diff of NEW and OLD is the mirror
  /// of the diff of OLD and NEW.
  private static func isMirrored(_ old: VersionSide, _ new: VersionSide) -> Bool {
    if old.byteCount != new.byteCount { return old.byteCount > new.byteCount }
    return new.document.text.lexicographicallyPrecedes(old.document.text)
  }

  private func align(_ diff: inout VersionDiff) {
    let isMirrored = VersionComparer.isMirrored(diff.old, diff.new)
    let (first, second) = isMirrored ? (diff.new, diff.old) : (diff.old, diff.new)
    var table = TokenTable(expecting: (first.byteCount + second.byteCount) / 16)
    let streams = first.document.text.withUnsafeBufferPointer { old in
      second.document.text.withUnsafeBufferPointer { new in
        (
          TokenStream(first, index: 0, table: &table, old, new),
          TokenStream(second, index: 1, table: &table, old, new)
        )
      }
    }
    let isCommon = CommonWords.flags(
      &table, [streams.0, streams.1], [first.document.text, second.document.text])
    var old = AlignSide(first, stream: streams.0)
    var new = AlignSide(second, stream: streams.1)
    let keyCount = AlignSide.assignKeys(&old, &new)
    var matching = Matching(old: old.count, new: new.count)
    let exact = ExactMatches(old, new, keyCount: keyCount)
    exact.run(&matching)
    let similarity = Similarity(old, new, vocabulary: table.count)
    var similar = SimilarMatches(old, new, similarity: similarity)
    similar.run(&matching, exact)
    let groups = UnitGroups(old, new, matching, similarity: similarity)
    let matcher = WordMatcher(
      first: streams.0, second: streams.1, firstText: first.document.text, secondText: second.document.text,
      isCommon: isCommon, isMirrored: isMirrored)
    diff.ops = OpBuilder(old: diff.old, new: diff.new, matcher: matcher).ops(groups.groups)
  }
}
