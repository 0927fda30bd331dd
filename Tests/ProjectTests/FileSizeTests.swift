import Testing

@Suite struct FileSizeTests {
  /// A file that needs more holds more than one idea; tables of facts may be as long as their source.
  @Test func noFileHasMoreThan400Lines() throws {
    let files = try SourceTree.swiftFiles()
    #expect(files.count > 100)
    for file in files where !file.name.hasSuffix("Table.swift") {
      let count = file.bytes.count { $0 == 0x0A }
      #expect(count <= 400, "\(file.path) has \(count) lines")
    }
  }
}
