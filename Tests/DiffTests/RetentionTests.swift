import DaybookCore
import Testing

@testable import DaybookDiff

/// Which changes of a period are called a change of retention. The comparison reads one sentence with another
/// number.
@Suite struct RetentionTests {
  private func rules(_ sentence: String, under heading: String = "Rules") throws -> [String] {
    let texts = ["6 years", "9 years"].map { period in
      "# Policy\n\nVersion 1\n\n# \(heading)\n\n" + sentence.replacing("6 years", with: period) + "\n"
    }
    return try Versions.compare(texts[0], texts[1]).findings.map(\.rule).filter { $0 == "retention-changed" }
  }

  @Test(arguments: [
    "The register is kept for 6 years.", "We retain what you send us for up to 6 years after the last entry.",
    "No paper is held by the school, together with its copies, for longer than 6 years.",
    "The retention period is 6 years.", "There is a 6 years retention period for complaints.",
    "Each record will be deleted after 6 years.",
    "The copies are destroyed within 6 years of the end of the trial.",
    "The log stays with us for 6 years, after which it is deleted.",
    "Data is stored by the supplier for about 6 years.",
  ])
  func wordsOfKeepingAndDeletion(sentence: String) throws {
    #expect(try rules(sentence) == ["retention-changed"])
  }

  @Test(arguments: [
    "We give the user 6 years to delete the file or to change it.",
    "You must tell us so within the window of 6 years, or we delete the file.",
    "The records that the school keeps are checked every 6 years.",
    "Data held by the school is displayed for 6 years.", "The owner must delete the entry within 6 years.",
    "The notice is sent within 6 years, and a copy of it is kept.",
    "A pupil of 6 years is entered in the register.",
    "Records kept by the supplier and published for 6 years are named in the annex.",
  ])
  func otherPeriods(sentence: String) throws {
    #expect(try rules(sentence).isEmpty)
  }

  @Test func aHeadingOrAColumnSaysItToo() throws {
    #expect(try rules("Complaints: 6 years", under: "Retention and deletion") == ["retention-changed"])
    #expect(try rules("Complaints are answered within 6 years.", under: "Retention").isEmpty)
    #expect(
      try rules("| Record | Retention |\n| --- | --- |\n| Complaints | 6 years |") == ["retention-changed"])
    #expect(try rules("| Record | Answer |\n| --- | --- |\n| Complaints | 6 years |").isEmpty)
  }

  @Test func consentIsABasisWhereItIsCalledOne() throws {
    func rules(_ sentence: String) throws -> [String] {
      try Versions.compare(
        "# A\n\n" + sentence + "\n", "# A\n\n" + sentence.replacing("consent", with: "contract") + "\n"
      ).findings.map(\.rule)
    }
    #expect(try rules("The lawful basis is consent of the parents.") == ["lawful-basis-changed"])
    #expect(try rules("The plan changes with the consent of the board.").isEmpty)
  }
}
