import DaybookCore
import DaybookExtract

/// Writes the expressions of one text as JSON; bytes are counted as they come, scalars along the way.
struct DateSpanWriter {
  private let text: [UInt8]
  /// Where the text stands in the document.
  private let byteOffset: Int
  private var scalarCount: Int
  private var position = 0

  init(text: [UInt8], byteOffset: Int = 0, scalarOffset: Int = 0) {
    self.text = text
    self.byteOffset = byteOffset
    scalarCount = scalarOffset
  }

  /// Unicode scalars before a place. Places must come in order.
  private mutating func scalars(before end: Int) -> Int {
    let end = min(max(end, 0), text.count)
    if end < position { return scalarCount - Self.scalars(text[end..<position]) }
    scalarCount += Self.scalars(text[position..<end])
    position = end
    return scalarCount
  }

  /// Scalars in all of the text.
  mutating func total() -> Int { scalars(before: text.count) }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } }
  }

  mutating func write(_ span: DateSpan, to json: inout JSONWriter) {
    let start = scalars(before: span.bytes.lowerBound)
    let parts = span.parts.map { part in
      (part, scalars(before: part.bytes.lowerBound), scalars(before: part.bytes.upperBound))
    }
    let end = scalars(before: span.bytes.upperBound)
    json.object { json in
      place(span.bytes, start, end, &json)
      json.field(
        "text", String(decoding: text[span.bytes.clamped(to: 0..<text.count)], as: UTF8.self))
      json.field("type", span.kind.rawValue)
      json.field("value", span.value)
      if let modifier = span.modifier { json.field("mod", modifier) }
      if let earliest = span.earliest { json.field("earliest", earliest.description) }
      if let latest = span.latest { json.field("latest", latest.description) }
      if let relation = span.relation { json.field("rel", relation) }
      if let unit = span.unit { json.field("unit", unit) }
      if let due = span.due { json.field("due", due.description) }
      json.field("how", span.way.rawValue)
      if span.kind == .date || span.kind == .time || span.of != .mentioned {
        json.field("kind", span.of.rawValue)
      }
      if let base = span.base {
        json.key("anchor")
        json.object {
          $0.field("value", base.value)
          $0.field("from", base.origin.rawValue)
        }
      }
      if !span.alternatives.isEmpty { json.field("alt", span.alternatives) }
      json.field("rule", span.rule)
      if !parts.isEmpty {
        json.key("parts")
        json.array { json in
          for (part, start, end) in parts {
            json.object {
              place(part.bytes, start, end, &$0)
              $0.field("type", part.kind.rawValue)
              $0.field("value", part.value)
            }
          }
        }
      }
    }
  }

  private func place(_ bytes: Range<Int>, _ start: Int, _ end: Int, _ json: inout JSONWriter) {
    json.field("bstart", bytes.lowerBound + byteOffset)
    json.field("bend", bytes.upperBound + byteOffset)
    json.field("start", start)
    json.field("end", end)
  }
}
