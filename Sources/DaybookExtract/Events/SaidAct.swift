import DaybookCore

/// An act that a sentence of a message or a letter does or tells of, before it is an event.
struct SaidAct: Sendable {
  /// Who does it.
  enum Doer: Sendable {
    /// Who writes the message.
    case writer
    /// The parties named; nobody where the text has no name for them.
    case others([PartyReading])
  }

  var kind: EventKind
  /// The token that tells it, in whose clause it is quoted.
  var token: Int
  var modality: Modality = .happened
  var doer = Doer.writer
  /// To whom it is done; nil: to the addressees of the message.
  var recipients: [PartyReading]?
  /// What it is about, as written.
  var object: String?
  /// Told in the past tense: of that day or before.
  var isPast = false
}

/// How a sentence of correspondence is looked at by the readers of single acts.
struct SaidSentence {
  let passage: Passage
  let tokens: Range<Int>
  let text: [UInt8]
  let reading: Reading

  /// The subject directly in front of a verb and its adverbs, as far as one word can say it.
  enum Subject {
    case writer, addressee
    /// A pronoun or a name, with the party where one is known.
    case other([PartyReading])
  }

  /// What stands in front of a token as its subject; nil where nothing does, or where a word in front of it
  /// makes the clause a subordinate one.
  func subject(before at: Int, skipping classes: WordClass = [.adverb, .have, .future, .already]) -> Subject?
  {
    let words = passage.tokens
    var before = at - 1
    while before >= tokens.lowerBound, words[before].kind == .word, words[before].is(classes),
      !words[before].is([.firstPerson, .secondPerson, .thirdPerson])
    { before -= 1 }
    guard before >= tokens.lowerBound, words[before].kind == .word else { return nil }
    if words[before].hash == Words.me || words[before].hash == Words.us { return nil }
    let opens = passage.partyAt[before] >= 0 ? passage.parties[Int(passage.partyAt[before])].first : before
    guard !isSubordinate(opens) else { return nil }
    if words[before].is(.firstPerson) { return .writer }
    if words[before].is(.secondPerson) { return .addressee }
    if passage.partyAt[before] >= 0 {
      let mention = passage.parties[Int(passage.partyAt[before])]
      if mention.stands == .name { return .other([PartyReading(name: mention.name, kind: mention.kind)]) }
      return words[before].hash == Self.it ? nil : .other([])
    }
    // "Ben called", "the Chair said": a name that no table knows.
    let isName = words[before].isCapitalised && !words[before].is([.opener, .calendar, .preposition])
    return isName ? .other([]) : nil
  }

  /// Whether a word that subordinates stands in front of a subject: "as I said", "whom we met", "if he".
  private func isSubordinate(_ subject: Int) -> Bool {
    var at = subject - 1
    var steps = 0
    while at >= tokens.lowerBound, steps < 3, passage.tokens[at].kind == .word {
      if passage.tokens[at].is([.subordinator, .question]) || passage.tokens[at].hash == Words.that
        || passage.tokens[at].is(.relative) && !passage.tokens[at].is(.determiner)
      {
        return true
      }
      if !passage.tokens[at].is([.adverb, .determiner, .title]) { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  private static let it = Hash.of("it")

  /// Whether a token lies inside quotation marks of the sentence: somebody else's words.
  func isQuoted(_ at: Int) -> Bool {
    var depth = 0
    for index in tokens.lowerBound..<at {
      if passage.tokens[index].kind == .openQuote { depth += 1 }
      if passage.tokens[index].kind == .closeQuote { depth = max(0, depth - 1) }
    }
    return depth > 0
  }

  /// The hash of a token of the sentence; 0 outside it.
  func hash(_ at: Int) -> UInt64 { tokens.contains(at) ? passage.tokens[at].hash : 0 }

  func `is`(_ at: Int, _ classes: WordClass) -> Bool { tokens.contains(at) && passage.tokens[at].is(classes) }

  /// "sending", "meeting".
  func isGerund(_ at: Int) -> Bool {
    guard tokens.contains(at), passage.tokens[at].kind == .word, passage.tokens[at].bytes.count > 5 else {
      return false
    }
    return text[passage.tokens[at].bytes].suffix(3).elementsEqual("ing".utf8)
  }

  func doer(_ subject: Subject) -> SaidAct.Doer {
    switch subject {
    case .writer: .others(reading.writers(passage))
    case .addressee: .others(reading.papers[passage.paper].addressees)
    case .other(let parties): .others(parties)
    }
  }
}
