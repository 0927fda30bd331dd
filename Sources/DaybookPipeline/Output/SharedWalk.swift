import DaybookCore
import Foundation

/// Walks through the entries of a chronology that several emitters take at once: each entry is read and decoded
/// once a walk, and not once for each of them.
///
/// Each emitter runs on a thread of its own and gets entries in lists; nobody is more than a few lists ahead of the
/// slowest. Who needs two walks gets the first one with the others who do, and the last with all.
final class SharedWalk: @unchecked Sendable {
  private static let listLength = 128
  private static let mostLists = 4

  /// One emitter.
  private struct Walker {
    /// Walks that it has not begun.
    var left: Int
    var lists: [[ChronologyEntry]] = []
    var isWalking = false
    /// Behind the last list of a walk.
    var isAtEnd = false
  }

  private let entries: any EntrySequence
  private let condition = NSCondition()
  private var walkers: [Walker]
  private var failure: (any Error)?

  /// `walks`: how often each emitter goes through the entries.
  init(_ entries: any EntrySequence, walks: [Int]) {
    self.entries = entries
    walkers = walks.map { Walker(left: $0) }
  }

  /// The entries as the emitter with this number sees them.
  func entries(for walker: Int) -> any EntrySequence { Share(walk: self, walker: walker) }

  /// Reads the entries for everybody; returns when nobody is left.
  func run() {
    while true {
      let rest = condition.withLock { walkers.map(\.left).max() ?? 0 }
      if rest == 0 { return }
      let members = condition.withLock {
        let members = walkers.indices.filter { walkers[$0].left == rest }
        for member in members {
          walkers[member].left -= 1
          walkers[member].isWalking = true
          walkers[member].isAtEnd = false
        }
        condition.broadcast()
        return members
      }
      do {
        var list: [ChronologyEntry] = []
        list.reserveCapacity(SharedWalk.listLength)
        try entries.forEach { entry in
          list.append(entry)
          if list.count == SharedWalk.listLength {
            hand(list, to: members)
            list.removeAll(keepingCapacity: true)
          }
        }
        hand(list, to: members)
      } catch {
        condition.withLock { failure = failure ?? error }
      }
      condition.withLock {
        for member in members { walkers[member].isAtEnd = true }
        condition.broadcast()
        // The next walk begins when this one is over for all.
        while members.contains(where: { walkers[$0].isWalking }) { condition.wait() }
      }
    }
  }

  private func hand(_ list: [ChronologyEntry], to members: [Int]) {
    condition.withLock {
      while members.contains(where: {
        walkers[$0].isWalking && walkers[$0].lists.count >= SharedWalk.mostLists
      }) {
        condition.wait()
      }
      for member in members where walkers[member].isWalking { walkers[member].lists.append(list) }
      condition.broadcast()
    }
  }

  /// An emitter that has written all, or given up, is waited for no more.
  func leave(_ walker: Int) {
    condition.withLock {
      walkers[walker] = Walker(left: 0)
      condition.broadcast()
    }
  }

  fileprivate func forEach(_ walker: Int, _ body: (ChronologyEntry) throws -> Void) throws {
    let isShared = condition.withLock {
      while !walkers[walker].isWalking, walkers[walker].left > 0 { condition.wait() }
      return walkers[walker].isWalking
    }
    // More walks than were announced.
    guard isShared else { return try entries.forEach(body) }
    defer {
      condition.withLock {
        walkers[walker].isWalking = false
        walkers[walker].lists = []
        condition.broadcast()
      }
    }
    while true {
      let list = try condition.withLock { () throws -> [ChronologyEntry]? in
        while walkers[walker].lists.isEmpty, !walkers[walker].isAtEnd { condition.wait() }
        if !walkers[walker].lists.isEmpty {
          condition.broadcast()
          return walkers[walker].lists.removeFirst()
        }
        if let failure { throw failure }
        return nil
      }
      guard let list else { return }
      for entry in list { try body(entry) }
    }
  }
}

private struct Share: EntrySequence {
  let walk: SharedWalk
  let walker: Int

  func forEach(_ body: (ChronologyEntry) throws -> Void) throws { try walk.forEach(walker, body) }
}
