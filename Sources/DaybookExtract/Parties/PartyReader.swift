import DaybookCore

/// Finds the parties in the tokens of a passage: names learned and listed, shapes of names, groups, pronouns.
struct PartyReader: Sendable {
  let text: [UInt8]
  let names: PartyNames
  /// What "the Department", "the regulator" mean in this document.
  let roles: [UInt64: String]

  /// In order of their place, without overlap.
  func mentions(in tokens: [Token]) -> [PartyMention] {
    var mentions: [PartyMention] = []
    var at = 0
    while at < tokens.count {
      guard tokens[at].kind == .word, let mention = mention(tokens, at) else {
        at += 1
        continue
      }
      mentions.append(mention)
      at = mention.last + 1
    }
    return mentions
  }

  private func mention(_ tokens: [Token], _ at: Int) -> PartyMention? {
    let token = tokens[at]
    let listed = PartyNames.publicBodies.match(tokens, at: at)
    let learned = names.match(tokens, at: at)
    if let match = (learned?.count ?? 0) >= (listed?.count ?? 0) ? learned : listed {
      // "Information Commissioner's Office" in a longer name ("Scottish Information Commissioner's Office")
      // is cut off by the shape below.
      return PartyMention(
        first: at, last: at + match.count - 1, name: match.name.name, kind: match.name.kind,
        rule: learned != nil ? "party-learned" : "party-listed")
    }
    // "Department of Tides" is a name, not "the Department".
    let isNamed =
      at + 1 < tokens.count && (tokens[at + 1].hash == Words.of || tokens[at + 1].hash == Words.for)
      && token.isCapitalised && (NameShape.end(of: tokens, from: at) ?? at) > at + 1
    if !isNamed, let name = roles[token.hash], token.isCapitalised || roleIsDefinite(tokens, at) {
      return PartyMention(first: at, last: at, name: name, kind: .body, rule: "party-role-noun")
    }
    if !isNamed, token.isCapitalised, at > 0, tokens[at - 1].hash == Words.the,
      PublicBodyRoles.all.contains(token.hash),
      NameShape.end(of: tokens, from: at, limit: 2) == at
    {
      // "the Department" of a text that names none, or several: still a party of its own.
      return PartyMention(
        first: at, last: at, name: "the " + Excerpt.name(text, token.bytes), kind: .body,
        rule: "party-role-noun")
    }
    if token.isCapitalised {
      if token.is(.title), let person = titledPerson(tokens, at) { return person }
      if !token.is([.opener, .adverb, .conjunction, .preposition, .subordinator, .determiner])
        || token.is(.organisation), !token.is([.calendar, .firstPerson, .secondPerson, .thirdPerson]),
        let shaped = shaped(tokens, at)
      {
        return shaped
      }
    }
    return pronounOrGroup(tokens, at)
  }

  /// "the regulator", "this department": a lower-case noun needs its determiner.
  private func roleIsDefinite(_ tokens: [Token], _ at: Int) -> Bool {
    guard at > 0, tokens[at - 1].hash == Words.the || tokens[at - 1].hash == Words.this else { return false }
    return at + 1 >= tokens.count || !tokens[at + 1].is(.organisation)
  }

  /// "the Rt Hon Damian Hinds", "Mr Smith".
  private func titledPerson(_ tokens: [Token], _ at: Int) -> PartyMention? {
    var first = at
    while first < tokens.count, tokens[first].is(.title) || tokens[first].kind == .stop && first > at {
      first += 1
    }
    guard first < tokens.count, NameShape.isNameWord(tokens[first]), first - at <= 6 else { return nil }
    var last = first
    while last - first < 4, let next = NameShape.next(of: tokens, after: last) { last = next }
    let start = last > first ? first : at
    return PartyMention(
      first: at, last: last, name: Excerpt.name(text, tokens[start].start..<tokens[last].end), kind: .person,
      rule: "party-titled-person")
  }

