import DaybookCore
import DaybookStore
import Foundation

/// A file as found in the folder.
struct FoundFile {
  /// Relative to the folder, `/` between its parts; bytes that are not UTF-8 are written `%E9`.
  var path: String
  /// As the file system has it, with the folder in front.
  var rawPath: [UInt8]
  var byteCount: Int
  var stamp: String
}

/// What a folder holds: files to read, and names behind which there is nothing to read, each with its reason.
///
/// Links are never followed, so that no loop can be walked and nothing outside the folder is read. Only
/// metadata is looked at: no file is opened here, so that a pipe cannot hold us up.
struct FolderScan {
  private(set) var files: [FoundFile] = []
  private(set) var unread: [UnreadRecord] = []

  /// Names that a system or a program leaves behind and that are no papers. Source: macOS, Windows, office
  /// suites.
  private static let litter: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX"]
  /// Folders in folders; more is a fault of the file system.
  private static let maxDepth = 128

  init(root: String) throws(PipelineError) {
    var status = try FolderScan.check(root)
    if status.st_mode & S_IFMT == S_IFDIR {
      walk(Array(root.utf8), relative: [], depth: 0)
    } else {
      let raw = Array(root.utf8)
      let name = raw.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? raw
      if lstat(root, &status) == 0 { addFile(raw, relative: name, status) }
    }
    files.sort { $0.path < $1.path }
    unread.sort { $0.path < $1.path }
  }

  /// Whether this can be read at all: a folder that may be entered, or a file.
  @discardableResult
  static func check(_ root: String) throws(PipelineError) -> stat {
    var status = stat()
    guard stat(root, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .noSuchPath(root) }
      throw .notReadable(path: root, reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard access(root, R_OK | X_OK) == 0 else {
        throw .notReadable(path: root, reason: String(cString: strerror(errno)))
      }
    case S_IFREG: break
    default: throw .notAFolderOrFile(root)
    }
    return status
  }

  private mutating func walk(_ folder: [UInt8], relative: [UInt8], depth: Int) {
    guard depth < FolderScan.maxDepth else {
      return note(relative, .failed, "folders nested deeper than \(FolderScan.maxDepth)")
    }
    guard let handle = RawPath.withCString(folder, { opendir($0) }) else {
      return note(relative, .failed, "folder cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = FolderScan.name(of: entry)
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      visit(
        folder + [UInt8(ascii: "/")] + name, relative: relative.isEmpty ? name : relative + [0x2F] + name,
        name, depth)
    }
  }

  private mutating func visit(_ raw: [UInt8], relative: [UInt8], _ name: [UInt8], _ depth: Int) {
    var status = stat()
    let found = RawPath.withCString(raw) { lstat($0, &status) }
    guard found == 0 else { return note(relative, .failed, String(cString: strerror(errno))) }
    let text = String(decoding: name, as: UTF8.self)
    if relative == name, text == SettingsFile.name { return }
    if FolderScan.litter.contains(text) || text.hasPrefix("~$") {
      return note(relative, .skipped, "left behind by a program, not a paper")
    }
    if text.hasPrefix(".") { return note(relative, .skipped, "hidden name; rename it to have it read") }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: walk(raw, relative: relative, depth: depth + 1)
    case S_IFREG: addFile(raw, relative: relative, status)
    case S_IFLNK:
      note(relative, .skipped, "a link, which is not followed; put the file itself into the folder")
    case S_IFIFO: note(relative, .skipped, "a pipe, not a file")
    case S_IFSOCK: note(relative, .skipped, "a socket, not a file")
    default: note(relative, .skipped, "a device, not a file")
    }
  }

  private mutating func addFile(_ raw: [UInt8], relative: [UInt8], _ status: stat) {
    let readable = RawPath.withCString(raw) { access($0, R_OK) }
    guard readable == 0 else { return note(relative, .failed, "no permission to read it") }
    let stamp = [
      Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec),
      Int(status.st_ctim.tv_sec),
      Int(status.st_ctim.tv_nsec), Int(status.st_ino),
    ].map(String.init).joined(separator: ".")
    files.append(
      FoundFile(
        path: FolderScan.text(of: relative), rawPath: raw, byteCount: Int(status.st_size), stamp: stamp))
  }

  private mutating func note(_ relative: [UInt8], _ outcome: Ledger.Outcome, _ reason: String) {
    unread.append(UnreadRecord(path: FolderScan.text(of: relative), outcome: outcome, reason: reason))
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
        Array(
          UnsafeBufferPointer(
            start: bytes, count: strnlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), 256)))
      }
    }
  }

  /// A name as text: what is not UTF-8, and `%` and `#` themselves where they would be misread, as `%` and
  /// two hexadecimal digits.
  static func text(of raw: [UInt8]) -> String {
    if String(validating: raw, as: UTF8.self) != nil, !raw.contains(UInt8(ascii: "#")),
      !raw.contains(where: { $0 < 0x20 })
    {
      return String(decoding: raw, as: UTF8.self)
    }
    let digits = Array("0123456789ABCDEF".utf8)
    let isText = String(validating: raw, as: UTF8.self) != nil
    var escaped: [UInt8] = []
    for byte in raw {
      if byte < 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") || (byte >= 0x80 && !isText) {
        escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
