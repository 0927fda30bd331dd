import ArgumentParser
import DaybookPipeline
import Foundation

/// What the commands that show papers and messages have in common.
enum CorrespondenceRunning {
  static func run(
    _ folder: String, _ reading: ReadingOptions,
    _ body: @escaping (CorrespondenceView, Console) throws -> Void
  ) throws {
    try Running.run(quiet: reading.quiet) { console in
      var request = reading.request(folder: folder)
      request.needsChronology = false
      let session = try CaseSession(request, progress: console, isCancelled: Interruption.isRequested)
      let view = try CorrespondenceView(session: session)
      console.finishProgress()
      try body(view, console)
      return view.hasLosses && reading.failOn != .never ? ExitCode(2) : .success
    }
  }

  /// Prints one of the lists of a case.
  static func list(_ name: String, _ options: CorrespondenceOptions) throws {
    try run(options.folder, options.reading) { view, console in
      if options.json {
        var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
        try view.json(name, to: &sink)
      } else {
        try Running.print(view.lines(name), none: "no \(name) were found in these papers", console)
      }
    }
  }
}
