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
        } else {
          spoken += weight(of: expression)
        }
      }
    }
    return far >= 5 && far > 2 * near && far > spoken
  }

  private static func year(of expression: DateExpression) -> Int? {
    switch expression.form {
    case .calendar(let fields): fields.year
    case .numeric(let numbers): numbers.year
    case .range(let first, _): year(of: first)
    default: nil
    }
  }

  /// How much words are counted from the moment of speaking: "yesterday" and "last week" are, weekdays may be,
  /// "the end of the year" says nothing.
  private static func weight(of expression: DateExpression) -> Int {
    switch expression.form {
    case .unit(let unit, let steps, let ofNarrative):
      ofNarrative || expression.isLoose || steps == 0 && unit != .day ? 0 : 2
    case .counted(_, let counting): counting == .ago || counting == .fromNow ? 2 : 0
    case .calendar(let fields):
      expression.direction != nil ? 2 : fields.weekday != nil && fields.day == nil ? 1 : 0
    default: 0
    }
  }
}
