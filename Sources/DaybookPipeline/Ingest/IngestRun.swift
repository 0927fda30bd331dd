package import DaybookCore
import DaybookExtract
import DaybookIngest
package import DaybookStore
package import DaybookWorkers

/// Reads a folder into a store: whatever is new or changed since the last time, and nothing else.
///
/// This process only looks at names, hashes bytes and puts pages together; whatever a document could use
/// against us happens in the workers. Every finished source is one transaction, so that an ingest can be
/// stopped at any moment and goes on where it was.
package struct IngestRun {
  private let root: String
  private let store: CaseStore
  private let settings: ExtractionSettings?
  private let configuration: WorkerConfiguration
  private let ocr: OCRSettings
  private let retryFailed: Bool
  private let progress: any ProgressReporter
  private let isCancelled: () -> Bool

  /// `root` is a folder, or one file. With `retryFailed`, sources that failed before are tried again. Without
  /// settings the texts are read and nothing is extracted from them.
  package init(
    root: String, store: CaseStore, settings: CaseSettings?, ocr: OCRSettings = OCRSettings(),
    workers: WorkerConfiguration, retryFailed: Bool = false,
    progress: any ProgressReporter, isCancelled: @escaping () -> Bool
  ) {
    self.root = root
    self.store = store
    self.settings = settings.map { ExtractionSettings($0) }
    self.ocr = ocr
    configuration = workers
    self.retryFailed = retryFailed
    self.progress = progress
    self.isCancelled = isCancelled
  }

  package func run() throws(PipelineError) -> IngestSummary {
    try PipelineError.wrap {
      try checkRoot()
      var summary = IngestSummary()
      let files = try FolderIndex(root: root, store: store, progress: progress, isCancelled: isCancelled)
        .update()
      summary.files = files.count
      let plan = OCRPlan(ocr)
      let fingerprint =
        (settings.map { Fingerprint.of($0) } ?? "text only") + " \(plan.settings.label) \(Fingerprint.build)"
      var known = try store.conversions(fingerprint: fingerprint)
      if retryFailed {
        for (key, record) in known where record.outcome == .failed {
          try store.discard(record.row)
          known[key] = nil
        }
      }
      // A run that came to its end left no member of a container behind, which saves looking at every one of
      // them.
      let isComplete = try store.setting("complete") == fingerprint
      let wanted = try unread(files, known: known, trees: isComplete ? nil : try store.trees())
      if wanted.isEmpty {
        if !isComplete { try store.set("complete", to: fingerprint) }
        PieceLog.removeAll(in: PieceLog.folder(of: store))
        return summary
      }
      try store.set("complete", to: "")
      let pool = try WorkerPool(configuration: configuration)
      defer { pool.shutDown() }
      if pool.sandboxReport.isDegraded {
        summary.isSandboxDegraded = true
        progress.notice(pool.sandboxReport.description)
      }
      if plan.settings.mode == .off, ocr.mode != .off { progress.notice(plan.reason) }
      var reading = Reading(
        store: store, pool: pool, settings: settings, ocr: plan, fingerprint: fingerprint,
        known: Set(known.keys),
        progress: progress)
      for (file, key) in wanted { try reading.add(file: file, key: key) }
      while let report = try next(of: &reading, from: pool) { try reading.settle(report) }
      summary.converted = reading.finished
      PieceLog.removeAll(in: PieceLog.folder(of: store))
      try store.set("complete", to: fingerprint)
      return summary
    }
  }

  private func next(of reading: inout Reading, from pool: WorkerPool) throws -> WorkReport? {
    guard let kept = reading.nextKept() else { return try pool.next(isCancelled: isCancelled) }
    if isCancelled() { throw PipelineError.interrupted }
    return kept
  }

  private func checkRoot() throws {
    guard let real = CaseLocation.realPath(root) else { throw PipelineError.noSuchPath(root) }
    if let old = try store.setting("root"), old != real {
      throw PipelineError.otherFolder(store: store.path, folder: old)
    }
    if try store.setting("root") == nil { try store.set("root", to: real) }
  }

  /// Files whose content has not been read, the first path of each content; and members of containers that an
  /// earlier run did not reach.
  private func unread(
    _ files: [(file: FoundFile, sha256: String)], known: [ConversionRecord.Key: ConversionRecord],
    trees: [ConversionRecord.Key: ConversionTree]?
  ) throws -> [(FoundFile, ConversionRecord.Key)] {
    var seen: Set<ConversionRecord.Key> = []
    var wanted: [(FoundFile, ConversionRecord.Key)] = []
    for (file, sha256) in files {
      let key = ConversionRecord.Key(sha256: sha256, suffix: Suffix.of(file.path))
      guard seen.insert(key).inserted else { continue }
      if known[key] == nil {
        wanted.append((file, key))
      } else if let trees, isMissingMember(below: key, trees: trees) {
        // Its members were under way when the last run ended: only the container itself can give their bytes.
        try store.discard(known[key]?.row ?? 0)
        wanted.append((file, key))
      }
    }
    return wanted
  }

  private func isMissingMember(
    below key: ConversionRecord.Key, trees: [ConversionRecord.Key: ConversionTree]
  ) -> Bool {
    var waiting = [key]
    var seen: Set<ConversionRecord.Key> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let tree = trees[next] else { return true }
      waiting += tree.children.map(\.key)
    }
    return false
  }
}

extension ExtractionSettings {
  init(_ settings: CaseSettings) {
    self.init()
    locale = settings.locale
    rulesOff = settings.rulesOff
    columns = settings.columns
    expressions = settings.expressions
    nation = settings.nation
    clock = LocalClock(zone: settings.timeZone)
    for party in settings.parties {
      for alias in party.aliases { aliases[alias] = party.name }
    }
  }
}

/// The extension that stands behind a name, as far as it says anything: it decides only where the content
/// does not.
enum Suffix {
  static func of(_ path: String) -> String {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    let suffix = name[name.index(after: dot)...].lowercased()
    return suffix.utf8.count <= 10 && suffix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      ? suffix : ""
  }
}
