import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookDiff

/// What holds for any two texts. Every comparison is proved by `DiffProof` before it is handed out.
@Suite struct DiffPropertyTests {
  @Test(arguments: 0..<10)
  func oldAndTheDiffGiveNew(block: Int) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var source = RevisionSource(seed: UInt64(seed))
      let (old, new) = source.pair()
      let diff = try Versions.compare(old, new)
      #expect(DiffProof.apply(diff) == Array(new.utf8), "seed \(seed)")
      #expect(old == new || !diff.ops.allSatisfy { $0.kind == .equal }, "seed \(seed)")
      let same = try Versions.compare(old, old)
      #expect(same.ops.allSatisfy { $0.kind == .equal }, "seed \(seed)")
    }
  }

  @Test func theOtherWayRoundAsMuchIsKept() throws {
    var (kept, mirrored) = (0, 0)
    for seed in 2000..<2200 {
      var source = RevisionSource(seed: UInt64(seed))
      let (old, new) = source.pair()
      let there = Self.keptBytes(try Versions.compare(old, new))
      let back = Self.keptBytes(try Versions.compare(new, old))
      kept += there
      mirrored += back
      #expect(abs(there - back) * 50 <= max(there, back) + 500, "seed \(seed): \(there) and \(back)")
    }
    #expect(abs(kept - mirrored) * 500 <= kept)
  }

  private static func keptBytes(_ diff: VersionDiff) -> Int {
    diff.ops.reduce(0) { sum, op in
      switch op.kind {
      case .equal, .moved: sum + (op.old?.count ?? 0)
      case .changed, .movedChanged:
        sum + op.words.reduce(0) { $0 + ($1.kind == .equal ? $1.old.count : 0) }
      case .inserted, .deleted: sum
      }
    }
  }

  /// Bytes of any kind, and blocks that overlap nothing but are cut anywhere.
  @Test func anyTextsAreTiled() throws {
    var random = SeededGenerator(seed: 77)
    let alphabet = Array(" \n\n|-#.,abAB01é\u{2003}\t\r".unicodeScalars)
    for round in 0..<300 {
      func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...160, using: &random) {
          text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(text)
      }
      let (old, new) = (text(), text())
      let diff = try Versions.compare(old, new)
      #expect(DiffProof.apply(diff) == Array(new.utf8), "round \(round)")
    }
  }
}
