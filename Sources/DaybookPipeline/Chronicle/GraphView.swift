package import DaybookCore
package import DaybookEmit
import DaybookStore

/// The event graph of a finished case: promises, conflicts, follow-ups, in lines or as JSON.
package struct GraphView: Sendable {
  private let view: CaseView

  package init(view: CaseView) { self.view = view }

  /// Everything, with all entries.
  package func graph() throws(PipelineError) -> CaseGraph {
    let chronology = try view.chronology()
    return try PipelineError.wrap {
      var graph = EventGraph()
      graph.relations = try view.store.relations()
      graph.promises = try view.store.graphItems(.promise)
      graph.clocks = try view.store.graphItems(.clock)
      graph.conflicts = try view.store.graphItems(.conflict)
      graph.intervals = try view.store.graphItems(.interval)
      graph.followUps = try view.store.graphItems(.followUp)
      return CaseGraph(chronology: chronology, graph: graph, decisions: try view.store.decisions())
    }
  }

  package func promises() throws(PipelineError) -> [Promise] {
    try PipelineError.wrap { try view.store.graphItems(.promise) }
  }

  package func clocks() throws(PipelineError) -> [Clock] {
    try PipelineError.wrap { try view.store.graphItems(.clock) }
  }

  package func intervals() throws(PipelineError) -> [Interval] {
    try PipelineError.wrap { try view.store.graphItems(.interval) }
  }

  package func followUps() throws(PipelineError) -> [FollowUp] {
    try PipelineError.wrap { try view.store.graphItems(.followUp) }
  }

  package func conflicts() throws(PipelineError) -> [(conflict: Conflict, decision: Decision?)] {
    try PipelineError.wrap {
      let decisions = try view.store.decisions()
      return try view.store.graphItems(.conflict, as: Conflict.self).map { ($0, decisions[$0.id.text]) }
    }
  }

  /// Keeps what a reviewer says of a conflict, which is named by the beginning of its id.
  package func decide(
    _ name: String, _ verdict: Decision.Verdict, note: String
  ) throws(PipelineError) -> Conflict {
    let found = try conflicts().map(\.conflict).filter { $0.id.text.hasPrefix(name) }
    guard name.utf8.count >= 4, found.count == 1, let conflict = found.first else {
      throw .notFound(
        what:
          "\(name): no such conflict; give at least four digits of an id that \"daybook conflicts\" prints")
    }
    try PipelineError.wrap {
      try view.store.keep(Decision(subject: conflict.id.text, verdict: verdict, note: note))
    }
    return conflict
  }
}
