import DaybookTestSupport
import Foundation

/// The files of this package, as its tests look at them.
enum SourceTree {
  struct File: Sendable {
    /// From the root of the package: "Sources/DaybookCore/Model/Event.swift".
    var path: String
    var bytes: [UInt8]

    var name: String { String(path.split(separator: "/").last ?? "") }
    /// "DaybookCore" of "Sources/DaybookCore/Model/Event.swift".
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    /// Without the break behind the last.
    var lines: [String] {
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Where these words begin: by the C library, because tests are built without optimisation.
    func places(of words: String) -> [Int] {
      let wanted = Array(words.utf8)
      guard let first = wanted.first else { return [] }
      return bytes.withUnsafeBytes { text in
        guard let base = text.baseAddress else { return [] }
        var places: [Int] = []
        var start = 0
        while start < text.count, let found = memchr(base + start, Int32(first), text.count - start) {
          let place = base.distance(to: UnsafeRawPointer(found))
          if text.count - place >= wanted.count, memcmp(found, wanted, wanted.count) == 0 {
            places.append(place)
          }
          start = place + 1
        }
        return places
      }
    }

    /// The line in which a place lies, and its number, 1 first.
    func line(at place: Int) -> (number: Int, text: String) {
      let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      return (bytes[..<place].count { $0 == 0x0A } + 1, String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  /// Swift files below these folders of the package, in order of path.
  static func swiftFiles(_ folders: [String] = ["Sources", "Benchmarks", "Tests"]) throws -> [File] {
    try folders.flatMap { folder in
      let root = PackageFolder.root.appending(path: folder)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
        $0.hasSuffix(".swift")
      }
      return try paths.sorted().map { try read("\(folder)/\($0)") }
    }
  }

  static func read(_ path: String) throws -> File {
    File(path: path, bytes: Array(try Data(contentsOf: PackageFolder.root.appending(path: path))))
  }

  /// Rows of the Markdown table under these column titles, each with its cells.
  static func table(_ titles: String, in path: String) throws -> [[String]] {
    let lines = try read(path).lines
    guard let head = lines.firstIndex(where: { cells($0).joined(separator: " | ") == titles }) else {
      return []
    }
    return lines[head...].dropFirst(2).prefix { $0.hasPrefix("|") }.map(cells)
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// Words in backticks: "`DaybookCore`, `GRDB`" → ["DaybookCore", "GRDB"].
  static func code(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
