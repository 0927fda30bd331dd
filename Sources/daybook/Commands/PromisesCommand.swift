import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline

struct PromisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "Who promised what by when, and what became of it.",
    discussion: """
      Outcomes: met, met-late, not-met (the record speaks against it), not-in-record (the record goes on without it), open.
      Then the dates that the law sets, and intervals. All of it is computed, and no finding.

      Example:
        daybook promises papers
        daybook promises papers --format json
      """)

  @OptionGroup var options: GraphOptions

  func run() throws {
    try Running.run(quiet: options.reading.quiet) { console in
      let view = GraphView(view: try options.open(console).view)
      let (promises, clocks, intervals) = (try view.promises(), try view.clocks(), try view.intervals())
      switch options.format {
      case .text:
        try Running.print(
          promises.flatMap(GraphLines.promise) + clocks.flatMap(GraphLines.clock)
            + intervals.map(GraphLines.interval), none: "no promise was found in these papers", console)
      case .json:
        try GraphOptions.printJSON(
          "daybook-promises/1",
          [
            ("promises", { json in for value in promises { GraphJSON.promise(value, to: &json) } }),
            ("clocks", { json in for value in clocks { GraphJSON.clock(value, to: &json) } }),
            ("intervals", { json in for value in intervals { GraphJSON.interval(value, to: &json) } }),
          ])
      }
      return .success
    }
  }
}
