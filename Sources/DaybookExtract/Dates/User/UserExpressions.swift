import DaybookCore

/// Finds the expressions of the user's own in a text, each with a limit on the work it may cost.
struct UserExpressions: Sendable {
  private struct Rule: Sendable {
    var pattern: UserPattern
    var template: UserTemplate
  }

  private let rules: [Rule]

  /// Name of the rule in provenance.
  static let ruleName = "own-expression"
  /// Steps that one pattern may take in one text, and for each byte of it (`UserPattern.Search`): a good pattern
  /// needs less than 3 a byte. A million steps take some .05 s.
  private static let grace = 2_000_000
  private static let stepsPerByte = 32

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
  /// then the one listed first. `stopped` receives the numbers of the patterns, from 1, that needed too many steps, and
  /// where they were given up.
  func find(in text: UnsafeBufferPointer<UInt8>, stopped: inout [(rule: Int, at: Int)]) -> [DateToken] {
    var found: [(token: DateToken, rule: Int)] = []
    for (index, rule) in rules.enumerated() {
      if stopped.contains(where: { $0.rule == index + 1 }) { continue }
      let steps = UserExpressions.grace + text.count * UserExpressions.stepsPerByte
      guard let search = UserPattern.Search(rule.pattern, steps: steps) else { continue }
      var position = 0
      scan: while position < text.count {
        switch search.next(in: text, from: position) {
        case .none(let next): position = next
        case .tooMuch:
          stopped.append((index + 1, position))
          break scan
        case .match(let groups):
          guard let whole = groups.first ?? nil, !whole.isEmpty else {
            let end = (groups.first ?? nil)?.upperBound ?? position
            position = UserPattern.characterStart(text, max(position, end) + 1)
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
