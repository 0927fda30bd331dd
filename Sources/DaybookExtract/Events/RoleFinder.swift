import DaybookCore

/// Finds who does an act and to whom, from the words around its verb.
///
/// Active: the agent is the nearest party in front of the verb that no preposition governs, the recipient
/// stands behind it. Passive: the agent stands behind "by"; the party in front is the recipient of a telling
/// or an asking. Source: CGEL chapters 4 and 16.
struct RoleFinder {
  let tokens: [Token]
  let sentence: Range<Int>
  let parties: [PartyMention]
  let partyAt: [Int32]
  let predicates: [Predicate]

  struct Roles {
    var agents: [Int] = []
    var recipients: [Int] = []
  }

  /// Indices in `parties`. `index` counts in `predicates`.
  func roles(of index: Int) -> Roles {
    let predicate = predicates[index]
    let floor = leftLimit(index)
    let ceiling = rightLimit(index)
    var roles = Roles()
    if predicate.isImperative {
      roles.recipients = object(predicate, ceiling)
      return roles
    }
    let subject = subject(of: index, floor: floor)
    if predicate.isPassive {
      roles.agents = governed(by: Words.by, from: predicate.last + 1, to: ceiling)
      // "schools are asked", "we were sent a copy"; but not "DfE … the comms already sent to schools".
      if predicate.row.recipient == .object, let subject,
        !predicate.isReduced || predicate.kind == .asked || predicate.kind == .askedToPause
      {
        roles.recipients = [subject]
      }
      if roles.agents.isEmpty, predicate.isReduced, roles.recipients.isEmpty, let subject,
        sharesSubject(index)
      {
        roles.agents = [subject]
      }
      if roles.recipients.isEmpty {
        roles.recipients = governed(by: Words.to, from: predicate.last + 1, to: ceiling)
      }
      if roles.recipients.isEmpty { roles.recipients = object(predicate, ceiling) }
    } else {
      if let subject { roles.agents = withPartner(subject) }
      roles.recipients = object(predicate, ceiling)
    }
    roles.recipients.removeAll { roles.agents.contains($0) }
    return roles
  }

  // MARK: Limits

  /// The end of the predicate before, unless that one only leads to this one.
  private func leftLimit(_ index: Int) -> Int {
    guard index > 0 else { return sentence.lowerBound }
    return max(sentence.lowerBound, predicates[index - 1].last + 1)
  }

  private func rightLimit(_ index: Int) -> Int {
    var end = sentence.upperBound
    if index + 1 < predicates.count { end = min(end, predicates[index + 1].first) }
    return max(end, predicates[index].last + 1)
  }

  // MARK: Subject

  private func subject(of index: Int, floor: Int) -> Int? {
    let predicate = predicates[index]
    var at = predicate.first - 1
    while at >= floor {
      let token = tokens[at]
      let mention = Int(partyAt[at])
      if mention >= 0 {
        let party = parties[mention]
        if !isGoverned(party, floor, predicate.first) || opensClause(party, predicate, floor) {
          // "documents that I … requested papers": a pronoun is the subject of the verb right behind it only.
          return party.stands == .name || isAdjacent(party, predicate) ? mention : nil
        }
        at = party.first - 1
        continue
      }
      if token.kind == .semicolon { return nil }
      if token.kind == .openQuote, at + 1 < predicate.first, hasNoSubjectInside(at + 1, predicate.first) {
        return nil
      }
      if token.kind == .word, token.is([.subordinator]) { break }
      if token.kind == .word, token.is(.relative),
        at == predicate.first - 1 || tokens[at + 1].is(.verbSupport) || isDated(at + 1..<predicate.first)
      {
        // "which the ICO sent" has its subject behind; "the ICO, which sent" in front.
        at -= 1
        continue
      }
      at -= 1
    }
    if index > 0, sharesSubject(index) { return subject(of: index - 1, floor: leftLimit(index - 1)) }
    return nil
  }

  /// "who on 30 November 2020 ordered": nothing but a date between.
  private func isDated(_ range: Range<Int>) -> Bool {
    range.count <= 6
      && range.allSatisfy {
        tokens[$0].kind == .number || tokens[$0].is([.calendar, .adverb]) || tokens[$0].hash == Words.on
          || tokens[$0].kind == .comma || tokens[$0].is(.determiner)
      }
  }

  private func isAdjacent(_ party: PartyMention, _ predicate: Predicate) -> Bool {
    (party.last + 1..<max(party.last + 1, predicate.first)).allSatisfy {
      tokens[$0].kind != .word || tokens[$0].is(.verbSupport) || tokens[$0].is([.determiner, .conjunction])
        || partyAt[$0] >= 0
    }
  }

  /// "including the DfE will send": a party with its verb right behind is its subject, whatever "including"
  /// says.
  private func opensClause(_ party: PartyMention, _ predicate: Predicate, _ floor: Int) -> Bool {
    guard party.last + 1 == predicate.first, !predicate.isReduced, !predicate.isPassive else { return false }
    var at = party.first - 1
    while at >= floor, tokens[at].is(.determiner) { at -= 1 }
    return at >= floor && tokens[at].hash == Words.including
  }

  private func hasNoSubjectInside(_ start: Int, _ end: Int) -> Bool {
    !(start..<end).contains { partyAt[$0] >= 0 }
  }

