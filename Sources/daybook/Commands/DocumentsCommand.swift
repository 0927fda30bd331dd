import ArgumentParser

struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the papers of a bundle with their pages, and why each begins where it begins.",
    discussion: """
      A bundle in one file comes apart into letters, chains of mail, notes, assessments, index and separator sheets. What its
      index lists and is not there stands at the end.

      Example:
        daybook documents bundle.pdf
        daybook documents papers --json
      """)

  @OptionGroup var options: CorrespondenceOptions

  func run() throws {
    try CorrespondenceRunning.list("documents", options)
  }
}
