import DaybookTestSupport
import Foundation
import Testing

/// The map is of this country.
@Suite struct SourcesReadmeTests {
  private let text: String
  private let table: TargetTable

  init() throws {
    text = try SourceTree.read("Sources/README.md").lines.joined(separator: "\n")
    table = try TargetTable()
  }

  @Test func everyTargetIsOnTheMap() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: PackageFolder.root.appending(path: "Sources").path
    )
    .filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }
    #expect(folders.count > 10)
    #expect(Set(folders).subtracting(table.rows.map(\.target)).isEmpty)
    // And what is on the map is there.
    #expect(Set(table.rows.map(\.target)).subtracting(folders) == ["DaybookBenchmarks"])
    #expect(Set(table.rows.map(\.target)).count == table.rows.count)
  }

  @Test func everyTestThatHoldsAnInvariantExists() throws {
    let rows = try SourceTree.table("what always holds | held by", in: "Sources/README.md")
    #expect(rows.count >= 10)
    let suites = Set(try SourceTree.swiftFiles(["Tests"]).map { String($0.name.dropLast(".swift".count)) })
    for row in rows {
      let named = SourceTree.code(in: row[1]).filter { $0.hasSuffix("Tests") }
      #expect(!named.isEmpty, "\(row[0])")
      for name in named { #expect(suites.contains(name), "\(name): \(row[0])") }
    }
  }

  @Test func everyFileThatIsNamedExists() throws {
    let rows = try SourceTree.table("to add | write | list it in", in: "Sources/README.md")
    #expect(rows.count >= 6)
    for path in rows.flatMap({ SourceTree.code(in: $0[2]) }) where path.contains("/") {
      let url = PackageFolder.root.appending(path: "Sources/\(path)")
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
  }

  /// Every link of the pages that people read leads somewhere.
  @Test(arguments: ["README.md", "Sources/README.md", "Docs/ordering.md"])
  func linksLeadSomewhere(page: String) throws {
    let text = try SourceTree.read(page).lines.joined(separator: "\n")
    let folder = PackageFolder.root.appending(path: page).deletingLastPathComponent()
    for link in text.matches(of: /\]\(([^)#\s]+)/).map({ String($0.output.1) }) where !link.contains("://") {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(page): \(link)")
    }
  }
}
