/// Cuts a sentence into clauses, each with a verb of its own where the sentence has one to give.
///
/// Cuts at semicolons, spaced dashes, brackets and quotations that hold a sentence, at commas and joining
/// words in front of a new subject with its verb, and in front of words that open a subordinate clause. What
/// is left without a verb goes with what stands before it.
enum ClauseSplitter {
  static func clauses(of tokens: [Token], in range: Range<Int>, partyAt: [Int32]) -> [Range<Int>] {
    guard range.count > 8 else { return [range] }
    var cuts: [Int] = [range.lowerBound]
    for index in range.dropFirst() where opensClause(tokens, index, range, partyAt) {
      // "much as it did", "just when": the adverb goes with what it limits.
      let start =
        tokens[index].is(.subordinator) && index - 1 > range.lowerBound && isLimiting(tokens[index - 1])
        ? index - 1 : index
      if let last = cuts.last, start > last { cuts.append(start) }
    }
    cuts.append(range.upperBound)
    return joined(tokens, zip(cuts, cuts.dropFirst()).map { $0..<$1 })
  }

  private static func opensClause(_ tokens: [Token], _ index: Int, _ range: Range<Int>, _ partyAt: [Int32])
    -> Bool
  {
    let token = tokens[index]
    let before = tokens[index - 1]
    switch token.kind {
    case .openBracket, .openQuote: return holdsClause(tokens, index, range)
    case .word, .number: break
    default: return false
    }
    switch before.kind {
    case .semicolon: return true
    case .dash: return before.spaceBefore && token.spaceBefore
    case .closeBracket, .closeQuote: return startsAnew(tokens, index, range, partyAt)
    case .comma:
      return token.is([.subordinator, .relative, .conjunction]) || startsAnew(tokens, index, range, partyAt)
        || pointsBack(tokens, index)
    default: break
    }
    if isFresh(tokens, index, range, partyAt) { return true }
    if token.is(.subordinator) { return hasVerbSoon(tokens, index, range) }
    if token.is(.relative) && !before.is([.preposition, .determiner]) {
      return hasVerbSoon(tokens, index, range, within: 5)
    }
    if token.is(.conjunction) {
      return index + 1 < range.upperBound
        && (isVerb(tokens[index + 1]) && tokens[index + 1].info.forms != .base
          || startsAnew(tokens, index + 1, range, partyAt))
    }
    return false
  }

  /// A pronoun or a named party with its verb right behind, in the middle of other words: "tells ICO they
  /// issued", "including the DfE will send".
  private static func isFresh(_ tokens: [Token], _ index: Int, _ range: Range<Int>, _ partyAt: [Int32])
    -> Bool
  {
    let before = tokens[index - 1]
    guard index - range.lowerBound >= 3, before.kind == .word,
      !before.is([.relative, .subordinator, .conjunction, .determiner, .possessive, .title]),
      !before.is(.preposition) || before.hash == Words.including
    else { return false }
    var at = index
    if tokens[at].hash == Words.the { at += 1 }
    guard at + 1 < range.upperBound, partyAt[at] >= 0, at == 0 || partyAt[at - 1] != partyAt[at] else {
      return false
    }
    if at == index, !tokens[at].is([.firstPerson, .thirdPerson, .secondPerson]) && !tokens[at].isCapitalised {
      return false
    }
    var next = at + 1
    while next < range.upperBound, partyAt[next] == partyAt[at] { next += 1 }
    guard next < range.upperBound, tokens[next].kind == .word else { return false }
    return tokens[next].is([.be, .have, .future, .duty, .does])
      || tokens[next].info.act >= 0 && !tokens[next].info.forms.isDisjoint(with: [.past, .third])
  }

  private static func isLimiting(_ token: Token) -> Bool { limiting.contains(token.hash) }
  private static let limiting: Set<UInt64> = Set(
    ["much", "just", "even", "only", "shortly", "soon", "long", "two", "almost"].map { Hash.of($0) })

  /// "at which point we …"
  private static func pointsBack(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].is(.preposition) && tokens[index + 1].is(.relative)
  }

  /// A subject with its verb close behind: "the DfE has", "another version sent".
  private static func startsAnew(_ tokens: [Token], _ index: Int, _ range: Range<Int>, _ partyAt: [Int32])
    -> Bool
  {
    let isSubject =
      tokens[index].is([.firstPerson, .secondPerson, .thirdPerson, .determiner]) || partyAt[index] >= 0
    return isSubject && hasVerbSoon(tokens, index + 1, range, within: 6)
  }

  private static func hasVerbSoon(_ tokens: [Token], _ start: Int, _ range: Range<Int>, within reach: Int = 9)
    -> Bool
  {
    for index in start..<max(start, min(start + reach, range.upperBound)) {
      if tokens[index].kind == .comma || tokens[index].kind == .semicolon { return false }
      if isVerb(tokens[index]) { return true }
    }
    return false
  }

  private static func isVerb(_ token: Token) -> Bool {
    token.kind == .word
      && (token.is([.commonVerb, .be, .have, .future, .duty, .does]) || token.endsInED
        || token.info.act >= 0 && token.info.forms != .base)
      && !(token.is(.calendar) && token.isCapitalised)
  }

  /// Whether brackets or quotation marks hold words enough, with a verb among them, to be a statement.
  private static func holdsClause(_ tokens: [Token], _ open: Int, _ range: Range<Int>) -> Bool {
    var words = 0
    var verbs = 0
    for index in open + 1..<max(open + 1, min(open + 80, range.upperBound)) {
      switch tokens[index].kind {
      case .closeQuote, .closeBracket: return words >= 5 && verbs > 0
      case .word:
        words += 1
        if isVerb(tokens[index]) { verbs += 1 }
      default: break
      }
    }
    return words >= 5 && verbs > 0
  }

  /// "although on 3 May": opens the clause behind it, whose subject comes next.
  private static func leads(_ token: Token) -> Bool {
    token.kind == .word && token.is(.subordinator)
  }

  /// Gives each stretch without a verb to the one before it, or to the next when it is the first.
  private static func joined(_ tokens: [Token], _ parts: [Range<Int>]) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var pending: Int?
    for part in parts {
      let lower = pending ?? part.lowerBound
      // Words enough for a clause are one, though its verb is not among those we know.
      let isLong = part.count { tokens[$0].kind == .word } >= 8
      if isLong || part.contains(where: { isVerb(tokens[$0]) }) {
        clauses.append(lower..<part.upperBound)
        pending = nil
      } else if let last = clauses.last,
        part.upperBound == parts.last?.upperBound || !leads(tokens[part.lowerBound])
      {
        clauses[clauses.count - 1] = last.lowerBound..<part.upperBound
      } else {
        pending = lower
      }
    }
    if let pending, let last = parts.last { clauses.append(pending..<last.upperBound) }
    return clauses
  }
}
