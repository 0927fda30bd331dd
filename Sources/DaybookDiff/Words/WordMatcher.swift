import DaybookCore

/// Matches the words of a changed unit: equal words in order, then words that differ only in the punctuation
/// around them, and no words that are there by chance.
///
/// Whichever side is OLD, the first is matched to the second: the other way round the same words are kept.
struct WordMatcher {
  private let first: TokenStream
  private let second: TokenStream
  private let firstText: [UInt8]
  private let secondText: [UInt8]
  /// By number: a word that stands everywhere says nothing by itself.
  private let isCommon: [Bool]
  /// Whether the second side is OLD.
  let isMirrored: Bool

  init(
    first: TokenStream, second: TokenStream, firstText: [UInt8], secondText: [UInt8], isCommon: [Bool],
    isMirrored: Bool
  ) {
    self.first = first
    self.second = second
    self.firstText = firstText
    self.secondText = secondText
    self.isCommon = isCommon
    self.isMirrored = isMirrored
  }

  var old: TokenStream { isMirrored ? second : first }
  var new: TokenStream { isMirrored ? first : second }

  /// Equal stretches of bytes: the words that match, and the cores of those that differ in punctuation only.
  func stretches(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Range<Int>, new: Range<Int>)] {
    isMirrored ? matches(b, a).map { ($0.new, $0.old) } : matches(a, b)
  }

  /// Places of equal words, in order of both sides.
  private func words(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
    let found = SequenceDiff.pairs(first.ids, a, second.ids, b) { isCommon[Int($0)] ? 2 : 4 }
    return withoutJunk(found, a, b)
  }

  private func matches(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Range<Int>, new: Range<Int>)] {
    var result: [(old: Range<Int>, new: Range<Int>)] = []
    var (i, j) = (a.lowerBound, b.lowerBound)
    for pair in words(a, b) + [(a.upperBound, b.upperBound)] {
      if i < pair.old, j < pair.new {
        for near in SequenceDiff.pairs(first.cores, i..<pair.old, second.cores, j..<pair.new) {
          if let cores = sharedCore(near.old, near.new) { result.append(cores) }
        }
      }
      if pair.old < a.upperBound || pair.new < b.upperBound, pair.old < a.upperBound, pair.new < b.upperBound
      {
        result.append((first.bytes(pair.old), second.bytes(pair.new)))
      }
      (i, j) = (pair.old + 1, pair.new + 1)
    }
    return result
  }

  private func sharedCore(_ i: Int, _ j: Int) -> (old: Range<Int>, new: Range<Int>)? {
    let x = core(firstText, first.bytes(i))
    let y = core(secondText, second.bytes(j))
    // What is the same, punctuation and all, and was not matched is there by chance.
    guard x.count == y.count, !x.isEmpty, first.ids[i] != second.ids[j], !isCommon[Int(first.cores[i])] else {
      return nil
    }
    return (x, y)
  }

  private func core(_ text: [UInt8], _ word: Range<Int>) -> Range<Int> {
    text.withUnsafeBufferPointer { Bytes.core($0, word.lowerBound, word.upperBound) }
  }

  /// Takes out short runs of common words between long changes: a paragraph that was rewritten is not kept
  /// through its "of the" and "to".
  private func withoutJunk(_ pairs: [(old: Int, new: Int)], _ a: Range<Int>, _ b: Range<Int>) -> [(
    old: Int, new: Int
  )] {
    guard pairs.count < max(a.count, b.count) else { return pairs }
    var runs: [Range<Int>] = []
    var start = 0
    for index in 1..<max(1, pairs.count + 1) {
      if index < pairs.count, pairs[index].old == pairs[index - 1].old + 1,
        pairs[index].new == pairs[index - 1].new + 1
      {
        continue
      }
      if index <= pairs.count, start < min(index, pairs.count) {
        runs.append(start..<min(index, pairs.count))
      }
      start = index
    }
    var kept: [(old: Int, new: Int)] = []
    kept.reserveCapacity(pairs.count)
    var before = (old: a.lowerBound, new: b.lowerBound)
    for (number, run) in runs.enumerated() {
      let (first, last) = (pairs[run.lowerBound], pairs[run.upperBound - 1])
      let next =
        number + 1 < runs.count ? pairs[runs[number + 1].lowerBound] : (old: a.upperBound, new: b.upperBound)
      let left = (first.old - before.old, first.new - before.new)
      let right = (next.old - last.old - 1, next.new - last.new - 1)
      if isJunk(pairs[run], left, right) { continue }
      kept.append(contentsOf: pairs[run])
      before = (last.old + 1, last.new + 1)
    }
    return kept
  }

  private func isJunk(
    _ run: ArraySlice<(old: Int, new: Int)>, _ left: (Int, Int), _ right: (Int, Int)
  ) -> Bool {
    let common = run.count { isCommon[Int(first.cores[$0.old])] }
    // A change on one side alone is an insertion or a deletion: the words beside it are where they were.
    let changed = min(max(left.0, left.1), max(right.0, right.1))
    let bothSides = min(left.0 + right.0, left.1 + right.1)
    if common == run.count { return changed >= 2 * run.count + 1 && bothSides >= 3 * run.count }
    return run.count <= 2 && changed >= 8 && bothSides >= 16
  }
}
