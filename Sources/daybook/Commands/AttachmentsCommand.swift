import ArgumentParser
import DaybookPipeline

struct AttachmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachments",
    abstract: "List which message attaches which paper, and what is attached and not there.",
    discussion: """
      Example:
        daybook attachments papers
        daybook attachments bundle.pdf --json
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try CorrespondenceRunning.list("attachments", of: folder, asJSON: json, reading)
  }
}
