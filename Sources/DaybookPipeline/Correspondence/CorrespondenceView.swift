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
        let reader = try session.store.reader()
        try SideThread.relay(
          making: { hand in
            for document in walk.documents { try CorrespondenceView.events(of: document, in: reader, hand) }
          }, using: body)
      }
    }
  }

  /// So many events of one document are held; of more only their places are.
  private static let mostHeld = 10_000

  /// What the words of a document tell. A chain is printed newest first; what was said first comes first here.
  private static func events(
    of document: PlacedDocument, in store: CaseStore, _ body: (Event) throws -> Void
  ) throws {
    var held: [Event] = []
    var order: [(said: Int, row: Int64)] = []
    try store.forEachEvent(of: document.record.row) { row, event in
      guard event.rule != "message-sent" else { return }
      order.append(((event.assertion.on?.earliest ?? event.when.timex?.earliest)?.sortKey ?? .max, row))
      if held.count < mostHeld { held.append(event) }
    }
    let sorted = order.indices.sorted { (order[$0].said, $0) < (order[$1].said, $1) }
    if held.count == order.count {
      for index in sorted { try body(held[index]) }
    } else {
      held = []
      try store.withEvents { event in for index in sorted { try body(event(order[index].row)) } }
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
