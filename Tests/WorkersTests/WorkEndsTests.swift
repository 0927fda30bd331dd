import Foundation
import Testing

@testable import DaybookWorkers

/// Every way in which a document can end its worker costs that document alone.
@Suite struct WorkEndsTests {
  @Test func resultsComeBackInOrderAndWhole() throws {
    let outcomes = try ProbePool.run(["echo one", "count 3", "big 3000000", "echo "], workers: 2)
    #expect(outcomes[0] == .results(["one"], attempts: 1))
    #expect(outcomes[1] == .results(["0", "1", "2"], attempts: 1))
    #expect(outcomes[2].text?.utf8.count == 3_000_000)
    #expect(outcomes[3] == .results([""], attempts: 1))
  }

  @Test func manySmallResultsArriveComplete() throws {
    let outcomes = try ProbePool.run(["count 50000"])
    #expect(outcomes == [.results((0..<50_000).map(String.init), attempts: 1)])
  }

  @Test(arguments: [
    ("crash", SIGSEGV), ("overflow", SIGSEGV), ("exit", 0), ("mute", SIGKILL), ("garbage", 0), ("forge", 0),
  ])
  func aCrashIsTriedTwiceAndTheOthersGoOn(payload: String, signal: Int32) throws {
    let outcomes = try ProbePool.run(["echo before", payload, "echo after"])
    #expect(
      outcomes == [
        .results(["before"], attempts: 1), .failure(.crash(signal: Int(signal)), attempts: 2),
        .results(["after"], attempts: 1),
      ])
  }

  @Test func theSecondAttemptHasAFreshProcess() throws {
    let outcomes = try ProbePool.run(["echo first", "crash-if-used yes", "echo last"])
    #expect(outcomes[1] == .results(["yes"], attempts: 2))
    #expect(outcomes[2] == .results(["last"], attempts: 1))
  }

  @Test func aRefusalIsNotRepeatedAndItsReasonIsHarmless() throws {
    let outcomes = try ProbePool.run(["refuse", "pid", "pid"])
    #expect(outcomes[0] == .failure(.refused("not [31m today "), attempts: 1))
    #expect(outcomes[1] == outcomes[2], "the worker lives on")
  }

  @Test func aHangEndsAtItsDeadline() throws {
    #expect(try ProbePool.run(["hang"], deadline: .milliseconds(300)) == [.failure(.timeout, attempts: 2)])
  }

  @Test func silenceEndsBeforeTheDeadlineAndSignsOfLifePutItOff() throws {
    let outcomes = try ProbePool.run(["silent", "slow"], workers: 2) { $0.silence = .seconds(2) }
    #expect(outcomes == [.failure(.silent, attempts: 2), .results([], attempts: 1)])
  }

  @Test func aSpinEndsAtItsLimitOfCPUTimeCountedForEachItem() throws {
    let outcomes = try ProbePool.run(["echo a", "spin", "echo b"]) { $0.cpu = .seconds(1) }
    #expect(
      outcomes == [.results(["a"], attempts: 1), .failure(.cpu, attempts: 2), .results(["b"], attempts: 1)])
  }

  @Test(arguments: ["eat", "gulp"])
  func memoryEndsAtItsLimit(payload: String) throws {
    let outcomes = try ProbePool.run([payload, "echo b"]) { $0.addressSpace = 512 << 20 }
    #expect(outcomes == [.failure(.memory, attempts: 2), .results(["b"], attempts: 1)])
  }

  @Test(arguments: ["flood", "drizzle"])
  func tooMuchOutputEndsTheItemAtOnce(payload: String) throws {
    let outcomes = try ProbePool.run([payload, "echo b"]) { $0.outputBytes = 8 << 20 }
    #expect(outcomes == [.failure(.output, attempts: 1), .results(["b"], attempts: 1)])
  }

  @Test func oneResultOverTheLimitEndsTheItem() throws {
    let outcomes = try ProbePool.run(["big 100000", "big 100001"]) { $0.resultBytes = 100_000 }
    #expect(outcomes[0].text?.utf8.count == 100_000)
    #expect(outcomes[1] == .failure(.output, attempts: 1))
  }

  @Test func usageTellsTimeAndMemoryOfTheItemAlone() throws {
    var configuration = ProbePool.configuration()
    configuration.limits.residentBytes = 1 << 30  // one process for all
    let pool = try WorkerPool(configuration: configuration)
    defer { pool.shutDown() }
    for (id, payload) in ["big 60000000", "pid"].enumerated() {
      pool.submit(WorkItem(id: id, payload: Array(payload.utf8)))
    }
    var usages: [Int: WorkUsage] = [:]
    while let report = try pool.next() {
      if case .finished(let item, _, let usage) = report { usages[item.id] = usage }
    }
    let (large, small) = (try #require(usages[0]), try #require(usages[1]))
    #expect(large.peakKiB > 58_000)
    #expect((1000..<58_000).contains(small.peakKiB), "not what the item before needed")
    #expect(small.milliseconds >= 200, "it sleeps for that long")
    #expect(small.cpuMilliseconds < small.milliseconds)
  }
}
