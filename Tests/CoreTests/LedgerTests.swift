import DaybookCore
import DaybookTestSupport
import Testing

@Suite struct LedgerTests {
  @Test func foundIsReadAndPartAndFailedAndSkipped() {
    for seed in UInt64(1)...50 {
      var random = SeededGenerator(seed: seed)
      var ledger = Ledger()
      var outcomes: [Ledger.Outcome: Int] = [:]
      for number in 0..<Int.random(in: 0...60, using: &random) {
        let outcome = Ledger.Outcome.allCases.randomElement(using: &random) ?? .read
        outcomes[outcome, default: 0] += 1
        ledger.add(Ledger.Row(path: "\(number)", outcome: outcome))
        #expect(ledger.isBalanced, "seed \(seed)")
      }
      #expect(ledger.read == outcomes[.read, default: 0], "seed \(seed)")
      #expect(ledger.inPart == outcomes[.inPart, default: 0], "seed \(seed)")
      #expect(ledger.failed == outcomes[.failed, default: 0], "seed \(seed)")
      #expect(ledger.skipped == outcomes[.skipped, default: 0], "seed \(seed)")
      #expect(ledger.losses.count == ledger.found - ledger.read, "seed \(seed)")
    }
  }

  @Test func aLedgerThatLostASourceIsNotBalanced() {
    var ledger = Ledger()
    ledger.add(Ledger.Row(path: "a", outcome: .read))
    ledger.found += 1
    #expect(!ledger.isBalanced)
  }

  @Test func pagesWithoutTextAreALoss() {
    var ledger = Ledger()
    ledger.add(Ledger.Row(path: "whole", outcome: .read, pages: 3))
    ledger.add(Ledger.Row(path: "scan", outcome: .read, pages: 5, pagesWithoutText: 2))
    #expect(ledger.losses.map(\.path) == ["scan"])
    #expect((ledger.pages, ledger.pagesWithoutText, ledger.read) == (8, 2, 2))
  }
}
