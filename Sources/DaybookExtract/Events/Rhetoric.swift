import DaybookCore

/// Tells questions that expect no answer from those that ask the reader something.
///
/// "What if they had listened?", "Who gains when nobody moves?", "Isn't that the point?", and a question that the
/// writer answers in the next breath ("Why? Because …"). Source: CGEL chapter 10, rhetorical questions and answers.
enum Rhetoric {
  static func isRhetorical(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
    let tokens = passage.tokens
    let words = sentence.filter { tokens[$0].kind == .word }
    guard let first = words.first else { return true }
    if answers(passage, sentence) { return true }
    // "Who gains when …?": a present that holds at all times.
    if tokens[first].hash == who, words.count >= 3, tokens[words[2]].is(.subordinator),
      !tokens[words[1]].is([.be, .have, .does, .future])
    {
      return true
    }
    // Asked of the reader, or of what the reader knows.
    if words.contains(where: {
      tokens[$0].is(.secondPerson) || tokens[$0].is(.firstPerson) && !tokens[$0].is(.be)
    }),
      !openings.contains(where: { $0.elementsEqual(words.prefix($0.count).map { tokens[$0].hash }) })
    {
      return false
    }
    if tokens[first].is(.negation), tokens[first].is([.be, .does, .future, .possibility]) { return true }
    if openings.contains(where: { $0.elementsEqual(words.prefix($0.count).map { tokens[$0].hash }) }) {
      return true
    }
    return false
  }

  /// Whether the sentence behind it opens as an answer.
  private static func answers(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
    let next = sentence.upperBound
    guard passage.tokens.indices.contains(next + 1),
      passage.sentence(of: next) > passage.sentence(of: sentence.lowerBound)
    else { return false }
    if passage.tokens[next].hash == because { return true }
    return replies.contains(passage.tokens[next].hash)
      && [.comma, .stop, .dash, .mark].contains(passage.tokens[next + 1].kind)
  }

  private static let who = Hash.of("who")
  private static let because = Hash.of("because")
  private static let replies: Set<UInt64> = Set(
    ["no", "yes", "nothing", "nobody", "absolutely"].map { Hash.of($0) })
  private static let openings: [[UInt64]] = [
    "what if", "who knows", "who cares", "who would have thought", "why bother", "since when",
    "what is the point", "what's the point", "is it any wonder", "how dare", "how can anyone",
    "how could anyone",
    "who am i to", "what else is new", "how hard can", "need i say",
  ].map { $0.split(separator: " ").map { Hash.of($0) } }
}
