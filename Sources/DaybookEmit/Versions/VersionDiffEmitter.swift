package import DaybookCore

/// Writes the comparison of two versions as one file.
///
/// Pure and total, as `Emitter` is: the same comparison gives the same bytes on every machine.
package protocol VersionDiffEmitter: Sendable {
  /// As `--format` takes it: "json".
  var name: String { get }
  /// What a file of it ends in; `-o` goes by it.
  var fileExtension: String { get }

  func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws
}

/// Every format of `daybook diff`.
package enum VersionDiffEmitters {
  package static let all: [any VersionDiffEmitter] = [
    VersionDiffTextEmitter(),
    VersionDiffJSONEmitter(),
    VersionDiffHTMLEmitter(),
    VersionDiffDOCXEmitter(),
    VersionDiffMarkdownEmitter(),
    VersionDiffCSVEmitter(),
  ]

  package static func named(_ name: String) -> (any VersionDiffEmitter)? { all.first { $0.name == name } }
}
