import Testing

@Suite struct FileNameTests {
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor"]
  private static let accesses: Set<Substring> = [
    "public", "package", "internal", "final", "indirect", "nonisolated",
  ]

  /// The type that a line at the left margin declares for others than its own file.
  private static func declared(by line: String) -> String? {
    guard let first = line.utf8.first, "@spicenf".utf8.contains(first) else { return nil }
    var words = line.split(separator: " ")[...]
    while let word = words.first, accesses.contains(word) || word.hasPrefix("@") { words.removeFirst() }
    guard let kind = words.popFirst(), kinds.contains(kind) else { return nil }
    return words.first.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
  }

  @Test(arguments: [
    ("struct A {", "A"), ("package enum A: B {", "A"), ("@main struct A {", "A"),
    ("package final class A<B>: C {", "A"),
    ("private struct A {", nil), ("extension A {", nil), ("  struct A {", nil), ("// struct A", nil),
    ("import struct A", nil),
  ])
  func readsDeclarations(line: String, type: String?) {
    #expect(FileNameTests.declared(by: line) == type)
  }

  /// A reader who looks for a type finds it: a file that holds one is named after it. `Type+Topic.swift`
  /// extends a type, and may hold a value that only its topic needs.
  @Test func aFileIsNamedAfterTheTypeThatItHolds() throws {
    var count = 0
    for file in try SourceTree.swiftFiles(["Sources"]) where !file.name.contains("+") {
      let types = file.lines.compactMap(FileNameTests.declared)
      guard types.count == 1, let type = types.first else { continue }
      count += 1
      #expect(file.name.hasSuffix("\(type).swift"), "\(file.path) holds \(type)")
    }
    #expect(count > 100)
  }
}
