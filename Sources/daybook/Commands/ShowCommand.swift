import ArgumentParser
import DaybookPipeline
import DaybookWorkers

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the text of a source as it was read, with the places that anchors count in.",
    discussion: """
      Each block stands behind its place: bytes in the text, page, kind. Names are as "daybook list" prints them; the end of a name
      is enough where only one source has it.

      Example:
        daybook show letters/reply.pdf --page 3
        daybook show bundle.pdf --page 3 --boxes
        daybook show bundle.pdf --page 3 --hidden
      """)

  @Argument(help: "Path of the source in the folder.")
  var source: String

  @Option(help: "One page only, counted from 1.")
  var page: Int?

  @Flag(help: "Where each block stands on the page, in points from the top left corner (PDF only).")
  var boxes = false

  @Flag(help: "The words of one page that cannot be seen on it: under a box, outside the page (PDF only).")
  var hidden = false

  @Flag(help: "The text alone.")
  var plain = false

  @OptionGroup var options: CaseOptions

  func run() throws {
    try Running.run { console in
      let showing = Showing(session: try options.open(console))
      if hidden {
        guard let page else { throw ValidationError("--hidden: name one page with --page") }
        try Running.print(try showing.hidden(source: source, page: page, workers: WorkerConfiguration()))
        return .success
      }
      try Running.print(
        try showing.lines(
          source: source, page: page, isPlain: plain, boxes: boxes ? WorkerConfiguration() : nil))
      return .success
    }
  }
}
