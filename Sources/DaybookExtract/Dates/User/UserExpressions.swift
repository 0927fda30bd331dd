import CPCRE2
import DaybookCore

/// Finds the expressions of the user's own in a text, each with a limit on the work and on the time it may cost.
struct UserExpressions: Sendable {
  private struct Rule: Sendable {
    var pattern: UserPattern
    var template: UserTemplate
  }

  private let rules: [Rule]

  /// Name of the rule in provenance.
  static let ruleName = "own-expression"
  /// CPU time that one pattern may take for one text, in nanoseconds, and for each byte of it: a good pattern
  /// needs some 10 a byte.
  private static let grace = 500_000_000
  private static let timePerByte = 1_000
  /// Places from which a match may start in one call.
  private static let stride = 4096

  /// What the settings give was checked when they were read; what cannot be used after all is left out.
  init(_ expressions: [UserExpression]) {
    rules = expressions.compactMap { expression in
      guard let pattern = try? UserPattern(expression.pattern),
        let template = try? UserTemplate(expression.value, groups: pattern)
      else { return nil }
      return Rule(pattern: pattern, template: template)
    }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Matches in order of their place, without overlaps: of two the one that starts first, then the longer one,
  /// then the one listed first. `stopped` receives the numbers of the patterns, from 1, that took too long, and
  /// where they were given up.
  func find(in text: UnsafeBufferPointer<UInt8>, stopped: inout [(rule: Int, at: Int)]) -> [DateToken] {
    var found: [(token: DateToken, rule: Int)] = []
    for (index, rule) in rules.enumerated() {
      if stopped.contains(where: { $0.rule == index + 1 }) { continue }
      guard let search = UserPattern.Search(rule.pattern) else { continue }
      let start = daybook_thread_time()
      let budget = Int64(UserExpressions.grace + text.count * UserExpressions.timePerByte)
      var position = 0
      scan: while position < text.count {
        if start >= 0, daybook_thread_time() - start > budget {
          stopped.append((index + 1, position))
          break
        }
        let limit = min(position + UserExpressions.stride, text.count)
        switch search.next(in: text, starts: position..<limit, end: text.count) {
        case .none: position = UserExpressions.characterStart(text, limit + 1)
        case .tooMuch:
          stopped.append((index + 1, position))
          break scan
        case .match(let groups):
          guard let whole = groups.first ?? nil, !whole.isEmpty else {
            let end = (groups.first ?? nil)?.upperBound ?? position
            position = UserExpressions.characterStart(text, max(position, end) + 1)
            continue
          }
          if let expression = rule.template.expression(groups, in: text) {
            found.append(
              (DateToken(bytes: whole, expression: expression, rule: UserExpressions.ruleName), index))
          }
          position = whole.upperBound
        }
      }
    }
    found.sort {
      ($0.token.bytes.lowerBound, -$0.token.bytes.upperBound, $0.rule)
        < ($1.token.bytes.lowerBound, -$1.token.bytes.upperBound, $1.rule)
    }
    var result: [DateToken] = []
    for (token, _) in found where token.bytes.lowerBound >= (result.last?.bytes.upperBound ?? 0) {
      result.append(token)
    }
    return result
  }

  /// What the rules of this program found, with what the user's own found in its place.
  static func merged(_ tokens: [DateToken], _ own: ArraySlice<DateToken>) -> [DateToken] {
    if own.isEmpty { return tokens }
    let rest = tokens.filter { token in !own.contains { $0.bytes.overlaps(token.bytes) } }
    return (rest + own).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private static func characterStart(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

extension [DateToken] {
  /// Those that lie in a stretch; the tokens are in order.
  func inside(_ range: Range<Int>) -> ArraySlice<DateToken> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].bytes.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].bytes.upperBound <= range.upperBound { end += 1 }
    return self[low..<end]
  }
}
