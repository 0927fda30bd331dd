import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline
import Foundation

struct ChronologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology",
    abstract: "Read a folder of papers and write its chronology.",
    discussion: """
      Reads what is new or changed in FOLDER, and writes every format into the folder that -o names, or one format to standard
      output. Nothing is written into FOLDER.

      Example:
        daybook chronology papers -o out
        daybook chronology papers --format sequence     who did what to whom, a line each
        daybook chronology papers --format csv --from 2022-02-01 --to 2022-03-31 --party ICO --kind request
        daybook chronology papers --changes --kind changed
      """)

  @Argument(help: "Folder of papers, or one file.")
  var folder: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Folder to write all formats into.", valueName: "folder"))
  var output: String?

  @Option(
    help:
      "One format, to standard output: \((Emitters.all + Emitters.styles).map(\.name).joined(separator: ", "))."
  )
  var format: String?

  @Flag(help: "Each change between two versions of a paper as an entry of its own.")
  var changes = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if let format, Emitters.named(format) == nil {
      throw ValidationError(
        "--format: unknown \"\(format)\"; known are \((Emitters.all + Emitters.styles).map(\.name).joined(separator: ", "))"
      )
    }
    if output != nil, format != nil {
      throw ValidationError("-o writes every format; leave out --format, or leave out -o")
    }
  }

  func run() throws {
    try Running.run(quiet: reading.quiet) { console in
      var request = reading.request(folder: folder)
      request.allChanges = changes
      if let output { try OutputFolder.check(output, outside: folder) }
      let session = try CaseSession(
        request, progress: console, isCancelled: Interruption.isRequested
      ) { view in
        let (wanted, scope) = try filter.resolve(in: view)
        let renderer = Renderer(view: view, filter: wanted, scope: scope)
        if let output {
          let paths = try renderer.write(Emitters.files, into: output)
          console.finishProgress()
          try Running.print(paths)
        } else {
          let emitter = format.flatMap(Emitters.named) ?? TerminalOutput.emitter()
          var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
          try renderer.write(emitter, to: &sink)
        }
      }
      let ledger = try session.view.ledger()
      Running.account(ledger, console, quiet: reading.quiet)
      return reading.failOn.exitCode(ledger)
    }
  }
}
