import DaybookCore
import Testing

@testable import DaybookDiff

/// Facts that changed, called by their kind, with both values; numbers that only moved on.
@Suite struct FactTests {
  private func facts(_ old: String, _ new: String) throws -> [String] {
    try Versions.compare(old, new).facts.map { "\($0.kind.rawValue): \($0.oldText) → \($0.newText)" }
  }

  @Test func kindsOfFacts() throws {
    #expect(
      try facts("Kept for 66 years in all.\n", "Kept for 6 years in all.\n") == ["period: 66 years → 6 years"]
    )
    #expect(try facts("It costs £500 a year.\n", "It costs £750 a year.\n") == ["amount: £500 → £750"])
    #expect(try facts("Some 40 schools take part.\n", "Some 90 schools take part.\n") == ["number: 40 → 90"])
    #expect(try facts("Version 1.0\n", "Version 1.1\n") == ["version: 1.0 → 1.1"])
    #expect(
      try facts(
        "It is agreed with Policy Officer A before use.\n", "It is agreed with Policy Officer K before use.\n"
      )
        == ["role: Policy Officer A → Policy Officer K"])
    #expect(
      try facts(
        "The lawful basis is consent in all cases.\n", "The lawful basis is public task in all cases.\n")
        == ["lawful-basis: consent → public task"])
  }

  @Test func aRatingIsReadInItsCell() throws {
    let head = "| Ref | Risk | Level |\n| R1 | Loss of data | Low |\n"
    #expect(
      try facts(head + "| R2 | Unlawful access | High |\n", head + "| R2 | Unlawful access | Medium |\n")
        == ["risk-rating: High → Medium"])
  }

  @Test func aWordThatIsNoFactGivesNone() throws {
    #expect(try facts("The audit is done by hand.\n", "The audit is done by machine.\n").isEmpty)
  }

  @Test func shiftedNumbersAreOneRenumbering() throws {
    let old = "# 1 Purpose\n\nSee section 2 below for more.\n\n# 2 Retention\n\nAll is kept.\n"
    let new =
      "# 1 Scope of it\n\nSomething quite new stands in this place.\n\n# 2 Purpose\n\nSee section 3 below for more.\n\n"
      + "# 3 Retention\n\nAll is kept.\n"
    let diff = try Versions.compare(old, new)
    #expect(diff.renumberings.count == 1)
    #expect(
      diff.renumberings.first?.items.map { "\($0.kind.rawValue) \($0.oldNumber)>\($0.newNumber)" } == [
        "heading 1>2", "reference 2>3", "heading 2>3",
      ])
    #expect(diff.ops.filter { $0.kind == .changed }.allSatisfy { $0.isTechnical })
    #expect(diff.facts.isEmpty, "a number that shifted is no fact")
  }
}
