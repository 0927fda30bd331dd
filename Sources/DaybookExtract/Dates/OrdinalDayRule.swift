import DaybookCore

/// Reads a day without its month: "the 14th", "on 16th", "dated 3rd".
///
/// The figure needs "th" and its like, and a word before it that dates take; what it counts ("the 14th
/// meeting") makes it no day.
/// Source: own reading of British minutes and letters.
struct OrdinalDayRule: MentionRule {
  let name = "ordinal-day"
  let examples: [RuleExample] = [
    .reads("the reply went out on «the 14th» and again on «16th».", as: "XXXX-XX-14", "XXXX-XX-16"),
    .ignores("the 14th meeting, the 18th century, the 3rd of them"),
    .ignores("published on the 10th and 25th of each month"),
    .ignores("on 2nd thoughts, in the 90th percentile"),
  ]
  let triggers: Triggers = [.digit]

  func match(at cursor: inout TextCursor, context: RuleContext) -> Match? {
    let start = cursor.position
    guard DateParts.isNumberStart(cursor, start), let day = DateParts.day(&cursor), day.hasSuffix else {
      return nil
    }
    let end = cursor.position
    guard !ByteClass.isWordLike(cursor.current) || cursor.current >= 0x80, cursor.current != UInt8(ascii: "-")
    else { return nil }
    let begin = DateParts.articleStart(cursor, before: start)
    let previous = cursor.previousWord(before: begin).word
    let hasArticle = begin < start
    guard OrdinalDayRule.cues[previous] != nil || hasArticle && OrdinalDayRule.articleCues[previous] != nil
    else { return nil }
    guard cursor.skipBlanks(lines: true) else {
      cursor.position = end
      return .date(.calendar(day: day.value), start: begin)
    }
    // A plain word behind it is what it counts.
    let next = cursor.word
    cursor.position = end
    guard next.count == 0 || OrdinalDayRule.followers[next] != nil, !recurs(cursor) else { return nil }
    return .date(.calendar(day: day.value), start: begin)
  }

  /// "the 10th and 25th of each month": no day of one month.
  private func recurs(_ cursor: TextCursor) -> Bool {
    var trial = cursor
    trial.skipBlanks(lines: true)
    guard trial.take(FoldedWord("and")) || trial.take(FoldedWord("or")) else { return false }
    trial.skipBlanks(lines: true)
    if trial.take(FoldedWord("the")) { trial.skipBlanks() }
    guard let second = DateParts.day(&trial), second.hasSuffix, trial.skipBlanks(lines: true),
      trial.take(FoldedWord("of")), trial.skipBlanks(lines: true)
    else { return false }
    return trial.word == FoldedWord("each") || trial.word == FoldedWord("every")
  }

  private static let cues = WordTable<Bool>(
    ["on", "by", "until", "since", "before", "after", "from", "dated", "till", "to", "of", "for"].map {
      ($0, true)
    })
  private static let articleCues = WordTable<Bool>(
    ["and", "or", "is", "was", "than", "between"].map { ($0, true) })
  private static let followers = WordTable<Bool>(
    [
      "and", "or", "to", "until", "but", "at", "as", "by", "with", "when", "which", "who", "that", "it", "we",
      "they", "i", "he",
      "she", "the", "from", "for", "so", "if", "in", "after", "before", "because", "is", "was", "were", "are",
      "has", "had",
      "will", "would", "a", "an", "this", "then", "onwards", "there", "inclusive", "also", "not", "only",
      "instead", "rather",
      "please", "following", "where", "while", "without", "via", "through", "about",
    ].map { ($0, true) })
}
