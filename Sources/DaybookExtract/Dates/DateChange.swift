import DaybookCore

/// Tells a date that was changed to another from a range: "moved from 3 March to 10 April", "the sign-off changed
/// from 14 February 2022 to 15 February 2022", "put back from Monday to Wednesday".
///
/// Both words of such a pair name one day each, and nothing lies between them. Source: own reading of letters
/// and change logs.
enum DateChange {
  /// The old date and the new one, each with what the other says for both: the year of "from 3 March to 10
  /// April 2022". Nil where the two are no such pair.
  static func read(_ first: DateToken, _ second: DateToken, _ bytes: UnsafeBufferPointer<UInt8>) -> (
    old: DateToken, new: DateToken
  )? {
    let gap = first.bytes.upperBound..<second.bytes.lowerBound
    guard gap.lowerBound <= gap.upperBound, gap.count <= 16, first.expression.canBound,
      second.expression.canBound, isTo(gap, bytes), isTold(before: first.bytes.lowerBound, bytes)
    else { return nil }
    var (old, new) = (first, second)
    (old.expression, new.expression) = DateJoins.shared(first.expression, second.expression)
    return (old, new)
  }

  /// Whether "from" and a verb of change stand right before a place; at most two words between them.
  static func isTold(before start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cursor = TextCursor(bytes)
    var previous = cursor.previousWord(before: start)
    if previous.word == FoldedWord("the") { previous = cursor.previousWord(before: previous.start) }
    guard previous.word == FoldedWord("from") else { return false }
    for _ in 0..<3 {
      previous = cursor.previousWord(before: previous.start)
      guard previous.word.count > 0 else { return false }
      if verbs[previous.word] != nil { return true }
      guard fillers[previous.word] != nil else { return false }
    }
    return false
  }

  private static func isTo(_ gap: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = TextCursor(bytes, at: gap.lowerBound, limit: gap.upperBound)
    cursor.skipBlanks(lines: true)
    guard cursor.take(FoldedWord("to")) else { return false }
    cursor.skipBlanks(lines: true)
    if cursor.take(FoldedWord("the")) { cursor.skipBlanks(lines: true) }
    return cursor.position >= gap.upperBound
  }

  private static let verbs = WordTable<Bool>(
    [
      "change", "changed", "changes", "changing", "move", "moved", "moves", "moving", "postpone", "postponed",
      "postponing", "reschedule", "rescheduled", "rescheduling", "defer", "deferred", "delay", "delayed",
      "shift", "shifted", "slip", "slipped", "slips", "amend", "amended", "amending", "correct", "corrected",
      "alter", "altered", "revise", "revised", "redated", "extend", "extended", "extending", "put", "brought",
      "bring", "pushed", "push",
    ].map { ($0, true) })

  /// What may stand between the verb and "from".
  private static let fillers = WordTable<Bool>(
    [
      "back", "forward", "forwards", "it", "date", "this", "that", "deadline", "again", "out", "the",
      "meeting",
    ]
    .map { ($0, true) })
}