  /// "asks … and describes": a verb behind a joining word that brings no subject of its own.
  private func sharesSubject(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = predicates[index].first - 1
    guard before >= sentence.lowerBound else { return false }
    return tokens[before].is(.conjunction) || tokens[before].kind == .comma
      || predicates[index].kind == .refused && predicates[index].isInfinitive
  }

  /// Whether a preposition in front of the party makes it part of another phrase: "response to us", "lawyers
  /// at Leigh Day" is none.
  private func isGoverned(_ party: PartyMention, _ floor: Int, _ verb: Int) -> Bool {
    var at = party.first - 1
    var steps = 0
    while at >= floor, steps < 4 {
      let token = tokens[at]
      // "(DfE informs ICO …)" is a clause of its own; "the Office (ICO) sent" is not about what stands in the
      // bracket.
      if token.kind == .openBracket {
        return (party.last + 1..<max(party.last + 1, verb)).contains { tokens[$0].kind == .closeBracket }
      }
      guard token.kind == .word else { return false }
      if token.hash == Words.at { return false }
      // "among them that it will": a clause of its own opens in front of the pronoun.
      if party.stands != .name, token.is(.relative) || partyAt[at] >= 0 { return false }
      if token.is(.preposition) { return true }
      if !token.is([.determiner, .descriptor, .possessive, .title]) && !(token.is(.adverb) || isPlain(token))
      {
        return false
      }
      at -= 1
      steps += 1
    }
    return false
  }

  /// A lower-case word that may stand between a preposition and a name: "data rights agency".
  private func isPlain(_ token: Token) -> Bool {
    !token.isCapitalised && !token.is([.commonVerb, .be, .have, .conjunction, .relative, .subordinator])
      && token.info.act < 0
  }

  /// "the ICO and the DfE met": both.
  private func withPartner(_ mention: Int) -> [Int] {
    guard mention > 0 else { return [mention] }
    let party = parties[mention]
    let other = parties[mention - 1]
    guard other.first >= sentence.lowerBound, other.last < party.first, party.first - other.last <= 3,
      other.stands == .name,
      party.stands == .name
    else { return [mention] }
    let between = other.last + 1..<party.first
    let joins =
      between.contains { tokens[$0].hash == Words.and }
      && between.allSatisfy { tokens[$0].is([.conjunction, .determiner]) }
    return joins ? [mention - 1, mention] : [mention]
  }

  // MARK: Recipient

  private func object(_ predicate: Predicate, _ ceiling: Int) -> [Int] {
    let start = predicate.last + 1
    switch predicate.row.recipient {
    case .none: return governed(by: Words.to, from: start, to: ceiling)
    case .object:
      var at = start
      while at < ceiling,
        tokens[at].is([.determiner, .title]) || tokens[at].hash == Words.to || tokens[at].hash == Words.with
          || tokens[at].kind == .openBracket
      {
        if partyAt[at] >= 0 { break }
        at += 1
      }
      if at < ceiling, partyAt[at] >= 0, !isGenitive(Int(partyAt[at])) {
        return list(from: Int(partyAt[at]), ceiling)
      }
    case .preposition: break
    }
    for word in [Words.to, Words.with, Words.for] {
      let found = governed(by: word, from: start, to: ceiling)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func isGenitive(_ mention: Int) -> Bool {
    let next = parties[mention].last + 1
    return next < tokens.count && tokens[next].kind == .genitive
  }

  /// "the DfE and the ICO", "schools, parents and children".
  private func list(from first: Int, _ ceiling: Int) -> [Int] {
    var members = [first]
    var index = first + 1
    while index < parties.count, parties[index].last < ceiling, members.count < 6 {
      let between = parties[index - 1].last + 1..<parties[index].first
      guard between.count <= 3, !between.isEmpty, parties[index].stands == .name,
        between.contains(where: { tokens[$0].kind == .comma || tokens[$0].is(.conjunction) }),
        between.allSatisfy({
          tokens[$0].kind == .comma || tokens[$0].is([.conjunction, .determiner])
            || tokens[$0].hash == Words.to
        })
      else { break }
      members.append(index)
      index += 1
    }
    return members
  }

  /// The parties that a preposition governs: "to the DfE", "by the courts", "to [the] schools".
  private func governed(by word: UInt64, from start: Int, to ceiling: Int) -> [Int] {
    var at = start
    while at < ceiling {
      let token = tokens[at]
      if token.kind == .semicolon || token.kind == .word && token.is(.subordinator) && at > start {
        return []
      }
      if token.kind == .word, token.hash == word {
        var next = at + 1
        while next < ceiling, next - at <= 5, partyAt[next] < 0,
          tokens[next].is([.determiner, .title, .possessive, .descriptor])
            || tokens[next].kind == .openBracket || isPlainNoun(next)
        { next += 1 }
        if next < ceiling, partyAt[next] >= 0, !isGenitive(Int(partyAt[next])) {
          return list(from: Int(partyAt[next]), ceiling)
        }
      }
      at += 1
    }
    return []
  }

  /// "to the new Secretary", "by over 20 child rights": an adjective in front of a name.
  private func isPlainNoun(_ index: Int) -> Bool {
    tokens[index].kind == .number || tokens[index].hash == Words.over
      || isPlain(tokens[index]) && !tokens[index].is([.preposition, .adverb])
  }
}
