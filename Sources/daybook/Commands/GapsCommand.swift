import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "What the record points to and does not hold: a follow-up list.",
    discussion: """
      Requests without an answer, messages that are spoken of and not there, pages that no entry cites, silences. The list is made to
      go into the next request.

      Example:
        daybook gaps papers
        daybook gaps papers --format json
      """)

  @OptionGroup var options: GraphOptions

  func run() throws {
    try Running.run(quiet: options.reading.quiet) { console in
      let list = try GraphView(view: try options.open(console).view).followUps()
      switch options.format {
      case .text:
        try Running.print(
          list.flatMap(GraphLines.followUp), none: "nothing is missing, as far as it was found", console)
      case .json:
        try GraphOptions.printJSON(
          "daybook-gaps/1",
          [("follow_ups", { json in for value in list { GraphJSON.followUp(value, to: &json) } })])
      }
      return .success
    }
  }
}
