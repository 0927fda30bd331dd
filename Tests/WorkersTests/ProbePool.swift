import Foundation

@testable import DaybookWorkers

/// Pools of probes, and what becomes of the items they are given.
enum ProbePool {
  /// Built beside the tests.
  static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
      "DaybookWorkerProbe"
    ).path
  }()

  static func configuration(role: String = "--child", workers: Int = 1) -> WorkerConfiguration {
    var configuration = WorkerConfiguration()
    configuration.program = program
    configuration.arguments = ["probe", role]
    configuration.workers = workers
    return configuration
  }

  /// Runs items with these payloads, numbered from 0; the reports come back in that order.
  static func run(
    _ payloads: [String], workers: Int = 1, deadline: Duration? = nil,
    limits: (inout WorkerLimits) -> Void = { _ in }
  ) throws -> [Outcome] {
    var configuration = configuration(workers: workers)
    limits(&configuration.limits)
    let pool = try WorkerPool(configuration: configuration)
    defer { pool.shutDown() }
    for (id, payload) in payloads.enumerated() {
      pool.submit(WorkItem(id: id, payload: Array(payload.utf8), deadline: deadline))
    }
    return try outcomes(of: pool)
  }

  static func outcomes(of pool: WorkerPool) throws -> [Outcome] {
    var outcomes: [Int: Outcome] = [:]
    while let report = try pool.next() { outcomes[report.item.id] = Outcome(report) }
    return outcomes.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether a process exists and is more than a zombie, which an init without manners may leave.
  static func isRunning(_ process: Int) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let state = status.split(separator: ")").last?.split(separator: " ").first
    else { return false }
    return state != "Z" && state != "X"
  }

  /// Waits up to ten seconds for something that happens at once on a quiet machine.
  static func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<500 {
      if condition() { return true }
      usleep(20_000)
    }
    return false
  }
}

/// A report in a form to compare.
enum Outcome: Equatable {
  case results([String], attempts: Int)
  case failure(WorkFailure.Reason, attempts: Int)

  init(_ report: WorkReport) {
    switch report {
    case .finished(_, let results, let usage):
      self = .results(results.map { String(decoding: $0, as: UTF8.self) }, attempts: usage.attempts)
    case .failed(_, let failure): self = .failure(failure.reason, attempts: failure.attempts)
    }
  }

  /// The only result of an item that had one.
  var text: String? { if case .results(let texts, _) = self, texts.count == 1 { texts[0] } else { nil } }
}
