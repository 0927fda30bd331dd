import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline
import Foundation

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Write the event graph: entries, parties, and what joins them.",
    discussion: """
      Relations: replies-to, forwards, attaches, quotes, cites, version-of, supersedes, withdraws, responds-to, fulfils, corroborates,
      conflicts-with, duplicates, near-duplicates, member-of; each with its rule and the words it rests on. GraphML is for Gephi, yEd and networkx, dot for Graphviz, ftm for Aleph.

      Example:
        daybook graph papers --format graphml > case.graphml
        daybook graph papers --format json
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Option(help: "One of: \(GraphEmitters.all.map(\.name).joined(separator: ", ")).")
  var format: String = "json"

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if GraphEmitters.named(format) == nil {
      throw ValidationError(
        "--format: unknown \"\(format)\"; known are \(GraphEmitters.all.map(\.name).joined(separator: ", "))")
    }
  }

  func run() throws {
    try Running.run(quiet: reading.quiet) { console in
      let session = try CaseSession(
        reading.request(folder: folder), progress: console, isCancelled: Interruption.isRequested)
      console.finishProgress()
      let graph = try GraphView(view: session.view).graph()
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      try GraphEmitters.named(format)?.emit(graph, to: &sink)
      return .success
    }
  }
}
