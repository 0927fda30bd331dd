package import DaybookCore
import Foundation
import GRDB

extension CaseStore {
  static func data(_ value: some WireValue) -> Data { Data(value.wireBytes) }

  /// Adds a document, to which chunks are then appended in order.
  package func addDocument(_ document: Document, name: String, to conversion: Int64) throws(StoreError)
    -> Int64
  {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO document(conversion, name, sha256, document_id, kind, title, text_bytes, source_bytes)
          VALUES (?, ?, ?, ?, ?, ?, 0, ?)
          """,
        arguments: [
          conversion, name, document.source.id.text, document.id.text, document.kind.rawValue, document.title,
          document.source.byteCount,
        ])
      return db.lastInsertedRowID
    }
  }

  /// Adds chunk `number` (0-based) of a document: its pages, what it holds, what was extracted.
  package func append(_ chunk: ChunkRecord, number: Int, to document: Int64) throws(StoreError) {
    var head = chunk.document
    let text = head.text
    head.text = []
    let headData = CaseStore.data(head)
    try write { db in
      try db.cachedStatement(
        sql: "INSERT INTO chunk(document, number, start, bytes, head) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [document, number, chunk.start, text.count, headData])
      try db.cachedStatement(sql: "UPDATE document SET text_bytes = max(text_bytes, ?) WHERE id = ?")
        .execute(arguments: [chunk.start + text.count, document])
      try CaseStore.insertPages(of: head, text: text, start: chunk.start, document: document, db)
      let event = try db.cachedStatement(
        sql: "INSERT INTO event(document, position, payload) VALUES (?, ?, ?)")
      for value in chunk.events {
        try event.execute(arguments: [
          document, value.evidence.first?.bytes.lowerBound ?? 0, CaseStore.data(value),
        ])
      }
      let alias = try db.cachedStatement(sql: "INSERT INTO alias(document, payload) VALUES (?, ?)")
      for value in chunk.aliases { try alias.execute(arguments: [document, CaseStore.data(value)]) }
      let claim = try db.cachedStatement(sql: "INSERT INTO claim(document, payload) VALUES (?, ?)")
      for value in chunk.claims { try claim.execute(arguments: [document, CaseStore.data(value)]) }
    }
  }

  private static func insertPages(
    of head: Document, text: [UInt8], start: Int, document: Int64, _ db: Database
  ) throws {
    // Rows that were deleted give their numbers to new ones: see `WordsOnDemandSchema`.
    let before = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM page")) ?? 0
    try db.cachedStatement(
      sql: "UPDATE setting SET value = ?1 WHERE key = 'words' AND CAST(value AS INTEGER) > ?1"
    ).execute(arguments: [before])
    let page = try db.cachedStatement(
      sql: "INSERT INTO page(document, number, label, start, text, furniture) VALUES (?, ?, ?, ?, ?, ?)")
    if head.pages.isEmpty { try page.execute(arguments: [document, nil, nil, start, Data(text), ""]) }
    for (one, bytes) in zip(head.pages, tiles(head.pages, of: text.count)) {
      try page.execute(arguments: [
        document, one.number, one.label, start + bytes.lowerBound, Data(text[bytes]),
        one.furniture.joined(separator: "\n"),
      ])
    }
  }

  /// Where pages begin and end when each reaches to the next: nothing is lost of a text whose pages leave
  /// gaps.
  private static func tiles(_ pages: [Page], of count: Int) -> [Range<Int>] {
    var tiles: [Range<Int>] = []
    for index in pages.indices {
      let start = tiles.last?.upperBound ?? 0
      let end = index + 1 < pages.count ? max(pages[index + 1].bytes.lowerBound, start) : count
      tiles.append(start..<min(end, count))
    }
    return tiles
  }

  /// Documents of a conversion, in the order in which they were added.
  package func documents(of conversion: Int64) throws(StoreError) -> [DocumentRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: CaseStore.documentColumns + " WHERE conversion = ? ORDER BY id", arguments: [conversion]
      )
      .map(CaseStore.document)
    }
  }

  static let documentColumns = """
    SELECT id, conversion, name, sha256, document_id, kind, title, text_bytes, source_bytes FROM document
    """

  static func document(_ row: Row) -> DocumentRecord {
    DocumentRecord(
      row: row[0], conversion: row[1], name: row[2], sha256: row[3], id: Document.ID(text: row[4]),
      kind: DocumentKind(rawValue: row[5]) ?? .other, title: row[6], textByteCount: row[7],
      sourceByteCount: row[8])
  }

  /// The pages of a document in order; one page without a number where the format has none.
  package func pages(of document: Int64, number: Int? = nil) throws(StoreError) -> [PageRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, label, start, text, furniture FROM page
          WHERE document = ?1 AND (?2 IS NULL OR number = ?2) ORDER BY start, id
          """, arguments: [document, number]
      ).map {
        PageRecord(
          number: $0[0], label: $0[1], start: $0[2], text: String(decoding: $0[3] as Data, as: UTF8.self),
          furniture: $0[4])
      }
    }
  }

  /// The chunks of a document as they were analysed, text included, with the place where each begins.
  package func chunks(of document: Int64) throws(StoreError) -> [(start: Int, document: Document)] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT start, bytes, head FROM chunk WHERE document = ? ORDER BY number",
        arguments: [document])
      let pages = try db.cachedStatement(
        sql: "SELECT text FROM page WHERE document = ? AND start >= ? AND start < ? ORDER BY start, id")
      var chunks: [(start: Int, document: Document)] = []
      while let row = try rows.next() {
        let (start, count): (Int, Int) = (row[0], row[1])
        var chunk = try Document(wireBytes: Array(row[2] as Data))
        let texts = try Data.fetchCursor(pages, arguments: [document, start, start + count])
        while let text = try texts.next() { chunk.text.append(contentsOf: text) }
        chunks.append((start, chunk))
      }
      return chunks
    }
  }
}
