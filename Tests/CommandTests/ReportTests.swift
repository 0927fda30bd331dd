import DaybookTestSupport
import Foundation
import Testing

/// The sample corpus: what is committed under `reports/` is what Daybook makes of it, everywhere.
@Suite struct ReportTests {
  static let papers = PackageFolder.root.appending(path: "corpora/attendance-2022/papers").path
  static let report = PackageFolder.root.appending(path: "reports/attendance-2022")

  @Test(arguments: [
    (environment: [String: String](), workers: "2"),
    (environment: ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"], workers: "1"),
    (environment: ["TZ": "America/St_Johns"], workers: "4"),
  ])
  func sameBytesAsCommitted(environment: [String: String], workers: String) throws {
    let program = try DaybookProgram(environment: environment)
    let out = try ScratchFolder()
    let run = try program.run([
      "chronology", Self.papers, "-o", out.path, "--workers", workers, "--fail-on", "never",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let committed = try FileManager.default.contentsOfDirectory(atPath: Self.report.path).sorted()
    let made = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
    #expect(committed.count == 6)
    #expect(committed == made)
    for name in committed {
      let expected = try Data(contentsOf: Self.report.appending(path: name))
      #expect(
        try out.read(name) == Array(expected),
        "\(name) differs: run \"make reports\" and look at the difference")
    }
  }

  @Test func everyEntryOfEveryReportVerifies() throws {
    let run = try DaybookProgram().run(["verify", Self.report.path, "--folder", Self.papers])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasSuffix(": 0 wrong\n"))
  }

  /// A verifier that finds nothing wrong must be able to.
  @Test func tamperedReportsAreFound() throws {
    let copy = try ScratchFolder()
    let text = try String(contentsOf: Self.report.appending(path: "chronology.json"), encoding: .utf8)
    let quote = try #require(text.range(of: "\"quote\":\""))
    try copy.write(
      text.replacingCharacters(in: quote.upperBound..<quote.upperBound, with: "x"), to: "chronology.json")
    let run = try DaybookProgram().run(["verify", copy.path, "--folder", Self.papers])
    #expect(run.status == 1)
    #expect(run.output.contains("are not those of the quote"))
  }
}
