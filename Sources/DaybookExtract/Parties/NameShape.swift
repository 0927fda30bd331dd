/// Finds the stretch of capitalised words that a name is made of.
enum NameShape {
  /// The longest run of capitalised words that starts at a token, with "of", "for", "and" between them:
  /// "Department for Science".
  ///
  /// Gives the index of its last token; nil where no name starts.
  static func end(of tokens: [Token], from start: Int, limit: Int = 9) -> Int? {
    guard start < tokens.count, isNameWord(tokens[start]) else { return nil }
    var last = start
    var at = start + 1
    while at < tokens.count, at - start < limit {
      let token = tokens[at]
      if token.lineBreakBefore && tokens[at - 1].kind != .word { break }
      if at > start + 2, references.contains(token.hash) { break }
      if goesOn(token)
        || token.kind == .genitive && !token.spaceBefore && at + 1 < tokens.count
          && isNameWord(tokens[at + 1])
      {
        if token.kind == .word { last = at }
        at += 1
      } else if token.kind == .word, token.is(.nameJoin), let next = behindJoin(tokens, at, from: start) {
        at = next
      } else {
        break
      }
    }
    return last
  }

  /// The name word behind "of", "for", "of the"; behind "and" only where the name cannot have ended before
  /// it: "Department for Science and Technology", "Health and Safety Executive", but not "the Council and
  /// Ofsted".
  private static func behindJoin(_ tokens: [Token], _ at: Int, from start: Int) -> Int? {
    var next = at + 1
    let isLink = tokens[at].hash == Words.of || tokens[at].hash == Words.for
    if isLink, next < tokens.count, tokens[next].hash == Words.the { next += 1 }
    guard next < tokens.count, isNameWord(tokens[next]), tokens[at].hash != Words.the else { return nil }
    if isLink { return next }
    let before = start..<at
    if before.contains(where: { tokens[$0].hash == Words.of || tokens[$0].hash == Words.for }) { return next }
    if before.contains(where: { tokens[$0].is(.organisation) }) { return nil }
    var last = next
    while last + 1 < tokens.count, last - next < 4, isNameWord(tokens[last + 1]) { last += 1 }
    return tokens[last].is(.organisation) ? next : nil
  }

  /// "Me" behind a capitalised word is part of the name: "Defend Digital Me".
  private static func goesOn(_ token: Token) -> Bool {
    isNameWord(token) || token.hash == Words.me && token.isCapitalised
  }

  /// A capitalised word that is neither a month nor a weekday nor a pronoun.
  static func isNameWord(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalised && !token.is([.calendar, .firstPerson, .secondPerson])
  }

  /// The run of capitalised words that ends at a token, going back; the index of its first token.
  static func start(of tokens: [Token], endingAt end: Int, limit: Int = 9) -> Int? {
    guard end >= 0, end < tokens.count, isNameWord(tokens[end]) else { return nil }
    var first = end
    var at = end - 1
    while at >= 0, end - at < limit {
      let token = tokens[at]
      if isNameWord(token) && !(token.is(.opener) && !token.is(.organisation)) {
        first = at
        at -= 1
      } else if token.kind == .genitive
        || token.kind == .word && token.is(.nameJoin) && at > 0 && isNameWord(tokens[at - 1])
      {
        at -= 1
      } else {
        break
      }
    }
    return first
  }

  /// The next word of a person's name behind one of its words: "James W. Cooper" over the full stop of an
  /// initial; nil where the name ends: "Dear Mr Wilson Thank you".
  static func next(of tokens: [Token], after last: Int) -> Int? {
    var at = last + 1
    if at + 1 < tokens.count, tokens[at].kind == .stop, !tokens[at].spaceBefore,
      tokens[last].bytes.count == 1
    {
      at += 1
    }
    guard at < tokens.count, isNameWord(tokens[at]), !tokens[at].is(.opener), !tokens[at].lineBreakBefore
    else { return nil }
    return at
  }

  /// Words that open a reference behind a name: "Department of State Case No. 4".
  private static let references: Set<UInt64> = Set(
    ["case", "doc", "ref", "reference", "no", "number", "file", "date", "page", "tel"].map { Hash.of($0) })

  /// Whether the words are shaped like a body: the last is "Council", "Ltd" …, or the first is one and is
  /// followed by "of" or "for".
  static func isOrganisation(_ tokens: [Token], _ first: Int, _ last: Int) -> Bool {
    guard last > first else { return false }
    if tokens[last].is(.organisation) && !tokens[last].is(.post) { return true }
    return tokens[first].is(.organisation)
      && (tokens[first + 1].hash == Words.of || tokens[first + 1].hash == Words.for)
  }
}
