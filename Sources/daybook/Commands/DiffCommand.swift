import ArgumentParser
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

      Example:
        daybook diff dpia-v1.docx dpia-v1.1.pdf
        daybook diff old.md new.md --format json
      """)

  @Argument(help: "The older version.")
  var old: String

  @Argument(help: "The newer version.")
  var new: String

  @Option(help: "How to print it: \(VersionDiffEmitters.all.map(\.name).joined(separator: ", ")).")
  var format: String = VersionDiffEmitters.all.first?.name ?? ""

  @OptionGroup var pool: WorkerOptions

  func validate() throws {
    if VersionDiffEmitters.named(format) == nil {
      throw ValidationError(
        "--format: unknown \"\(format)\"; known are \(VersionDiffEmitters.all.map(\.name).joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    try Running.run { console in
      let diff = try VersionComparison(
        workers: pool.configuration, isCancelled: Interruption.isRequested
      ).compare(old, new)
      var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
      try VersionDiffEmitters.named(format)?.emit(diff, to: &sink)
      console.finishProgress()
      return .success
    }
  }
}
