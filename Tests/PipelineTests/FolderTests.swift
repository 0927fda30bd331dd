import Testing

@testable import DaybookPipeline

/// Names and settings before any paper is read.
@Suite struct FolderTests {
  @Test func runsOfDigitsCompareAsNumbers() {
    #expect(NaturalOrder.isLess("mail.mbox#9", "mail.mbox#10"))
    #expect(!NaturalOrder.isLess("mail.mbox#10", "mail.mbox#9"))
    #expect(NaturalOrder.isLess("a", "a1"))
    #expect(!NaturalOrder.isLess("a", "a"))
    // Equal as numbers: still one order, and not both.
    #expect(NaturalOrder.isLess("a01", "a1") != NaturalOrder.isLess("a1", "a01"))
  }

  @Test(arguments: [
    ("letters/Reply.PDF", "pdf"), ("mail.mbox#12#note.docx", "docx"), (".hidden", ""), ("no ending", ""),
    ("odd.t*t", ""), ("archive.tar.gz", "gz"),
  ])
  func theExtensionIsThatOfTheLastName(path: String, expected: String) {
    #expect(Suffix.of(path) == expected)
  }

  @Test func namesThatAreNoTextAreEscaped() {
    #expect(FolderScan.text(of: Array("Antwort für März.pdf".utf8)) == "Antwort für März.pdf")
    #expect(FolderScan.text(of: [0x61, 0xE9, 0x62]) == "a%E9b")
    #expect(FolderScan.text(of: Array("a#b.txt".utf8)) == "a%23b.txt")
  }

  @Test func settingsAreReadAndChangeTheFingerprint() throws {
    let settings = try SettingsFile.parse(
      "title: A case\nlocale: en-US\nparties:\n  - name: Home Office\n    aliases: [HO]\n",
      path: "daybook.yaml")
    #expect(settings.title == "A case")
    #expect(settings.locale == "en-US")
    #expect(settings.parties.map(\.aliases) == [["HO"]])
    #expect(settings.fingerprintParts != CaseSettings().fingerprintParts)
  }
}
