import ArgumentParser
import DaybookCore
import DaybookPipeline
import Foundation

struct DatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Print every date, time, duration and frequency in files, with its value and how it is known.",
    discussion: """
      Files may be of any kind that Daybook reads. Values are TIMEX3. Where no --dct is given, the date of a document is the one that
      it says it has.

      Example:
        daybook dates --dct 2022-02-17 letter.txt
        daybook dates --json papers/*.pdf
        daybook dates --jsonl gold.jsonl > out.jsonl
      """)

  @Argument(help: "Files to read.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Date on which the documents were written, with a time if need be: 2022-02-17, 2022-02-17T09:30.",
      valueName: "date"))
  var dct: String?

  @Option(help: "Order of day and month where a document leaves it open: en-GB or en-US.")
  var locale: Locale = .british

  @Option(help: "Which day is meant where neither year nor tense says: standard, past, future or nearest.")
  var prefer: DateOptions.Preference = .standard

  @Option(help: "Whether \"now\", \"recently\" and \"soon\" are read: on or off.")
  var vague: Switch = .off

  @Flag(help: "One JSON object a document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Read records (id, text, dct, locale) instead, one JSON object a line, and print one object a line.",
      valueName: "file"))
  var jsonl: String?

  @OptionGroup var pool: WorkerOptions

  enum Locale: String, ExpressibleByArgument, CaseIterable {
    case british = "en-GB"
    case american = "en-US"
  }

  enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

  func validate() throws {
    if let dct, DateRequest.moment(dct) == nil {
      throw ValidationError("--dct: expected a day such as 2022-02-17")
    }
    if (jsonl == nil) == files.isEmpty { throw ValidationError("name files to read, or --jsonl FILE") }
  }

  func run() throws {
    try Running.run { console in
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      if let jsonl {
        try DateRecords(request).run(file: jsonl, to: &sink)
        return .success
      }
      let listing = DateListing(
        request, workers: pool.configuration, progress: console, isCancelled: Interruption.isRequested)
      var printer = DatePrinter(isJSON: json, locale: locale.rawValue)
      for file in files { try listing.read(file: file) { try printer.print($0, to: &sink) } }
      try printer.finish(to: &sink)
      return .success
    }
  }

  private var request: DateRequest {
    var request = DateRequest()
    request.written = dct.flatMap(DateRequest.moment)
    request.writtenText = dct
    request.locale = locale.rawValue
    request.options.prefer = prefer
    request.options.readsVague = vague == .on
    return request
  }
}

extension DateOptions.Preference: ExpressibleByArgument {}
