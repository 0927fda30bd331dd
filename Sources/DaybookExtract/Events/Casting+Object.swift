import DaybookCore

extension Casting {
  /// Words after which an object is cut.
  private static let longest = 12

  /// What an act is done to, in the words of the source: "the DPIA", "a copy of the comms".
  ///
  /// The phrase behind the verb and its recipient; of a passive, the one in front of it. Nil where no noun
  /// stands there. Source: CGEL chapter 5, noun phrases, as far as letters need it.
  func object(of index: Int) -> String? {
    let verb = statement.predicates[index]
    let tokens = passage.tokens
    let range: Range<Int>?
    if verb.isPassive {
      range = phrase(endingAt: verb.first)
    } else {
      var at = verb.last + 1
      // "sends the ICO the DPIA", "told us that …": the recipient is no object.
      while at < statement.tokens.upperBound,
        passage.partyAt[at] >= 0 || tokens[at].hash == Words.to
          || tokens[at].is(.determiner) && at + 1 < statement.tokens.upperBound
            && passage.partyAt[at + 1] >= 0
      { at += 1 }
      range = phrase(startingAt: at)
    }
    guard let range, range.contains(where: { isNoun(tokens[$0]) }) else { return nil }
    return Excerpt.line(reading.document.text, passage.bytes(of: Quoting.trimmed(passage, range)))
  }

  private func isNoun(_ token: Token) -> Bool {
    token.kind == .word
      && !token.is([
        .determiner, .adverb, .preposition, .conjunction, .possessive, .firstPerson, .thirdPerson,
      ])
  }

  /// Up to a verb, a clause or a mark.
  private func phrase(startingAt start: Int) -> Range<Int>? {
    var at = start
    while at < statement.tokens.upperBound, at - start < Casting.longest, continues(at) {
      // "the DPIA on the 14th", "the note to schools": what follows says when and to whom.
      if passage.tokens[at].is(.preposition), passage.tokens[at].hash != Words.of { break }
      at += 1
    }
    return at > start ? start..<at : nil
  }

  private func phrase(endingAt end: Int) -> Range<Int>? {
    var at = end
    while at > statement.tokens.lowerBound, end - at < Casting.longest, continues(at - 1),
      !passage.isDated(at - 1)
    { at -= 1 }
    return at < end ? at..<end : nil
  }

  private func continues(_ index: Int) -> Bool {
    let token = passage.tokens[index]
    guard token.kind == .word || token.kind == .number || token.kind == .genitive else { return false }
    return !token.is([.subordinator, .conjunction, .commonVerb, .be, .have, .future, .duty, .does])
      && (!token.is(.relative) || token.is(.determiner)) && !(token.is(.calendar) && token.isCapitalised)
  }
}
