import ArgumentParser
import DaybookPipeline

struct ThreadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threads",
    abstract: "List the conversations, each answer below what it answers.",
    discussion: """
      At the end stand the messages that others answer or quote and that are not there: a list for a follow-up request.

      Example:
        daybook threads papers
        daybook threads mail.mbox --json
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try CorrespondenceRunning.list("threads", of: folder, asJSON: json, reading)
  }
}
