package import DaybookCore

/// What the outputs of a graph are given: the entries and parties, and what joins them.
package struct CaseGraph: Sendable {
  package var chronology: Chronology
  package var graph: EventGraph
  /// What a reviewer said of candidates, by their ids.
  package var decisions: [String: Decision]

  package init(chronology: Chronology, graph: EventGraph, decisions: [String: Decision] = [:]) {
    self.chronology = chronology
    self.graph = graph
    self.decisions = decisions
  }
}

/// Writes a graph in one format; pure, and the same bytes for the same graph.
package protocol GraphEmitter: Sendable {
  /// As `--format` takes it.
  var name: String { get }
  func emit(_ graph: CaseGraph, to sink: inout some ByteSink) throws
}

/// Every format that `daybook graph` knows.
package enum GraphEmitters {
  package static let all: [any GraphEmitter] = [
    GraphJSONEmitter(),
    GraphMLEmitter(),
    DOTEmitter(),
    FTMEmitter(),
  ]

  package static func named(_ name: String) -> (any GraphEmitter)? { all.first { $0.name == name } }
}
