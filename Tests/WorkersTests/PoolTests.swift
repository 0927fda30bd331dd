import Foundation
import Testing

@testable import DaybookWorkers

/// What the pool promises beyond single items: inputs, replacement of children, stopping.
@Suite struct PoolTests {
  private func scratchFile(_ content: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("daybook-\(UUID().uuidString)")
      .path
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func run(_ inputs: [WorkInput], payload: String = "read") throws -> [Outcome] {
    let pool = try WorkerPool(configuration: ProbePool.configuration())
    defer { pool.shutDown() }
    for (id, input) in inputs.enumerated() {
      pool.submit(WorkItem(id: id, payload: Array(payload.utf8), input: input))
    }
    return try ProbePool.outcomes(of: pool)
  }

  @Test func documentsTravelAsDescriptors() throws {
    let path = try scratchFile("a file")
    defer { unlink(path) }
    let open = Foundation.open(path, O_RDONLY)
    defer { close(open) }
    lseek(open, 0, SEEK_END)  // the child's offset is its own
    let outcomes = try run([
      .path(path), .rawPath(Array(path.utf8)), .bytes(Array("in memory".utf8)), .bytes([]), .descriptor(open),
      .none,
    ])
    #expect(outcomes.map(\.text) == ["a file", "a file", "in memory", "", "a file", ""])
  }

  @Test func aNameThatIsNotUTF8IsOpened() throws {
    let name = Array("/tmp/daybook-\(UUID().uuidString)-".utf8) + [0xE9, 0xFF]
    let cName = name.map { CChar(bitPattern: $0) } + [0]
    let open = Foundation.open(cName, O_WRONLY | O_CREAT, 0o600)
    write(open, "caf\u{E9}", 5)
    close(open)
    defer { unlink(cName) }
    #expect(try run([.rawPath(name)]).map(\.text) == ["café"])
  }

  @Test func whatIsNoRegularFileIsUnreadable() throws {
    let file = try scratchFile("x")
    let (fifo, link) = (file + ".fifo", file + ".link")
    mkfifo(fifo, 0o600)
    symlink(file, link)
    defer { for path in [file, fifo, link] { unlink(path) } }
    let outcomes = try run([
      .path(fifo), .path(link), .path("/tmp"), .path(file + ".none"), .path(file + "\0"),
    ])
    #expect(
      outcomes
        == [
          "not a regular file", "a symbolic link", "Is a directory", "No such file or directory",
          "its name holds a NUL byte",
        ].map { .failure(.unreadable($0), attempts: 1) })
  }

