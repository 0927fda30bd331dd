import DaybookCore

/// Whether a text tells of times long before it was written: then "in March" and "on Sunday" go on from the
/// dates that it names, where a letter or a news report counts from the day it was written.
///
/// Dates with a year vote: those of other years for a story, those near the day of writing and words such as
/// "yesterday" and "last week" against it.
enum StoryVote {
  /// False where the day of writing is not known: then the text's own dates lead anyway.
  static func isStory(_ groups: [[DateToken]], written: DateAnchor?) -> Bool {
    guard let written else { return false }
    var far = 0
    var near = 0
    var spoken = 0
    for group in groups {
      for token in group {
        let expression = token.expression
        if let year = year(of: expression) {
          let isDated = expression.fields?.month != nil || expression.fields == nil
          if written.last.year - year >= 2 {
            far += isDated ? 2 : 1
          } else if isDated {
            near += 2
          }
        } else if isSpoken(expression) {
          spoken += 1
        }
      }
    }
    return far >= 5 && far > 2 * near && far > 3 * spoken
  }

  private static func year(of expression: DateExpression) -> Int? {
    switch expression.form {
    case .calendar(let fields): fields.year
    case .numeric(let numbers): numbers.year
    case .range(let first, _): year(of: first)
    default: nil
    }
  }

  /// Counted from the moment of speaking.
  private static func isSpoken(_ expression: DateExpression) -> Bool {
    switch expression.form {
    case .unit(_, _, let ofNarrative): !ofNarrative
    case .counted(_, let counting): counting == .ago || counting == .fromNow
    case .calendar(let fields):
      expression.direction != nil || fields.weekday != nil && fields.day == nil && fields.month == nil
    default: false
    }
  }
}
