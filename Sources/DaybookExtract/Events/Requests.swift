import DaybookCore

/// Tells sentences that ask the reader for something.
enum Requests {
  /// What a sentence asks: `asked-to-pause` where it is to stop something; nil where it asks nothing.
  static func kind(_ passage: Passage, _ sentence: Range<Int>, _ text: [UInt8]) -> EventKind? {
    find(passage, sentence, text)?.kind
  }

  /// What a sentence asks and the token at which the asking begins.
  ///
  /// "Please", "could you", "I would be grateful", "let me know", "tell Ann", or a question to the reader. "Please find
  /// attached" asks nothing, nor does a question that expects no answer.
  static func find(_ passage: Passage, _ sentence: Range<Int>, _ text: [UInt8]) -> (
    token: Int, kind: EventKind
  )? {
    let tokens = passage.tokens
    guard !sentence.isEmpty,
      let ask = start(passage, sentence)
        ?? (isQuestion(tokens, sentence, text) && !Rhetoric.isRhetorical(passage, sentence)
          ? sentence.lowerBound : nil)
    else { return nil }
    let end = min(sentence.upperBound, ask + 9)
    for at in ask..<end where tokens[at].is(.pause) && !tokens[at].is(.determiner) {
      return (ask, .askedToPause)
    }
    return (ask, .asked)
  }

  private static func start(_ passage: Passage, _ sentence: Range<Int>) -> Int? {
    let tokens = passage.tokens
    let head = head(passage, sentence)
    for at in sentence where tokens[at].kind == .word {
      let next = at + 1 < sentence.upperBound ? tokens[at + 1] : nil
      if tokens[at].hash == Words.please || tokens[at].hash == Words.kindly && at == sentence.lowerBound {
        guard let next else { return at }
        if negations.contains(next.hash) {
          // "Please do not pass it on"; but not "please do not hesitate to".
          return followsAny(tokens, at + 2, sentence, hesitation) ? nil : at
        }
        guard idle.contains(next.hash) else { return at }
        // "Please call the number below" is small print; "please call me" is not.
        let object = at + 2 < sentence.upperBound ? tokens[at + 2].hash : 0
        return object == Words.me || object == Words.us ? at : nil
      }
      if tokens[at].hash == Words.grateful, !isThankful(tokens, at, sentence) { return at }
      // "Could you", "may we"; but not "as you could".
      if tokens[at].is([.possibility, .future]), !tokens[at].is([.secondPerson, .firstPerson]),
        next?.is([.secondPerson, .firstPerson]) == true, next?.is(.be) != true,
        at <= max(head, sentence.lowerBound + 2),
        at == head || tokens[at - 1].kind != .word || tokens[at - 1].is([.conjunction, .adverb])
      {
        return at
      }
    }
    if head < sentence.upperBound, tokens[head].kind == .word {
      if isTask(passage, head, sentence) { return head }
      if wishes(passage, head, sentence) { return head }
    }
    return nil
  }

  /// The first token behind "Ann," and "So," and "Just": where a request would begin.
  private static func head(_ passage: Passage, _ sentence: Range<Int>) -> Int {
    let tokens = passage.tokens
    var at = sentence.lowerBound
    if at + 1 < sentence.upperBound, tokens[at].isCapitalised,
      [.comma, .dash, .colon].contains(tokens[at + 1].kind)
    {
      at += 2
    }
    while at < sentence.upperBound - 1,
      tokens[at].is([.conjunction, .adverb]) || tokens[at].kind == .comma || tokens[at].kind == .mark
        || starters.contains(tokens[at].hash)
    { at += 1 }
    return at
  }

  /// "Tell Ann", "let's talk", "send me the list", "help us": a base form at the head, said to the reader.
  private static func isTask(_ passage: Passage, _ head: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = passage.tokens
    guard head + 1 < sentence.upperBound,
      tokens[head + 1].kind == .word || tokens[head + 1].kind == .genitive, !tokens[head].isAcronym
    else {
      return false
    }
    // A heading or a list of titles: every word has its capital.
    if tokens[head + 1].isCapitalised, passage.partyAt[head + 1] < 0, tokens[head + 1].hash != Words.i,
      head + 2 < sentence.upperBound, tokens[head + 2].isCapitalised
    {
      return false
    }
    if tokens[head].hash == lets { return true }
    if tokens[head].hash == Words.let,
      tokens[head + 1].kind == .genitive
        || tokens[head + 1].hash == Words.us && !knows(tokens, head, sentence)
    {
      return head + 2 < sentence.upperBound
    }
    let isPersonal =
      tokens[head + 1].hash == Words.me || tokens[head + 1].hash == Words.us
      || tokens[head + 1].hash == Words.him
      || tokens[head + 1].hash == Words.them || tokens[head + 1].hash == her
    if tokens[head].hash == Words.let {
      // "let me think" is what the writer will do; "let me know" and "let Ann know" are asked.
      return knows(tokens, head, sentence)
    }
    if personal.contains(tokens[head].hash) {
      return isPersonal || tokens[head + 1].isCapitalised && passage.kind != .heading
    }
    return tasks.contains(tokens[head].hash)
      && (isPersonal || tokens[head + 1].is([.determiner, .possessive, .preposition])
        || particles.contains(tokens[head + 1].hash))
  }

