import DaybookTestSupport
import Testing

@testable import DaybookDiff

/// The pairs of a sequence diff: equal, in order, and as many as there can be where the table decides.
@Suite struct SequenceDiffTests {
  @Test func findsWhatIsCommon() {
    let pairs = SequenceDiff.pairs([1, 2, 3, 4, 5], 0..<5, [1, 9, 3, 5, 6], 0..<5)
    #expect(pairs.map(\.old) == [0, 2, 4])
    #expect(pairs.map(\.new) == [0, 2, 3])
  }

  @Test func prefersRunsToScatteredWords() {
    // "7 8 9" stands together once; a longest subsequence could as well take the 7 from elsewhere.
    let a: [Int32] = [7] + Array(100..<160) + [7, 8, 9]
    let b: [Int32] = Array(200..<260) + [7, 8, 9, 0]
    let pairs = SequenceDiff.pairs(a, a.indices, b, b.indices)
    #expect(pairs.map(\.old) == [61, 62, 63])
  }
}
