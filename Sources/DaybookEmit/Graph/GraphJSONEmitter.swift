package import DaybookCore

/// Writes the graph as one JSON object: parties, entries as nodes, relations, promises, clocks, conflicts,
/// intervals, follow-ups.
///
/// Shape: "daybook-graph/1". A node is an entry without its evidence beyond the first piece; `sources` counts the
/// papers that tell it. Ends of relations are ids of nodes or parties. Dates are EDTF.
package struct GraphJSONEmitter: GraphEmitter {
  package let name = "json"
  package static let format = "daybook-graph/1"

  package init() {}

  package func emit(_ graph: CaseGraph, to sink: inout some ByteSink) throws {
    var json = JSONWriter()
    json.open("{")
    json.field("format", GraphJSONEmitter.format)
    json.field("title", graph.chronology.title)
    json.lineBreak()
    json.key("parties")
    json.array { json in
      for party in graph.chronology.parties {
        json.object {
          $0.field("id", party.id.text)
          $0.field("name", party.name)
          $0.field("kind", party.kind.rawValue)
          $0.field("aliases", party.aliases)
        }
      }
    }
    json.lineBreak()
    json.key("nodes")
    json.open("[")
    try graph.chronology.entries.forEach { entry in
      json.lineBreak()
      GraphJSON.node(entry, to: &json)
      if json.bytes.count >= OutputBuffer.limit { try sink.write(json.drain()) }
    }
    json.close("]")
    json.lineBreak()
    json.key("relations")
    json.array { json in
      for relation in graph.graph.relations {
        json.lineBreak()
        GraphJSON.relation(relation, to: &json)
      }
    }
    for (key, write) in parts(graph) {
      json.lineBreak()
      json.key(key)
      json.array(write)
    }
    json.close("}")
    try sink.write(json.drain())
    try sink.write("\n")
  }

  private func parts(_ graph: CaseGraph) -> [(String, (inout JSONWriter) -> Void)] {
    [
      ("promises", { json in for value in graph.graph.promises { GraphJSON.promise(value, to: &json) } }),
      ("clocks", { json in for value in graph.graph.clocks { GraphJSON.clock(value, to: &json) } }),
      (
        "conflicts",
        { json in
          for value in graph.graph.conflicts {
            GraphJSON.conflict(value, graph.decisions[value.id.text], to: &json)
          }
        }
      ),
      ("intervals", { json in for value in graph.graph.intervals { GraphJSON.interval(value, to: &json) } }),
      ("follow_ups", { json in for value in graph.graph.followUps { GraphJSON.followUp(value, to: &json) } }),
    ]
  }
}
