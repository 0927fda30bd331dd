package import Foundation

/// Where this package stands on the machine that runs the tests.
package enum PackageFolder {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the material beside the repository; nil where that is absent, so that a test can be
  /// skipped.
  package static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared/\(path)")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
