import ArgumentParser
import DaybookPipeline
import Foundation

struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Print every date, time, duration and frequency in files, with its value and how it is known.",
    discussion: """
      Files may be of any kind that Daybook reads. Values are TIMEX3. Without --dct a document was written on the day that it says.
      "daybook explain --text" shows how a value came about; Docs/dates.md describes the output.

      Example:
        daybook dates --dct 2022-02-17 letter.txt
        daybook dates --json papers/*.pdf
        daybook dates --jsonl gold.jsonl > out.jsonl
      """)

  @Argument(help: "Files to read.")
  var files: [String] = []

  @OptionGroup var reading: DateReadingOptions

  @Flag(help: "One JSON object a document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Read records (id, text, dct, locale) instead, one JSON object a line, and print one object a line.",
      valueName: "file"))
  var jsonl: String?

  @OptionGroup var pool: WorkerOptions

  func validate() throws {
    if (jsonl == nil) == files.isEmpty { throw ValidationError("name files to read, or --jsonl FILE") }
  }

  func run() throws {
    try Running.run { console in
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      let request = try reading.request()
      if let jsonl {
        try DateRecords(request).run(file: jsonl, to: &sink)
        return .success
      }
      let listing = DateListing(
        request, workers: pool.configuration, progress: console, isCancelled: Interruption.isRequested)
      var printer = DatePrinter(isJSON: json, locale: request.locale)
      var isComplete = true
      for file in files {
        do {
          try listing.read(file: file) { try printer.print($0, to: &sink) }
        } catch PipelineError.notReadable(let path, let reason) where files.count > 1 {
          // One file of many: said, and the others are read.
          console.say("daybook: \(PipelineError.notReadable(path: path, reason: reason))")
          isComplete = false
        }
      }
      try printer.finish(to: &sink)
      return isComplete ? .success : ExitCode(2)
    }
  }
}
