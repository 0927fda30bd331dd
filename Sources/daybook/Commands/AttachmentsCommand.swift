import ArgumentParser

struct AttachmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachments",
    abstract: "List which message attaches which paper, and what is attached and not there.",
    discussion: """
      Example:
        daybook attachments papers
        daybook attachments bundle.pdf --json
      """)

  @OptionGroup var options: CorrespondenceOptions

  func run() throws {
    try CorrespondenceRunning.list("attachments", options)
  }
}
