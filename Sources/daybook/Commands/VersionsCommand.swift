import ArgumentParser
import DaybookEmit
import DaybookPipeline
import Foundation

struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Find which papers of a folder are versions of one document, in which order, and what changed.",
    discussion: """
      Papers are versions of one document by their words, and by title, file name or web address where the words are alike. They
      stand in order of the best sign of their day (sign-off, capture, version table or cover, last saved, the mail that carried
      them, file name), and every sign is named. Each is compared with the next; one table shows sections by versions.

      Example:
        daybook versions papers
        daybook versions papers --format html > versions.html
      """)

  @Argument(help: "Folder of papers.")
  var folder: String

  @Option(help: "How to print it: \(VersionFamilyEmitters.all.map(\.name).joined(separator: ", ")).")
  var format: String = VersionFamilyEmitters.all.first?.name ?? ""

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if VersionFamilyEmitters.named(format) == nil {
      throw ValidationError(
        "--format: unknown \"\(format)\"; known are \(VersionFamilyEmitters.all.map(\.name).joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    try Running.run(quiet: reading.quiet) { console in
      let session = try CaseSession(
        reading.request(folder: folder), progress: console, isCancelled: Interruption.isRequested)
      let families = try FamilyStage(
        store: session.store, progress: console, isCancelled: Interruption.isRequested
      ).families()
      console.finishProgress()
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      try VersionFamilyEmitters.named(format)?.emit(families, to: &sink)
      return reading.failOn.exitCode(try session.view.ledger())
    }
  }
}
