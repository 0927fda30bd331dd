import DaybookCore

/// The cells of a delimited text.
struct TableRows {
  private(set) var blocks: [Block] = []
  private(set) var records = 0
  private(set) var findings: [Finding] = []

  init(_ text: [UInt8], _ dialect: TableDialect, alive: () -> Void) {
    var reader = DelimitedReader(text, delimiter: dialect.delimiter, from: dialect.start)
    var row = 0
    var ragged = 0
    var width: Int?
    while let record = reader.next() {
      row += 1
      if row % 4096 == 0 { alive() }
      if record.count == 1, Blank.trimmed(record[0].bytes, in: text).isEmpty { continue }
      records += 1
      if let width, record.count != width { ragged += 1 }
      width = width ?? record.count
      for (column, field) in record.enumerated() {
        let words = Blank.trimmed(field.bytes, in: text)
        if words.isEmpty { continue }
        let isName = dialect.dataStart.map { field.bytes.lowerBound < $0 } ?? false
        let name =
          isName || column >= dialect.names.count || dialect.names[column].isEmpty
          ? nil : dialect.names[column]
        blocks.append(
          Block(.cell, words, cell: Block.Cell(table: 1, row: row, column: column + 1, heading: name)))
      }
    }
    if ragged > 0 {
      findings.append(
        Finding("ragged-rows", .note, "\(ragged) records have more or fewer fields than the first"))
    }
    if reader.isUnclosed {
      findings.append(
        Finding(
          "unclosed-quote", .warning, "a quotation mark is never closed; all behind it was read as one field")
      )
    }
  }
}
