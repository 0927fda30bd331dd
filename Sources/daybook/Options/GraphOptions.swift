import ArgumentParser
import DaybookCore
import DaybookPipeline
import Foundation

/// Options of the commands that print one part of the graph.
struct GraphOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var reading: ReadingOptions

  func open(_ console: Console) throws -> CaseSession {
    let session = try CaseSession(
      reading.request(folder: folder), progress: console, isCancelled: Interruption.isRequested)
    console.finishProgress()
    return session
  }

  /// Prints lists of JSON objects under their names, in one object.
  static func printJSON(_ format: String, _ lists: [(String, (inout JSONWriter) -> Void)]) throws {
    var json = JSONWriter()
    json.open("{")
    json.field("format", format)
    for (name, write) in lists {
      json.lineBreak()
      json.key(name)
      json.array(write)
    }
    json.close("}")
    var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
    try sink.write(json.drain())
    try sink.write("\n")
  }
}
