import DaybookCore

/// What the words in front of a verb take back: "if Dan had asked us", "may have told", "it is not true that she
/// signed", "denies that he wrote".
///
/// Source: The Cambridge Grammar of the English Language, chapter 8, section 14 (conditionals), and chapter 3,
/// section 9 (modality of what may have been).
enum Factuality {
  /// `alleged` for what is supposed or asked about, `denied` for what is said not to be; nil where nothing takes
  /// it back. Looks at most sixteen words back, inside the clause.
  static func modality(
    _ tokens: [Token], before verb: Int, in range: Range<Int>, mayHave: Bool
  ) -> Modality? {
    if mayHave { return .alleged }
    var at = verb - 1
    var sawThat = false
    while at >= range.lowerBound, verb - at <= 16 {
      let token = tokens[at]
      if token.kind == .stop || token.kind == .semicolon || token.kind == .comma { return nil }
      if token.kind == .word {
        if conditions.contains(token.hash) { return .alleged }
        if at == range.lowerBound, token.hash == had { return .alleged }
        if token.hash == that { sawThat = true }
        if sawThat, denials.contains(token.hash) { return .denied }
        if sawThat, truths.contains(token.hash), at > range.lowerBound, tokens[at - 1].is(.negation) {
          return .denied
        }
      }
      at -= 1
    }
    return nil
  }

  /// "did not attend", "wasn't there": said not to have been. "It is not clear when" denies nothing.
  static func isDenial(_ tokens: [Token], _ index: Int, in clause: Range<Int>) -> Bool {
    let helping: WordClass = [.be, .have, .does]
    guard tokens[index].is(.negation),
      tokens[index].is(helping) || index > clause.lowerBound && tokens[index - 1].is(helping),
      let next = (index + 1..<clause.upperBound).first(where: {
        !tokens[$0].is(.adverb) || doubts.contains(tokens[$0].hash)
      })
    else { return false }
    return tokens[next].kind == .word && !doubts.contains(tokens[next].hash)
  }

  private static let doubts = hashes([
    "clear", "certain", "sure", "known", "aware", "evident", "obvious", "only", "until", "long",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map { Hash.of($0) }) }

  private static let had = Hash.of("had")
  private static let that = Hash.of("that")
  private static let conditions = hashes(["if", "unless", "whether"])
  private static let denials = hashes([
    "deny", "denies", "denied", "denying", "untrue", "false", "incorrect", "wrong",
  ])
  private static let truths = hashes(["true", "correct", "right", "case"])
}
