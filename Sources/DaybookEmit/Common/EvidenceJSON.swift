import DaybookCore

/// Evidence as JSON, the same in every output that carries it.
///
/// Source: the contract of `score_events.py`: `{"source","sha256","page","start","end","quote"}`, and
/// `also_at` where the same bytes were found under other paths.
enum EvidenceJSON {
  static func write(_ evidence: [ChronologyEntry.Evidence], to json: inout JSONWriter) {
    json.array { for piece in evidence { write(piece, to: &$0) } }
  }

  static func write(_ evidence: ChronologyEntry.Evidence, to json: inout JSONWriter) {
    json.object {
      $0.field("source", evidence.source)
      $0.field("sha256", evidence.sha256)
      $0.field("page", evidence.page)
      $0.field("start", evidence.bytes.lowerBound)
      $0.field("end", evidence.bytes.upperBound)
      $0.field("quote", evidence.quote)
      if !evidence.alsoAt.isEmpty { $0.field("also_at", evidence.alsoAt) }
    }
  }

  /// `{"entry","order","evidence"}`: what a format without a place of its own for it carries beside an entry.
  static func claim(_ entry: ChronologyEntry) -> String {
    var json = JSONWriter()
    writeClaim(entry, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static func writeClaim(_ entry: ChronologyEntry, to json: inout JSONWriter) {
    json.object {
      $0.field("entry", entry.id.text)
      $0.field("order", entry.order)
      $0.key("evidence")
      write(entry.evidence, to: &$0)
    }
  }
}
