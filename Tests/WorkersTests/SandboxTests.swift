import Foundation
import Testing

@testable import DaybookWorkers

/// What a document that has taken over its worker cannot do.
@Suite struct SandboxTests {
  /// The act, and the layer without which it would be allowed.
  private static let acts: [(act: String, layer: SandboxReport.Layer)] = [
    ("read-passwd", .landlock), ("read-proc", .landlock), ("list-home", .landlock),
    ("write-file", .seccomp), ("write-null", .seccomp), ("truncate-file", .seccomp), ("unlink", .seccomp),
    ("rename", .seccomp), ("mkdir", .seccomp), ("symlink", .seccomp), ("chmod", .seccomp),
    ("internet-socket", .seccomp), ("unix-socket", .seccomp), ("spawn", .seccomp), ("fork", .seccomp),
    ("exec", .seccomp), ("kill-parent", .seccomp), ("kill-init", .seccomp), ("raise-limit", .seccomp),
    ("become-root", .seccomp), ("unshare", .seccomp), ("signal-by-descriptor", .seccomp),
    ("shared-memory", .seccomp), ("memory-file", .seccomp),
  ]

  @Test func forbiddenActsAreRefusedAndTheWorkerLivesOn() throws {
    let pool = try WorkerPool(configuration: ProbePool.configuration())
    defer { pool.shutDown() }
    for (id, entry) in Self.acts.enumerated() {
      pool.submit(WorkItem(id: id, payload: Array("try \(entry.act)".utf8)))
    }
    let outcomes = try ProbePool.outcomes(of: pool)
    // A container may lack Landlock; it is then reported, and what seccomp denies is denied all the same.
    let missing = Set(pool.sandboxReport.outcomes.filter { $0.fault != nil }.map(\.layer))
    for (entry, outcome) in zip(Self.acts, outcomes) where !missing.contains(entry.layer) {
      #expect(["\(EPERM)", "\(EACCES)"].contains(outcome.text), "\(entry.act): \(outcome)")
    }
    #expect(outcomes.count == Self.acts.count)
  }

  @Test func everyLayerIsReported() throws {
    let pool = try WorkerPool(configuration: ProbePool.configuration())
    defer { pool.shutDown() }
    #expect(Set(pool.sandboxReport.outcomes.map(\.layer)) == Set(SandboxReport.Layer.allCases))
    #expect(pool.sandboxReport.outcomes.contains { $0.layer == .seccomp && $0.fault == nil })
  }

  @Test func aMissingLayerIsReportedOrAnErrorAsAsked() throws {
    var configuration = ProbePool.configuration(role: "--child-with-thread")
    let pool = try WorkerPool(configuration: configuration)
    defer { pool.shutDown() }
    #expect(pool.sandboxReport.isDegraded)
    #expect(pool.sandboxReport.description.contains("no landlock ("))
    pool.submit(WorkItem(id: 0, payload: Array("echo still".utf8)))
    #expect(try ProbePool.outcomes(of: pool) == [.results(["still"], attempts: 1)])

    configuration.requiresSandbox = true
    do {
      _ = try WorkerPool(configuration: configuration)
      Issue.record("a degraded sandbox was accepted")
    } catch {
      #expect(error.description.hasPrefix("sandbox degraded: "))
      #expect(error.description.contains("no landlock (1 other threads were running before it)"))
    }
  }

  @Test func theReportNamesWhatIsMissing() throws {
    let report = SandboxReport(outcomes: [
      .init(layer: .limits, fault: nil), .init(layer: .namespaces, fault: "Operation not permitted"),
      .init(layer: .landlock, fault: "Function not implemented"),
    ])
    #expect(
      report.description
        == "sandbox degraded: no namespaces (Operation not permitted), no landlock (Function not implemented)"
    )
    #expect(try SandboxReport(wireBytes: report.wireBytes) == report)
    #expect(
      SandboxReport(outcomes: [.init(layer: .limits, fault: nil)]).description == "sandbox complete: limits")
  }
}
