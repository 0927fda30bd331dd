import DaybookCore

/// Reads a day without its month: "the 14th", "on 16th", "dated 3rd", "the 8th inst.".
///
/// The figure needs "th" and its like, and a word before it that dates take; what it counts ("the 14th
/// meeting") makes it no day.
/// Source: own reading of British minutes and letters.
struct OrdinalDayRule: MentionRule {
  let name = "ordinal-day"
  let examples: [RuleExample] = [
    .reads("the reply went out on «the 14th» and again on «16th».", as: "XXXX-XX-14", "XXXX-XX-16"),
    .reads(
      "Your letter of «the 8th inst.» and ours of «the 30th ultimo» refer", as: "day 8 of month+0",
      "day 30 of month-1"),
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
    if let month = OrdinalDayRule.months(&cursor) {
      return .date(
        DateExpression(.nth(day.value, .day, DateExpression(.unit(.month, month, ofNarrative: false)))),
        start: DateParts.articleStart(cursor, before: start))
    }
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

  /// "inst." (0), "ult." (−1), "prox." (1) behind a day, as letters have them.
  private static func months(_ cursor: inout TextCursor) -> Int? {
    var trial = cursor
    guard trial.skipBlanks(), let months = months[trial.word] else { return nil }
    let isShort = trial.word.count <= 4
    trial.position += trial.word.count
    guard !ByteClass.isWordLike(trial.current) else { return nil }
    // The full stop of "inst." ends the sentence where a capital follows.
    if isShort, trial.current == UInt8(ascii: ".") {
      var after = trial
      after.position += 1
      if after.skipBlanks(lines: true), !after.isUppercase(at: after.position) { trial.position += 1 }
    }
    cursor = trial
    return months
  }

  /// Source: Oxford English Dictionary, instant, ultimo, proximo.
  private static let months = WordTable<Int>([
    ("inst", 0), ("instant", 0), ("ult", -1), ("ultimo", -1), ("prox", 1), ("proximo", 1),
  ])

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
