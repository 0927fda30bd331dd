import Foundation

/// Why the contract could not be kept to its end. Documents that fail are records, not errors.
package enum ContractError: Error, Equatable, CustomStringConvertible {
  /// What came before the line has been worked off and written.
  case malformed(line: Int, reason: String)
  case cannotRead(String)
  case cannotWrite(String)
  case worker(WorkerError)

  package var description: String {
    switch self {
    case .malformed(let line, let reason): "line \(line): \(reason); see the worker contract, version 1"
    case .cannotRead(let reason): "cannot read the list of documents: \(reason)"
    case .cannotWrite(let reason): "cannot write records: \(reason)"
    case .worker(let error): error.description
    }
  }
}

/// `daybook worker`: reads documents to do as JSON lines, writes their records as JSON lines, in the order of
/// the input.
///
/// Holds at most twice as many documents as it has workers, and reads no further while the records that wait
/// for an earlier document exceed `heldBytes`.
package struct ContractSupervisor {
  /// How many documents ended in which way.
  package struct Summary: Equatable, Sendable {
    package var finished = 0
    package var failed = 0
  }

  private static let heldBytes = 64 << 20

  private let pool: WorkerPool
  private var reader: LineReader
  private let output: Int32
  /// In order of the input; the first of them is written next.
  private var waiting: [Entry] = []
  private var firstNumber = 0
  private var malformed: ContractError?
  private var summary = Summary()

  private struct Entry {
    var request: ContractRequest
    var group: ContractGroup?
  }

  package init(pool: WorkerPool, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.pool = pool
    reader = LineReader(descriptor: input)
    self.output = output
  }

  /// Works until the input ends. Ends the pool's children only where the caller does.
  package mutating func run(isCancelled: () -> Bool = { false }) throws(ContractError) -> Summary {
    while true {
      takeLines()
      if waiting.isEmpty, malformed != nil || reader.isAtEnd { break }
      let event: WorkerPool.Wakening
      do {
        event = try pool.wait(waking: wantsMore ? reader.descriptor : nil, isCancelled: isCancelled)
      } catch {
        throw .worker(error)
      }
      switch event {
      case .readable:
        let fault = reader.fill()
        if fault != 0 { throw .cannotRead(systemMessage(fault)) }
      case .report(let report): try settle(report)
      case .nothingPending: break
      }
    }
    if let malformed { throw malformed }
    return summary
  }

  private var hasRoom: Bool {
    waiting.count < 2 * max(1, pool.configuration.workers)
      && waiting.reduce(0) { $0 + ($1.group?.lines.count ?? 0) } < Self.heldBytes
  }

  private var wantsMore: Bool { malformed == nil && !reader.isAtEnd && hasRoom }

  private mutating func takeLines() {
    while malformed == nil, hasRoom, let line = reader.next() {
      do {
        let request = try ContractRequest(line: line)
        pool.submit(
          WorkItem(
            id: firstNumber + waiting.count, payload: line, input: .rawPath(request.path),
            affinity: String(decoding: request.path, as: UTF8.self)))
        waiting.append(Entry(request: request))
      } catch {
        malformed = .malformed(line: reader.lineNumber, reason: error.reason)
      }
    }
  }

  private mutating func settle(_ report: WorkReport) throws(ContractError) {
    let index = report.item.id - firstNumber
    waiting[index].group = ContractGroup(waiting[index].request, report)
    while let group = waiting.first?.group {
      try write(group.lines)
      if group.isFailed { summary.failed += 1 } else { summary.finished += 1 }
      waiting.removeFirst()
      firstNumber += 1
    }
  }

  private func write(_ bytes: [UInt8]) throws(ContractError) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes {
        Foundation.write(output, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if wrote < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          waitForRoom()
          continue
        }
        throw .cannotWrite(systemMessage(errno))
      }
      done += wrote
    }
  }

  /// For an output that somebody has made non-blocking.
  private func waitForRoom() {
    var polled = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
    poll(&polled, 1, 1000)
  }
}
