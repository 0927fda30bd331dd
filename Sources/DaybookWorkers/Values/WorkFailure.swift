/// Why an item gave nothing, after `attempts` attempts.
///
/// The texts come from the system or from the handler, with control characters taken out; none holds words of
/// a document unless the handler puts them there.
package struct WorkFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    /// The child ended; 0 where it ended without a signal, or broke the protocol.
    case crash(signal: Int)
    /// Longer than the item's deadline.
    case timeout
    /// No sign of life for too long.
    case silent
    /// The limit of memory.
    case memory
    /// The limit of CPU time.
    case cpu
    /// More results than the limit.
    case output
    /// The handler would not read the document, and said why.
    case refused(String)
    /// The supervisor could not open the document.
    case unreadable(String)
    /// No child could be started to try it.
    case spawn(String)
  }

  package var reason: Reason
  package var attempts: Int

  package init(reason: Reason, attempts: Int) {
    self.reason = reason
    self.attempts = attempts
  }

  package var description: String {
    let cause =
      switch reason {
      case .crash(signal: 0): "the worker ended without an answer"
      case .crash(let signal): "the worker crashed with signal \(signal)"
      case .timeout: "no end within the deadline"
      case .silent: "no sign of life from the worker"
      case .memory: "the worker reached its memory limit"
      case .cpu: "the worker reached its limit of CPU time"
      case .output: "more results than allowed"
      case .refused(let text): text
      case .unreadable(let text): "cannot be opened: \(text)"
      case .spawn(let text): "no worker could be started: \(text)"
      }
    return attempts > 1 ? "\(cause) (\(attempts) attempts)" : cause
  }
}

extension WorkFailure.Reason {
  /// Whether a fresh process may fare better. What is wrong with the input stays wrong.
  var isWorthAnotherAttempt: Bool {
    switch self {
    case .crash, .timeout, .silent, .memory, .cpu: true
    case .output, .refused, .unreadable, .spawn: false
    }
  }
}
