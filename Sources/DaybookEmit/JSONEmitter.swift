package import DaybookCore

/// Writes the whole chronology as one JSON object, the account first and one entry a line.
///
/// Shape: the contract of `score_events.py` ("daybook-chronology/1") and more beside it: generator, title,
/// bundle, time zone, scope, count, ledger, parties, gaps, findings; for an entry modality, rule, stated,
/// context, object and `said` (by whom, to whom, when, in which message's entry); for its date kind and `utc_offset` (minutes east).
/// `why` has one step a line. Byte offsets are UTF-8, 0-based, end not included.
package struct JSONEmitter: Emitter {
  package let name = "json"
  package let fileName = "chronology.json"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var json = JSONWriter()
    json.open("{")
    writeHead(chronology, to: &json)
    json.key("entries")
    json.open("[")
    try chronology.entries.forEach { entry in
      json.lineBreak()
      write(entry, to: &json)
      if json.bytes.count >= OutputBuffer.limit { try sink.write(json.drain()) }
    }
    try sink.write(json.drain())
    try sink.write("\n")
    json.close("]")
    json.close("}")
    try sink.write(json.drain())
    try sink.write("\n")
  }

  private func writeHead(_ chronology: Chronology, to json: inout JSONWriter) {
    json.field("format", JSONEmitter.format)
    json.field("generator", chronology.generator)
    json.field("title", chronology.title)
    json.field("bundle", chronology.bundle.text)
    json.field("time_zone", chronology.timeZone)
    json.field("scope", chronology.scope)
    json.field("count", chronology.count)
    json.lineBreak()
    json.key("ledger")
    write(chronology.ledger, to: &json)
    json.lineBreak()
    json.key("parties")
    json.array { json in
      for party in chronology.parties {
        json.object {
          $0.field("id", party.id.text)
          $0.field("name", party.name)
          $0.field("kind", party.kind.rawValue)
          $0.field("aliases", party.aliases)
        }
      }
    }
    json.lineBreak()
    json.key("gaps")
    json.array { json in
      for gap in chronology.gaps {
        json.object {
          $0.field("after", gap.after.description)
          $0.field("before", gap.before.description)
          $0.field("days", gap.days)
        }
      }
    }
    json.lineBreak()
    json.key("findings")
    json.array { json in for finding in chronology.ledger.findings { write(finding, to: &json) } }
    json.lineBreak()
  }

  package static let format = "daybook-chronology/1"

  private func write(_ ledger: Ledger, to json: inout JSONWriter) {
    json.object { json in
      json.field("found", ledger.found)
      json.field("read", ledger.read)
      json.field("in_part", ledger.inPart)
      json.field("failed", ledger.failed)
      json.field("skipped", ledger.skipped)
      json.field("duplicates", ledger.duplicates)
      json.field("pages", ledger.pages)
      json.field("pages_without_text", ledger.pagesWithoutText)
      json.field("entries", ledger.entries)
      json.field("entries_without_date", ledger.entriesWithoutDate)
      json.key("losses")
      json.array { json in
        for row in ledger.losses {
          json.object {
            $0.field("path", row.path)
            $0.field("outcome", row.outcome.rawValue)
            $0.field("reason", row.reason)
            $0.field("pages", row.pages)
            $0.field("pages_without_text", row.pagesWithoutText)
            $0.field("entries", row.entries)
          }
        }
      }
    }
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object {
      $0.field("code", finding.code)
      $0.field("severity", finding.severity.rawValue)
      $0.field("message", finding.message)
      $0.field("path", finding.path)
      $0.field("page", finding.page)
      $0.field("start", finding.bytes?.lowerBound)
      $0.field("end", finding.bytes?.upperBound)
    }
  }

  private func write(_ entry: ChronologyEntry, to json: inout JSONWriter) {
    let date = DateFields(entry)
    json.object { json in
      json.field("id", entry.id.text)
      json.field("order", entry.order)
      json.key("date")
      json.object {
        $0.field("start", date.start)
        $0.field("end", date.end)
        $0.field("precision", date.precision.rawValue)
        $0.field("edtf", date.edtf)
        $0.field("basis", date.basis?.rawValue)
        $0.field("text", date.text)
        $0.field("why", date.why.joined(separator: "\n"))
        $0.field("kind", date.kind.rawValue)
        $0.field("utc_offset", date.utcOffset)
      }
      json.field("kind", entry.kind.rawValue)
      json.field("modality", entry.modality.rawValue)
      json.field("summary", entry.summary)
      json.key("parties")
      json.array { json in
        for party in entry.parties {
          json.object {
            $0.field("name", party.name)
            $0.field("role", party.role.rawValue)
            $0.field("kind", party.kind.rawValue)
          }
        }
      }
      json.key("evidence")
      EvidenceJSON.write(entry.evidence, to: &json)
      json.field("rule", entry.rule)
      json.field("stated", entry.isStated)
      json.field("context", entry.context)
      json.field("object", entry.object)
      json.key("said")
      json.object { json in
        json.field("on", entry.assertion.on?.edtf)
        json.field("by", entry.assertion.by)
        json.field("to", entry.assertion.to)
        json.field("message", entry.assertion.message?.text)
      }
    }
  }
}
