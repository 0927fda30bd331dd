import Testing

/// Which module may know which: the table in `Sources/README.md`, `Package.swift` and the imports agree.
@Suite struct LayeringTests {
  private let table: TargetTable
  /// What each target imports, with the files that do.
  private let imports: [String: [String: [String]]]

  /// Part of the standard library, which has no input or output.
  private static let standardLibrary: Set<String> = ["Swift", "Synchronization"]
  private static let foundation: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch",
  ]

  init() throws {
    table = try TargetTable()
    var imports: [String: [String: [String]]] = [:]
    for file in try SourceTree.swiftFiles(["Sources", "Benchmarks"]) {
      for line in file.lines {
        guard let module = LayeringTests.imported(by: line) else { continue }
        imports[file.target, default: [:]][module, default: []].append(file.path)
      }
    }
    self.imports = imports
  }

  private static let accesses: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  /// "DaybookCore" of "package import struct DaybookCore.Event".
  private static func imported(by line: String) -> String? {
    guard let first = line.utf8.first(where: { $0 != 0x20 }), "ipf@".utf8.contains(first) else { return nil }
    var words = line.split(separator: " ")[...]
    while let word = words.first, accesses.contains(word) || word.hasPrefix("@") { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    if let word = words.first, kinds.contains(word) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }

  @Test(arguments: [
    ("import A", "A"), ("package import A", "A"), ("private import A", "A"), ("@testable import A", "A"),
    ("@_spi(Test) package import struct A.B", "A"), ("  import A.B", "A"), ("// import A", nil),
    ("important()", nil),
    ("let text = \"import A\"", nil),
  ])
  func readsImports(line: String, module: String?) {
    #expect(LayeringTests.imported(by: line) == module)
  }

  @Test func everyModuleImportsWhatItMay() throws {
    #expect(imports.count >= 10, "the sources were found")
    for (target, modules) in imports {
      let row = try #require(table[target], "\(target) stands in the table")
      for (module, files) in modules where !LayeringTests.standardLibrary.contains(module) {
        #expect(
          row.mayImport.contains(module), "\(target) imports \(module) in \(files.joined(separator: ", "))")
      }
    }
  }

  @Test func thePackageDeclaresWhatTheTableSays() throws {
    let manifest = ManifestReader(try SourceTree.read("Package.swift").lines).dependencies
    #expect(manifest.keys.sorted() == table.rows.map(\.target).sorted())
    for row in table.rows {
      #expect(manifest[row.target] == row.mayImport.subtracting(LayeringTests.foundation), "\(row.target)")
    }
  }

  @Test func noStageKnowsAnother() {
    let stages = Set(table.rows.filter { $0.level == "1" }.map(\.target))
    #expect(
      stages.isSuperset(of: [
        "DaybookIngest", "DaybookExtract", "DaybookGraph", "DaybookEmit", "DaybookStore", "DaybookWorkers",
      ]))
    for stage in stages {
      for (module, files) in imports[stage] ?? [:] { #expect(!stages.contains(module), "\(files)") }
    }
  }

  @Test func noModuleImportsItsOwnLevelOrOneAbove() {
    let levels = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.target, Int($0.level) ?? 9) })
    for row in table.rows where row.target.hasPrefix("Daybook") && row.level != "test" {
      for module in row.mayImport where module.hasPrefix("Daybook") {
        #expect((levels[module] ?? 9) < (levels[row.target] ?? 0), "\(row.target) may import \(module)")
      }
    }
  }

  /// Where results are made there is no clock, no locale and no zone.
  @Test(arguments: ["DaybookCore", "DaybookExtract", "DaybookGraph", "DaybookDiff", "DaybookEmit"])
  func noFoundationWhereResultsAreMade(target: String) {
    #expect((imports[target] ?? [:]).filter { LayeringTests.foundation.contains($0.key) }.isEmpty)
  }

  @Test func coreKnowsOnlyTheHash() {
    #expect(
      Set(imports["DaybookCore"].map { Array($0.keys) } ?? []).subtracting(LayeringTests.standardLibrary) == [
        "CCrypto"
      ])
  }

  /// A C library that no file asks for is not linked for nothing.
  @Test func everyCLibraryIsUsed() {
    let used = Set(imports.values.flatMap(\.keys)).union(
      table.rows.filter { $0.target.hasPrefix("C") }.flatMap(\.mayImport))
    for row in table.rows where row.target.hasPrefix("C") {
      #expect(used.contains(row.target), "\(row.target)")
    }
  }
}
