import ArgumentParser

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

  @OptionGroup var options: CorrespondenceOptions

  func run() throws {
    try CorrespondenceRunning.list("messages", options)
  }
}
