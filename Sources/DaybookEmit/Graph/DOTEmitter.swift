package import DaybookCore

/// Writes the graph in the DOT language of Graphviz: entries that have relations, and the relations.
///
/// Shape: one `digraph`; entries without any relation are left out, for a drawing of them says nothing. Source:
/// Graphviz, "The DOT Language".
package struct DOTEmitter: GraphEmitter {
  package let name = "dot"

  /// Characters of a summary that fit a box.
  private static let width = 60

  package init() {}

  package func emit(_ graph: CaseGraph, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    buffer.write(
      "digraph \(quoted(graph.chronology.title)) {\n  rankdir=LR;\n  node [shape=box, fontsize=10];\n")
    let ends = Set(graph.graph.relations.flatMap { [$0.from, $0.to] })
    for party in graph.chronology.parties where ends.contains(party.id.text) {
      buffer.write("  \(quoted(party.id.text)) [shape=ellipse, label=\(quoted(party.name))];\n")
    }
    try graph.chronology.entries.forEach { entry in
      guard ends.contains(entry.id.text) else { return }
      let line = PlainText.line(entry.summary)
      let label = line.count > DOTEmitter.width ? line.prefix(DOTEmitter.width) + "…" : Substring(line)
      buffer.write(
        "  \(quoted(entry.id.text)) [label=\(quoted(DateWords.words(entry.when) + "\n" + label))];\n")
      try buffer.spill(to: &sink)
    }
    for relation in graph.graph.relations {
      buffer.write(
        "  \(quoted(relation.from)) -> \(quoted(relation.to)) [label=\(quoted(relation.kind.rawValue))];\n")
      try buffer.spill(to: &sink)
    }
    buffer.write("}\n")
    try buffer.flush(to: &sink)
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for character in text {
      switch character {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.append(character)
      }
    }
    return out + "\""
  }
}
