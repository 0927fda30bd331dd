package import DaybookCore
import DaybookStore

/// The correspondence of a case for the commands that show it.
package struct CorrespondenceView {
  package let correspondence: Correspondence
  private let session: CaseSession
  private let walk: BundleWalk
  private let paths: [Document.ID: String]

  package init(session: CaseSession) throws(PipelineError) {
    self.session = session
    let walk = try PipelineError.wrap { try BundleWalk(store: session.store) }
    self.walk = walk
    paths = Dictionary(walk.documents.map { ($0.record.id, $0.path) }) { first, _ in first }
    correspondence = try PipelineError.wrap {
      try CorrespondenceStage(store: session.store, settings: session.view.settings).run(walk)
    }
  }

  /// Everything, as one JSON value.
  package func export(to sink: inout some ByteSink) throws(PipelineError) {
    let json = CorrespondenceJSON(correspondence, paths: paths)
    try PipelineError.wrap {
      try json.write(pages: walk.rows.reduce(0) { $0 + $1.pages }, to: &sink) { body in
        for document in walk.documents {
          var events: [Event] = []
          try session.store.forEachEvent(of: document.record.row) { _, event in
            if event.rule != "message-sent" { events.append(event) }
          }
          // A chain is printed newest first; what was said first comes first here.
          let said = events.map { ($0.assertion.on?.earliest ?? $0.when.timex?.earliest)?.sortKey ?? .max }
          for index in events.indices.sorted(by: { (said[$0], $0) < (said[$1], $1) }) {
            try body(events[index])
          }
        }
      }
    }
  }

  /// "messages", "threads", "documents" or "attachments" as JSON.
  package func json(_ list: String, to sink: inout some ByteSink) throws(PipelineError) {
    let json = CorrespondenceJSON(correspondence, paths: paths)
    try PipelineError.wrap {
      if list == "messages" { try json.writeMessages(to: &sink) } else { try json.writeList(list, to: &sink) }
    }
  }

  /// "messages", "threads", "documents" or "attachments" as lines for a terminal.
  package func lines(_ list: String) -> [String] {
    let text = CorrespondenceText(correspondence, paths: paths)
    return switch list {
    case "messages": text.messages()
    case "threads": text.threads()
    case "attachments": text.attachments()
    default: text.documents()
    }
  }

  /// Whether a source could not be read, or only in part.
  package var hasLosses: Bool { walk.rows.contains { $0.outcome == .failed || $0.outcome == .inPart } }

  /// Whether something is named that is not there, or was altered.
  package var hasFindings: Bool { !correspondence.missing.isEmpty || !correspondence.findings.isEmpty }
}
