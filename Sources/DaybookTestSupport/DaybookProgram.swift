private import Foundation

/// The built program, run as a user would: with its own cache folder, and nothing of the tester's
/// environment.
package struct DaybookProgram: Sendable {
  package struct Outcome: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// Where its cache goes; gone with the folder.
  package let cache: ScratchFolder
  private let environment: [String: String]

  package init(environment: [String: String] = [:]) throws {
    cache = try ScratchFolder()
    var all = [
      "XDG_CACHE_HOME": cache.path, "HOME": cache.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
    ]
    all.merge(environment) { _, new in new }
    self.environment = all
  }

  /// Built beside the tests.
  package static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "daybook").path
  }()

  /// Runs it to its end.
  package func run(_ arguments: [String], folder: String? = nil, input: String = "") throws -> Outcome {
    let process = try start(arguments, folder: folder, input: input)
    let reading = process.pipes
    let errors = ErrorCollector(reading.errors)
    let output = reading.output.fileHandleForReading.readDataToEndOfFile()
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: errors.text())
  }

  /// Runs it and kills it with signal `number` after some milliseconds, unless it has ended by then. True
  /// when the signal reached it.
  package func run(_ arguments: [String], thenSignal number: Int32, after milliseconds: Int) throws -> Bool {
    try run(arguments, thenSignal: number) {
      usleep(UInt32(milliseconds * 1000))
      return true
    }
  }

  /// The same as soon as `isTime` says true; it is asked every 5 ms.
  package func run(
    _ arguments: [String], thenSignal number: Int32, when isTime: () -> Bool
  ) throws -> Bool {
    let running = try start(arguments, folder: nil, input: "")
    let errors = ErrorCollector(running.pipes.errors)
    let output = ErrorCollector(running.pipes.output)
    while running.process.isRunning, !isTime() { usleep(5000) }
    let isRunning = running.process.isRunning
    kill(running.process.processIdentifier, number)
    running.process.waitUntilExit()
    _ = (errors.text(), output.text())
    return isRunning
  }

  private func start(
    _ arguments: [String], folder: String?, input: String
  ) throws -> (process: Process, pipes: (output: Pipe, errors: Pipe)) {
    let process = Process()
    process.executableURL = URL(filePath: DaybookProgram.path)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    try? standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? standardInput.fileHandleForWriting.close()
    return (process, (output, errors))
  }
}

/// Empties a pipe in the background, so that neither side waits for the other.
private final class ErrorCollector: @unchecked Sendable {
  private let group = DispatchGroup()
  private var data = Data()

  init(_ pipe: Pipe) {
    group.enter()
    DispatchQueue.global().async { [self] in
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      group.leave()
    }
  }

  func text() -> String {
    group.wait()
    return String(decoding: data, as: UTF8.self)
  }
}
