import DaybookCore

/// Whether a text tells of times long before it was written: then "in March" and "on Sunday" go on from the
/// dates that it names, where a letter or a news report counts from the day it was written.
///
/// Dates with a year vote: those of other years for a story, those near the day of writing and words such as
/// "yesterday" and "last week" against it. A short text of which all dates are old ones is a story too, unless
/// somebody speaks in it.
enum StoryVote {
  private struct Count {
    var far = 0
    var near = 0
    var spoken = 0
    /// Dates of ten years ago and more, and months without a year before and behind the first of them.
    var old = 0
    var before = 0
    var behind = 0
  }

  /// False where the day of writing is not known: then the text's own dates lead anyway.
  static func isStory(
    _ groups: [[DateToken]], written: DateAnchor?, bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let written else { return false }
    var count = Count()
    for group in groups {
      for token in group { add(token.expression, written.last.year, to: &count) }
    }
    if count.far >= 5, count.far > 2 * count.near, count.far > count.spoken { return true }
    return count.old >= 2 && count.near == 0 && count.spoken == 0 && count.before == 0 && count.behind >= 2
      && !speaks(bytes)
  }

  private static func add(_ expression: DateExpression, _ now: Int, to count: inout Count) {
    guard let year = year(of: expression) else {
      count.spoken += weight(of: expression)
      if isOpen(expression) {
        if count.old > 0 { count.behind += 1 } else { count.before += 1 }
      }
      return
    }
    let isDated = expression.fields?.month != nil || expression.fields == nil
    if now - year >= 2 {
      count.far += isDated ? 2 : 1
      if now - year >= 10 { count.old += isDated ? 2 : 1 }
    } else if isDated {
      count.near += 2
    }
  }

  /// A month, a day of a month or a season without a year.
  private static func isOpen(_ expression: DateExpression) -> Bool {
    switch expression.form {
    case .calendar(let fields):
      expression.direction == nil && (fields.month != nil || fields.day != nil)
    case .yearPart(.season, nil): !expression.isLoose
    default: false
    }
  }

  /// Whether somebody writes of himself or to somebody, or of what is to come, within the first 8 KiB.
  private static func speaks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cursor = TextCursor(bytes)
    var position = 0
    let end = min(bytes.count, 8192)
    while position < end {
      let word = cursor.word(at: position)
      if word.count > 0, voices[word] != nil { return true }
      position += max(word.count, 1)
    }
    return false
  }

  /// Who writes, and to whom.
  static let persons = WordTable<Bool>(personWords.map { ($0, true) })
  private static let personWords = ["i", "we", "you", "your", "our", "us", "my", "me", "ours", "yours"]
  private static let voices = WordTable<Bool>(
    (personWords + ["will", "shall", "please", "must", "now", "currently", "dear", "today"]).map {
      ($0, true)
    })

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
      isTold(expression.direction)
        ? 0
        : expression.direction != nil ? 2 : fields.weekday != nil && fields.day == nil ? 1 : 0
    default: 0
    }
  }

  /// "the following Saturday" goes on from the text.
  private static func isTold(_ direction: Direction?) -> Bool {
    direction == .following || direction == .previous || direction == .same
  }
}
