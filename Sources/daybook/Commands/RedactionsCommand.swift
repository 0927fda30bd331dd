import ArgumentParser
import DaybookPipeline
import DaybookWorkers
import Foundation

struct RedactionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redactions",
    abstract: "List what was taken out before release, with the clause named, and what was left under a box.",
    discussion: """
      One line a redaction: source, page, place in the text, form (box, bracket, run, code), clause, and whether it stands for a
      sender, a recipient or words. A withheld person has one placeholder in all copies of a message, and in all messages only where
      an address proves that it is the same person. Text left under a box is named by page and box, never by its words: "daybook show
      SOURCE --page N --hidden" prints those.

      Example:
        daybook redactions papers
        daybook redactions papers --json
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Flag(help: "JSON, format daybook-redactions/1.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try Running.run(quiet: reading.quiet) { console in
      let session = try CaseSession(
        reading.request(folder: folder), progress: console, isCancelled: Interruption.isRequested)
      console.finishProgress()
      let list = try RedactionList(session: session)
      if json {
        var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
        try sink.write(list.json())
      } else {
        try Running.print(list.lines())
      }
      return reading.failOn.exitCode(try session.view.ledger())
    }
  }
}
