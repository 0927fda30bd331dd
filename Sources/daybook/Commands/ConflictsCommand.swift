import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Places of the record to hold against each other, with the words of each side.",
    discussion: """
      Candidates first, by weight; then notes: figures and claims set side by side. Computed, not findings. --accept and --dismiss
      keep a decision in the case; a dismissed candidate is shown with --all only.

      Example:
        daybook conflicts papers
        daybook conflicts papers --dismiss 3fa2 --reason "two different notes"
      """)

  @OptionGroup var options: GraphOptions

  @Option(help: ArgumentHelp("Accept the candidate whose id begins so.", valueName: "id"))
  var accept: String?

  @Option(help: ArgumentHelp("Dismiss the candidate whose id begins so.", valueName: "id"))
  var dismiss: String?

  @Option(help: ArgumentHelp("Why it was accepted or dismissed.", valueName: "words"))
  var reason: String = ""

  @Flag(help: "Dismissed candidates too.")
  var all = false

  func validate() throws {
    if accept != nil, dismiss != nil { throw ValidationError("give one of --accept and --dismiss") }
  }

  func run() throws {
    try Running.run(quiet: options.reading.quiet) { console in
      let view = GraphView(view: try options.open(console).view)
      for (name, verdict) in [(accept, Decision.Verdict.accepted), (dismiss, .dismissed)] {
        if let name { _ = try view.decide(name, verdict, note: reason) }
      }
      let conflicts = try view.conflicts().filter { all || $0.decision?.verdict != .dismissed }
      switch options.format {
      case .text:
        try Running.print(
          conflicts.flatMap { GraphLines.conflict($0.conflict, $0.decision) },
          none: "nothing in these papers speaks against anything else, as far as it was found", console)
      case .json:
        try GraphOptions.printJSON(
          "daybook-conflicts/1",
          [
            (
              "conflicts",
              { json in
                for value in conflicts { GraphJSON.conflict(value.conflict, value.decision, to: &json) }
              }
            )
          ])
      }
      return .success
    }
  }
}
