/// An item on its way, with what has happened to it so far.
struct QueuedWork {
  var item: WorkItem
  /// Attempts that ended a child.
  var attempts = 0
}

/// What waits for a child: first in, first out, but for a short look ahead for items that suit a child
/// better.
struct WorkQueue {
  /// How far ahead. Bounds both the work of looking and the number of items that can overtake.
  private static let window = 64
  /// Those in front of `head` are gone.
  private var waiting: [QueuedWork?] = []
  private var head = 0
  /// For fresh children only.
  private var retries: [QueuedWork] = []

  var count: Int { waiting.count - head + retries.count }
  var retryCount: Int { retries.count }

  mutating func append(_ item: WorkItem) { waiting.append(QueuedWork(item: item)) }
  mutating func retry(_ work: QueuedWork) { retries.append(work) }

  mutating func removeAll() { self = WorkQueue() }

  /// The best next item for a child: a retry if it is fresh, an item of the affinity it holds, the first item
  /// that no other child is better for, else the first. Never nothing while anything is there that it may do.
  mutating func next(fresh: Bool, affinity: String?, heldElsewhere: Set<String>) -> QueuedWork? {
    if fresh, !retries.isEmpty { return retries.removeFirst() }
    guard head < waiting.count else { return nil }
    let ahead = head..<min(head + Self.window, waiting.count)
    let own = affinity.flatMap { affinity in ahead.first { waiting[$0]?.item.affinity == affinity } }
    let free = own ?? ahead.first { waiting[$0]?.item.affinity.map { !heldElsewhere.contains($0) } ?? true }
    return take(free ?? head)
  }

  /// Whichever is next, for reporting that nobody can do it.
  mutating func removeFirst() -> QueuedWork? {
    if !retries.isEmpty { return retries.removeFirst() }
    return head < waiting.count ? take(head) : nil
  }

  private mutating func take(_ index: Int) -> QueuedWork? {
    let work = waiting[index]
    for position in stride(from: index, to: head, by: -1) { waiting[position] = waiting[position - 1] }
    waiting[head] = nil
    head += 1
    if head > 256, head * 2 > waiting.count {
      waiting.removeFirst(head)
      head = 0
    }
    return work
  }
}
