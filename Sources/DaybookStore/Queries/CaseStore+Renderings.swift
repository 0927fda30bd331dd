import Foundation
import GRDB

extension CaseStore {
  /// Hands out a kept output piece by piece; false where there is none.
  package func readRendering(_ key: String, _ body: ([UInt8]) throws -> Void) throws -> Bool {
    try queue.unsafeReentrantRead { db in
      let cursor = try Data.fetchCursor(
        db, sql: "SELECT bytes FROM rendering WHERE key = ? ORDER BY part", arguments: [key])
      var found = false
      while let bytes = try cursor.next() {
        found = true
        try body(Array(bytes))
      }
      return found
    }
  }

  /// Keeps an output piece by piece; the first piece (0) takes the place of what was kept before.
  package func keepRendering(_ key: String, part: Int, _ bytes: [UInt8]) throws(StoreError) {
    try write { db in
      if part == 0 { try db.execute(sql: "DELETE FROM rendering WHERE key = ?", arguments: [key]) }
      try db.execute(
        sql: "INSERT INTO rendering(key, part, bytes) VALUES (?, ?, ?)", arguments: [key, part, Data(bytes)])
    }
  }

  package func dropRendering(_ key: String) throws(StoreError) {
    try write { try $0.execute(sql: "DELETE FROM rendering WHERE key = ?", arguments: [key]) }
  }
}
