import ArgumentParser
import DaybookPipeline

struct MessagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "messages",
    abstract: "List every message once, with sender, recipients, date and subject.",
    discussion: """
      Native mail and mail printed in papers, copies and quotations joined. A date with a question mark has no year in any copy:
      the year is worked out from what stands beside it.

      Example:
        daybook messages papers
        daybook messages bundle.pdf --json
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try CorrespondenceRunning.list("messages", of: folder, asJSON: json, reading)
  }
}
