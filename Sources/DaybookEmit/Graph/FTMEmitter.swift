package import DaybookCore

/// Writes the graph as FollowTheMoney entities, one JSON object a line, as Aleph reads them.
///
/// Shape: parties are Person, PublicBody or LegalEntity, entries Event, relations UnknownLink; every value of a
/// property is a list. Dates are cut to their precision; an interval has `startDate` and `endDate`, and its words
/// stand in `summary`. Source: FollowTheMoney schema, Event, UnknownLink, LegalEntity.
package struct FTMEmitter: GraphEmitter {
  package let name = "ftm"

  package init() {}

  package func emit(_ graph: CaseGraph, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    var parties: [String: String] = [:]
    for party in graph.chronology.parties {
      parties[party.name] = party.id.text
      line(party.id.text, schema(party), &buffer) { json in
        list("name", [party.name], &json)
        list("alias", party.aliases, &json)
      }
    }
    try graph.chronology.entries.forEach { entry in
      event(entry, parties, &buffer)
      try buffer.spill(to: &sink)
    }
    for relation in graph.graph.relations {
      let id = Identifier<Relation>(of: [relation.kind.rawValue, relation.from, relation.to, relation.rule])
        .text
      line(id, "UnknownLink", &buffer) { json in
        list("subject", [relation.from], &json)
        list("object", [relation.to], &json)
        list("role", [relation.kind.rawValue], &json)
        list("summary", [relation.rule], &json)
      }
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }

  private func event(_ entry: ChronologyEntry, _ parties: [String: String], _ buffer: inout OutputBuffer) {
    let date = DateFields(entry.when)
    line(entry.id.text, "Event", &buffer) { json in
      list("name", [entry.summary], &json)
      // A year that nobody knows is no date here.
      let ends = [date.start, date.end].map { $0.flatMap { $0.contains("X") ? nil : String($0.prefix(10)) } }
      if let start = ends[0], start == ends[1] {
        list("date", [start], &json)
      } else {
        list("startDate", ends[0].map { [$0] } ?? [], &json)
        list("endDate", ends[1].map { [$0] } ?? [], &json)
      }
      list("summary", [entry.when.text].filter { !$0.isEmpty }, &json)
      list("keywords", [entry.kind.rawValue, entry.modality.rawValue], &json)
      let roles = { (wanted: [Party.Role]) in
        entry.parties.filter { wanted.contains($0.role) }.compactMap { parties[$0.name] }
      }
      list("organizer", roles([.agent]), &json)
      list("involved", roles([.recipient, .mentioned]), &json)
      list("description", entry.evidence.map { "\(EntryLabels.citation($0)): “\($0.quote)”" }, &json)
    }
  }

  private func schema(_ party: Party) -> String {
    switch party.kind {
    case .person: "Person"
    case .body: "Organization"
    case .role, .mailbox: "LegalEntity"
    }
  }

  private func line(
    _ id: String, _ schema: String, _ buffer: inout OutputBuffer, _ properties: (inout JSONWriter) -> Void
  ) {
    var json = JSONWriter()
    json.object { json in
      json.field("id", id)
      json.field("schema", schema)
      json.key("properties")
      json.object(properties)
    }
    buffer.write(json.drain())
    buffer.write("\n")
  }

  private func list(_ name: String, _ values: [String], _ json: inout JSONWriter) {
    if !values.isEmpty { json.field(name, values) }
  }
}
