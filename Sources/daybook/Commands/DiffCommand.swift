import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline
import Foundation

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of one paper: what was added, removed, changed and moved.",
    discussion: """
      OLD and NEW may be of different formats. Byte ranges count in the text as it was read; for Markdown and plain text that is
      the file itself. The result proves itself before it is printed: NEW is made again from OLD and the changes.

      Changes that a Word or OpenDocument file tracks itself are listed with author and date; --tracked says which text of such a
      file is compared: as if all were accepted (the default), or as if none had been made. One word stands for both versions, two
      for OLD and NEW: "reject,accept" on one file shows what its own tracked changes do.

      Example:
        daybook diff dpia-v1.docx dpia-v1.1.pdf
        daybook diff dpia-v1.docx dpia-v6.docx -o changes.html
        daybook diff dpia-v1.docx dpia-v6.docx -o redline.docx
        daybook diff dpia-v6.docx dpia-v6.docx --tracked reject,accept
        daybook diff old.md new.md --format json
      """)

  @Argument(help: "The older version.")
  var old: String

  @Argument(help: "The newer version.")
  var new: String

  @Option(
    help:
      "How to print it: \(VersionDiffEmitters.all.map(\.name).joined(separator: ", ")); by the ending of -o, or text, unless given."
  )
  var format: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("File to write; standard output unless given.", valueName: "file")
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Tracked changes inside OLD and NEW: accept or reject, or one for each.", valueName: "reading"))
  var tracked: TrackedOption = TrackedOption(old: .accept, new: .accept)

  @OptionGroup var pool: WorkerOptions

  private var emitter: (any VersionDiffEmitter)? {
    if let format { return VersionDiffEmitters.named(format) }
    guard let output else { return TerminalOutput.diffEmitter() }
    let ending = output.split(separator: ".").last.map { $0.lowercased() }
    return VersionDiffEmitters.all.first { $0.fileExtension == ending }
  }

  func validate() throws {
    let known = VersionDiffEmitters.all.map(\.name).joined(separator: ", ")
    guard let emitter else {
      if let format { throw ValidationError("--format: unknown \"\(format)\"; known are \(known)") }
      throw ValidationError("-o: the ending does not say which format; add --format (\(known))")
    }
    if emitter.name == "docx", output == nil, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("--format docx: a Word file is nothing for a terminal; name a file with -o")
    }
  }

  func run() throws {
    try Running.run { console in
      let diff = try VersionComparison(
        workers: pool.configuration, isCancelled: Interruption.isRequested
      ).compare(old, new, tracked: (tracked.old, tracked.new))
      guard let emitter else { return .failure }
      if let output {
        try OutputFile.write(emitter, diff, to: output)
      } else {
        var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
        try emitter.emit(diff, to: &sink)
      }
      console.finishProgress()
      return .success
    }
  }
}

/// "accept", "reject", "reject,accept".
struct TrackedOption: ExpressibleByArgument {
  var old: TrackedReading
  var new: TrackedReading

  init(old: TrackedReading, new: TrackedReading) {
    self.old = old
    self.new = new
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
      TrackedReading(rawValue: String($0))
    }
    guard let first = parts.first, let old = first, let last = parts.last, let new = last, parts.count <= 2
    else { return nil }
    self.init(old: old, new: new)
  }

  var defaultValueDescription: String { old == new ? old.rawValue : "\(old.rawValue),\(new.rawValue)" }
}
