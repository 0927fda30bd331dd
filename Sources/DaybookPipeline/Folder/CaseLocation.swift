import DaybookCore
private import Foundation

/// Where the store of a folder is, when nobody names one.
package enum CaseLocation {
  /// `$XDG_CACHE_HOME/daybook/NAME-HASH.daybook`, else below `~/.cache`; the hash is of the folder's real
  /// path, so that two folders called "papers" have two stores. Makes the folder of the store. Source: XDG
  /// Base Directory Specification.
  package static func store(for folder: String) throws(PipelineError) -> String {
    guard let real = realPath(folder) else { throw .noSuchPath(folder) }
    let name = real.split(separator: "/").last.map(String.init) ?? "root"
    let hash = SHA256Digest(of: Array(real.utf8)).hex(bytes: 6)
    let safe = String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }.prefix(60))
    return try cacheFolder() + "/" + safe + "-" + hash + ".daybook"
  }

  /// All stores that were made without a name.
  package static func stores() throws(PipelineError) -> [String] {
    let folder = try cacheFolder()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".daybook") }.sorted().map { folder + "/" + $0 }
  }

  /// The store that was used last, for commands that name none.
  package static func last() throws(PipelineError) -> String {
    let file = try cacheFolder() + "/last"
    guard let data = FileManager.default.contents(atPath: file),
      let path = String(data: data, encoding: .utf8), !path.isEmpty
    else {
      throw .notFound(
        what: "which case? Run \"daybook chronology FOLDER\" first, or name one with --folder or --case")
    }
    return path
  }

  /// A convenience that may fail without harm.
  static func rememberLast(_ path: String) {
    guard let folder = try? cacheFolder() else { return }
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    _ = FileManager.default.createFile(atPath: folder + "/last", contents: Data(absolute.utf8))
  }

  private static func cacheFolder() throws(PipelineError) -> String {
    let environment = ProcessInfo.processInfo.environment
    let base: String
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      base = cache
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      base = home + "/.cache"
    } else {
      throw .cannotWrite(
        path: "$XDG_CACHE_HOME", reason: "neither XDG_CACHE_HOME nor HOME is set; name a store with --case")
    }
    let folder = base + "/daybook"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotWrite(path: folder, reason: "no such folder can be made; name a store with --case")
    }
    return folder
  }

  /// The path without links; nil where there is nothing.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
