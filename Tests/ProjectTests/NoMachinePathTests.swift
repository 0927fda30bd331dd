import DaybookTestSupport
import Foundation
import Testing

/// What must stand in no file of the repository.
@Suite struct NoMachinePathTests {
  /// Folders whose names mean nothing on another machine. Pieced together, so that this file does not hold
  /// them.
  private static let homes = ["work", "home", "Users", "root"].map { "/\($0)/" }

  /// Text files that are part of the repository; where git cannot say, all that are not hidden.
  private static func trackedFiles() throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "git", "-C", PackageFolder.root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
    ]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == 0 {
      return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
    return try FileManager.default.subpathsOfDirectory(atPath: PackageFolder.root.path).filter {
      !$0.hasPrefix(".")
    }
  }

  @Test func noFileNamesAPlaceOfOneMachine() throws {
    let files = try NoMachinePathTests.trackedFiles().filter { $0 != "LICENSE" }
    #expect(files.count > 200 && files.contains("Package.swift"))
    for path in files {
      // A file that is deleted and not committed, a folder, what is no text.
      guard let file = try? SourceTree.read(path), !file.bytes.prefix(8192).contains(0) else { continue }
      for home in NoMachinePathTests.homes {
        for place in file.places(of: home) where !NoMachinePathTests.isInside(file.bytes, place) {
          let line = file.line(at: place)
          Issue.record("\(path):\(line.number): \(line.text.prefix(200))")
        }
      }
    }
  }

  /// Whether a path goes on to the left: "https://example.org/home/", "~/home/".
  private static func isInside(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = bytes[place - 1]
    return before >= 0x80 || "./}~*-_".utf8.contains(before) || (0x30...0x39).contains(before)
      || (0x41...0x5A).contains(before & 0xDF)
  }

  /// Things that end the process, or hide that something went wrong.
  @Test(arguments: [
    "try!", "fatalError(", "preconditionFailure(", "catch {}", "catch { }", " as! ", " TODO", "FIXME",
  ])
  func noSourceHolds(words: String) throws {
    for file in try SourceTree.swiftFiles(["Sources"]) {
      for place in file.places(of: words) {
        let line = file.line(at: place)
        if line.text.trimmingCharacters(in: .whitespaces).hasPrefix("//") { continue }
        Issue.record("\(file.path):\(line.number): \(line.text)")
      }
    }
  }

  /// The tests above could not find what they do not know how to look for.
  @Test func whatStandsInAFileIsFound() {
    let file = SourceTree.File(
      path: "a",
      bytes: Array(
        "one\ntry! two\n cd \(NoMachinePathTests.homes[1])x https://a.b\(NoMachinePathTests.homes[1])x".utf8))
    #expect(file.places(of: "try!") == [4])
    #expect(file.line(at: 4) == (2, "try! two"))
    let home = NoMachinePathTests.homes[1]
    #expect(file.places(of: home).map { NoMachinePathTests.isInside(file.bytes, $0) } == [false, true])
    #expect(NoMachinePathTests.homes.map(\.utf8.count) == [6, 6, 7, 6])
  }
}
