package import DaybookCore
import Foundation
import GRDB

extension CaseStore {
  /// Hands out the chunks of a document one by one, text included, with the place where each begins: a long
  /// document need not be held.
  package func forEachChunk(
    of document: Int64, _ body: (_ start: Int, _ chunk: Document) throws -> Void
  ) throws(StoreError) {
    try read { db in
      let heads = try db.cachedStatement(
        sql: "SELECT start, bytes, head FROM chunk WHERE document = ? ORDER BY number")
      try heads.setArguments([document])
      let rows = try Row.fetchCursor(heads)
      let pages = try db.cachedStatement(
        sql: "SELECT text FROM page WHERE document = ? AND start >= ? AND start < ? ORDER BY start, id")
      while let row = try rows.next() {
        let (start, count): (Int, Int) = (row[0], row[1])
        var chunk = try Document(wireBytes: Array(row[2] as Data))
        let texts = try Data.fetchCursor(pages, arguments: [document, start, start + count])
        while let text = try texts.next() { chunk.text.append(contentsOf: text) }
        try body(start, chunk)
      }
    }
  }
}
