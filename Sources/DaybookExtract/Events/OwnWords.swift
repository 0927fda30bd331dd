import DaybookCore

/// What a writer does by words in the first person that are no verb of a table: "I'll call him", "we cannot
/// locate the orders", "Sorry for the delay".
///
/// Source: our own labels of real mail; CGEL chapter 3 for the forms.
enum OwnWords {
  /// The acts of a sentence: a token and a kind each, the first of a kind only.
  static func all(_ sentence: SaidSentence) -> [(token: Int, kind: EventKind)] {
    var found: [(token: Int, kind: EventKind)] = []
    for at in sentence.tokens {
      // What stands between quotation marks is somebody else's.
      if sentence.passage.tokens[at].kind == .openQuote { break }
      guard sentence.passage.tokens[at].kind == .word, let act = act(at, sentence) else { continue }
      if !found.contains(where: { $0.kind == act.kind }) { found.append(act) }
    }
    return found
  }

  private static func act(_ at: Int, _ sentence: SaidSentence) -> (token: Int, kind: EventKind)? {
    let (passage, tokens) = (sentence.passage, sentence.passage.tokens)
    let range = sentence.tokens
    if tokens[at].hash == sorry || apologies.contains(tokens[at].hash), isApology(tokens, at, range) {
      return (at, .apologised)
    }
    if knowing.contains(tokens[at].hash), isLetKnow(tokens, at, range) { return (at - 2, .asked) }
    if tokens[at].hash == going, let verb = goingTo(at, sentence), OwnActions.isHeldOut(verb, sentence) {
      return (at, .promised)
    }
    if isWill(tokens[at]), isDoneToPapers(at, sentence) { return (at, .promised) }
    guard let verb = verb(behind: at, tokens, range) else { return nil }
    if isWill(tokens[at]), isOwnSubject(passage, at, range) || isElliptic(tokens, at, verb, range) {
      if isNegated(tokens, at, verb) { return OwnActions.isAction(tokens[verb]) ? (at, .refused) : nil }
      if (at..<verb).contains(where: { tokens[$0].hash == able }) { return nil }
      return OwnActions.isHeldOut(verb, sentence) ? (at, .promised) : nil
    }
    if isCannot(tokens, at), isOwnSubject(passage, at, range), OwnActions.isAction(tokens[verb]) {
      return (at, .refused)
    }
    return nil
  }

