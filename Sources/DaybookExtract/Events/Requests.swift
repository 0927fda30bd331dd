import DaybookCore

/// Tells sentences that ask the reader for something.
enum Requests {
  /// What a sentence asks: `asked-to-pause` where it is to stop something; nil where it asks nothing.
  ///
  /// "Please", "could you", "I would be grateful", or a question to the reader. "Please find attached" asks
  /// nothing.
  static func kind(_ passage: Passage, _ sentence: Range<Int>, _ text: [UInt8]) -> EventKind? {
    let tokens = passage.tokens
    guard
      let ask = start(tokens, sentence) ?? (isQuestion(tokens, sentence, text) ? sentence.lowerBound : nil)
    else { return nil }
    let end = min(sentence.upperBound, ask + 9)
    for at in ask..<end where tokens[at].is(.pause) && !tokens[at].is(.determiner) { return .askedToPause }
    return .asked
  }

  private static func start(_ tokens: [Token], _ sentence: Range<Int>) -> Int? {
    for at in sentence where tokens[at].kind == .word {
      let next = at + 1 < sentence.upperBound ? tokens[at + 1] : nil
      if tokens[at].hash == Words.please || tokens[at].hash == Words.kindly && at == sentence.lowerBound {
        guard let next, idle.contains(next.hash) else { return at }
        // "Please call the number below" is small print; "please call me" is not.
        let object = at + 2 < sentence.upperBound ? tokens[at + 2].hash : 0
        return object == Words.me || object == Words.us ? at : nil
      }
      if tokens[at].hash == Words.grateful { return at }
      // "Could you", but not "as you could".
      if tokens[at].is([.possibility, .future]), !tokens[at].is(.secondPerson),
        next?.is(.secondPerson) == true,
        at <= sentence.lowerBound + 2
      {
        return at
      }
    }
    return nil
  }

  static func isQuestion(_ tokens: [Token], _ sentence: Range<Int>, _ text: [UInt8]) -> Bool {
    var at = sentence.upperBound - 1
    while at > sentence.lowerBound, tokens[at].kind == .closeQuote || tokens[at].kind == .closeBracket {
      at -= 1
    }
    // "OK?" and "Thoughts?" are asked by everybody of everybody.
    return tokens[at].kind == .stop && text[tokens[at].start] == UInt8(ascii: "?") && sentence.count >= 6
  }

  /// "please find", "please see", "please note", "please do not hesitate": no requests.
  private static let idle: Set<UInt64> = Set(
    [
      "find", "see", "note", "know", "do", "don't", "be", "accept", "feel", "consider", "visit", "click",
      "call",
      "contact", "refer", "disregard", "remember", "bear", "ignore",
    ].map { Hash.of($0) })
}
