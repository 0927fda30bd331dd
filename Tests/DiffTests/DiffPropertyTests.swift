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

  /// The diff of NEW and OLD is the mirror of the diff of OLD and NEW, and that of a text with itself is empty.
  @Test(arguments: 0..<4)
  func whatHoldsForTwoTextsHoldsBothWays(block: Int) {
    for seed in (2000 + block * 100)..<(2100 + block * 100) {
      var source = RevisionSource(seed: UInt64(seed))
      let (old, new) = source.pair()
      let lines = [old, new].map { $0.replacing("\n\n", with: "\n").replacing("# ", with: "#") }
      let broken = DiffInvariants.violations(in: Array(lines[0].utf8) + [0xFF] + Array(lines[1].utf8))
      #expect(broken.isEmpty, "seed \(seed): \(broken)")
    }
  }

  /// Rows of other widths whose cells fit several columns alike. Found by the fuzzer.
  @Test func rowsOfOtherWidthsAreMirrored() {
    let old = """
      #2 Two
      None.
      |aOptional|b|c
      |a||a||aa|b|cx|c
      |a|x|a|b|c
      |a|x|c
      |d|eb|c
      |
      |ad|x|c
      |d|e
      """
    let new = """
      |a|B|c
      |aa|b||c
      |a|x|cb|c|a||a||aa|b|cx|c
      |a|x|a|b|
      |a|x|c
      a\u{7F}x|ee|
      """
    for (first, second) in [(old, new), (new, old)] {
      let broken = DiffInvariants.violations(
        in: Array("\n\(first)\n".utf8) + [0xFF] + Array("\(second)\n".utf8))
      #expect(broken.isEmpty, "\(broken)")
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