  /// "Joseph Rowntree Reform Trust Ltd", "Jen Persson, Director".
  private func shaped(_ tokens: [Token], _ at: Int) -> PartyMention? {
    if let office = officeOf(tokens, at) { return office }
    guard let last = NameShape.end(of: tokens, from: at) else { return nil }
    if last > at {
      // The name ends at its last word of an organisation: "Trust Ltd", not "Trust Ltd Report".
      var end = last
      while end > at, !tokens[end].is(.organisation) || tokens[end].is(.post) { end -= 1 }
      let stop = end > at ? end : last
      if NameShape.isOrganisation(tokens, at, stop) {
        return PartyMention(
          first: at, last: stop, name: Excerpt.name(text, tokens[at].start..<tokens[stop].end), kind: .body,
          rule: "party-shaped-body")
      }
    }
    let words = last - at + 1
    if words == 1, tokens[at].isAcronym, !tokens[at].is(.law), actsInPresent(tokens, last + 1) {
      return PartyMention(
        first: at, last: at, name: Excerpt.name(text, tokens[at].bytes), kind: .body, rule: "party-subject")
    }
    if (2...4).contains(words), actsNext(tokens, last + 1),
      (at...last).allSatisfy({
        (!tokens[$0].is([.opener, .post]) || tokens[$0].hash == Words.me) && !hasDigit(tokens[$0])
      })
    {
      // "Leigh Day wrote", "Defend Digital Me has asked": somebody, whoever it is.
      return PartyMention(
        first: at, last: last, name: Excerpt.name(text, tokens[at].start..<tokens[last].end),
        kind: words == 2 ? .person : .body,
        rule: "party-subject")
    }
    if (2...3).contains(words), last + 2 < tokens.count, tokens[last + 1].kind == .comma,
      tokens[last + 2].is(.post),
      tokens[last + 2].isCapitalised,
      (at...last).allSatisfy({ !tokens[$0].is([.opener, .organisation, .post, .nameJoin]) })
    {
      return PartyMention(
        first: at, last: last, name: Excerpt.name(text, tokens[at].start..<tokens[last].end), kind: .person,
        rule: "party-person-with-post")
    }
    return nil
  }

  /// "Office of the ICO" is the ICO.
  private func officeOf(_ tokens: [Token], _ at: Int) -> PartyMention? {
    guard tokens[at].hash == Words.office, at + 2 < tokens.count, tokens[at + 1].hash == Words.of else {
      return nil
    }
    let name = tokens[at + 2].hash == Words.the ? at + 3 : at + 2
    guard name < tokens.count,
      let match = names.match(tokens, at: name) ?? PartyNames.publicBodies.match(tokens, at: name)
    else { return nil }
    return PartyMention(
      first: at, last: name + match.count - 1, name: match.name.name, kind: match.name.kind,
      rule: "party-listed")
  }

  /// "BP announces", but not "DPIA published", which is a thing that was.
  private func actsInPresent(_ tokens: [Token], _ at: Int) -> Bool {
    at < tokens.count && !tokens[at].info.forms.contains(.past) && actsNext(tokens, at)
  }

  private func hasDigit(_ token: Token) -> Bool { token.bytes.contains { text[$0] &- 0x30 < 10 } }

  /// Whether the verb of an act follows, with or without "has" and "will".
  private func actsNext(_ tokens: [Token], _ at: Int) -> Bool {
    var next = at
    while next < tokens.count, next - at < 3, tokens[next].kind == .word,
      tokens[next].is([.have, .future, .adverb])
    { next += 1 }
    guard next < tokens.count, tokens[next].kind == .word, !tokens[next].isCapitalised,
      tokens[next].info.act >= 0
    else { return false }
    let forms = tokens[next].info.forms
    if next > at { return true }
    guard !forms.isDisjoint(with: [.past, .third]) else { return false }
    // "BP reports" may be reports; "BP reports that", "BP reports a" may not.
    guard forms.contains(.third) || tokens[next].info.noun >= 0 else { return true }
    return tokens[next].info.noun < 0
      || next + 1 < tokens.count
        && (tokens[next + 1].is([.determiner, .relative]) || tokens[next + 1].kind == .openQuote)
  }

  private func pronounOrGroup(_ tokens: [Token], _ at: Int) -> PartyMention? {
    let token = tokens[at]
    let stands: PartyMention.Stands
    if token.is(.firstPerson) {
      // "i" as a number of a list.
      if token.hash == Words.i && !token.isCapitalised { return nil }
      // "US" is a country; "Me" behind a capitalised word ends a name.
      if token.isAcronym
        || token.isCapitalised && token.hash == Words.me && at > 0 && NameShape.isNameWord(tokens[at - 1])
      {
        return nil
      }
      stands = .author
    } else if token.is(.secondPerson) {
      stands = .addressee
    } else if token.is(.thirdPerson) {
      stands = .other
    } else if token.is(.group),
      !token.isCapitalised || at == 0 || tokens[at - 1].kind == .stop || !isInsideName(tokens, at)
    {
      let name = Excerpt.name(text, token.bytes)
      return PartyMention(
        first: at, last: at, name: token.isAcronym ? name : name.lowercased(), kind: .role,
        rule: "party-group")
    } else if token.isCapitalised, at + 1 < tokens.count, tokens[at + 1].is(.group),
      tokens[at + 1].isCapitalised,
      !token.is([.opener, .calendar])
    {
      // "Local Authorities", "Senior Officials"
      return PartyMention(
        first: at, last: at + 1, name: Excerpt.name(text, token.start..<tokens[at + 1].end), kind: .role,
        rule: "party-group")
    } else {
      return nil
    }
    return PartyMention(first: at, last: at, name: "", kind: .role, stands: stands, rule: "party-pronoun")
  }

  private func isInsideName(_ tokens: [Token], _ at: Int) -> Bool {
    NameShape.isNameWord(tokens[at - 1]) || at + 1 < tokens.count && NameShape.isNameWord(tokens[at + 1])
  }
}
