package import DaybookCore
import Foundation
import GRDB

/// Everything that hangs below one content.
package struct ConversionTree: Sendable {
  package var record: ConversionRecord
  package var documents: [DocumentRecord]
  package var children: [ChildRecord]
  package var findings: [(name: String, finding: Finding)]
}

extension CaseStore {
  /// All finished conversions with what hangs below them, for walking the bundle without a query a file.
  package func trees() throws(StoreError) -> [ConversionRecord.Key: ConversionTree] {
    try read { db in
      var trees: [Int64: ConversionTree] = [:]
      let conversions = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, sha256, suffix, media_type, outcome, reason, pages, pages_without_text FROM conversion
          WHERE outcome <> 'pending'
          """)
      while let row = try conversions.next() {
        let record = CaseStore.conversion(row)
        trees[record.row] = ConversionTree(record: record, documents: [], children: [], findings: [])
      }
      let documents = try Row.fetchCursor(db, sql: CaseStore.documentColumns + " ORDER BY id")
      while let row = try documents.next() {
        let record = CaseStore.document(row)
        trees[record.conversion]?.documents.append(record)
      }
      let children = try Row.fetchCursor(
        db, sql: "SELECT conversion, name, sha256, suffix, bytes FROM child ORDER BY conversion, name")
      while let row = try children.next() {
        trees[row[0]]?.children.append(
          ChildRecord(
            name: row[1], key: ConversionRecord.Key(sha256: row[2], suffix: row[3]), byteCount: row[4]))
      }
      let findings = try Row.fetchCursor(db, sql: "SELECT conversion, name, payload FROM finding ORDER BY id")
      while let row = try findings.next() {
        let payload: Data = row[2]
        trees[row[0]]?.findings.append((name: row[1], finding: try Finding(wireBytes: Array(payload))))
      }
      return Dictionary(trees.values.map { ($0.record.key, $0) }) { first, _ in first }
    }
  }

  /// Hands out the events of a document in order of place, each with its row.
  package func forEachEvent(
    of document: Int64, _ body: (_ row: Int64, _ event: Event) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let rows = try db.cachedStatement(
        sql: "SELECT id, payload FROM event WHERE document = ? ORDER BY position, id")
      try rows.setArguments([document])
      let cursor = try Row.fetchCursor(rows)
      while let row = try cursor.next() {
        let payload: Data = row[1]
        try body(row[0], try Event(wireBytes: Array(payload)))
      }
    }
  }

  /// Hands `body` the means to get events by their rows. An error of `body` comes out as it is.
  package func withEvents<T>(_ body: (_ event: (Int64) throws -> Event) throws -> T) throws -> T {
    try queue.unsafeReentrantRead { db in
      let payload = try db.cachedStatement(sql: "SELECT payload FROM event WHERE id = ?")
      return try body { row in
        guard let data = try Data.fetchOne(payload, arguments: [row]) else {
          throw StoreError.notAStore(path: path, reason: "has lost an event")
        }
        return try Event(wireBytes: Array(data))
      }
    }
  }

  package func aliases(of document: Int64) throws(StoreError) -> [Alias] {
    try read { db in
      try Data.fetchAll(
        db.cachedStatement(sql: "SELECT payload FROM alias WHERE document = ? ORDER BY rowid"),
        arguments: [document]
      ).map { try Alias(wireBytes: Array($0)) }
    }
  }
}