  private static func knows(_ tokens: [Token], _ head: Int, _ sentence: Range<Int>) -> Bool {
    (head + 1..<max(head + 1, min(head + 6, sentence.upperBound))).contains {
      knowing.contains(tokens[$0].hash)
    }
  }

  /// "I would like to request", "we need you to", "I recommend that you", "I have one question".
  private static func wishes(_ passage: Passage, _ head: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = passage.tokens
    guard tokens[head].is(.firstPerson), tokens[head].hash != Words.me, tokens[head].hash != Words.us else {
      return false
    }
    var words: [UInt64] = []
    for at in head + 1..<min(head + 9, sentence.upperBound)
    where tokens[at].kind == .word && !tokens[at].is(.adverb) {
      words.append(tokens[at].hash)
    }
    func opens(_ phrase: [UInt64]) -> Bool { words.prefix(phrase.count).elementsEqual(phrase) }
    if questions.contains(where: opens) { return true }
    // "We would welcome a reply", "we would be glad to have your comments".
    if let hope = hopes.first(where: opens) {
      return words.dropFirst(hope.count).prefix(4).contains { answers.contains($0) }
    }
    guard let wish = wants.first(where: opens) else { return false }
    guard words.count > wish.count else { return false }
    let aim = words[wish.count]
    return aim == you && words.count > wish.count + 1 || aims.contains(aim)
  }

  private static func followsAny(_ tokens: [Token], _ start: Int, _ sentence: Range<Int>, _ set: Set<UInt64>)
    -> Bool
  {
    (start..<max(start, min(start + 2, sentence.upperBound))).contains { set.contains(tokens[$0].hash) }
  }

  /// "We are so grateful for", "grateful to you all": thanks.
  private static func isThankful(_ tokens: [Token], _ at: Int, _ sentence: Range<Int>) -> Bool {
    let isHeldOut = (max(sentence.lowerBound, at - 5)..<at).contains { tokens[$0].is(.future) }
    return !isHeldOut
  }

  static func isQuestion(_ tokens: [Token], _ sentence: Range<Int>, _ text: [UInt8]) -> Bool {
    var at = sentence.upperBound - 1
    while at > sentence.lowerBound, tokens[at].kind == .closeQuote || tokens[at].kind == .closeBracket {
      at -= 1
    }
    // "OK?" and "Thoughts?" are asked by everybody of everybody.
    return tokens[at].kind == .stop && text[tokens[at].start] == UInt8(ascii: "?") && sentence.count >= 5
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static func phrases(_ list: [String]) -> [[UInt64]] {
    list.map { $0.split(separator: " ").map { Hash.of($0) } }
  }

  /// "please find", "please see", "please note": no requests.
  private static let idle = set(
    "find see note know be accept feel consider visit click call contact refer disregard remember bear ignore excuse forgive"
  )
  private static let negations = set("do don't")
  private static let hesitation = set("hesitate worry")
  private static let lets = Hash.of("let's")
  private static let her = Hash.of("her")
  private static let you = Hash.of("you")
  private static let knowing = set("know have see")
  private static let starters = set("so well ok okay pls plz")
  /// Tasks that take a person: "tell Ann", "ask him".
  private static let personal = set(
    "tell ask remind call ring phone email send give show help keep inform copy")
  /// Tasks done to a thing.
  private static let tasks = set(
    "send forward add remove delete put check confirm advise review provide prepare print bring pass keep make ensure post hold cancel get find pull stop pause suspend reply respond"
  )
  private static let particles = set("sure up out over back away off it that this these those everything all")
  private static let wants = phrases([
    "would like to", "would like", "want to", "need to", "need", "want", "recommend that", "recommend",
    "suggest that",
    "suggest", "propose that", "ask that", "urge", "wish to",
  ])
  /// What is wished of the reader. Source: our labels of real mail.
  private static let aims = set(
    "request ask see discuss meet speak get obtain receive have schedule arrange know")
  private static let hopes = phrases([
    "would welcome", "would appreciate", "would be glad to have", "would be glad to receive",
    "would be glad of",
    "would be pleased to have", "would be pleased to receive", "should be glad to have", "should be glad of",
    "would be happy to receive", "look forward to receiving",
  ])
  private static let answers = set(
    "reply replies answer answers response responses comment comments views confirmation copy copies sight update information details clarification explanation advice meeting call"
  )
  private static let questions = phrases([
    "have one question", "have a question", "have some questions", "have two questions", "have a request",
    "do have one question", "do have a question", "have one more question", "have a quick question",
  ])
}
