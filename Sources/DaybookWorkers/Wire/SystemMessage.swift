import Foundation

/// What the system calls the error `code`, a positive or negative errno.
func systemMessage(_ code: some BinaryInteger) -> String { String(cString: strerror(Int32(abs(Int(code))))) }

extension String {
  /// Fit for one line on a terminal: control characters become spaces, and it ends after 500 characters.
  ///
  /// For text from a child, which a document may have taken over.
  var harmless: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(500).map { $0.properties.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, so that a wait of this length does not end early.
  var millisecondsRoundedUp: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
