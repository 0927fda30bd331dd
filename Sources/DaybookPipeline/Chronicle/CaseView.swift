package import DaybookCore
package import DaybookStore

/// A finished case, ready to be shown: the chronology with the filters of the user.
package struct CaseView: Sendable {
  package let store: CaseStore
  package let title: String
  package let settings: CaseSettings

  package init(store: CaseStore, title: String, settings: CaseSettings) {
    self.store = store
    self.title = title
    self.settings = settings
  }

  package func ledger() throws(PipelineError) -> Ledger {
    try PipelineError.wrap {
      guard let text = try store.setting("ledger") else {
        throw PipelineError.notFound(
          what: "\(store.path): holds no finished chronology; run \"daybook ingest\" first")
      }
      return try ChronicleStage.decode(Ledger.self, from: text)
    }
  }

  package func chronology(_ filter: EntryFilter = EntryFilter(), scope: [String] = []) throws(PipelineError)
    -> Chronology
  {
    let ledger = try ledger()
    return try PipelineError.wrap {
      let gaps = try ChronicleStage.decode([Gap].self, from: try store.setting("gaps") ?? "[]")
      return Chronology(
        title: title, bundle: DocumentBundle.ID(text: try store.setting("bundle") ?? ""),
        generator: Program.generator, timeZone: settings.timeZone, scope: scope, parties: try store.parties(),
        gaps: scope.isEmpty ? gaps : [], ledger: ledger, count: try store.countEntries(filter),
        entries: store.entries(filter))
    }
  }

  /// Everything that a rendering depends on besides the format and the filter.
  func renderingState() throws -> String {
    [try store.setting("state") ?? "", title, settings.timeZone, Program.generator, Fingerprint.build].joined(
      separator: "\u{1}")
  }

  /// Parties that go by this name, wholly or by one of their words; an empty list when there is none.
  package func parties(named name: String) throws(PipelineError) -> [Party] {
    let parties = try PipelineError.wrap { try store.parties() }
    func names(_ party: Party) -> [String] { ([party.name] + party.aliases).map { $0.lowercased() } }
    let wanted = name.lowercased()
    let exact = parties.filter { names($0).contains(wanted) }
    return exact.isEmpty ? parties.filter { names($0).contains { $0.contains(wanted) } } : exact
  }
}

/// What this program calls itself in outputs.
package enum Program {
  package static let version = "0.1.0"
  package static let generator = "daybook \(version)"
}
