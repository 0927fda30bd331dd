package import DaybookCore

/// The values of a graph as JSON objects, the same in `daybook graph` and in the commands for each of them.
package enum GraphJSON {
  static func node(_ entry: ChronologyEntry, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", entry.id.text)
      json.field("order", entry.order)
      json.field("kind", entry.kind.rawValue)
      json.field("modality", entry.modality.rawValue)
      json.field("when", entry.when.timex?.edtf)
      json.field("said", entry.assertion.on?.edtf)
      json.field("said_by", entry.assertion.by)
      json.field("message", entry.assertion.message?.text)
      json.field("summary", entry.summary)
      json.field("object", entry.object)
      json.key("parties")
      json.array { json in
        for party in entry.parties {
          json.object {
            $0.field("name", party.name)
            $0.field("role", party.role.rawValue)
          }
        }
      }
      json.field("sources", Set(entry.evidence.map(\.source)).count)
      json.key("evidence")
      EvidenceJSON.write(entry.evidence, to: &json)
    }
  }

  package static func relation(_ relation: Relation, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", relation.kind.rawValue)
      json.field("from", relation.from)
      json.field("to", relation.to)
      json.field("rule", relation.rule)
      json.key("evidence")
      json.array { json in
        for anchor in relation.evidence {
          json.object {
            $0.field("source", anchor.document.text)
            $0.field("page", anchor.page)
            $0.field("start", anchor.bytes.lowerBound)
            $0.field("end", anchor.bytes.upperBound)
            $0.field("quote", anchor.quote)
          }
        }
      }
    }
  }

  package static func promise(_ promise: Promise, to json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.field("id", promise.id.text)
      json.field("entry", promise.entry.text)
      json.field("by", promise.by)
      json.field("to", promise.to)
      json.field("made", promise.made?.edtf)
      json.field("due", promise.due?.edtf)
      json.field("text", promise.text)
      json.field("outcome", promise.outcome.rawValue)
      json.field("kept_by", promise.kept?.text)
      json.field("kept_on", promise.keptOn?.description)
      json.field("against", promise.against.map(\.text))
      json.field("why", promise.why)
      json.key("evidence")
      EvidenceJSON.write(promise.evidence, to: &json)
    }
  }

  package static func clock(_ clock: Clock, to json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.field("name", clock.name)
      json.field("what", clock.what)
      json.field("law", clock.source)
      json.field("entry", clock.entry.text)
      json.field("starts", clock.starts.description)
      json.field("due", clock.due.description)
      json.field("computed", true)
      json.field("why", clock.why)
      json.key("evidence")
      EvidenceJSON.write(clock.evidence, to: &json)
    }
  }

  package static func conflict(_ conflict: Conflict, _ decision: Decision?, to json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.field("id", conflict.id.text)
      json.field("kind", conflict.kind.rawValue)
      json.field("note", conflict.isNote)
      json.field("statement", conflict.statement)
      json.field("weight", conflict.weight)
      json.field("rule", conflict.rule)
      json.field("computed", true)
      json.field("verdict", decision?.verdict.rawValue)
      json.field("verdict_note", decision?.note)
      json.key("sides")
      json.array { json in
        for side in conflict.sides {
          json.object { json in
            json.field("says", side.says)
            json.field("by", side.by)
            json.field("on", side.on?.edtf)
            json.field("entry", side.entry?.text)
            json.key("evidence")
            EvidenceJSON.write(side.evidence, to: &json)
          }
        }
      }
    }
  }

  package static func interval(_ interval: Interval, to json: inout JSONWriter) {
    json.lineBreak()
    json.object {
      $0.field("what", interval.what)
      $0.field("from", interval.from.text)
      $0.field("to", interval.to.text)
      $0.field("start", interval.start.description)
      $0.field("end", interval.end.description)
      $0.field("days", interval.days)
      $0.field("computed", true)
    }
  }

  package static func followUp(_ followUp: FollowUp, to json: inout JSONWriter) {
    json.lineBreak()
    json.object { json in
      json.field("kind", followUp.kind.rawValue)
      json.field("text", followUp.text)
      json.field("from", followUp.from?.description)
      json.field("to", followUp.to?.description)
      json.key("evidence")
      if let evidence = followUp.evidence { EvidenceJSON.write(evidence, to: &json) } else { json.text(nil) }
    }
  }
}
