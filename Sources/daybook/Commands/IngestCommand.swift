import ArgumentParser
import DaybookPipeline

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read what is new or changed in a folder into a case.",
    discussion: """
      Example:
        daybook ingest papers --case case.daybook
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try Running.run(quiet: reading.quiet) { console in
      let session = try CaseSession(
        reading.request(folder: folder), progress: console, isCancelled: Interruption.isRequested)
      console.finishProgress()
      let summary = session.summary
      try Running.print([
        "\(session.store.path): \(summary.files) files, \(summary.converted) sources read now, the rest known"
      ])
      let ledger = try session.view.ledger()
      Running.account(ledger, console, quiet: reading.quiet)
      return reading.failOn.exitCode(ledger)
    }
  }
}
