private import Foundation

/// Where outputs may go.
package enum OutputFolder {
  /// Refuses a folder that lies among the papers, or is theirs: what is written there would be read as papers
  /// the next time. A folder that is still to be made counts as what it will be.
  package static func check(_ output: String, outside papers: String) throws(PipelineError) {
    guard let root = real(papers), isFolder(root) else { return }
    let place = resolved(output)
    if place == root || place.hasPrefix(root == "/" ? "/" : root + "/") {
      throw .outputAmongPapers(output: output, papers: papers)
    }
  }

  /// Without links, as far as it is there; the rest as written.
  private static func resolved(_ path: String) -> String {
    var head = URL(fileURLWithPath: path).standardizedFileURL.path
    var tail: [String] = []
    while head != "/", !head.isEmpty {
      if let known = real(head) {
        return ([known == "/" ? "" : known] + tail.reversed()).joined(separator: "/")
      }
      let cut = head.lastIndex(of: "/") ?? head.startIndex
      tail.append(String(head[head.index(after: cut)...]))
      head = String(head[..<cut])
    }
    return "/" + tail.reversed().joined(separator: "/")
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
