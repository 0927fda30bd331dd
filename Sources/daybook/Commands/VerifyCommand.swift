import ArgumentParser
import DaybookPipeline

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Go back to the original files and check every entry: hash, page, and the words at the anchor.",
    discussion: """
      Takes a case store, an output (chronology.json, .csv, .html, .md, .ics, timeline.json, timeline.csv) or a folder of outputs. Names
      every mismatch; exit code 1 when there is one.

      Example:
        daybook verify out
        daybook verify out/chronology.csv --folder papers
      """)

  @Argument(help: "Case store, output, or folder of outputs.")
  var target: String

  @Option(
    help: ArgumentHelp(
      "Folder of the papers, where it is not the one that the case was made from.", valueName: "folder"))
  var folder: String?

  @OptionGroup var pool: WorkerOptions

  func run() throws {
    try Running.run { console in
      let verification = Verification(
        workers: pool.configuration, progress: console, isCancelled: Interruption.isRequested)
      let result = try verification.run(target, folder: folder)
      console.finishProgress()
      try Running.print(
        result.mismatches.map { "\($0.claim): \($0.source): \($0.reason)" }
          + [
            "\(result.checked) quotes checked against \(result.sources) sources: \(result.mismatches.count) wrong"
          ])
      return result.mismatches.isEmpty ? .success : .failure
    }
  }
}
