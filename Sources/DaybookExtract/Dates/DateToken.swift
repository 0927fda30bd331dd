import DaybookCore

/// An expression in its place, as rules and joins left it, before the context is asked.
struct DateToken: Hashable, Sendable {
  var bytes: Range<Int>
  var expression: DateExpression
  var rule: String
}
