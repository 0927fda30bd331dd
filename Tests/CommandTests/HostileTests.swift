import DaybookTestSupport
import Foundation
import Testing

/// Broken and malicious papers: every one accounted for, nothing hangs, nothing else is lost.
@Suite struct HostileTests {
  private static let corpus = PackageFolder.root.appending(path: "corpora/hostile")

  private struct Expected: Decodable {
    var files: [String: String]
    var scratch: [String: String]
  }

  /// Outcome of each source by path, from `daybook list`.
  private static func outcomes(_ folder: String) throws -> (
    outcomes: [String: String], status: Int32, errors: String
  ) {
    let program = try DaybookProgram()
    let run = try program.run(["chronology", folder, "--format", "json"])
    let ledger = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(ledger?["entries"] != nil)
    let list = try program.run(["list", "--folder", folder])
    var outcomes: [String: String] = [:]
    for line in list.output.split(separator: "\n") {
      // Four columns, two spaces between them at least; the reason, in brackets, behind the path.
      let outcome = String(line.prefix { $0 != " " })
      let place = line.dropFirst(8 + 2 + 9 + 2).drop { $0 != " " }.drop { $0 == " " }
      let path = String(place).components(separatedBy: "  (")[0]
      let name = path.components(separatedBy: "#")[0]
      if name == path {
        outcomes[path] = outcome
      } else if outcome != "read", outcomes[name] == "read" {
        // A container counts as read in part when one of its members was not read.
        outcomes[name] = "in-part"
      }
    }
    return (outcomes, run.status, run.errors)
  }

  @Test func everyFileOfTheCorpusComesOutAsExpected() throws {
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: Self.corpus.appending(path: "expected.json")))
    let (outcomes, status, errors) = try Self.outcomes(Self.corpus.appending(path: "files").path)
    #expect(status == 2, "something was lost, and the exit code says so: \(errors)")
    for (file, outcome) in expected.files.sorted(by: { $0.key < $1.key }) {
      #expect(outcomes[file] == outcome, "\(file)")
    }
  }

  @Test func oddNamesLinksAndPipes() throws {
    let folder = try ScratchFolder()
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/env")
    make.arguments = ["python3", Self.corpus.appending(path: "make.py").path, "--into", folder.path + "/odd"]
    make.standardOutput = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    #expect(make.terminationStatus == 0)
    let (outcomes, _, errors) = try Self.outcomes(folder.path + "/odd")
    #expect(errors.contains("Sources:"))
    #expect(outcomes.values.contains("skipped"))
    #expect(outcomes.values.contains("read"))
    #expect(!outcomes.keys.contains { $0.hasPrefix("/") || $0.contains("../") })
  }

  @Test(
    .enabled(
      if: PackageFolder.shared("data/hostile") != nil, "needs the shared test data beside the repository"))
  func everyFileOfOtherPeopleIsAccountedFor() throws {
    let folder = try #require(PackageFolder.shared("data/hostile"))
    let (outcomes, _, errors) = try Self.outcomes(folder.path)
    var files = 0
    let walk = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey]))
    for case let url as URL in walk
    where try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      files += 1
      let path = String(url.path.dropFirst(folder.path.count + 1))
      #expect(outcomes[path] != nil, "\(path)")
    }
    #expect(files > 100)
    #expect(errors.contains("Sources:"))
  }
}
