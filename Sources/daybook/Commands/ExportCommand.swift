import ArgumentParser
import DaybookPipeline
import Foundation

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write papers, messages, threads, links and events as one JSON value.",
    discussion: """
      Example:
        daybook export bundle.pdf --format json
        daybook export papers --format json | jq '.messages[].subject'
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Option(help: "The format: json.")
  var format = "json"

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if format != "json" { throw ValidationError("--format: unknown \"\(format)\"; known is json") }
  }

  func run() throws {
    try CorrespondenceRunning.run(folder, reading) { view, _ in
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      try view.export(to: &sink)
    }
  }
}
