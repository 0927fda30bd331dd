import DaybookWorkers
import Foundation

/// A worker that does what the payload says, so that tests can see what becomes of it.
///
/// `--child` serves as `daybook worker --child` does, `--child-with-thread` starts a thread where none may
/// be, and
/// `--supervise` runs a pool of two busy children, prints their process ids, and waits to be killed.
@main
struct Probe {
  static func main() {
    do {
      switch CommandLine.arguments.dropFirst().first {
      case "--child": try WorkerChild.serve(handler: handle)
      case "--child-with-thread": try WorkerChild.serve(prepare: startThread, handler: handle)
      case "--child-unprepared": try WorkerChild.serve(prepare: { throw Refusal() }, handler: handle)
      case "--supervise": try supervise()
      default: break
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
    }
    exit(64)
  }

  private static func startThread() { Thread.detachNewThread { while true { sleep(60) } } }

  private static func supervise() throws {
    var configuration = WorkerConfiguration()
    configuration.arguments = ["probe", "--child"]
    configuration.workers = 2
    let pool = try WorkerPool(configuration: configuration)
    for id in 0..<2 { pool.submit(WorkItem(id: id, payload: Array("pid".utf8))) }
    // The children that answer are then given endless work.
    var pids: [String] = []
    while let report = try pool.next() {
      guard case .finished(_, let results, _) = report else { continue }
      pids += results.map { String(decoding: $0, as: UTF8.self) }
    }
    for id in 2..<4 { pool.submit(WorkItem(id: id, payload: Array("spin".utf8))) }
    var turns = 0
    while try pool.next(isCancelled: {
      turns += 1
      if turns == 2 {  // the work has been given out in the first
        print(Set(pids).joined(separator: " "))
        fflush(nil)
      }
      return false
    }) != nil {}
  }

  private static func handle(payload: [UInt8], input: Int32?, channel: ResultChannel) throws {
    let words = String(decoding: payload, as: UTF8.self).split(separator: " ", maxSplits: 1).map(String.init)
    if payload.first == UInt8(ascii: "{") {
      return try ContractProbe.handle(payload: payload, input: input, channel: channel)
    }
    defer { Behaviours.noteItem() }
    guard let behaviour = Behaviours.named(words.first ?? "") else { throw Refusal() }
    try behaviour(words.count > 1 ? words[1] : "", input, channel)
  }
}

/// A refusal whose reason tries to reach the terminal.
struct Refusal: Error, CustomStringConvertible {
  var description: String { "not\u{1B}[31m today\n" }
}
