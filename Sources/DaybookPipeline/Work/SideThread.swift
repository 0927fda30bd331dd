import Foundation

/// Work on a second thread while the caller's own goes on with something else.
///
/// Both are over when a call returns, so that nothing of it outlives its values.
enum SideThread {
  /// As much as the main thread has: parsers on a second one go as deep.
  private static let stackSize = 8 << 20

  /// Does two things at once; the error of the first is thrown where both fail.
  static func both<A, B>(_ first: () throws -> A, _ second: () throws -> B) throws -> (A, B) {
    var other: Result<B, any Error>?
    let own = try beside({ other = Result { try second() } }) { Result { try first() } }
    guard let other else { throw PipelineError.interrupted }
    return (try own.get(), try other.get())
  }

  /// Values that are made on a second thread and used on the caller's, in order.
  ///
  /// `make` runs a few lists of values ahead at most. Where either fails the other is stopped.
  static func relay<T>(
    making make: (_ hand: (T) throws -> Void) throws -> Void, using use: (T) throws -> Void
  ) throws {
    let belt = Belt<T>()
    try beside({
      do {
        var list: [T] = []
        list.reserveCapacity(Belt<T>.length)
        try make { value in
          list.append(value)
          if list.count == Belt<T>.length {
            try belt.put(list)
            list.removeAll(keepingCapacity: true)
          }
        }
        try belt.put(list)
        belt.end(nil)
      } catch {
        belt.end(error)
      }
    }) {
      // The maker must not wait for a user who is gone.
      defer { belt.stop() }
      while let list = try belt.take() { for value in list { try use(value) } }
    }
  }

  /// Does `count` things at once, each on a thread of its own, and `besides` on the caller's meanwhile.
  static func all(_ count: Int, _ body: (Int) -> Void, besides: () -> Void) throws {
    func start(_ number: Int) throws {
      if number == count { return besides() }
      try beside({ body(number) }) { try start(number + 1) }
    }
    try start(0)
  }

  private static func beside<A>(_ second: () -> Void, _ first: () throws -> A) throws -> A {
    try withoutActuallyEscaping(second) { second in
      var work = second
      return try withUnsafeMutablePointer(to: &work) { place in
        // The thread is joined before this call returns, so the place outlives it.
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackSize)
        var thread = pthread_t()
        let code = pthread_create(
          &thread, &attributes,
          { place in
            place?.assumingMemoryBound(to: (() -> Void).self).pointee()
            return nil
          }, place)
        guard code == 0 else {
          throw PipelineError.notReadable(path: "internal", reason: "no thread can be started")
        }
        defer { pthread_join(thread, nil) }
        return try first()
      }
    }
  }
}

/// Lists of values between two threads.
private final class Belt<T>: @unchecked Sendable {
  static var length: Int { 256 }
  private static var most: Int { 8 }

  private let condition = NSCondition()
  private var lists: [[T]] = []
  private var isEnded = false
  private var isStopped = false
  private var error: (any Error)?

  func put(_ list: [T]) throws {
    condition.lock()
    defer { condition.unlock() }
    while lists.count >= Belt.most, !isStopped { condition.wait() }
    if isStopped { throw PipelineError.interrupted }
    lists.append(list)
    condition.broadcast()
  }

  func end(_ error: (any Error)?) {
    condition.lock()
    self.error = error
    isEnded = true
    condition.broadcast()
    condition.unlock()
  }

  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  /// Nil behind the last.
  func take() throws -> [T]? {
    condition.lock()
    defer { condition.unlock() }
    while lists.isEmpty, !isEnded { condition.wait() }
    if !lists.isEmpty {
      condition.broadcast()
      return lists.removeFirst()
    }
    if let error { throw error }
    return nil
  }
}
