package import DaybookCore

/// Writes the graph as GraphML, for Gephi, yEd, Cytoscape and networkx.
///
/// Shape: one directed graph; nodes are entries and parties (`type`), edges relations and roles (`kind`).
/// Source: GraphML 1.0 (U. Brandes and others), with typed `key` declarations.
package struct GraphMLEmitter: GraphEmitter {
  package let name = "graphml"

  package init() {}

  private static let nodeKeys = ["type", "label", "kind", "when", "modality", "source"]
  private static let edgeKeys = ["kind", "rule"]

  package func emit(_ graph: CaseGraph, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    buffer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.write("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for key in GraphMLEmitter.nodeKeys { buffer.write(declaration(key, of: "node")) }
    for key in GraphMLEmitter.edgeKeys { buffer.write(declaration(key, of: "edge")) }
    buffer.write("<graph id=\"case\" edgedefault=\"directed\">\n")
    var parties: [String: String] = [:]
    for party in graph.chronology.parties {
      parties[party.name] = party.id.text
      buffer.write(
        node(party.id.text, [("type", "party"), ("label", party.name), ("kind", party.kind.rawValue)]))
    }
    var number = 0
    try graph.chronology.entries.forEach { entry in
      buffer.write(
        node(
          entry.id.text,
          [
            ("type", "entry"), ("label", entry.summary), ("kind", entry.kind.rawValue),
            ("when", entry.when.timex?.edtf ?? ""), ("modality", entry.modality.rawValue),
            ("source", entry.evidence.first.map(EntryLabels.citation) ?? ""),
          ]))
      for part in entry.parties {
        guard let id = parties[part.name] else { continue }
        number += 1
        buffer.write(edge(number, from: id, to: entry.id.text, kind: part.role.rawValue, rule: entry.rule))
      }
      try buffer.spill(to: &sink)
    }
    for relation in graph.graph.relations {
      number += 1
      buffer.write(
        edge(number, from: relation.from, to: relation.to, kind: relation.kind.rawValue, rule: relation.rule))
      try buffer.spill(to: &sink)
    }
    buffer.write("</graph>\n</graphml>\n")
    try buffer.flush(to: &sink)
  }

  private func declaration(_ key: String, of element: String) -> String {
    "<key id=\"\(element)-\(key)\" for=\"\(element)\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
  }

  private func node(_ id: String, _ data: [(String, String)]) -> String {
    "<node id=\"\(HTMLText.escaped(id))\">" + data.map { self.data("node-" + $0, $1) }.joined() + "</node>\n"
  }

  private func edge(_ number: Int, from: String, to: String, kind: String, rule: String) -> String {
    "<edge id=\"e\(number)\" source=\"\(HTMLText.escaped(from))\" target=\"\(HTMLText.escaped(to))\">"
      + data("edge-kind", kind) + data("edge-rule", rule) + "</edge>\n"
  }

  private func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(HTMLText.escaped(value))</data>"
  }
}
