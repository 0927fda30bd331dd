package import DaybookCore
package import DaybookStore
package import DaybookWorkers
private import Foundation

/// A case from the folder to the finished chronology: what every command begins with.
package struct CaseSession {
  package let root: String
  package let store: CaseStore
  package let view: CaseView
  package let summary: IngestSummary

  /// What the user said about the case.
  package struct Request {
    /// Folder or file to read; nil to take the case as it is.
    package var folder: String?
    package var casePath: String?
    package var settingsPath: String?
    package var retryFailed = false
    /// Which pages are read from their pictures; nil takes what was chosen last for this case, or its settings.
    package var ocr: OCRSettings?
    /// Each change between two versions of a paper is an entry.
    package var allChanges = false
    /// Whether the chronology is wanted too, not only what was read.
    package var needsChronology = true
    package var workers = WorkerConfiguration()

    package init() {}
  }

  /// Opens or makes the case, reads what is new, and makes the chronology anew if something has changed.
  ///
  /// `use` is called once, as soon as the entries are there: where the chronology is new, on what they have to do
  /// with each other a second thread works meanwhile.
  package init(
    _ request: Request, progress: any ProgressReporter, isCancelled: @escaping () -> Bool,
    use: (CaseView) throws -> Void = { _ in }
  ) throws(PipelineError) {
    if let folder = request.folder {
      // Before a store is made for it: a wrong path should leave nothing behind.
      try FolderScan.check(folder)
      let settings = try CaseSession.settings(root: folder, named: request.settingsPath)
      let path = if let named = request.casePath { named } else { try CaseLocation.store(for: folder) }
      store = try PipelineError.wrap { try CaseStore(path: path) }
      root = folder
      let ocr = try OCRChoice.settle(request.ocr, settings: settings, store: store)
      let run = IngestRun(
        root: folder, store: store, settings: settings, ocr: ocr, workers: request.workers,
        retryFailed: request.retryFailed,
        progress: progress, isCancelled: isCancelled)
      summary = try run.run()
      let view = CaseView(
        store: store, title: settings.title ?? CaseSession.title(of: folder), settings: settings)
      self.view = view
      var isUsed = false
      if request.needsChronology {
        isUsed = try ChronicleStage(
          store: store, settings: settings, progress: progress, allChanges: request.allChanges,
          isCancelled: isCancelled
        ).run { try use(view) }
      }
      if !isUsed { try PipelineError.wrap { try use(view) } }
      CaseLocation.rememberLast(path)
    } else {
      let path = if let named = request.casePath { named } else { try CaseLocation.last() }
      guard FileManager.default.fileExists(atPath: path) else { throw .noSuchPath(path) }
      let store = try PipelineError.wrap { try CaseStore(path: path) }
      guard let root = try PipelineError.wrap({ () throws in try store.setting("root") }) else {
        throw .notFound(
          what: "\(path): holds nothing yet; run \"daybook ingest FOLDER --case \(path)\" first")
      }
      self.store = store
      self.root = root
      // The folder may have gone; the case can still be looked at.
      let settings = try CaseSession.settings(root: root, named: request.settingsPath)
      summary = IngestSummary()
      let view = CaseView(
        store: store, title: settings.title ?? CaseSession.title(of: root), settings: settings)
      self.view = view
      try PipelineError.wrap { try use(view) }
    }
  }

  private static func settings(root: String, named path: String?) throws(PipelineError) -> CaseSettings {
    try SettingsFile.read(folder: root, named: path)
  }

  private static func title(of folder: String) -> String {
    let real = CaseLocation.realPath(folder) ?? folder
    return real.split(separator: "/").last.map(String.init) ?? "Chronology"
  }
}
