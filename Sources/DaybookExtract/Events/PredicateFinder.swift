import DaybookCore

/// Finds the verbs of acts in a sentence and reads their helping words: voice, tense, modality.
///
/// Source: The Cambridge Grammar of the English Language, chapters 3 (verb forms), 14 (infinitives) and 16
/// (passives), as far as letters need it.
struct PredicateFinder {
  let tokens: [Token]
  let range: Range<Int>
  /// Index of the party mention at each token of the passage, -1 where there is none.
  let partyAt: [Int32]

  func predicates() -> [Predicate] {
    var found: [Predicate] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if tokens[at].info.act >= 0, tokens[at].kind == .word, let predicate = predicate(at, after: found.last)
      {
        found.append(predicate)
        at = max(at, predicate.verb) + 1
      } else {
        at += 1
      }
    }
    return found
  }

  private struct Support {
    var start: Int
    var classes: WordClass = []
    var hasTo = false
  }

  /// The helping words in front of a verb: "has not yet been", "will shortly".
  private func support(before verb: Int) -> Support {
    var support = Support(start: verb)
    var at = verb - 1
    while at >= range.lowerBound, verb - at <= 7, tokens[at].kind == .word {
      if tokens[at].hash == Words.to {
        support.hasTo = true
      } else if tokens[at].is(.verbSupport) || tokens[at].is([.please, .intention]) && support.hasTo {
        // "may" as a month and "first" as a number are no helping words here.
        if tokens[at].is(.calendar) && tokens[at].isCapitalised { break }
        support.classes.formUnion(tokens[at].info.classes)
      } else if tokens[at].is(.please) {
        support.classes.formUnion(.please)
      } else {
        break
      }
      support.start = at
      at -= 1
    }
    return support
  }

  private func predicate(_ verb: Int, after previous: Predicate?) -> Predicate? {
    let token = tokens[verb]
    let act = Int(token.info.act)
    let row = ActTable.rows[act]
    let forms = token.info.forms
    let support = support(before: verb)
    let helps = support.classes
    var predicate = Predicate(first: support.start, verb: verb, last: verb, act: act, kind: row.kind)
    guard let last = completion(of: row, verb, &predicate.kind) else { return nil }
    predicate.last = last
    let before = support.start - 1
    let hasModal = !helps.isDisjoint(with: [.future, .duty, .possibility, .does])

    if helps.contains(.be) {
      if forms.contains(.gerund) {
        predicate.isProgressive = true
      } else if !forms.isDisjoint(with: [.participle, .past]) {
        predicate.isPassive = true
      } else if support.hasTo {
        predicate.isInfinitive = true  // "is to publish"
      } else {
        return nil
      }
    } else if support.hasTo && forms.contains(.base) {
      predicate.isInfinitive = true
      let goesOn = before >= range.lowerBound && continues(before)
      let hasTo = helps.contains(.have) || before >= range.lowerBound && tokens[before].hash == Words.need
      guard helps.contains(.intention) || goesOn || hasTo else { return nil }
      if goesOn || hasTo { predicate.isInfinitive = false }
    } else if helps.contains(.have), !forms.isDisjoint(with: [.participle, .past]), support.start < verb {
      predicate.isPerfect = true
    } else if hasModal, forms.contains(.base) {
      // "will send"
    } else if helps.contains(.please), forms.contains(.base) {
      predicate.isImperative = true
    } else if !forms.isDisjoint(with: [.past, .participle]) && !isBaseHere(forms, before) {
      guard isVerbal(before) else { return nil }
      // "as set out in annex B", "as agreed": points somewhere else.
      if before >= range.lowerBound, tokens[before].hash == Words.as { return nil }
      // "keep you informed": a state that the reader is kept in.
      if before > range.lowerBound, Self.keeping.contains(tokens[before - 1].hash) { return nil }
      readBarePast(&predicate, forms, before, previous)
    } else if forms.contains(.third), isSubject(before) || joinsPredicate(before, previous) {
      predicate.isPresent = true
    } else if forms.contains(.base), isPluralSubject(before) {
      predicate.isPresent = true
    } else {
      return nil
    }
    if predicate.kind == .sent, Self.writing.contains(act), let aim = aim(behind: predicate.last) {
      predicate.kind = aim
    }
    // "has agreed to write to him": somebody will.
    let next = predicate.last + 1
    if act == Self.agree, next + 1 < range.upperBound, tokens[next].hash == Words.to,
      tokens[next + 1].kind == .word,
      !tokens[next + 1].is([.determiner, .possessive, .preposition]), !tokens[next + 1].isCapitalised
    {
      predicate.kind = .promised
    }
    // "denied any wrongdoing" refuses nobody anything.
    if act == Self.deny, !predicate.isPassive, !deniesRequest(verb) { predicate.kind = .statement }
    // "written by her" says who, not to whom.
    if predicate.isPassive, token.hash == Words.written { predicate.kind = .statement }
    readModality(&predicate, helps, support)
    return predicate
  }

  /// The particle or the noun that an act needs, and what the words behind it make of it; nil where it is
  /// missing.
  private func completion(of row: ActTable.Row, _ verb: Int, _ kind: inout EventKind) -> Int? {
    // "The note went out on 16 February."
    if tokens[verb].info.act == Self.go, verb + 1 < range.upperBound, tokens[verb + 1].hash == Words.out {
      kind = .sent
      return verb + 1
    }
    if let particle = row.particle {
      let hash = Hash.of(particle)
      for index in verb + 1..<min(verb + 5, range.upperBound) {
        if tokens[index].hash == hash { return index }
        if tokens[index].kind != .word { break }
      }
      // "signed by over twenty charities" is no approval, but it is an act.
      guard verb + 1 < range.upperBound, tokens[verb + 1].hash == Words.by,
        tokens[verb].info.forms.contains(.participle)
      else { return nil }
      kind = .statement
      return verb
    }
    if row.needsNoun {
      for index in verb + 1..<min(verb + 8, range.upperBound) {
        if tokens[index].info.noun >= 0 {
          kind = ActTable.nouns[Int(tokens[index].info.noun)].kind
          return index
        }
        guard tokens[index].kind == .word || tokens[index].kind == .number else { return nil }
        // "made of a request" is no request made.
        if index > verb + 1, tokens[index].is(.preposition) || tokens[index].is(.commonVerb) { return nil }
      }
      return nil
    }
    if kind == .asked, asksToStop(verb) { kind = .askedToPause }
    if kind == .told, saysNotPossible(verb) { kind = .refused }
    return verb
  }

  private static let writing: Set<Int> = Set(
    ActTable.rows.indices.filter { index in
      ["write ", "email ", "contact "].contains { ActTable.rows[index].forms.hasPrefix($0) }
    })
  private static let aims: Set<EventKind> = [.asked, .complained, .told, .apologised, .refused]

  /// What a letter is written for: "wrote to the Department asking for", "contacted us to complain", "wrote and
  /// requested"; nil where nothing says it.
  private func aim(behind verb: Int) -> EventKind? {
    for at in verb + 1..<max(verb + 1, min(verb + 16, range.upperBound)) {
      let token = tokens[at]
      if token.kind == .stop || token.kind == .semicolon || token.kind == .openQuote { return nil }
      guard token.kind == .word else { continue }
      if token.is([.subordinator, .relative]), token.hash != Words.that { return nil }
      guard token.info.act >= 0 else { continue }
      let row = ActTable.rows[Int(token.info.act)]
      guard Self.aims.contains(row.kind), row.particle == nil, !row.needsNoun else { continue }
      let before = tokens[at - 1]
      let isAim =
        token.info.forms.contains(.gerund) && !before.is([.determiner, .possessive, .preposition])
        || token.info.forms.contains(.base) && before.hash == Words.to
        || !token.info.forms.isDisjoint(with: [.past]) && before.hash == Words.and
      if isAim { return row.kind == .asked && asksToStop(at) ? .askedToPause : row.kind }
    }
    return nil
  }

  private static let go = Int16(ActTable.rows.firstIndex { $0.forms.hasPrefix("go ") } ?? -1)
  private static let agree = ActTable.rows.firstIndex { $0.forms.hasPrefix("agree ") } ?? -1
  private static let deny = ActTable.rows.firstIndex { $0.forms.hasPrefix("deny ") } ?? -1
  private static let keeping: Set<UInt64> = Set(["keep", "keeps", "kept", "keeping"].map { Hash.of($0) })
  private static let requests: Set<UInt64> = Set(
    ["access", "permission", "application", "appeal", "waiver", "leave", "motion", "exemption"].map {
      Hash.of($0)
    })

  /// "denied the request", "denied us access".
  private func deniesRequest(_ verb: Int) -> Bool {
    (verb + 1..<max(verb + 1, min(verb + 6, range.upperBound))).contains {
      Self.requests.contains(tokens[$0].hash)
        || tokens[$0].info.noun >= 0 && ActTable.nouns[Int(tokens[$0].info.noun)].kind == .asked
    }
  }

  /// "asks DfE to pause", "asked for the trial to be suspended".
  private func asksToStop(_ verb: Int) -> Bool {
    for index in verb + 1..<min(verb + 14, range.upperBound) {
      if tokens[index].is(.pause) {
        // "for a pause"
        let isNoun =
          index - verb >= 3 && tokens[index - 1].is(.determiner) && tokens[index - 2].hash == Words.for
        // "that you halt"
        let isWished = isParty(index - 1) && index - verb >= 3 && tokens[index - 2].hash == Words.that
        return tokens[index - 1].hash == Words.to || tokens[index - 1].is([.be, .negation]) || isNoun
          || isWished
      }
      if tokens[index].kind == .stop || tokens[index].kind == .semicolon { return false }
      if tokens[index].is([.subordinator, .relative]), tokens[index].hash != Words.that { return false }
      // Only the first thing asked for: "to remove that line … and stop" asks to remove.
      if tokens[index].hash == Words.to, index + 1 < range.upperBound,
        !tokens[index + 1].is([.pause, .be, .determiner]),
        tokens[index + 1].info.act >= 0 || !isParty(index + 1) && !tokens[index + 1].isCapitalised
      {
        return false
      }
    }
    return false
  }

  /// "tells ICO not possible to pause", "told us that it was not possible".
  private func saysNotPossible(_ verb: Int) -> Bool {
    for index in verb + 1..<min(verb + 14, range.upperBound) {
      if tokens[index].hash == Words.possible { return tokens[index - 1].is(.negation) }
      if tokens[index].hash == Words.unable { return true }
      if tokens[index].kind == .stop || tokens[index].kind == .semicolon { return false }
    }
    return false
  }

  /// "went on", "goes on" in front of "to document".
  private func continues(_ index: Int) -> Bool {
    index > range.lowerBound && tokens[index].hash == Words.on && tokens[index - 1].is(.commonVerb)
  }

  private func readBarePast(
    _ predicate: inout Predicate, _ forms: VerbForms, _ before: Int, _ previous: Predicate?
  ) {
    let next = predicate.last + 1
    let isBy = next < range.upperBound && tokens[next].hash == Words.by
    if joinsPredicate(before, previous), let previous {
      predicate.isPassive = previous.isPassive || isBy
    } else if !forms.contains(.past) || isBy {
      predicate.isPassive = true
    } else if isSubject(before) {
      predicate.isPassive = false
    } else {
      let follows =
        next >= range.upperBound
        || tokens[next].kind != .word && tokens[next].kind != .openQuote
        || tokens[next].is([.preposition, .adverb, .calendar, .subordinator])
      predicate.isPassive = follows && !(before >= range.lowerBound && tokens[before].is(.relative))
    }
    predicate.isReduced = predicate.isPassive
  }

  private func readModality(_ predicate: inout Predicate, _ helps: WordClass, _ support: Support) {
    let start = max(range.lowerBound, predicate.first - 6)
    predicate.isPossible = helps.contains(.possibility)
    if helps.contains(.duty) || support.hasTo && helps.contains(.have) && !predicate.isPerfect {
      predicate.modality = .required
    } else if helps.contains(.future) || helps.contains(.intention) || predicate.isInfinitive {
      predicate.modality = .planned
      if predicate.row.promises { predicate.kind = .promised }
      // "We won't publish the names": said, and done by saying it.
      if helps.contains(.negation), predicate.row.promises, !predicate.isInfinitive,
        (support.start..<predicate.verb).contains(where: { Self.firm.contains(tokens[$0].hash) })
      {
        (predicate.kind, predicate.modality) = (.refused, .happened)
        return
      }
    } else if (start..<predicate.first).contains(where: { tokens[$0].is(.allegation) }) {
      predicate.modality = .alleged
    }
    if predicate.modality == .happened,
      let taken = Factuality.modality(
        tokens, before: predicate.first, in: range,
        mayHave: helps.contains(.possibility) && helps.contains(.have))
    {
      predicate.modality = taken
    }
    let first = tokens[range.lowerBound].hash
    let isNeither = first == Words.nor || first == Words.neither
    if helps.contains(.negation) || isNeither, predicate.modality == .happened {
      predicate.modality = .denied
    }
  }

  private static let firm: Set<UInt64> = Set(["will", "shall", "won't"].map { Hash.of($0) })

  // MARK: What stands in front

  private func isParty(_ index: Int) -> Bool { index >= 0 && index < partyAt.count && partyAt[index] >= 0 }

  /// Whether a party, or a bracket or a quote behind one, stands directly in front of the verb.
  private func isSubject(_ before: Int) -> Bool {
    guard before >= range.lowerBound else { return false }
    if isParty(before) { return true }
    return tokens[before].kind == .closeBracket && before - 1 >= range.lowerBound
  }

  private func isPluralSubject(_ before: Int) -> Bool {
    guard before >= range.lowerBound, isParty(before) else { return false }
    return tokens[before].is([.firstPerson, .secondPerson, .thirdPerson, .group])
  }

  /// A form that may be a base form is one behind a plural subject: "we set out", "we read".
  private func isBaseHere(_ forms: VerbForms, _ before: Int) -> Bool {
    forms.contains(.base) && !forms.contains(.past)
  }

  /// A participle behind a determiner or a preposition is an adjective: "the published DPIA".
  private func isVerbal(_ before: Int) -> Bool {
    guard before >= range.lowerBound else { return true }
    let token = tokens[before]
    if token.kind == .genitive || token.is(.possessive) { return false }
    return !token.is([.determiner, .preposition]) || token.is([.relative, .thirdPerson])
  }

  private func joinsPredicate(_ before: Int, _ previous: Predicate?) -> Bool {
    guard before >= range.lowerBound, previous != nil else { return false }
    return tokens[before].is(.conjunction) || tokens[before].kind == .comma
  }
}
