package import DaybookCore
package import DaybookIngest
import DaybookStore

/// Everything in a case that was taken out before release, and what the release forgot to take out.
package struct RedactionList {
  package struct Row: Hashable, Sendable {
    package var path: String
    package var page: Int?
    /// In the document's text.
    package var bytes: Range<Int>
    package var form: Redaction.Form
    package var clause: String?
    /// The words of its line around the mark, as released.
    package var line: String
    /// "sender", "recipient", "body", or another field of a header.
    package var role: String
    /// For a withheld sender or recipient: the name that stands for that person here.
    package var placeholder: String?
  }

  package private(set) var rows: [Row] = []
  /// Pages with words that cannot be seen, and senders who are named in another copy.
  package private(set) var findings: [Finding] = []

  package init(session: CaseSession) throws(PipelineError) {
    (rows, findings) = try PipelineError.wrap {
      let walk = try BundleWalk(store: session.store)
      var people = RedactedPeople()
      var rows: [Row] = []
      for document in walk.documents {
        for chunk in try session.store.chunks(of: document.record.row) {
          people.look(at: chunk.document, from: chunk.start, path: document.path)
          rows += RedactionList.rows(of: chunk.document, start: chunk.start, path: document.path)
        }
      }
      people.settle()
      for index in rows.indices where rows[index].role == "sender" || rows[index].role == "recipient" {
        rows[index].placeholder = people.placeholder(at: rows[index].path, byte: rows[index].bytes.lowerBound)
      }
      let hidden = walk.findings.filter { $0.code == "hidden-text" }
      return (rows, hidden + people.findings)
    }
  }

  private static func rows(of document: Document, start: Int, path: String) -> [Row] {
    let headers = document.segments.compactMap(\.header) + (document.header.map { [$0] } ?? [])
    return zip(RedactionScan.blocks(in: document), RedactionScan.redactions(in: document.text)).map {
      block, mark in
      let line = self.line(around: mark.bytes, in: document.text)
      let header = headers.first { $0.bytes?.overlaps(mark.bytes) ?? false }
      return Row(
        path: path, page: block.page,
        bytes: (mark.bytes.lowerBound + start)..<(mark.bytes.upperBound + start), form: mark.form,
        clause: mark.clause,
        line: String(decoding: document.text[line].prefix(200), as: UTF8.self),
        role: header.map { role(of: mark.bytes, in: $0, line: document.text[line]) } ?? "body")
    }
  }

  private static func line(around bytes: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = bytes.lowerBound
    while start > 0, text[start - 1] != 0x0A, bytes.lowerBound - start < 200 { start -= 1 }
    var end = bytes.upperBound
    while end < text.count, text[end] != 0x0A, end - bytes.upperBound < 200 { end += 1 }
    // Between characters, not inside one.
    while start < bytes.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > bytes.upperBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private static let senders: Set<String> = ["from", "von", "de", "oddi wrth", "da", "van", "frorn"]

  /// By the field that holds the mark, else by the label of its line.
  private static func role(
    of mark: Range<Int>, in header: MessageHeader, line: ArraySlice<UInt8>
  ) -> String {
    guard let field = header.places.first(where: { $0.bytes.overlaps(mark) }) else { return role(of: line) }
    switch field.name {
    case "from": return "sender"
    case "to", "cc": return "recipient"
    default: return field.name
    }
  }

  private static func role(of line: ArraySlice<UInt8>) -> String {
    let label = line.drop { $0 == 0x3E || $0 == 0x20 }.prefix { $0 != 0x3A && $0 != 0x0A }
    return senders.contains(String(decoding: label, as: UTF8.self).lowercased().trimmed)
      ? "sender" : "recipient"
  }

  // MARK: Output

  package func lines() -> [String] {
    var lines = rows.map { row in
      let page = row.page.map { " page \($0)" } ?? ""
      let clause = row.clause.map { "  \($0)" } ?? ""
      let person = row.placeholder.map { "  = \($0)" } ?? ""
      return "\(row.path)\(page)  bytes \(row.bytes.lowerBound)–\(row.bytes.upperBound)  \(row.form.rawValue)"
        + "\(clause)  \(row.role)\(person): \(row.line.trimmed)"
    }
    var counts: [String: Int] = [:]
    for row in rows { counts[row.clause ?? "no clause named", default: 0] += 1 }
    let summary = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value)" }
    lines.append(
      "\(rows.count) redactions" + (summary.isEmpty ? "" : " (" + summary.joined(separator: "; ") + ")"))
    for finding in findings {
      let page = finding.page.map { ", page \($0)" } ?? ""
      lines.append(
        "\(finding.severity.rawValue)  \(finding.code)  \(finding.path)\(page): \(finding.message)")
    }
    return lines
  }

  /// `{"format":"daybook-redactions/1","redactions":[…],"findings":[…]}`.
  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("format", "daybook-redactions/1")
      object.key("redactions")
      object.array { list in
        for row in rows { list.object { RedactionList.write(row, to: &$0) } }
      }
      object.key("findings")
      object.array { list in
        for finding in findings {
          list.object { object in
            object.field("code", finding.code)
            object.field("source", finding.path)
            if let page = finding.page { object.field("page", page) }
            object.field("message", finding.message)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func write(_ row: Row, to object: inout JSONWriter) {
    object.field("source", row.path)
    if let page = row.page { object.field("page", page) }
    object.key("bytes")
    object.array { list in
      list.number(row.bytes.lowerBound)
      list.number(row.bytes.upperBound)
    }
    object.field("form", row.form.rawValue)
    if let clause = row.clause { object.field("clause", clause) }
    object.field("role", row.role)
    if let placeholder = row.placeholder { object.field("placeholder", placeholder) }
    object.field("line", row.line.trimmed)
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(decoding: utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }
}
