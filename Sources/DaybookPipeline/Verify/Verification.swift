import DaybookCore
import DaybookEmit
import DaybookStore
package import DaybookWorkers
private import Foundation

/// `daybook verify`: what it is given, where the papers are, and the account of it.
package struct Verification {
  private let workers: WorkerConfiguration
  private let progress: any ProgressReporter
  private let isCancelled: () -> Bool

  package init(
    workers: WorkerConfiguration, progress: any ProgressReporter, isCancelled: @escaping () -> Bool
  ) {
    self.workers = workers
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// Verifies a case store, one output, or a folder of outputs. `folder` names the papers; unless given, the
  /// store knows them, and for an output the store that it came from is looked for.
  package func run(_ target: String, folder: String?) throws(PipelineError) -> VerificationResult {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else {
      throw .noSuchPath(target)
    }
    if !isFolder.boolValue, target.hasSuffix(".daybook") { return try verifyCase(target, folder: folder) }
    let files = try outputs(target, isFolder: isFolder.boolValue)
    let root = if let folder { folder } else { try root(of: files) }
    let ocr = OCRChoice.used(for: root) ?? OCRSettings()
    return try verify(root: root, ocr: ocr) { verifier throws(PipelineError) in
      for file in files {
        let name = (file as NSString).lastPathComponent
        guard let data = FileManager.default.contents(atPath: file) else { throw .noSuchPath(file) }
        var claims: [EvidenceClaim] = []
        do {
          let bytes = Array(data)
          _ = try OutputReaders.reader(of: bytes).read(bytes) { claims.append($0) }
        } catch {
          throw .notReadable(path: file, reason: "\(error)")
        }
        // Source by source, so that each text is looked up once.
        claims.sort {
          $0.source == $1.source
            ? $0.bytes.lowerBound < $1.bytes.lowerBound : $0.source.lexicographicallyPrecedes($1.source)
        }
        for claim in claims { try verifier.check(claim, in: name) }
      }
    }
  }

  private func verifyCase(_ path: String, folder: String?) throws(PipelineError) -> VerificationResult {
    let store = try PipelineError.wrap { try CaseStore(path: path) }
    guard let root = try PipelineError.wrap({ try folder ?? store.setting("root") }) else {
      throw .notFound(what: "\(path): holds nothing yet; run \"daybook ingest\" first")
    }
    let ocr = OCRChoice.used(in: store) ?? OCRSettings()
    return try verify(root: root, ocr: ocr) { verifier throws(PipelineError) in
      try PipelineError.wrap {
        try store.entries().forEach { entry in
          for piece in entry.evidence {
            try verifier.check(
              EvidenceClaim(
                entry: entry.id.text, order: entry.order, source: Array(piece.source.utf8),
                sha256: piece.sha256,
                page: piece.page, bytes: piece.bytes, quote: Array(piece.quote.utf8)), in: "case")
          }
        }
      }
    }
  }

  private func verify(
    root: String, ocr: OCRSettings, _ body: (Verifier) throws(PipelineError) -> Void
  ) throws(PipelineError) -> VerificationResult {
    let scratch = NSTemporaryDirectory() + "/daybook-verify-\(getpid()).daybook"
    func clean() {
      for suffix in ["", "-wal", "-shm", "-lock"] { unlink(scratch + suffix) }
    }
    clean()
    defer { clean() }
    let verifier = try Verifier(
      root: root, scratch: scratch, ocr: ocr, workers: workers, progress: progress, isCancelled: isCancelled)
    try body(verifier)
    return verifier.finish()
  }

  private func outputs(_ target: String, isFolder: Bool) throws(PipelineError) -> [String] {
    if !isFolder { return [target] }
    let files = Emitters.files.map { target + "/" + $0.fileName }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
    if files.isEmpty { throw .notFound(what: "\(target): holds no output of daybook") }
    return files
  }

  private struct Head: Decodable { var bundle: String }

  /// Looks for the store that has the bundle of an output.
  private func root(of files: [String]) throws(PipelineError) -> String {
    guard let json = files.first(where: { $0.hasSuffix("chronology.json") }),
      let data = FileManager.default.contents(atPath: json),
      let bundle = (try? JSONDecoder().decode(Head.self, from: data))?.bundle
    else { throw .notFound(what: "which papers? Name their folder: daybook verify OUTPUT --folder FOLDER") }
    for path in try CaseLocation.stores() {
      guard let store = try? CaseStore(path: path), (try? store.setting("bundle")) == bundle,
        let root = try? store.setting("root")
      else { continue }
      return root
    }
    throw .notFound(
      what: "no store knows these papers; name their folder: daybook verify OUTPUT --folder FOLDER")
  }
}
