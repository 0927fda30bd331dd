/// A file of the folder as last seen.
package struct FileRecord: Hashable, Sendable {
  package var path: String
  /// Size, times and inode in one text: while it is the same, the file need not be hashed again.
  package var stamp: String
  package var sha256: String
  package var byteCount: Int

  package init(path: String, stamp: String, sha256: String, byteCount: Int) {
    self.path = path
    self.stamp = stamp
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}

/// A name in the folder that is no file to read, with the reason.
package struct SkippedRecord: Hashable, Sendable {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
