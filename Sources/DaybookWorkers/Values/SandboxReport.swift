package import DaybookCore

/// Which layers of the sandbox hold around the children, as the first of them reported before it saw a
/// document.
package struct SandboxReport: Hashable, Sendable, CustomStringConvertible {
  package enum Layer: String, Hashable, Sendable, CaseIterable {
    /// Address space, open files, core dumps, file size.
    case limits
    /// CPU time for each item, set from outside.
    case cpuLimit = "cpu-limit"
    /// Children die with their supervisor.
    case lifeline
    /// Signal handling and memory figures.
    case watch
    /// A network without interfaces.
    case namespaces
    /// No capabilities, even for root.
    case capabilities
    /// No other process of the user may read a child's memory.
    case hiddenMemory = "hidden-memory"
    case noNewPrivileges = "no-new-privileges"
    /// Files: a short list may be read, nothing may be written.
    case landlock
    /// System calls: no sockets, no processes, no signals to others, no writing, and more.
    case seccomp
  }

  /// What became of a layer: `fault` is nil where it holds.
  package struct Outcome: Hashable, Sendable {
    package var layer: Layer
    package var fault: String?
  }

  package var outcomes: [Outcome]

  package var isDegraded: Bool { outcomes.contains { $0.fault != nil } }

  /// One line: what is missing and why.
  package var description: String {
    let missing = outcomes.compactMap { outcome in
      outcome.fault.map { "no \(outcome.layer.rawValue) (\($0))" }
    }
    return missing.isEmpty
      ? "sandbox complete: \(outcomes.map(\.layer.rawValue).joined(separator: ", "))"
      : "sandbox degraded: \(missing.joined(separator: ", "))"
  }
}

extension SandboxReport: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.list(outcomes) {
      $0.name($1.layer)
      $0.optional($1.fault)
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      outcomes: try reader.list { reader throws(WireError) in
        Outcome(layer: try reader.name(), fault: try reader.optionalText())
      })
  }
}
