package import DaybookCore

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

/// A name in the folder behind which there is nothing to read (a link, a pipe), or nothing that may be read.
package struct UnreadRecord: Hashable, Sendable {
  package var path: String
  /// `skipped` or `failed`.
  package var outcome: Ledger.Outcome
  package var reason: String

  package init(path: String, outcome: Ledger.Outcome, reason: String) {
    self.path = path
    self.outcome = outcome
    self.reason = reason
  }
}
