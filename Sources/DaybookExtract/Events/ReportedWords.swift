import DaybookCore

/// What somebody said, noted or mentioned, as a message tells it: "I said that all was ready", "Ben noted that",
/// "Said he'd write".
///
/// Only in the main clause and with the words that were said behind it: "as I said" and "…, said the minister" tell
/// nothing new. Source: CGEL chapter 11, reported speech; our labels of real mail.
enum ReportedWords {
  static func first(_ sentence: SaidSentence) -> SaidAct? {
    for at in sentence.tokens where saying.contains(sentence.hash(at)) {
      if sentence.isQuoted(at) { return nil }
      guard follows(at, sentence) else { continue }
      if at == sentence.tokens.lowerBound, elliptic.contains(sentence.hash(at)) {
        return SaidAct(
          kind: .told, token: at, doer: .others([]), recipients: sentence.reading.writers(sentence.passage))
      }
      guard
        let subject = sentence.subject(
          before: at, skipping: [.adverb, .have, .already, .does, .be, .preposition])
      else { continue }
      if case .addressee = subject { continue }
      return SaidAct(kind: .told, token: at, doer: sentence.doer(subject), recipients: [], isPast: true)
    }
    return nil
  }

  /// Whether what was said stands behind the verb, in no quotation of its own.
  private static func follows(_ at: Int, _ sentence: SaidSentence) -> Bool {
    guard sentence.tokens.contains(at + 2) else { return false }
    let next = sentence.passage.tokens[at + 1]
    guard next.kind == .word else { return false }
    return next.hash == Words.that
      || next.is([.firstPerson, .secondPerson, .thirdPerson, .determiner, .group]) || next.isCapitalised
      || quantities.contains(next.hash)
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static let saying = set(
    "said says saying noted mentioned mention stated explained stressed added indicated relayed")
  private static let elliptic = set("said says noted mentioned explained")
  private static let quantities = set("all everyone everybody nobody nothing there no clearly")
}
