import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookPipeline

/// Two threads on one thing: nothing is lost, nothing comes out of order, and nobody waits for somebody who is gone.
@Suite struct SideThreadTests {
  private struct Stop: Error {}

  @Test func bothGiveWhatTheyMade() throws {
    let (left, right) = try SideThread.both({ (1...1000).reduce(0, +) }) { "right" }
    #expect(left == 500_500)
    #expect(right == "right")
  }

  @Test func anErrorOfEitherComesOut() {
    #expect(throws: Stop.self) { try SideThread.both({ throw Stop() }) { 1 } }
    #expect(throws: Stop.self) { try SideThread.both({ 1 }) { throw Stop() } }
  }

  @Test(arguments: [0, 1, 255, 256, 257, 10_000])
  func valuesComeInOrder(count: Int) throws {
    var seen: [Int] = []
    try SideThread.relay { hand in
      for number in 0..<count { try hand(number) }
    } using: {
      seen.append($0)
    }
    #expect(seen == Array(0..<count))
  }

  @Test func aMakerThatFailsEndsTheRelay() {
    var seen = 0
    #expect(throws: Stop.self) {
      try SideThread.relay { hand in
        for number in 0..<600 { try hand(number) }
        throw Stop()
      } using: { (_: Int) in
        seen += 1
      }
    }
    #expect(seen <= 600)
  }

  /// Far more values than fit between the two.
  @Test func aUserThatFailsStopsTheMaker() {
    var made = 0
    #expect(throws: Stop.self) {
      try SideThread.relay { hand in
        while true {
          made += 1
          try hand(made)
        }
      } using: { (value: Int) in
        if value == 1000 { throw Stop() }
      }
    }
    #expect(made < 100_000)
  }

  @Test func everybodyGetsEveryEntryOfEachWalk() throws {
    let entries = try #require(SampleChronology.random(seed: 5, count: 1_000).entries as? [ChronologyEntry])
    let walks = [2, 1, 1, 2]
    let walk = SharedWalk(entries, walks: walks)
    let seen = Collected(count: walks.count)
    try SideThread.all(walks.count) { number in
      defer { walk.leave(number) }
      for _ in 0..<walks[number] {
        try? walk.entries(for: number).forEach { seen.add($0.order, to: number) }
      }
    } besides: {
      walk.run()
    }
    let orders = entries.map(\.order)
    #expect(seen.lists == walks.map { Array(repeating: orders, count: $0).flatMap { $0 } })
  }

  /// One gives up in the middle, one never begins, and one walks more often than it said.
  @Test func nobodyWaitsForThoseWhoLeave() throws {
    let entries = try #require(SampleChronology.random(seed: 6, count: 2_000).entries as? [ChronologyEntry])
    let walk = SharedWalk(entries, walks: [1, 2, 1])
    let seen = Collected(count: 3)
    try SideThread.all(3) { number in
      defer { walk.leave(number) }
      switch number {
      case 0:
        try? walk.entries(for: 0).forEach {
          if $0.order > 300 { throw Stop() }
          seen.add($0.order, to: 0)
        }
      case 1: break
      default: for _ in 0..<2 { try? walk.entries(for: 2).forEach { seen.add($0.order, to: 2) } }
      }
    } besides: {
      walk.run()
    }
    #expect(seen.lists[0].count <= 300)
    #expect(seen.lists[1].isEmpty)
    #expect(seen.lists[2].count == 4_000)
  }

  @Test func troubleOfTheStoreReachesEverybody() throws {
    struct Broken: EntrySequence {
      func forEach(_ body: (ChronologyEntry) throws -> Void) throws { throw Stop() }
    }
    let walk = SharedWalk(Broken(), walks: [1, 1])
    let seen = Collected(count: 2)
    try SideThread.all(2) { number in
      defer { walk.leave(number) }
      do { try walk.entries(for: number).forEach { _ in } } catch { seen.add(1, to: number) }
    } besides: {
      walk.run()
    }
    #expect(seen.lists == [[1], [1]])
  }
}

/// Numbers that several threads note, each in a list of its own.
private final class Collected: @unchecked Sendable {
  var lists: [[Int]]

  init(count: Int) { lists = Array(repeating: [], count: count) }

  private let lock = NSLock()
  func add(_ number: Int, to list: Int) { lock.withLock { lists[list].append(number) } }
}
