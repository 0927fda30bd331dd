import Foundation

/// The targets of the package, as the map in `Sources/README.md` lists them.
struct TargetTable {
  struct Row {
    var level: String
    var target: String
    var mayImport: Set<String>
  }

  static let columns = "level | target | purpose | may import"
  var rows: [Row]

  init() throws {
    rows = try SourceTree.table(TargetTable.columns, in: "Sources/README.md").compactMap { cells in
      guard cells.count == 4, let target = SourceTree.code(in: cells[1]).first else { return nil }
      return Row(level: cells[0], target: target, mayImport: Set(SourceTree.code(in: cells[3])))
    }
  }

  subscript(_ target: String) -> Row? { rows.first { $0.target == target } }
}

/// What a manifest says of its targets, read from its text.
struct ManifestReader {
  /// Names of dependencies by target, tests left out.
  private(set) var dependencies: [String: Set<String>] = [:]

  private static let opening = ["system(", "module(", ".target(", ".executableTarget("]

  init(_ lines: [String]) {
    // Declarations of targets begin on a line of their own behind the list's own line.
    let list = lines.drop { $0.trimmingCharacters(in: .whitespaces) != "targets: [" }.dropFirst()
    var declaration = ""
    for line in list {
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("//") { continue }
      if declaration.isEmpty, !ManifestReader.opening.contains(where: text.hasPrefix) { continue }
      declaration += text + " "
      if declaration.count(where: { $0 == "(" }) == declaration.count(where: { $0 == ")" }) {
        add(declaration)
        declaration = ""
      }
    }
  }

  private mutating func add(_ declaration: String) {
    // Of `.product(name: "GRDB", package: "GRDB.swift")` only the product is imported; a path is no
    // dependency.
    let text = declaration.replacing(/, package: "[^"]*"/, with: "").replacing(/path: "[^"]*"/, with: "")
    let names = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    guard let target = names.first else { return }
    // A system library names its pkg-config file and its package behind its own name.
    dependencies[target] = declaration.hasPrefix("system(") ? [] : Set(names.dropFirst())
  }
}
