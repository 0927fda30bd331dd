package import DaybookCore

/// Writes a comparison as one JSON object: `daybook-diff/1`.
///
/// Shape: `old` and `new` with path, hash and media type, and `text` where ranges do not count in the file
/// itself; `ops` in reading order of NEW, each with byte ranges that tile both texts; `changes` (facts),
/// `metadata`, `findings`, `tracked`, `comments`, `renumberings`. Ranges are half-open UTF-8 byte offsets.
/// Rows of tables name their changed cells in `cells`, in old coordinates (table from 1, row and column from
/// 0); a cell of which a fact in `changes` says all is not named twice. Source: `score_diff.py --contract`.
package struct VersionDiffJSONEmitter: VersionDiffEmitter {
  package let name = "json"
  package let fileExtension = "json"

  package init() {}

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    var writer = JSONWriter()
    writer.open("{")
    writer.field("format", "daybook-diff/1")
    writer.key("old")
    side(diff.old, &writer)
    writer.key("new")
    side(diff.new, &writer)
    writer.key("ops")
    writer.open("[")
    var facts = diff.facts[...]
    for (index, op) in diff.ops.enumerated() {
      writer.lineBreak()
      write(op, diff, facts.prefix { $0.op == index }, &writer)
      facts = facts.drop { $0.op <= index }
      if writer.bytes.count > 1 << 16 { try sink.write(writer.drain()) }
    }
    writer.close("]")
    writer.lineBreak()
    VersionFactsJSON.write(diff, &writer)
    writer.close("}")
    try sink.write(writer.drain() + [0x0A])
  }

  private func side(_ side: VersionSide, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("path", side.document.source.path)
      $0.field("sha256", side.document.source.id.text)
      $0.field("media", VersionDiffJSONEmitter.media(side.document.source.mediaType))
      if !side.isFileText { $0.field("text", side.quote(0..<side.byteCount)) }
    }
  }

  /// The contract's names of the common kinds; others by their media type.
  private static func media(_ type: String) -> String {
    switch type {
    case "text/markdown": "markdown"
    case "text/plain": "text"
    case "text/html", "application/xhtml+xml": "html"
    case "application/pdf": "pdf"
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"
    case "application/vnd.oasis.opendocument.text": "odt"
    default: type
    }
  }

  private func write(
    _ op: DiffOp, _ diff: VersionDiff, _ facts: ArraySlice<FactChange>, _ writer: inout JSONWriter
  ) {
    writer.object {
      $0.field("kind", op.kind.rawValue)
      let kind = op.new == nil ? kind(diff.old, op.oldUnits) : kind(diff.new, op.newUnits)
      $0.field("block", kind)
      place("old", op.old, op.oldUnits, diff.old, &$0)
      place("new", op.new, op.newUnits, diff.new, &$0)
      if op.isTechnical { $0.field("technical", true) }
      if op.kind == .inserted, let new = op.new { $0.field("text", diff.new.quote(new)) }
      if !op.words.isEmpty {
        $0.key("words")
        $0.array { for word in op.words { write(word, diff, &$0) } }
      }
      let cells = op.cells.filter { !isFact($0, op, facts) }
      if cells.contains(where: { $0.old != nil }) {
        $0.key("cells")
        $0.array { for cell in cells { write(cell, &$0) } }
      }
    }
  }

  private func kind(_ side: VersionSide, _ units: Range<Int>) -> String {
    switch side.units[units.lowerBound].kind {
    case .heading: "heading"
    case .paragraph, .quoted, .footnote: "paragraph"
    case .listItem: "list-item"
    case .tableRow: "table-row"
    case .code, .furniture, .other: "other"
    }
  }

  private func place(
    _ name: String, _ bytes: Range<Int>?, _ units: Range<Int>, _ side: VersionSide,
    _ writer: inout JSONWriter
  ) {
    guard let bytes else { return }
    let unit = side.units[units.lowerBound]
    writer.key(name)
    writer.object {
      $0.field("index", units.lowerBound)
      if units.count > 1 { $0.field("count", units.count) }
      VersionFactsJSON.range("range", bytes, &$0)
      if let table = unit.table { $0.field("table", table) }
      if let row = unit.row { $0.field("row", row) }
    }
  }

  private func write(_ word: WordOp, _ diff: VersionDiff, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("op", word.kind.rawValue)
      VersionFactsJSON.range("old", word.old, &$0)
      VersionFactsJSON.range("new", word.new, &$0)
      if word.kind == .insert || word.kind == .replace { $0.field("text", diff.new.quote(word.new)) }
    }
  }

  /// Whether a fact in `changes` says all that changed in a cell: it is not said twice.
  private func isFact(_ cell: CellChange, _ op: DiffOp, _ facts: ArraySlice<FactChange>) -> Bool {
    guard cell.kind == .changed, let old = cell.oldBytes, let new = cell.newBytes else { return false }
    let changes = op.words.filter {
      $0.kind != .equal && $0.old.clamped(to: old) == $0.old && $0.new.clamped(to: new) == $0.new
    }
    return !changes.isEmpty
      && changes.allSatisfy { change in
        facts.contains {
          !isOther($0.kind) && $0.old.overlaps(change.old) && $0.new.overlaps(change.new)
        }
      }
  }

  private func isOther(_ kind: FactChange.Kind) -> Bool { kind == .riskRating || kind == .lawfulBasis }

  /// Cells that only NEW has are inserted words of the row.
  private func write(_ cell: CellChange, _ writer: inout JSONWriter) {
    guard let old = cell.old else { return }
    writer.object {
      $0.field("table", old.table)
      $0.field("row", old.row)
      $0.field("col", old.column)
      $0.field("change", cell.kind.rawValue)
    }
  }
}
