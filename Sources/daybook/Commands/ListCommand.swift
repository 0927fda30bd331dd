import ArgumentParser
import DaybookPipeline

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the sources of a case and what became of each, or its parties.",
    discussion: """
      Prints one source a line: outcome, pages, media type, path, and the reason where something was lost.

      Example:
        daybook list --folder papers
        daybook list --parties
      """)

  @Flag(help: "The parties, with their other names.")
  var parties = false

  @OptionGroup var options: CaseOptions

  func run() throws {
    try Running.run { console in
      let listing = Listing(session: try options.open(console))
      try Running.print(parties ? listing.parties() : listing.sources())
      return .success
    }
  }
}
