import ArgumentParser
import DaybookPipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print how an entry came about: words, rules, the arithmetic of its date, evidence.",
    discussion: """
      Example:
        daybook explain 12
        daybook explain 3f9a21 --folder papers
      """)

  @Argument(help: "Number of the entry in the chronology, or its id or the beginning of it.")
  var entry: String

  @OptionGroup var options: CaseOptions

  func run() throws {
    try Running.run { console in
      let session = try options.open(console)
      try Running.print(try Explanation(view: session.view).lines(for: entry))
      return .success
    }
  }
}
