import ArgumentParser

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

  @OptionGroup var options: CorrespondenceOptions

  func run() throws {
    try CorrespondenceRunning.list("threads", options)
  }
}
