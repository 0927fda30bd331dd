package import DaybookCore
import DaybookExtract

/// Prints dates: one JSON object a document, or one line an expression.
package struct DatePrinter {
  private let isJSON: Bool
  private let locale: String
  /// The document under way: its chunks come one after the other.
  private var open: (id: String, scalars: Int)?
  private var json = JSONWriter()
  private var findings: [Finding] = []

  package init(isJSON: Bool, locale: String) {
    self.isJSON = isJSON
    self.locale = locale
  }

  package mutating func print(_ result: DateListing.Result, to sink: inout some ByteSink) throws {
    if isJSON { try printJSON(result, to: &sink) } else { try printLines(result, to: &sink) }
  }

  package mutating func finish(to sink: inout some ByteSink) throws {
    defer { open = nil }
    guard isJSON, open != nil else { return }
    json.close("]")
    if !findings.isEmpty {
      json.key("findings")
      json.array { json in
        for finding in findings {
          json.object {
            $0.field("code", finding.code)
            $0.field("message", finding.message)
            if let bytes = finding.bytes {
              $0.field("bstart", bytes.lowerBound)
              $0.field("bend", bytes.upperBound)
            }
          }
        }
      }
    }
    json.close("}")
    findings = []
    try sink.write(json.drain() + [0x0A])
    json = JSONWriter()
  }

  private mutating func printJSON(_ result: DateListing.Result, to sink: inout some ByteSink) throws {
    if open?.id != result.id {
      try finish(to: &sink)
      json.open("{")
      json.field("id", result.id)
      json.field("dct", result.written)
      if let place = result.writtenAt {
        json.key("dct_from")
        json.object {
          $0.field("bstart", place.lowerBound)
          $0.field("bend", place.upperBound)
        }
      }
      json.field("locale", locale)
      json.key("spans")
      json.open("[")
      open = (result.id, 0)
    }
    var writer = DateSpanWriter(
      text: result.text, byteOffset: result.byteOffset, scalarOffset: open?.scalars ?? 0)
    for span in result.spans {
      writer.write(span, to: &json)
      if json.bytes.count > 1 << 16 { try sink.write(json.drain()) }
    }
    open?.scalars = writer.total()
    findings += result.findings
  }

  private mutating func printLines(_ result: DateListing.Result, to sink: inout some ByteSink) throws {
    var lines: [UInt8] = []
    if open?.id != result.id {
      open = (result.id, 0)
      let place = result.writtenAt.map { ", as bytes \($0.lowerBound)–\($0.upperBound) say" } ?? ""
      let dated = result.written.map { "  (written \($0)\(place))" } ?? ""
      lines += Array("\(result.id)\(dated)\n".utf8)
    }
    for span in result.spans {
      let words = Explanation.oneLine(
        String(decoding: result.text[span.bytes.clamped(to: 0..<result.text.count)], as: UTF8.self))
      let base = span.base.map { ", from \($0.value) (\($0.origin.rawValue))" } ?? ""
      let place = "\(span.bytes.lowerBound + result.byteOffset)–\(span.bytes.upperBound + result.byteOffset)"
      let kind = span.of == .mentioned ? "" : span.of.rawValue + ", "
      let relation = span.relation.map { "\($0) " } ?? ""
      let due = span.due.map { ", due \($0)" } ?? ""
      let others = span.alternatives.isEmpty ? "" : ", or \(span.alternatives.joined(separator: " or "))"
      lines += Array(
        "  \(place)  \(span.kind.rawValue)  \(relation)\(span.value)  “\(words)”  (\(kind)\(span.way.rawValue)\(base)\(due)\(others))\n"
          .utf8)
    }
    for finding in result.findings {
      let place = finding.bytes.map { "  \($0.lowerBound)–\($0.upperBound)" } ?? ""
      lines += Array("\(place)  \(finding.severity.rawValue) \(finding.code): \(finding.message)\n".utf8)
    }
    try sink.write(lines)
  }
}
