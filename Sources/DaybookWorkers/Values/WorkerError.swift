/// Why there can be no workers at all.
///
/// What happens to a single item is a `WorkFailure`, not an error.
package enum WorkerError: Error, Equatable, CustomStringConvertible {
  /// The first child did not start.
  case cannotStart(program: String, reason: String)
  /// A layer of the sandbox is missing, and it was required.
  case sandboxRequired(SandboxReport)
  /// The caller asked to stop.
  case interrupted
  /// `daybook worker --child` was started by hand.
  case notAChild

  package var description: String {
    switch self {
    case .cannotStart(let program, let reason):
      "\(program): cannot start as a worker: \(reason)"
    case .sandboxRequired(let report):
      "\(report.description); run without --require-sandbox to accept that, or on a system that has these layers"
    case .interrupted: "interrupted"
    case .notAChild: "worker --child: is started by daybook itself; run \"daybook worker\" instead"
    }
  }
}
