import DaybookCore

/// Reads the load files of a production: Concordance DAT, one row a document, and Opticon OPT, one row a page.
///
/// Shape: one `Document` of kind log; the text is the file's own, each field a `.cell` block with row (the first is
/// 1), column and the name of its column. Rows that are broken are named by number. What the rows say of natives,
/// texts and families is held against the folder by the pipeline. A large DAT comes in parts, as other tables do.
/// Source: Concordance and Opticon as delivered in productions; Relativity's load file specifications.
struct LoadFileConverter: Converter {
  let name = "load-file"
  let version = 1
  let signature = Signature(
    mediaTypes: ["application/x-concordance", "application/x-opticon"], extensions: ["dat", "opt"])

  /// Columns of an OPT, which has no header. Source: Opticon's format.
  private static let imageColumns = [
    "image", "volume", "path", "document break", "folder break", "box break", "pages",
  ]

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    let sample = input.bytes.copy(0..<(64 << 10))
    let headerEnd = sample.firstIndex(of: 0x0A).map { 0..<($0 + 1) }
    let isImages = input.source.mediaType == "application/x-opticon"
    if try LargeText.split(input, header: isImages ? nil : headerEnd, emit: emit) { return }
    let decoded = input.bytes.withBytes { TextDecoding.decode($0) }
    let text = decoded.bytes
    var dialect = LoadFileDialect(text)
    if isImages {
      dialect.separator = 0x2C
      dialect.quote = [0x22]
    }
    var table = LoadFileTable(
      text, dialect, fixed: isImages ? LoadFileConverter.imageColumns : nil, alive: input.alive)
    guard table.rows > 0 else { throw .unreadable(reason: "the load file has no rows") }
    if isImages { table.checkImages(text) }
    emit(
      .document(
        Document(
          source: input.source, kind: .log, text: text, blocks: table.blocks,
          metadata: [
            MetadataItem("encoding", decoded.encoding), MetadataItem("delimiters", dialect.name),
            MetadataItem("rows", String(table.rows)),
            MetadataItem("load-file", isImages ? "opticon" : "concordance"),
          ], provenance: provenance(for: input), findings: decoded.findings + table.findings)))
  }
}

/// The rows of a load file as cells.
struct LoadFileTable {
  private(set) var blocks: [Block] = []
  private(set) var rows = 0
  private(set) var findings: [Finding] = []
  private var images: [(row: Int, fields: [Range<Int>])] = []

  init(_ text: [UInt8], _ dialect: LoadFileDialect, fixed: [String]?, alive: () -> Void) {
    var reader = LoadFileReader(text, dialect)
    var names: [String?]? = fixed
    var width = fixed?.count
    var (ragged, unclosed): ([Int], [Int]) = ([], [])
    while let fields = reader.next() {
      if reader.row % 4096 == 0 { alive() }
      if reader.isUnclosed { unclosed.append(reader.row) }
      if names == nil {
        let found = fields.map { LoadFileTable.line(text[$0]) }
        width = fields.count
        guard LoadFileTable.isHeader(fields, text) else {
          names = []
          findings.append(
            Finding(
              "load-file-header", .warning,
              "the load file has no row of column names; its columns are read without"))
          add(fields, text, names: [], row: reader.row)
          continue
        }
        names = found
        add(fields, text, names: [], row: reader.row)
        continue
      }
      if let width, fields.count != width { ragged.append(reader.row) }
      rows += 1
      if fixed != nil { images.append((reader.row, fields)) }
      add(fields, text, names: names ?? [], row: reader.row)
    }
    if names?.isEmpty ?? false { rows += 1 }
    report(ragged, "load-file-row", "have more or fewer fields than the first row")
    report(unclosed, "load-file-quote", "have a field whose quotation is never closed")
  }

  private mutating func add(_ fields: [Range<Int>], _ text: [UInt8], names: [String?], row: Int) {
    for (column, field) in fields.enumerated() {
      let words = Blank.trimmed(field, in: text)
      if words.isEmpty { continue }
      let name = column < names.count ? names[column] : nil
      blocks.append(
        Block(.cell, words, cell: Block.Cell(table: 1, row: row, column: column + 1, heading: name)))
    }
  }

  /// "rows 4, 17 and 203 …": up to twenty by number.
  private mutating func report(_ rows: [Int], _ code: String, _ what: String) {
    guard !rows.isEmpty else { return }
    let shown = rows.prefix(20).map(String.init).joined(separator: ", ")
    let more = rows.count > 20 ? " and \(rows.count - 20) more" : ""
    let subject = rows.count == 1 ? "row" : "rows"
    findings.append(Finding(code, .warning, "\(subject) \(shown)\(more) \(what)"))
  }

  /// Names that productions use; or names of any kind, which have no figures and are all different.
  private static func isHeader(_ fields: [Range<Int>], _ text: [UInt8]) -> Bool {
    if fields.contains(where: { LoadFileField(heading: Array(text[$0])) != nil }) { return true }
    let words = fields.map { Blank.trimmed($0, in: text) }
    return fields.count > 1 && Set(words.map { Array(text[$0]) }).count == fields.count
      && words.allSatisfy {
        !$0.isEmpty && $0.count <= 80 && !text[$0].contains { (0x30...0x39).contains($0) }
      }
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String? {
    let line = MailLine.cleaned(bytes)
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  /// Holds the page counts of an OPT against its rows.
  mutating func checkImages(_ text: [UInt8]) {
    var wrong: [Int] = []
    var unnamed: [Int] = []
    var open: (row: Int, stated: Int?, pages: Int)?
    func close(_ next: (row: Int, stated: Int?, pages: Int)?) {
      if let done = open, let stated = done.stated, stated != done.pages { wrong.append(done.row) }
      open = next
    }
    for (row, fields) in images {
      if fields.count < 3 || fields[0].isEmpty || fields[2].isEmpty { unnamed.append(row) }
      let begins =
        fields.count > 3 && [UInt8(ascii: "Y"), UInt8(ascii: "y")].contains(text[fields[3]].first ?? 0)
      if begins {
        let stated = fields.count > 6 ? Int(String(decoding: text[fields[6]], as: UTF8.self)) : nil
        close((row, stated, 1))
      } else {
        open?.pages += 1
      }
    }
    close(nil)
    report(unnamed, "load-file-row", "name no page or no image")
    report(wrong, "load-file-pages", "begin documents that state another number of pages than follow")
  }
}