  @Test func aChildHasNothingButItsChannelItsLifelineAndItsMeters() throws {
    let outcomes = try ProbePool.run(["environment", "descriptors", "session"])
    #expect(
      outcomes[0]
        == .results(
          [
            "GLIBC_TUNABLES=glibc.malloc.tcache_count=512:glibc.malloc.trim_threshold=33554432",
            "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no",
            "TZ=UTC",
          ], attempts: 1))
    // 5 to 7: its own status, reset and statm files of /proc.
    #expect(outcomes[1] == .results(["0 1 2 3 4 5 6 7"], attempts: 1))
    #expect(outcomes[2] == .results(["true"], attempts: 1), "Ctrl-C of the terminal does not reach it")
  }

  @Test func descriptorsDoNotPileUp() throws {
    let path = try scratchFile("again")
    defer { unlink(path) }
    let outcomes = try run((0..<200).map { _ in .path(path) })
    #expect(outcomes.allSatisfy { $0.text == "again" })
    #expect(try run([.none], payload: "descriptors").map(\.text) == ["0 1 2 3 4 5 6 7"])
  }

  @Test func childrenAreReplacedAfterTheirShare() throws {
    let outcomes = try ProbePool.run([String](repeating: "pid", count: 4)) { $0.itemsPerChild = 2 }
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[1] != outcomes[2])
    #expect(outcomes[2] == outcomes[3])
  }

  @Test func childrenAreReplacedWhenTheyStayLarge() throws {
    let outcomes = try ProbePool.run(["pid", "pid"]) { $0.residentBytes = 1 << 20 }
    #expect(outcomes[0] != outcomes[1])
  }

  @Test func workIsSharedOutAmongChildren() throws {
    let outcomes = try ProbePool.run([String](repeating: "pid", count: 12), workers: 3)
    #expect(Set(outcomes.map(\.text)).count > 1)
  }

  @Test func anItemGoesWhereItsAffinityIs() throws {
    let pool = try WorkerPool(configuration: ProbePool.configuration(workers: 2))
    defer { pool.shutDown() }
    for id in 0..<8 {
      pool.submit(
        WorkItem(id: id, payload: Array("pid".utf8), affinity: id.isMultiple(of: 2) ? "even" : "odd"))
    }
    let pids = try ProbePool.outcomes(of: pool).map(\.text)
    // The last of each may be helped by a child that has run out of its own.
    #expect(Set([pids[0], pids[2], pids[4]]).count == 1)
    #expect(Set([pids[1], pids[3]]).count == 1)
  }

  @Test func noChildIsLeftAfterShutDown() throws {
    let pool = try WorkerPool(configuration: ProbePool.configuration(workers: 2))
    pool.submit(WorkItem(id: 0, payload: Array("pid".utf8)))
    pool.submit(WorkItem(id: 1, payload: Array("pid".utf8)))
    let pids = try ProbePool.outcomes(of: pool).compactMap(\.text).compactMap(Int.init)
    pool.submit(WorkItem(id: 2, payload: Array("spin".utf8)))
    #expect(throws: WorkerError.interrupted) {
      var turns = 0
      _ = try pool.next {
        turns += 1
        return turns > 2
      }
    }
    #expect(pool.pending == 1)
    pool.shutDown()
    #expect(pids.count == 2)
    #expect(!pids.contains(where: ProbePool.isRunning))
    #expect(pool.pending == 0)
    #expect(try pool.next() == nil)
  }

  @Test func childrenDieWithASupervisorThatIsKilled() throws {
    let supervisor = Process()
    let output = Pipe()
    supervisor.executableURL = URL(fileURLWithPath: ProbePool.program)
    supervisor.arguments = ["--supervise"]
    supervisor.standardOutput = output
    try supervisor.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let pids = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(!pids.isEmpty)
    #expect(pids.allSatisfy(ProbePool.isRunning))
    kill(supervisor.processIdentifier, SIGKILL)
    supervisor.waitUntilExit()
    #expect(ProbePool.eventually { !pids.contains(where: ProbePool.isRunning) })
  }

  @Test func aProgramThatIsNoWorkerIsAClearError() {
    func error(program: String, role: String = "") -> String {
      var configuration = ProbePool.configuration(role: role)
      configuration.program = program
      do {
        _ = try WorkerPool(configuration: configuration)
        return "started"
      } catch {
        return error.description
      }
    }
    #expect(
      error(program: "/nowhere/daybook")
        == "/nowhere/daybook: cannot start as a worker: No such file or directory")
    #expect(
      error(program: "/bin/false")
        == "/bin/false: cannot start as a worker: it ended before it was ready, with exit code 1")
    #expect(
      error(program: ProbePool.program, role: "--child-unprepared")
        == "\(ProbePool.program): cannot start as a worker: cannot prepare: not [31m today ")
  }

  @Test func itemsAreReportedWhenNoFurtherChildCanBeStarted() throws {
    // A child can be started once: the copy removes itself from under the pool.
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("probe-\(UUID().uuidString)")
      .path
    try FileManager.default.copyItem(atPath: ProbePool.program, toPath: copy)
    var configuration = ProbePool.configuration()
    configuration.program = copy
    let pool = try WorkerPool(configuration: configuration)
    defer { pool.shutDown() }
    unlink(copy)
    for (id, payload) in ["echo a", "exit", "echo b"].enumerated() {
      pool.submit(WorkItem(id: id, payload: Array(payload.utf8)))
    }
    let outcomes = try ProbePool.outcomes(of: pool)
    #expect(outcomes[0] == .results(["a"], attempts: 1))
    #expect(outcomes[1] == .failure(.spawn("No such file or directory"), attempts: 1))
    #expect(outcomes[2] == .failure(.spawn("No such file or directory"), attempts: 0))
  }
}