  /// The first word behind a helping word that is no helping word itself.
  private static func verb(behind at: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Int? {
    guard isWill(tokens[at]) || tokens[at].is(.possibility) else { return nil }
    var next = at + 1
    // "will, of course, help"
    if next < sentence.upperBound, tokens[next].kind == .comma {
      guard
        let close = (next + 1..<max(next + 1, min(next + 5, sentence.upperBound))).first(where: {
          tokens[$0].kind == .comma
        })
      else { return nil }
      next = close + 1
    }
    while next < sentence.upperBound, next - at <= 7, tokens[next].kind == .word,
      tokens[next].is([.adverb, .negation, .already])
        || tokens[next].hash == be && next + 1 < sentence.upperBound
          && tokens[next + 1].hash == able
        || tokens[next].hash == able || tokens[next].hash == Words.to
    { next += 1 }
    guard next < sentence.upperBound, tokens[next].kind == .word else { return nil }
    return next
  }

  /// "I am going to call", "we are going today to write": the verb behind "to".
  private static func goingTo(_ at: Int, _ sentence: SaidSentence) -> Int? {
    let tokens = sentence.passage.tokens
    guard at > sentence.tokens.lowerBound, tokens[at - 1].is(.be) else { return nil }
    let isOwn = tokens[at - 1].is(.firstPerson) || isOwnSubject(sentence.passage, at - 1, sentence.tokens)
    guard isOwn else { return nil }
    for place in at + 1...at + 2 where sentence.hash(place) == Words.to && sentence.tokens.contains(place + 1)
    {
      return place + 1
    }
    return nil
  }

  /// "It will also be put online", "these papers will be printed": a passive without an agent, of the things that the
  /// message speaks of, is held out by who writes.
  private static func isDoneToPapers(_ at: Int, _ sentence: SaidSentence) -> Bool {
    let tokens = sentence.passage.tokens
    guard tokens[at].hash == Words.will || tokens[at].hash == Words.shall,
      at - sentence.tokens.lowerBound <= 4,
      at > sentence.tokens.lowerBound
    else { return false }
    var verb = at + 1
    while sentence.is(verb, [.adverb, .already]) { verb += 1 }
    guard sentence.hash(verb) == be else { return false }
    verb += 1
    while sentence.is(verb, .adverb) { verb += 1 }
    guard sentence.tokens.contains(verb), tokens[verb].kind == .word,
      tokens[verb].endsInED || done.contains(tokens[verb].hash), !notDone.contains(tokens[verb].hash),
      sentence.hash(verb + 1) != Words.by, !sentence.isQuoted(at)
    else { return false }
    let subject = sentence.tokens.lowerBound..<at
    let first = tokens[subject.lowerBound]
    let isPronoun = subject.count == 1 && pointing.contains(first.hash)
    return isPronoun || first.is(.determiner) && subject.contains { tokens[$0].is(.paperNoun) }
  }

  private static let pointing = set("it they these this both")
  private static let done = set("put sent made given told done set built written kept shown")
  private static let notDone = set(
    "needed required interested concerned based used called held hosted delayed")

  private static func isWill(_ token: Token) -> Bool { wills.contains(token.hash) }

  private static func isCannot(_ tokens: [Token], _ at: Int) -> Bool {
    tokens[at].is(.possibility)
      && (tokens[at].is(.negation) || at + 1 < tokens.count && tokens[at + 1].is(.negation))
  }

  private static func isNegated(_ tokens: [Token], _ at: Int, _ verb: Int) -> Bool {
    (at..<verb).contains { tokens[$0].is(.negation) }
  }

  /// "I will", "we shall", "I'll"; and "I … but will also follow up", whose subject is shared.
  private static func isOwnSubject(_ passage: Passage, _ at: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = passage.tokens
    if tokens[at].is(.firstPerson) { return !isSubordinate(tokens, at, sentence) }
    var before = at - 1
    while before >= sentence.lowerBound, tokens[before].is(.adverb) { before -= 1 }
    guard before >= sentence.lowerBound else { return false }
    if tokens[before].is(.firstPerson), tokens[before].hash != Words.us, tokens[before].hash != Words.me {
      return !isSubordinate(tokens, before, sentence)
    }
    guard tokens[before].is(.conjunction) || tokens[before].kind == .comma else { return false }
    // The nearest party in front is the writer, as a subject.
    let last = passage.parties.last { $0.first < before && $0.first >= sentence.lowerBound }
    return last.map { $0.stands == .author && $0.first <= sentence.lowerBound + 3 } ?? false
  }

  /// "when I will", "if we cannot", "that we will" behind a telling of somebody else.
  private static func isSubordinate(_ tokens: [Token], _ at: Int, _ sentence: Range<Int>) -> Bool {
    let before = at - 1
    guard before >= sentence.lowerBound else { return false }
    return tokens[before].is([.subordinator, .question])
  }

  /// "Will call you around 7", but not "Will you call".
  private static func isElliptic(_ tokens: [Token], _ at: Int, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    guard tokens[at].hash == Words.will, !tokens[verb].isCapitalised,
      !tokens[verb].is([.determiner, .secondPerson, .firstPerson, .thirdPerson, .possessive, .preposition])
    else { return false }
    let before = at - 1
    return before < sentence.lowerBound || tokens[before].kind == .dash || tokens[before].kind == .semicolon
  }

  /// "Sorry to bother you", "so terribly sorry", "my apologies"; not "I'd be sorry to see", "feel sorry for him".
  private static func isApology(_ tokens: [Token], _ at: Int, _ sentence: Range<Int>) -> Bool {
    let before = at - 1
    guard before >= sentence.lowerBound else { return true }
    if tokens[before].kind == .colon || tokens[before].kind == .comma || tokens[before].kind == .mark
      || tokens[before].kind == .semicolon || tokens[before].kind == .openBracket
      || tokens[before].kind == .dash
    {
      return true
    }
    if tokens[at].hash != sorry { return tokens[before].is(.possessive) || tokens[before].hash == accept }
    return intensive.contains(tokens[before].hash) || tokens[before].hash == Words.and
  }

  /// "let me know", at the head of its clause.
  private static func isLetKnow(_ tokens: [Token], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at - 2 >= sentence.lowerBound, tokens[at - 2].hash == Words.let,
      tokens[at - 1].hash == Words.me || tokens[at - 1].hash == Words.us
    else { return false }
    let before = at - 3
    guard before >= sentence.lowerBound else { return true }
    return tokens[before].kind != .word || tokens[before].is([.conjunction, .please, .adverb])
      || please.contains(tokens[before].hash)
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static let sorry = Hash.of("sorry")
  private static let accept = Hash.of("accept")
  private static let be = Hash.of("be")
  private static let able = Hash.of("able")
  private static let going = Hash.of("going")
  private static let apologies = set("apologies apology")
  private static let knowing = set("know")
  /// As scans and hurried writers have it.
  private static let please = set("pls pis plz")
  private static let wills = set("will shall i'll we'll won't")
  private static let intensive = set("am are i'm we're so very terribly truly deeply really extremely most")
}
