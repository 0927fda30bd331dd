package import DaybookCore

/// Reads one family of expressions where one of its triggers stands.
///
/// Shape: `match` is called with the cursor on the trigger and moves it behind what it read; nil is no match,
/// and then the place of the cursor does not matter. A rule keeps nothing between calls.
package protocol MentionRule: Sendable {
  /// Kebab-case; appears in provenance.
  var name: String { get }
  /// Lines that it reads and lines that it leaves alone; a test runs them all.
  var examples: [RuleExample] { get }
  /// Bytes or words at which this rule is worth trying.
  var triggers: Triggers { get }
  func match(at cursor: inout TextCursor, context: RuleContext) -> Match?
}

/// What one rule made of one place.
package struct Match: Hashable, Sendable {
  package var value: MatchValue
  /// Where it starts, when words before the trigger belong to it ("the" of "the 14th"); nil for the trigger
  /// itself.
  package var start: Int?

  package init(_ value: MatchValue, start: Int? = nil) {
    self.value = value
    self.start = start
  }

  package static func date(_ expression: DateExpression, start: Int? = nil) -> Match {
    Match(.date(expression), start: start)
  }
}

/// What words were read as, before any context.
package enum MatchValue: Hashable, Sendable {
  case date(DateExpression)

  /// As examples write it.
  package var text: String {
    switch self {
    case .date(let expression): expression.text
    }
  }
}

/// What a rule may know of the document before it reads.
package struct RuleContext: Sendable {
  /// "en-GB" or "en-US": which of day and month comes first where nothing else tells.
  package var locale: String
  /// Whether "now", "recently" and "soon" are wanted.
  package var readsVague: Bool

  package init(locale: String = "en-GB", readsVague: Bool = false) {
    self.locale = locale
    self.readsVague = readsVague
  }
}

/// A line that proves a rule: what it reads stands between « and ».
package struct RuleExample: Hashable, Sendable {
  package var text: String
  /// One for each marked stretch, as `MatchValue.text` prints it; empty for a line that the rule leaves
  /// alone.
  package var expected: [String]

  package static func reads(_ text: String, as expected: String...) -> RuleExample {
    RuleExample(text: text, expected: expected)
  }

  package static func ignores(_ text: String) -> RuleExample { RuleExample(text: text, expected: []) }
}
