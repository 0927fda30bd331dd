/// Something in the input that a person should see.
///
/// `code` is a kebab-case name that does not change between versions; `message` says what and what to do,
/// without the document's words.
package struct Finding: Hashable, Sendable, Codable {
  package enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case note, warning
    /// Something could not be read: part of the bundle is missing from the result.
    case loss

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .loss: 2
      }
    }
  }

  package var code: String
  package var severity: Severity
  package var message: String
  /// Path of the source; empty until the pipeline fills it in.
  package var path: String
  package var page: Int?
  package var bytes: Range<Int>?

  package init(
    _ code: String, _ severity: Severity, _ message: String, path: String = "", page: Int? = nil,
    bytes: Range<Int>? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.path = path
    self.page = page
    self.bytes = bytes
  }
}
