private import Foundation

/// An output that is committed as expected, under `Tests/Goldens`.
///
/// With `DAYBOOK_RECORD=1` it is written anew and the comparison fails all the same, so that a recording run
/// is never taken for a passing one. Use: `#expect(Golden("Emit/small/chronology.csv").compare(bytes) ==
/// .same)`.
package struct Golden: Sendable {
  package enum Outcome: Equatable, Sendable, CustomStringConvertible {
    case same
    case recorded(String)
    case missing(String)
    /// 1-based line of the first difference, with both lines.
    case differs(line: Int, expected: String, found: String)

    package var description: String {
      switch self {
      case .same: "the same"
      case .recorded(let path):
        "written to \(path): look at it, commit it, and run again without DAYBOOK_RECORD"
      case .missing(let path): "no \(path): run with DAYBOOK_RECORD=1 and look at what it writes"
      case .differs(let line, let expected, let found):
        "line \(line)\n  expected: \(expected)\n  found:    \(found)\nRun with DAYBOOK_RECORD=1 where the new output is right."
      }
    }
  }

  private let path: String

  /// Path below `Tests/Goldens`.
  package init(_ path: String) { self.path = path }

  package func compare(_ found: [UInt8]) -> Outcome {
    let url = PackageFolder.root.appending(path: "Tests/Goldens/\(path)")
    if ProcessInfo.processInfo.environment["DAYBOOK_RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(found).write(to: url)
      } catch {
        return .missing("\(url.path): \(error)")
      }
      return .recorded(url.path)
    }
    guard let expected = try? Data(contentsOf: url) else { return .missing(url.path) }
    return Golden.difference(Array(expected), found)
  }

  private static func difference(_ expected: [UInt8], _ found: [UInt8]) -> Outcome {
    if expected == found { return .same }
    let (left, right) = (lines(expected), lines(found))
    let index =
      zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(left.count, right.count)
    func line(_ lines: [ArraySlice<UInt8>]) -> String {
      lines.indices.contains(index) ? String(decoding: lines[index].prefix(300), as: UTF8.self) : "(nothing)"
    }
    return .differs(line: index + 1, expected: line(left), found: line(right))
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }
}
