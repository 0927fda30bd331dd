package import DaybookCore
import GRDB

/// Work whose result is not whole yet: hidden from every query, and thrown away when the store is next opened
/// for an ingest.
private let pending = "pending"

extension CaseStore {
  /// Finished conversions made by the code that `fingerprint` names, by content. Others, and unfinished ones,
  /// are deleted.
  package func conversions(fingerprint: String) throws(StoreError) -> [ConversionRecord.Key: ConversionRecord]
  {
    try write { db in
      try db.execute(
        sql: "DELETE FROM conversion WHERE fingerprint <> ? OR outcome = ?",
        arguments: [fingerprint, pending])
      var found: [ConversionRecord.Key: ConversionRecord] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql:
          "SELECT id, sha256, suffix, media_type, outcome, reason, pages, pages_without_text FROM conversion")
      while let row = try rows.next() {
        let record = CaseStore.conversion(row)
        found[record.key] = record
      }
      return found
    }
  }

  /// Changes whenever another conversion is there, or another one of the same content.
  package func conversionState() throws(StoreError) -> String {
    try read { db in
      var hasher = SHA256Hasher()
      let rows = try Row.fetchCursor(
        db, sql: "SELECT sha256, suffix, fingerprint, outcome, reason FROM conversion ORDER BY sha256, suffix"
      )
      while let row = try rows.next() {
        for column in 0..<5 { hasher.update(Array((row[column] as String).utf8) + [0]) }
      }
      return hasher.finish().hex()
    }
  }

  static func conversion(_ row: Row) -> ConversionRecord {
    ConversionRecord(
      row: row[0], key: ConversionRecord.Key(sha256: row[1], suffix: row[2]), mediaType: row[3],
      outcome: Ledger.Outcome(rawValue: row[4]) ?? .failed, reason: row[5], pages: row[6],
      pagesWithoutText: row[7])
  }

  /// Begins a conversion; nothing of it counts before `finish`.
  package func begin(_ key: ConversionRecord.Key, fingerprint: String) throws(StoreError) -> Int64 {
    try write { db in
      try db.execute(
        sql: "DELETE FROM conversion WHERE sha256 = ? AND suffix = ?", arguments: [key.sha256, key.suffix])
      try db.execute(
        sql: """
          INSERT INTO conversion(sha256, suffix, fingerprint, media_type, outcome, reason, pages, pages_without_text)
          VALUES (?, ?, ?, '', ?, '', 0, 0)
          """, arguments: [key.sha256, key.suffix, fingerprint, pending])
      return db.lastInsertedRowID
    }
  }

  /// Makes everything that was appended to `record.row` count. A source that is finished twice is a fault of
  /// the caller.
  package func finish(_ record: ConversionRecord) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE conversion SET media_type = ?, outcome = ?, reason = ?, pages = ?, pages_without_text = ?
          WHERE id = ?
          """,
        arguments: [
          record.mediaType, record.outcome.rawValue, record.reason, record.pages, record.pagesWithoutText,
          record.row,
        ])
    }
  }

  /// Takes back a conversion that did not come to an end.
  package func discard(_ row: Int64) throws(StoreError) {
    try write { try $0.execute(sql: "DELETE FROM conversion WHERE id = ?", arguments: [row]) }
  }

  package func append(
    children: [ChildRecord], findings: [(name: String, finding: Finding)], to conversion: Int64
  ) throws(StoreError) {
    if children.isEmpty && findings.isEmpty { return }
    try write { db in
      let child = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO child(conversion, name, sha256, suffix, bytes) VALUES (?, ?, ?, ?, ?)")
      for record in children {
        try child.execute(arguments: [
          conversion, record.name, record.key.sha256, record.key.suffix, record.byteCount,
        ])
      }
      let statement = try db.cachedStatement(
        sql: "INSERT INTO finding(conversion, name, payload) VALUES (?, ?, ?)")
      for (name, finding) in findings {
        try statement.execute(arguments: [conversion, name, CaseStore.data(finding)])
      }
    }
  }
}
