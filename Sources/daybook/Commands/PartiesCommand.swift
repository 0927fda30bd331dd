import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline

struct PartiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "Who is in the case, under which names, why those are one, and who writes for whom.",
    discussion: """
      A name is another's only where a paper says so, where its letters or its spelling are the same, or where daybook.yaml says it;
      the reason stands behind it.

      Example:
        daybook parties papers
        daybook parties papers --format json
      """)

  @OptionGroup var options: GraphOptions

  func run() throws {
    try Running.run(quiet: options.reading.quiet) { console in
      let list = try PartyListing(view: try options.open(console).view)
      switch options.format {
      case .text: try Running.print(list.lines())
      case .json:
        try GraphOptions.printJSON("daybook-parties/1", [("parties", { list.write(to: &$0) })])
      }
      return .success
    }
  }
}
