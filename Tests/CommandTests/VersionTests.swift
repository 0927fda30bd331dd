import DaybookTestSupport
import Foundation
import Testing

/// `daybook diff` and `daybook versions` on the sample corpus.
@Suite struct VersionTests {
  static let papers = PackageFolder.root.appending(path: "corpora/attendance-2022/papers").path
  static let v1 = papers + "/DPIA attendance v1.docx"
  static let v6 = papers + "/DPIA attendance v6.docx"

  @Test func theRedlineReadsAsEitherVersion() throws {
    let program = try DaybookProgram()
    let out = try ScratchFolder()
    for (old, new) in [(Self.v1, Self.v6), (Self.v6, Self.papers + "/DPIA attendance published.pdf")] {
      let redline = out.path + "/redline.docx"
      let made = try program.run(["diff", old, new, "-o", redline])
      #expect(made.status == 0, "\(made.errors)")
      let accepted = try program.run(["diff", new, redline])
      #expect(Self.isSame(accepted.output), "\(accepted.output.prefix(3000))")
      let rejected = try program.run(["diff", old, redline, "--tracked", "accept,reject"])
      #expect(Self.isSame(rejected.output), "\(rejected.output.prefix(3000))")
      // The readings of one file differ by what was compared.
      let itself = try program.run(["diff", redline, redline, "--tracked", "reject,accept"])
      #expect(itself.status == 0 && !Self.isSame(itself.output))
    }
  }

  /// Tables of one column count as frames, lists become headings, and rows come with all their cells.
  @Test func theRedlineOfMarkdownKeepsRowsAndLabels() throws {
    let program = try DaybookProgram()
    let out = try ScratchFolder()
    let old = """
      # Register

      | Frame around a text |
      | --- |

      1. Scope of the register
      2. Keepers of the register

      The register is kept by the school.
      """
    let new = """
      # Register

      | Frame around a text |
      | --- |

      ### Scope of the register

      2. Keepers of the register

      The register is kept by the trust.

      | Area | Owner | Risk |
      | --- | --- | --- |
      | Access | Officer A | High |
      | Copies | Officer B | Low |
      """
    try out.write(old + "\n", to: "old.md")
    try out.write(new + "\n", to: "new.md")
    let redline = out.path + "/redline.docx"
    #expect(try program.run(["diff", out.path + "/old.md", out.path + "/new.md", "-o", redline]).status == 0)
    let accepted = try program.run(["diff", redline, out.path + "/new.md"])
    #expect(Self.isSame(accepted.output), "\(accepted.output)")
    let rejected = try program.run(["diff", redline, out.path + "/old.md", "--tracked", "reject"])
    #expect(Self.isSame(rejected.output), "\(rejected.output)")
  }

  private static func isSame(_ output: String) -> Bool {
    output.contains("No differences: both say the same") || output.contains("No change of words")
  }

  @Test func formatsByNameAndByEnding() throws {
    let program = try DaybookProgram()
    let out = try ScratchFolder()
    for ending in ["html", "csv", "md", "json", "txt"] {
      let run = try program.run(["diff", Self.v1, Self.v6, "-o", "\(out.path)/changes.\(ending)"])
      #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
      let bytes = try out.read("changes.\(ending)")
      #expect(bytes.count > 500)
    }
    for wrong in [["-o", "\(out.path)/changes"], ["--format", "odt"], ["--tracked", "both"]] {
      let run = try program.run(["diff", Self.v1, Self.v6] + wrong)
      #expect(run.status == 64, "\(wrong)")
    }
    let missing = try program.run(["diff", Self.v1, "nowhere.docx"])
    #expect(missing.status == 1 && missing.errors.contains("nowhere.docx"))
  }

  /// Half a file is no version in which everything was taken out.
  @Test func aBrokenFileIsNotCompared() throws {
    let program = try DaybookProgram()
    let out = try ScratchFolder()
    let whole = try Data(contentsOf: URL(filePath: Self.v6))
    let broken = try out.write(Array(whole.prefix(3000)), to: "broken.docx")
    let run = try program.run(["diff", Self.v1, broken])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("broken.docx: cannot be read"))
    let blank = try out.write(" \n\n", to: "blank.txt")
    let other = try program.run(["diff", blank, Self.v1])
    #expect(
      other.status == 1 && other.errors.contains("it holds no text that could be compared"), "\(other.errors)"
    )
  }

  /// The story of the corpus: signed on the 14th; sent again on the 15th under the old label and called 1.1 in the
  /// mail; v6; published with its signature of February.
  @Test func theStoryComesOutByItself() throws {
    let run = try DaybookProgram().run([
      "versions", Self.papers, "--format", "csv", "--quiet", "--fail-on", "never",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\r\n").map(String.init).filter {
      $0.hasPrefix("Data protection impact assessment (DPIA attendance),")
    }
    let versions = rows.filter { !$0.contains(",there,") && $0.contains("signed off") }
    #expect(versions.count == 4)
    for (row, words) in zip(
      versions,
      [
        ["v1,2022-02-14", "DPIA attendance v1.docx; copies/DPIA for ICO.docx"],
        [
          "v1,2022-02-15", "DPIA attendance v1 (updated).docx", "DPIA attendance v1 (updated).pdf",
          "which calls it “version 1.1”", "4 changes",
        ],
        ["v6,2022-02-25", "DPIA attendance v6.docx"],
        ["Published version,2022-03-04", "DPIA attendance published.pdf"],
      ])
    {
      for word in words { #expect(row.contains(word), "\(word) in \(row)") }
    }
    let text = try DaybookProgram().run(["versions", Self.papers, "--quiet", "--fail-on", "never"]).output
    #expect(text.contains("! signoff-changed-version-same"))
    #expect(text.contains("captures of one address, pledge.example/case/labels"))
  }

  @Test func theChronologyHasAnEntryForEachStepAndAllChangesWhenAsked() throws {
    let program = try DaybookProgram()
    let steps = try program.run([
      "chronology", Self.papers, "--kind", "changed", "--format", "csv", "--quiet", "--fail-on", "never",
    ])
    let own = steps.output.split(separator: "\r\n").filter { $0.contains("version-step") }
    #expect(own.count == 4)
    #expect(own.contains { $0.contains("2022-02-15") && $0.contains("still called v1") })
    #expect(!steps.output.contains("version-change"))
    let all = try program.run([
      "chronology", Self.papers, "--changes", "--kind", "changed", "--format", "csv", "--quiet", "--fail-on",
      "never",
    ])
    let changes = all.output.split(separator: "\r\n").filter { $0.contains("version-change") }
    #expect(changes.count >= 20)
    #expect(
      changes.contains {
        $0.contains(
          "sign off changed from 14 February 2022 to 15 February 2022 between v1 of 14 February 2022 and v1 of 15 February 2022"
        )
      })
    // Every quote of them stands where it is said to stand.
    let out = try ScratchFolder()
    let written = try program.run([
      "chronology", Self.papers, "--changes", "-o", out.path, "--quiet", "--fail-on", "never",
    ])
    #expect(written.status == 0, "\(written.errors)")
    let verified = try program.run(["verify", out.path, "--folder", Self.papers])
    #expect(
      verified.status == 0 && verified.output.hasSuffix(": 0 wrong\n"), "\(verified.output.suffix(2000))")
  }
}
