/// Tells verbs of doing from verbs of being and thinking, behind "I will" and "we cannot".
///
/// Source: CGEL 3, states against events; our labels of real mail.
enum OwnActions {
  /// Something that is done, and not a state of the mind or of things.
  static func isAction(_ token: Token) -> Bool {
    token.kind == .word && !states.contains(token.hash) && !isHelping(token)
  }

  private static func isHelping(_ token: Token) -> Bool {
    token.is([
      .be, .have, .determiner, .preposition, .thirdPerson, .secondPerson, .firstPerson, .conjunction,
    ])
  }

  /// Something that a writer can hold out with "will": more than what "cannot" refuses, for "I will help", "I will let
  /// you know", "I'll get it to you" are promises, and "I will be", "I will have" are with some words behind them.
  static func isHeldOut(_ verb: Int, _ sentence: SaidSentence) -> Bool {
    let token = sentence.passage.tokens[verb]
    guard token.kind == .word else { return false }
    let next = sentence.hash(verb + 1)
    if token.hash == be {
      return ready.contains(next) && !(next == back && sentence.hash(verb + 2) == Words.to)
        || sentence.isGerund(verb + 1) && !idle.contains(next)
    }
    if token.hash == Words.have {
      // "I'll have Ann meet you": a person, then what that person will do.
      let isPerson =
        sentence.tokens.contains(verb + 1) && sentence.passage.tokens[verb + 1].isCapitalised
        && sentence.passage.tokens[verb + 1].hash != Words.i
        || sentence.is(verb + 1, .thirdPerson)
      return isPerson && sentence.tokens.contains(verb + 2) && sentence.passage.tokens[verb + 2].kind == .word
        && !sentence.passage.tokens[verb + 2].isCapitalised
        && !sentence.is(verb + 2, [.preposition, .conjunction])
    }
    if let objects = heldOutWith[token.hash] { return objects.isEmpty || objects.contains(next) }
    return isAction(token)
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static let be = Hash.of("be")
  private static let back = Hash.of("back")
  /// "will be back", "will be glad to".
  private static let ready = set("back sure happy glad pleased delighted ready in")
  private static let idle = set(
    "being having getting looking seeing going interesting missing working using considering discussing hearing talking thinking"
  )
  /// Verbs of states that are acts with some words behind them; all words where the list is empty.
  private static let heldOutWith: [UInt64: Set<UInt64>] = Dictionary(
    [
      ("help", ""), ("tell", ""), ("continue", "to"), ("let", "you him her them"),
      ("make", "sure it arrangements certain every enquiries inquiries a the"),
      ("get", "it them this that you back the onto on in your"), ("look", "into at for through over"),
      ("take", "care it up this that them your over steps action"), ("see", "to that whether if what"),
      ("hear", "out"), ("find", "out"), ("say", "so"),
    ].map { (Hash.of($0.0), set($0.1)) }, uniquingKeysWith: { first, _ in first })
  private static let states = set(
    "be have need like love want know think believe see hope miss remember recall understand wish find appreciate welcome enjoy expect feel agree assume imagine wait help say tell thank guess bet note continue remain stay depend mean seem sound get receive hear look make take let defer always never also all"
  )
}
