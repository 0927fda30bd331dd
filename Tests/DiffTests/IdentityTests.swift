import DaybookCore
import Testing

@testable import DaybookDiff

@Suite struct IdentityTests {
  private typealias Fixture = VersionFixture

  private func rules(_ old: Document, _ new: Document) throws -> [String] {
    try Fixture.compare(old, new).findings.map(\.rule)
  }

  @Test(arguments: [
    ("v1", [1]), ("V1.0", [1]), ("Version 2.1", [2, 1]), ("Draft 3", [3]), ("v6.0.", [6]), ("1.10", [1, 10]),
    ("version no. 4", [4]), ("DPIA attendance v1 (updated).docx", [1]), ("issue_7", [7]),
  ])
  func labelsHaveNumbers(label: String, parts: [Int]) {
    #expect(VersionNumber(label)?.parts == parts)
  }

  @Test(arguments: ["Published version", "2022", "version of 2022", "five", "March 2022", "revisions 3b", ""])
  func whatHasNoNumber(label: String) {
    #expect(VersionNumber(label) == nil)
  }

  @Test func coverTableSignOffAndFile() {
    let document = Fixture.document(
      Fixture.assessment(), path: "papers/DPIA v1.md",
      properties: ["modified": "2022-02-14", "revision": "3"])
    let identity = Fixture.side(document).identity
    func value(_ field: VersionIdentity.Field) -> String? { identity.first(field)?.value }
    #expect(value(.coverTitle) == "Data protection impact assessment")
    #expect(value(.coverVersion) == "Version v1")
    #expect(value(.tableVersion) == "v1")
    #expect(value(.tableDate) == "14 February 2022")
    #expect(value(.fileName) == "DPIA v1.md")
    let signed = identity.items.filter { $0.field == .signOffDate }
    #expect(signed.map(\.name) == ["Measures approved by", "DPO advice provided"])
    #expect(signed.map(\.value) == ["14 February 2022", "13 February 2022"])
    #expect(identity.items.filter { $0.field == .property }.map(\.name) == ["modified", "revision"])
    for item in identity.items {
      if let bytes = item.bytes {
        #expect(String(decoding: document.text[bytes], as: UTF8.self) == item.value)
      }
    }
  }

  @Test func aNewSignatureUnderAnOldLabelIsFound() throws {
    let old = Fixture.document(Fixture.assessment(), path: "a.md")
    let new = Fixture.document(Fixture.assessment(signed: "15 February 2022"), path: "b.md")
    let rules = try rules(old, new)
    #expect(rules.contains("signoff-changed-version-same"))
    #expect(rules.contains("signoff-and-table-date-disagree"))
    #expect(!rules.contains("text-changed-version-same"))
  }

  @Test func wordsThatChangedUnderAnOldLabelAreFound() throws {
    let old = Fixture.document(Fixture.assessment(), path: "a.md")
    let new = Fixture.document(Fixture.assessment(kept: "30 years"), path: "b.md")
    let diff = try Fixture.compare(old, new)
    #expect(diff.findings.map(\.rule).contains("text-changed-version-same"))
    let retention = try #require(diff.findings.first { $0.rule == "retention-changed" })
    #expect(retention.detail == "how long data is kept changed: 66 years → 30 years")
    #expect(retention.new.map { diff.new.quote($0) } == ["30 years"])
  }

  @Test func labelsThatDisagreeAreFoundOnce() throws {
    let old = Fixture.document(Fixture.assessment(cover: "v1", table: "v2"), path: "a.md")
    let new = Fixture.document(Fixture.assessment(cover: "v1", table: "v2", kept: "6 years"), path: "b.md")
    let found = try Fixture.compare(old, new).findings.filter { $0.rule == "version-labels-disagree" }
    #expect(found.map(\.detail) == ["NEW: the cover says “Version v1”, the version table says “v2”"])
  }

  @Test func missingAdviceAndLateSavingAreFound() throws {
    let old = Fixture.document(Fixture.assessment(advice: "|  |"), path: "a.md")
    let new = Fixture.document(
      Fixture.assessment(advice: "|  |"), path: "b.md", properties: ["modified": "2022-02-20"])
    let diff = try Fixture.compare(old, new)
    #expect(diff.findings.contains { $0.rule == "saved-after-signoff" && $0.detail.contains("6 days") })
  }

  /// A paper that fits together, unchanged, has nothing to be looked at.
  @Test func noFindingWithoutAReason() throws {
    let old = Fixture.document(Fixture.assessment(), path: "a.md", properties: ["modified": "2022-02-14"])
    let new = Fixture.document(
      Fixture.assessment(
        cover: "v2", table: "v2", tableDate: "25 February 2022", signed: "25 February 2022"), path: "b.md",
      properties: ["modified": "2022-02-25"])
    #expect(try rules(old, old).isEmpty)
    #expect(try rules(old, new).isEmpty)
  }
}
