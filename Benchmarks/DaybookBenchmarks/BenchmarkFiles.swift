import Foundation

/// Where benchmarks find their input and leave their output: below `.build`, so that nothing of it is
/// committed.
enum BenchmarkFiles {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Built beside this program.
  static let daybook: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "daybook").path
  }()

  /// A Python environment with the rivals that can be installed; see the Makefile.
  static let rivals = root.appending(path: ".build/rivals").path

  /// A file of the folder beside the package, which may be absent.
  static func shared(_ path: String) -> String {
    root.deletingLastPathComponent().appending(path: "shared/" + path).path
  }

  static func scratch(_ name: String) -> String {
    let url = root.appending(path: ".build/benchmarks/\(name)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  /// A folder with one bundle of about so many pages; nil where the generator is absent.
  static func bundle(pages: Int) throws -> String? {
    try generated(
      "bundle-\(pages)", "bundle.pdf", ["--pages", "\(pages)", "--formats", "pdf", "--no-bodies"])
  }

  /// A folder with one mailbox.
  static func mailbox(pages: Int) throws -> String? {
    try generated(
      "mailbox-\(pages)", "bundle.mbox", ["--pages", "\(pages)", "--formats", "mbox", "--no-bodies"])
  }

  private static func generated(_ name: String, _ file: String, _ options: [String]) throws -> String? {
    let generator = root.deletingLastPathComponent().appending(path: "shared/tools/make_bundle.py").path
    guard FileManager.default.fileExists(atPath: generator) else { return nil }
    let folder = scratch(name)
    if !FileManager.default.fileExists(atPath: folder + "/" + file) {
      let made = scratch(name + "-made")
      _ = try Timing.command(["python3", generator, "--seed", "9", "--out", made] + options)
      // The truth stays outside: it is no paper.
      try FileManager.default.moveItem(atPath: made + "/" + file, toPath: folder + "/" + file)
    }
    return folder
  }
}
