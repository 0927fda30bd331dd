import DaybookCore

/// Reads a table in text (CSV, TSV, and the like with semicolons or bars) as one document, one row a record.
///
/// Shape: `log.csv` → one `Document` of kind log; the text is the file's own, as for plain text, and each
/// field is a `.cell` block without its quotation marks, with row (the first record is 1), column, and the
/// name of its column. A large table comes as children, `log.csv#part-3.csv`, each with the column names at
/// its head. Source: RFC 4180.
struct TableConverter: Converter {
  let name = "table"
  let version = 1
  let signature = Signature(
    mediaTypes: ["text/csv", "text/tab-separated-values"], extensions: ["csv", "tsv", "tab"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let sample = input.bytes.copy(0..<(64 << 10))
    let raw = TableDialect(sample, mediaType: input.source.mediaType)
    let header = raw.dataStart.map { 0..<$0 }
    if try LargeText.split(
      input, units: [raw.delimiter, 0x0A], header: header, boundary: raw.boundary, emit: emit)
    {
      return
    }
    let decoded = input.bytes.withBytes { TextDecoding.decode($0) }
    let dialect = TableDialect(Array(decoded.bytes.prefix(64 << 10)), mediaType: input.source.mediaType)
    let table = TableRows(decoded.bytes, dialect, alive: input.alive)
    let sign = String(decoding: [dialect.delimiter], as: UTF8.self)
    emit(
      .document(
        Document(
          source: input.source, kind: .log, text: decoded.bytes, blocks: table.blocks,
          metadata: [
            MetadataItem("encoding", decoded.encoding),
            MetadataItem("delimiter", sign == "\t" ? "tab" : sign),
            MetadataItem("records", String(table.records)),
          ], provenance: provenance(for: input), findings: decoded.findings + table.findings)))
  }
}
