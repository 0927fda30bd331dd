package import DaybookCore

/// Writes one CSV row per entry under a header, then the account of the run as rows of the kind "ledger".
///
/// Shape: UTF-8 with a byte-order mark, because Excel reads a file without one in the machine's old code
/// page; CR LF; the columns of `columns`. `start` and `end` as in `DateFields`; byte offsets are UTF-8,
/// 0-based, end not included; several names are separated by "; "; `other_evidence` holds all evidence but
/// the first as JSON (`EvidenceJSON`). Ledger rows have no order and carry their words in `summary`, their
/// file in `source`. Formulas are defused as `CSVText` says.
/// Source: RFC 4180.
package struct CSVEmitter: Emitter {
  package let name = "csv"
  package let fileName = "chronology.csv"

  package static let columns = [
    "order", "date", "start", "end", "precision", "edtf", "basis", "date_text", "kind", "modality", "summary",
    "agents",
    "recipients", "mentioned", "source", "page", "start_byte", "end_byte", "sha256", "quote",
    "other_evidence", "rule", "why",
    "date_kind", "utc_offset", "stated", "context", "also_at", "id",
  ]

  /// What a row that is not an entry has for its kind.
  package static let ledgerKind = "ledger"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    buffer.write("\u{FEFF}")
    buffer.write(CSVText.row(CSVEmitter.columns))
    try chronology.entries.forEach { entry in
      buffer.row(cells(entry))
      try buffer.spill(to: &sink)
    }
    for cells in ledger(chronology) {
      buffer.write(CSVText.row(cells))
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }

  private func cells(_ entry: ChronologyEntry) -> [String] {
    let date = DateFields(entry)
    let first = entry.evidence.first
    func names(_ role: Party.Role) -> String { EntryLabels.names(entry, role).joined(separator: "; ") }
    return [
      String(entry.order), DateWords.words(entry.when), date.start ?? "", date.end ?? "",
      date.precision.rawValue, date.edtf,
      date.basis?.rawValue ?? "", date.text, entry.kind.rawValue, entry.modality.rawValue, entry.summary,
      names(.agent), names(.recipient), names(.mentioned),
      first?.source ?? "", first?.page.map { String($0) } ?? "",
      first.map { String($0.bytes.lowerBound) } ?? "",
      first.map { String($0.bytes.upperBound) } ?? "", first?.sha256 ?? "", first?.quote ?? "", others(entry),
      entry.rule, date.why.joined(separator: "\n"), date.kind.rawValue, date.offsetText ?? "",
      entry.isStated ? "stated" : "inferred", entry.context ?? "",
      first?.alsoAt.joined(separator: "\n") ?? "",
      entry.id.text,
    ]
  }

  private func others(_ entry: ChronologyEntry) -> String {
    guard entry.evidence.count > 1 else { return "" }
    var json = JSONWriter()
    EvidenceJSON.write(Array(entry.evidence.dropFirst()), to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func ledger(_ chronology: Chronology) -> [[String]] {
    var rows: [[String]] = []
    func add(_ words: String, source: String = "", page: Int? = nil) {
      var cells = [String](repeating: "", count: CSVEmitter.columns.count)
      cells[8] = CSVEmitter.ledgerKind
      cells[10] = words
      cells[14] = source
      cells[15] = page.map { String($0) } ?? ""
      rows.append(cells)
    }
    add("\(chronology.title): \(AboutText.scope(chronology))")
    add("\(chronology.generator), bundle \(chronology.bundle)")
    add(AboutText.zone(chronology))
    for line in LedgerText(chronology.ledger).totals { add(line) }
    for row in chronology.ledger.losses { add(LedgerText.loss(row), source: row.path) }
    for finding in chronology.ledger.findings {
      add(
        "\(finding.severity.rawValue) \(finding.code): \(finding.message)", source: finding.path,
        page: finding.page)
    }
    for gap in chronology.gaps { add(AboutText.gap(gap)) }
    return rows
  }
}
