/// Reads chronology.csv back: by the names of its columns, in whatever order they stand.
///
/// A row more or less is no fault here: people filter a table and save it, and every row speaks for itself.
package struct CSVReader: OutputReader {
  package let name = "csv"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool {
    guard let header = CSVTable.header(bytes) else { return false }
    return ["order", "source", "sha256", "start_byte", "end_byte", "quote"].allSatisfy { header[$0] != nil }
  }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    var count = 0
    try CSVTable.forEach(bytes, format: name) { row in
      if row["kind"] == Array(CSVEmitter.ledgerKind.utf8), row["order"].isEmpty { return true }
      guard let order = ByteSearch.number(row["order"]) else { return false }
      count += 1
      let id = row["id"].isEmpty ? nil : String(decoding: row["id"], as: UTF8.self)
      // Nothing stands in its place where an entry has no evidence.
      if row["sha256"].isEmpty, row["start_byte"].isEmpty { return true }
      guard
        let bytes = ByteSearch.range(
          ByteSearch.number(row["start_byte"]), ByteSearch.number(row["end_byte"])),
        row["page"].isEmpty || ByteSearch.number(row["page"]) != nil
      else { return false }
      try body(
        EvidenceClaim(
          entry: id, order: order, source: row["source"],
          sha256: String(decoding: row["sha256"], as: UTF8.self),
          page: ByteSearch.number(row["page"]), bytes: bytes, quote: row["quote"]))
      if row["other_evidence"].isEmpty { return true }
      guard let others = JSONValue(row["other_evidence"])?.array else { return false }
      for other in others {
        guard let claim = ClaimJSON.claim(other, entry: id, order: order) else { return false }
        try body(claim)
      }
      return true
    }
    return count
  }
}

/// Reads timeline.csv back: the column that TimelineJS does not look at.
package struct TimelineJSCSVReader: OutputReader {
  package let name = "timelinejs-csv"

  package init() {}

  package func fits(_ bytes: [UInt8]) -> Bool {
    guard let header = CSVTable.header(bytes) else { return false }
    return ["Year", "Headline", "Type", "Evidence"].allSatisfy { header[$0] != nil }
  }

  package func read(_ bytes: [UInt8], _ body: (EvidenceClaim) throws -> Void) throws -> Int {
    var count = 0
    try CSVTable.forEach(bytes, format: name) { row in
      // The title has none, unless no entry could be drawn.
      if row["Evidence"].isEmpty { return row["Type"] == Array("title".utf8) }
      guard let evidence = JSONValue(row["Evidence"]) else { return false }
      for object in evidence.array ?? [evidence] {
        guard let claims = ClaimJSON.claims(object, id: "entry") else { return false }
        count += 1
        for claim in claims { try body(claim) }
      }
      return true
    }
    return count
  }
}

/// A CSV file whose first row names its columns.
enum CSVTable {
  struct Row {
    fileprivate let columns: [String: Int]
    fileprivate let cells: [[UInt8]]

    /// A cell as it was before it was defused; empty where there is none.
    subscript(name: String) -> [UInt8] {
      guard let column = columns[name], column < cells.count else { return [] }
      return CSVRows.plain(cells[column])
    }
  }

  /// Columns by name; nil for what is no table.
  static func header(_ bytes: [UInt8]) -> [String: Int]? {
    // Long enough for any header of ours; a file that is not ours need not be read to its end.
    var rows = CSVRows(Array(bytes.prefix(4096)))
    guard let row = try? rows.next() else { return nil }
    return columns(row)
  }

  /// Hands out each row behind the header; `body` says whether it could make sense of it.
  static func forEach(_ bytes: [UInt8], format: String, _ body: (Row) throws -> Bool) throws {
    var rows = CSVRows(bytes)
    do {
      let columns = columns(try rows.next() ?? [])
      while let cells = try rows.next() {
        if cells.allSatisfy(\.isEmpty) { continue }
        guard try body(Row(columns: columns, cells: cells)) else {
          throw OutputReadError.malformed(format: format, line: rows.line, reason: "not a row of ours")
        }
      }
    } catch CSVRows.Trouble.openQuote {
      throw OutputReadError.malformed(
        format: format, line: rows.line, reason: "a quotation mark is never closed")
    }
  }

  private static func columns(_ row: [[UInt8]]) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (index, name) in row.enumerated() where columns[String(decoding: name, as: UTF8.self)] == nil {
      columns[String(decoding: name, as: UTF8.self)] = index
    }
    return columns
  }
}
