import DaybookCore

/// What a message hands over or takes in by words that are no verb of sending: "Here are some notes", "Below is the
/// statement", "my CV (attached)", "got it".
///
/// Source: our labels of real mail.
enum HandingOver {
  static func all(_ sentence: SaidSentence) -> [SaidAct] {
    var acts: [SaidAct] = []
    if let token = handed(sentence) { acts.append(SaidAct(kind: .sent, token: token)) }
    if let token = named(sentence) {
      acts.append(
        SaidAct(
          kind: .version, token: token, doer: .others(sentence.reading.writers(sentence.passage)),
          recipients: []))
    }
    if let token = taken(sentence) {
      acts.append(
        SaidAct(
          kind: .received, token: token, doer: .others(sentence.reading.writers(sentence.passage)),
          recipients: []))
    }
    return acts
  }

  /// "We are calling it version 1.1", "we have numbered this copy v2".
  private static func named(_ sentence: SaidSentence) -> Int? {
    for at in sentence.tokens where naming.contains(sentence.hash(at)) {
      guard case .writer? = sentence.subject(before: at, skipping: [.adverb, .have, .be, .future]) else {
        continue
      }
      let behind = at + 1..<max(at + 1, min(at + 6, sentence.tokens.upperBound))
      if behind.contains(where: { VersionLabel.isLabel(sentence.passage.tokens, $0, sentence.text) }) {
        return at
      }
    }
    return nil
  }

  private static func handed(_ sentence: SaidSentence) -> Int? {
    for at in sentence.tokens where sentence.passage.tokens[at].kind == .word {
      let hash = sentence.hash(at)
      // "(attached)"
      if hash == attached, at > sentence.tokens.lowerBound, sentence.tokens.contains(at + 1),
        sentence.passage.tokens[at - 1].kind == .openBracket,
        sentence.passage.tokens[at + 1].kind == .closeBracket
      {
        return at
      }
      // "Here are", "Below is", "FYI, below is", "here follows"; at the head of its clause.
      guard pointing.contains(hash), isHead(at, sentence) else { continue }
      let verb = at + 1
      guard sentence.hash(verb) == isWord || sentence.hash(verb) == are || sentence.hash(verb) == follows
      else {
        continue
      }
      if (verb + 1...verb + 4).contains(where: { sentence.hash($0) == link }) { continue }
      if sentence.is(verb + 1, [.determiner, .possessive]) || some.contains(sentence.hash(verb + 1)) {
        return at
      }
      // "Below is Mr Smith's statement"
      if sentence.tokens.contains(verb + 1), sentence.passage.tokens[verb + 1].isCapitalised { return at }
    }
    return nil
  }

  private static func isHead(_ at: Int, _ sentence: SaidSentence) -> Bool {
    guard at > sentence.tokens.lowerBound else { return true }
    let before = sentence.passage.tokens[at - 1]
    return before.kind != .word && before.kind != .number || before.is([.conjunction, .adverb])
  }

  /// "Got it", "I got it too", "just got your note".
  private static func taken(_ sentence: SaidSentence) -> Int? {
    for at in sentence.tokens.prefix(4) where gotten.contains(sentence.hash(at)) {
      let isFirst =
        at == sentence.tokens.lowerBound
        || sentence.is(at - 1, .adverb) && at - 1 == sentence.tokens.lowerBound
      var isOwn = isFirst
      if !isOwn, case .writer? = sentence.subject(before: at) { isOwn = true }
      guard isOwn else { continue }
      if things.contains(sentence.hash(at + 1)) { return at }
      if sentence.is(at + 1, .possessive) || sentence.hash(at + 1) == Words.the,
        sentence.is(at + 2, .paperNoun) || papers.contains(sentence.hash(at + 2))
      {
        return at
      }
    }
    return nil
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static let naming = set(
    "call calling called number numbering numbered name naming named label labelled")
  private static let attached = Hash.of("attached")
  /// "Here is a link" is a telling, by its phrase.
  private static let link = Hash.of("link")
  private static let isWord = Hash.of("is")
  private static let are = Hash.of("are")
  private static let follows = Hash.of("follows")
  private static let pointing = set("here below following")
  private static let some = set("some my our your two three four five several")
  private static let gotten = set("got gotten received recieved")
  private static let things = set("it this that these those them both yours")
  private static let papers = set("email e-mail mail text files file papers attachment attachments")
}
