import DaybookCore
import DaybookExtract

/// How each date of a text came about: the words, the rule, the anchor, the arithmetic, other readings.
package struct DateExplanation {
  private let request: DateRequest

  package init(_ request: DateRequest) { self.request = request }

  /// Lines to print.
  package func lines(for text: String) -> [String] {
    let bytes = Array(text.utf8)
    let spans = request.reader(locale: request.locale).spans(text: bytes, written: request.written)
    if spans.isEmpty { return ["no date, time, duration or frequency in these words"] }
    var lines: [String] = []
    for span in spans {
      let words = Explanation.oneLine(
        String(decoding: bytes[span.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self))
      if !lines.isEmpty { lines.append("") }
      lines.append("“\(words)”  bytes \(span.bytes.lowerBound)–\(span.bytes.upperBound)")
      lines += DateExplanation.steps(span).map { "  " + $0 }
    }
    return lines
  }

  private static func steps(_ span: DateSpan) -> [String] {
    var lines = ["\(span.kind.rawValue) \(span.value)" + (span.modifier.map { ", \($0)" } ?? "")]
    lines.append("rule: \(span.rule)")
    if span.of != .mentioned { lines.append("kind: \(span.of.rawValue), by where and how it stands") }
    if let base = span.base { lines.append("anchor: \(base.value), \(origin(base.origin))") }
    if span.why.isEmpty {
      lines.append(
        span.kind == .date || span.kind == .time ? "all of it is written" : "how long or how often, no day")
    }
    lines += span.why
    if let relation = span.relation { lines.append("bounded by the word before it: \(relation)") }
    let days = [span.earliest.map { "from \($0)" }, span.latest.map { "to \($0)" }].compactMap { $0 }
    if !days.isEmpty, span.earliest != span.latest { lines.append("days: " + days.joined(separator: " ")) }
    if let due = span.due { lines.append("due: \(due)") }
    for part in span.parts {
      lines.append("end: bytes \(part.bytes.lowerBound)–\(part.bytes.upperBound) are \(part.value)")
    }
    if !span.alternatives.isEmpty {
      lines.append("could also be " + span.alternatives.joined(separator: " or "))
    }
    return lines
  }

  private static func origin(_ origin: DateReading.Base.Origin) -> String {
    switch origin {
    case .document: "the date of the document"
    case .header: "the date line above it"
    case .previous: "a date before it"
    case .heading: "the heading above it"
    }
  }
}
