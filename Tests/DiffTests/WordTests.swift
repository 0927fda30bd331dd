import DaybookCore
import Testing

@testable import DaybookDiff

/// Which words changed inside a block.
@Suite struct WordTests {
  @Test func onlyTheChangedWordsAreNamed() throws {
    let diff = try Versions.compare(
      "Records are kept for 66 years after the last entry was made.\n",
      "Records are kept for 6 years after the very last entry was made.\n")
    #expect(Versions.words(diff) == ["-66", "+6", "+very"])
  }

  @Test func aNewLineBreakIsTechnical() throws {
    let diff = try Versions.compare(
      "Records are kept for six years\nafter the last entry.\n",
      "Records are kept for six\nyears after the last entry.\n")
    #expect(diff.isSame && diff.ops.map(\.kind) == [.changed])
  }

  @Test func smallWordsDoNotHoldARewrittenSentence() throws {
    let diff = try Versions.compare(
      "Alpha beta gamma delta of epsilon zeta eta theta to iota kappa lambda. It stays as it was here.\n",
      "One two three four of five six seven eight to nine ten eleven. It stays as it was here.\n")
    #expect(!Versions.words(diff).contains { $0.contains("It stays") })
    #expect(Versions.words(diff).count == 2, "one stretch went and one came")
  }

  @Test func punctuationAloneKeepsTheWord() throws {
    let diff = try Versions.compare(
      "The register, the notice and the schedule are kept.\n",
      "The register; the notice and the schedule are kept.\n")
    #expect(Versions.words(diff) == ["-,", "+;"])
  }

  @Test func cellsAreNamedByTheirPlace() throws {
    let head = "| Ref | Risk | Level |\n| R1 | Loss of data | Low |\n"
    let diff = try Versions.compare(
      head + "| R2 | Unlawful access | High |\n", head + "| R2 | Unlawful access by staff | High |\n")
    let cells = diff.ops.flatMap(\.cells)
    #expect(cells.map(\.kind) == [.changed])
    #expect(cells.first?.old == CellChange.Address(table: 1, row: 2, column: 1))
  }

  @Test func swappedCellsAreNoChanges() throws {
    let head = "| Ref | First | Second |\n| R1 | alpha words | beta words |\n"
    let diff = try Versions.compare(
      head + "| R2 | gamma here | delta there |\n", head + "| R2 | delta there | gamma here |\n")
    #expect(diff.ops.flatMap(\.cells).map(\.kind) == [.swapped, .swapped])
  }
}
