import Foundation
import Synchronization

/// Ctrl-C and a polite kill: the first asks the work to stop where it can go on later, the second ends it at
/// once.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  static func install() {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      Foundation.signal(signal) { number in
        Interruption.requested.store(true, ordering: .relaxed)
        Foundation.signal(number, SIG_DFL)
      }
    }
  }

  @Sendable static func isRequested() -> Bool { requested.load(ordering: .relaxed) }
}
