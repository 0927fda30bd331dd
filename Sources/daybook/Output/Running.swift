import ArgumentParser
import DaybookCore
import DaybookEmit
import DaybookPipeline
import Foundation

/// Runs the body of a command and turns its errors into one line and an exit code.
enum Running {
  static func run(quiet: Bool = false, _ body: (Console) throws -> ExitCode) throws {
    Interruption.install()
    let console = Console(quiet: quiet)
    let code: ExitCode
    do {
      code = try body(console)
    } catch PipelineError.interrupted {
      console.say("daybook: \(PipelineError.interrupted)")
      throw ExitCode(130)
    } catch let error as PipelineError {
      console.say("daybook: \(error)")
      throw ExitCode(1)
    }
    if code != .success { throw code }
  }

  /// The account that every run ends with.
  static func account(_ ledger: Ledger, _ console: Console, quiet: Bool) {
    if quiet { return }
    for line in LedgerText(ledger).lines(limit: 40) { console.say(line) }
  }

  /// Prints a list; where it is empty, says so instead, so that silence never has to be read.
  static func print(_ lines: [String], none: String, _ console: Console) throws {
    if lines.isEmpty { console.notice(none) }
    try print(lines)
  }

  static func print(_ lines: [String]) throws {
    var sink = DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
    try sink.write(Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
