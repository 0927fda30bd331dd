import ArgumentParser
import DaybookPipeline
import DaybookWorkers

/// The same worker for a laptop and for a cluster: documents as JSON lines in, records as JSON lines out.
/// Hidden: people have no use for it.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read documents named on standard input as JSON lines, and print their records.",
    discussion: """
      Example:
        echo '{"v":1,"id":"d1","uri":"file:///tmp/x.pdf","sha256":null,"bytes":0}' | daybook worker
      """,
    shouldDisplay: false)

  @Flag(help: "Serve the supervisor that started this process.")
  var child = false

  @OptionGroup var pool: WorkerOptions

  func run() throws {
    if child {
      try WorkerChild.serve(prepare: WorkerHandler.prepare, handler: WorkerHandler.handle)
    }
    try Running.run { console in
      do {
        let pool = try WorkerPool(configuration: pool.configuration)
        if pool.sandboxReport.isDegraded { console.notice(pool.sandboxReport.description) }
        var supervisor = ContractSupervisor(pool: pool)
        _ = try supervisor.run(isCancelled: Interruption.isRequested)
        pool.shutDown()
      } catch let error as WorkerError {
        throw error == .interrupted ? PipelineError.interrupted : PipelineError.workers(error)
      } catch let error as ContractError {
        console.say("daybook worker: \(error)")
        return .failure
      }
      return .success
    }
  }
}
