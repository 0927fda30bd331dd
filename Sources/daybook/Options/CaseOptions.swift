import ArgumentParser
import DaybookCore
import DaybookPipeline
import DaybookWorkers
import Foundation

enum DaybookVersion {
  static let text = Program.version
}

/// Options of every command that reads papers.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "Case store to use, made if need be; below $XDG_CACHE_HOME/daybook unless given.", valueName: "file"))
  var casePath: String?

  @Option(help: ArgumentHelp("Case settings; daybook.yaml in the folder unless given.", valueName: "file"))
  var settings: String?

  @OptionGroup var pool: WorkerOptions

  @Option(help: "Which pages are read from their pictures: off, auto (those without usable text), force.")
  var ocr: OCRSettings.Mode?

  @Option(
    name: .customLong("ocr-language"),
    help: ArgumentHelp(
      "A language of those pages as tesseract names it, such as eng, cym, deu; may be repeated.",
      valueName: "language"))
  var ocrLanguages: [String] = []

  @Flag(help: "Try again what failed in an earlier run.")
  var retryFailed = false

  @Option(help: "Exit with code 2 at findings from this severity on: loss, warning, note or never.")
  var failOn: FailOn = .loss

  @Flag(name: .shortAndLong, help: "No progress and no account on standard error.")
  var quiet = false

  func request(folder: String?) -> CaseSession.Request {
    var request = CaseSession.Request()
    request.folder = folder
    request.casePath = casePath
    request.settingsPath = settings
    request.retryFailed = retryFailed
    request.workers = pool.configuration
    if ocr != nil || !ocrLanguages.isEmpty {
      request.ocr = OCRSettings(mode: ocr ?? .auto, languages: ocrLanguages.isEmpty ? ["eng"] : ocrLanguages)
    }
    return request
  }

  func validate() throws {
    for language in ocrLanguages where !OCRSettings.isLanguage(language) {
      throw ValidationError("--ocr-language: expected a name such as eng, cym or deu, not \"\(language)\"")
    }
  }
}

extension OCRSettings.Mode: ExpressibleByArgument {}

/// Options of every command that starts workers.
struct WorkerOptions: ParsableArguments {
  @Option(help: "Worker processes at once.")
  var workers: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Memory limit of one worker, in MiB.", valueName: "MiB"))
  var workerMemory: Int = 2048

  @Flag(help: "Fail unless every layer of the sandbox around the workers holds.")
  var requireSandbox = false

  func validate() throws {
    if !(1...256).contains(workers) { throw ValidationError("--workers: expected a number from 1 to 256") }
    if !(128...65536).contains(workerMemory) {
      throw ValidationError("--worker-memory: expected a number of MiB from 128 to 65536")
    }
  }

  var configuration: WorkerConfiguration {
    var configuration = WorkerConfiguration()
    configuration.workers = workers
    configuration.limits.addressSpace = workerMemory << 20
    configuration.requiresSandbox = requireSandbox
    return configuration
  }
}

/// Options of every command that looks at a case that is there.
struct CaseOptions: ParsableArguments {
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("Case store to look at; the one used last unless given.", valueName: "file"))
  var casePath: String?

  @Option(
    help: ArgumentHelp("Folder whose case to look at; what is new in it is read first.", valueName: "folder"))
  var folder: String?

  func open(_ console: Console) throws -> CaseSession {
    var request = CaseSession.Request()
    request.casePath = casePath
    request.folder = folder
    let session = try CaseSession(request, progress: console, isCancelled: Interruption.isRequested)
    console.finishProgress()
    return session
  }
}

/// From which severity on a run that ended well exits with code 2.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case loss, warning, note, never

  func exitCode(_ ledger: Ledger) -> ExitCode {
    let worst = ledger.findings.map(\.severity).max()
    let isLoss = ledger.failed > 0 || ledger.inPart > 0 || ledger.pagesWithoutText > 0 || worst == .loss
    let fails =
      switch self {
      case .never: false
      case .loss: isLoss
      case .warning: isLoss || (worst ?? .note) >= .warning
      case .note: isLoss || worst != nil
      }
    return fails ? ExitCode(2) : .success
  }
}
