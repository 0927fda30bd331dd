import ArgumentParser
import DaybookPipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print how an entry, or each date of a text, came about: words, rules, arithmetic, evidence.",
    discussion: """
      Example:
        daybook explain 12
        daybook explain 3f9a21 --folder papers
        daybook explain --text "We will reply within 20 working days." --dct 2022-04-07
      """)

  @Argument(help: "Number of the entry in the chronology, or its id or the beginning of it.")
  var entry: String?

  @Option(help: ArgumentHelp("Explain the dates of these words instead.", valueName: "words"))
  var text: String?

  @OptionGroup var reading: DateReadingOptions

  @OptionGroup var options: CaseOptions

  func validate() throws {
    if (entry == nil) == (text == nil) { throw ValidationError("name an entry, or give a text with --text") }
  }

  func run() throws {
    try Running.run { console in
      if let text {
        try Running.print(DateExplanation(try reading.request()).lines(for: text))
      } else if let entry {
        let session = try options.open(console)
        try Running.print(try Explanation(view: session.view).lines(for: entry))
      }
      return .success
    }
  }
}
