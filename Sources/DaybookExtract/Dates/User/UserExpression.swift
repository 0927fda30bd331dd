import DaybookCore

/// A date expression of the user's own, as the case settings give it.
///
/// Shape: `pattern` is PCRE2; `value` is what a match means: EDTF, an ISO 8601 duration, or "easter+39", with
/// `$1`, `${name}` and `${1+1}` for what the groups caught. A group that caught nothing gives "XXXX", a year
/// that the context has to give.
package struct UserExpression: Hashable, Sendable, Codable {
  package var pattern: String
  package var value: String

  /// Refuses what could never give a date.
  package init(pattern: String, value: String) throws(UserExpressionError) {
    self.pattern = pattern
    self.value = value
    let compiled = try UserPattern(pattern)
    try UserTemplate(value, groups: compiled).check()
  }

  /// A day with a name: "10-24" in every year, "2022-02-14" once, "easter+39". A year behind the name counts.
  package init(name: String, day: String) throws(UserExpressionError) {
    let isYearly = day.utf8.count == 5
    let isCounted = day.hasPrefix("easter")
    guard isYearly || isCounted || day.utf8.count == 10 else { throw .day(day) }
    var words = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "’": words += "['’]"
      case " ": words += "\\s+"
      default:
        words += scalar.isASCII && !ByteClass.isWordLike(UInt8(scalar.value)) ? "\\\(scalar)" : "\(scalar)"
      }
    }
    let value = isYearly ? "${year}-\(day)" : isCounted ? "\(day) ${year}" : day
    do {
      try self.init(
        pattern: "(?<![\\w])\(words)(?![\\w])"
          + (isYearly || isCounted ? "(?:,?\\s+(?<year>[12]\\d{3})(?!\\d))?" : ""),
        value: value)
    } catch { throw .day(day) }
  }

  /// As it was stored: it was checked when the settings were read.
  package init(stored pattern: String, value: String) {
    self.pattern = pattern
    self.value = value
  }
}

/// Why an expression of the user's own cannot be used.
package enum UserExpressionError: Error, Equatable, CustomStringConvertible {
  /// What PCRE2 says, and the offset in bytes where it stopped.
  case pattern(reason: String, offset: Int)
  /// A group that the pattern does not have.
  case group(String)
  case value(String)
  case day(String)

  package var description: String {
    switch self {
    case .pattern(let reason, let offset): "pattern: \(reason), at character \(offset + 1)"
    case .group(let name): "value: the pattern has no group \"\(name)\""
    case .value(let text):
      "value: \"\(text)\" is no date; expected EDTF such as 2022-02-14 or ${1}-10, a duration such as P${1}D, or easter+39"
    case .day(let text):
      "day: \"\(text)\" is no day; expected 10-24, 2022-02-14 or easter+39"
    }
  }
}
