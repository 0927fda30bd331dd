import ArgumentParser
import DaybookCore
import DaybookPipeline

struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "List what a person should see: losses, warnings and notes, each with its place.",
    discussion: """
      Example:
        daybook findings
        daybook findings --severity loss --folder papers
      """)

  @Option(help: "Only from this severity on: note, warning or loss.")
  var severity: Finding.Severity = .note

  @OptionGroup var options: CaseOptions

  func run() throws {
    try Running.run { console in
      let listing = Listing(session: try options.open(console))
      try Running.print(try listing.findings(from: severity))
      return .success
    }
  }
}

extension Finding.Severity: ExpressibleByArgument {}
