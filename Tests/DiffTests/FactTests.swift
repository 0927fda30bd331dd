import DaybookCore
import Testing

@testable import DaybookDiff

/// Facts that changed, called by their kind, with both values; numbers that only moved on.
@Suite struct FactTests {
  private func facts(_ old: String, _ new: String) throws -> [String] {
    try Versions.compare(old, new).facts.map { "\($0.kind.rawValue): \($0.oldText) → \($0.newText)" }
  }

  @Test(arguments: [
    ("Kept for 66 years in all.", "Kept for 6 years in all.", "period: 66 years → 6 years"),
    ("It costs £500 a year.", "It costs £750 a year.", "amount: £500 → £750"),
    ("Some 40 schools take part.", "Some 90 schools take part.", "number: 40 → 90"),
    ("Version 1.0", "Version 1.1", "version: 1.0 → 1.1"),
    (
      "It is agreed with Policy Officer A before use.", "It is agreed with Policy Officer K before use.",
      "role: Policy Officer A → Policy Officer K"
    ),
    (
      "The lawful basis is consent in all cases.", "The lawful basis is public task in all cases.",
      "lawful-basis: consent → public task"
    ),
    (
      "| R1 | Loss of data | Low |\n| R2 | Unlawful access | High |",
      "| R1 | Loss of data | Low |\n| R2 | Unlawful access | Medium |", "risk-rating: High → Medium"
    ),
  ])
  func isCalledByItsKind(old: String, new: String, fact: String) throws {
    let found = try facts(old + "\n", new + "\n")
    #expect(found == [fact])
  }

  @Test func aWordThatIsNoFactGivesNone() throws {
    let found = try facts("The audit is done by hand.\n", "The audit is done by machine.\n")
    #expect(found.isEmpty)
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
