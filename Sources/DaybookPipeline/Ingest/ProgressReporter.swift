/// Who is told how far a long piece of work has come. Calls are frequent and cheap; what becomes of them is
/// for the receiver.
package protocol ProgressReporter: AnyObject {
  /// `done` of `total` units of `stage` ("hashing", "reading", "ordering", "writing"); totals may grow.
  func progress(_ stage: String, done: Int, total: Int)
  /// One line that a person should see once: a degraded sandbox.
  func notice(_ text: String)
}
