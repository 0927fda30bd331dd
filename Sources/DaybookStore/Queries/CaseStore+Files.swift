import DaybookCore
import GRDB

extension CaseStore {
  /// What the folder held when it was last looked at, by path.
  package func files() throws(StoreError) -> [String: FileRecord] {
    try read { db in
      var files: [String: FileRecord] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, stamp, sha256, bytes FROM file")
      while let row = try rows.next() {
        files[row[0]] = FileRecord(path: row[0], stamp: row[1], sha256: row[2], byteCount: row[3])
      }
      return files
    }
  }

  /// Names that are no files to read, in order of path.
  package func unread() throws(StoreError) -> [UnreadRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT path, outcome, reason FROM unread ORDER BY path").map {
        UnreadRecord(path: $0[0], outcome: Ledger.Outcome(rawValue: $0[1]) ?? .failed, reason: $0[2])
      }
    }
  }

  /// Puts what the folder holds now in the place of what it held.
  package func replaceFiles(_ files: [FileRecord], unread: [UnreadRecord]) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM file; DELETE FROM unread")
      let file = try db.cachedStatement(
        sql: "INSERT INTO file(path, stamp, sha256, bytes) VALUES (?, ?, ?, ?)")
      for record in files {
        try file.execute(arguments: [record.path, record.stamp, record.sha256, record.byteCount])
      }
      let skip = try db.cachedStatement(sql: "INSERT INTO unread(path, outcome, reason) VALUES (?, ?, ?)")
      for record in unread {
        try skip.execute(arguments: [record.path, record.outcome.rawValue, record.reason])
      }
    }
  }

  /// Remembers hashes while the folder is still being looked at, so that an interrupted look is not lost.
  package func remember(_ files: [FileRecord]) throws(StoreError) {
    try write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO file(path, stamp, sha256, bytes) VALUES (?, ?, ?, ?)")
      for record in files {
        try statement.execute(arguments: [record.path, record.stamp, record.sha256, record.byteCount])
      }
    }
  }
}
