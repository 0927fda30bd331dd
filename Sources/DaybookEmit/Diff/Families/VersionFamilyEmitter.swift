package import DaybookCore

/// Writes the families of a folder as one file. Pure and total, as `Emitter` is.
package protocol VersionFamilyEmitter: Sendable {
  /// As `--format` takes it.
  var name: String { get }

  func emit(_ families: [VersionFamily], to sink: inout some ByteSink) throws
}

/// Every format of `daybook versions`.
package enum VersionFamilyEmitters {
  package static let all: [any VersionFamilyEmitter] = [
    VersionFamilyTextEmitter(), VersionFamilyJSONEmitter(), VersionFamilyHTMLEmitter(),
    VersionFamilyCSVEmitter(),
  ]

  package static func named(_ name: String) -> (any VersionFamilyEmitter)? { all.first { $0.name == name } }
}
