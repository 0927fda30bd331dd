import DaybookCore

/// Who was shown, asked about or engaged in what, and who was not: "We have been working closely with the ICO on
/// our DPIA", "the ICO has not yet seen the DPIA", "we formally engaged with the ICO".
///
/// Shape: the party of the claim, with role recipient, is the one that was or was not involved.
enum InvolvementClaims {
  static func read(_ words: ClaimWords, _ reading: Reading, into claims: inout ClaimList) {
    let tokens = words.passage.tokens
    for index in words.sentence {
      let token = tokens[index]
      guard token.kind == .word else { continue }
      if joint.contains(token.hash), let party = partner(words, index) {
        addJoint(words, reading, index, party, into: &claims)
      } else if passive.contains(token.hash) {
        addSeen(words, reading, index, into: &claims)
      }
    }
  }

  /// "working closely with the ICO on …", "engaged with", "consulted the ICO".
  private static func addJoint(
    _ words: ClaimWords, _ reading: Reading, _ verb: Int, _ party: PartyMention, into claims: inout ClaimList
  ) {
    let parties = reading.parties(for: party, in: words.passage)
    guard let involved = parties.first(where: { $0.kind == .body }) else { return }
    let before = verb - 6..<verb
    if isHypothetical(words, before) { return }
    let isDenied = isNegated(words, before)
    let subject = PaperNoun.key(in: party.last + 1..<party.last + 14, words) ?? ""
    let speaker = speaker(words, reading, verb)
    let part = [Participation(name: involved.name, kind: involved.kind, role: .recipient)]
    if words.has(firsts, in: verb - 3..<verb + 4), !isDenied {
      claims.add(
        ClaimList.Draft(
          kind: .start, subject: involved.name, value: words.text(of: verb).lowercased(), parties: part,
          when: words.nearestDate(to: verb),
          quote: words.quote(around: verb), speaker: speaker, rule: "claim-start"))
    } else {
      claims.add(
        ClaimList.Draft(
          kind: .involvement, subject: subject, value: words.text(of: verb).lowercased(),
          isAffirmed: !isDenied,
          parties: part, quote: words.quote(around: verb), speaker: speaker, rule: "claim-involvement"))
    }
  }

  /// "the ICO has not yet seen the DPIA".
  private static func addSeen(
    _ words: ClaimWords, _ reading: Reading, _ verb: Int, into claims: inout ClaimList
  ) {
    let tokens = words.passage.tokens
    var at = verb - 1
    while at >= words.sentence.lowerBound, tokens[at].is(.verbSupport) || tokens[at].hash == yet { at -= 1 }
    guard at >= words.sentence.lowerBound, words.passage.partyAt[at] >= 0 else { return }
    let helps = at + 1..<verb
    guard helps.contains(where: { tokens[$0].is(.have) }), isNegated(words, helps) || affirms(words, helps),
      !isHypothetical(words, at - 3..<at)
    else { return }
    let mention = words.passage.parties[Int(words.passage.partyAt[at])]
    guard let involved = reading.parties(for: mention, in: words.passage).first(where: { $0.kind == .body }),
      let subject = PaperNoun.key(in: verb + 1..<verb + 8, words)
    else { return }
    claims.add(
      ClaimList.Draft(
        kind: .involvement, subject: subject, value: words.text(of: verb).lowercased(),
        isAffirmed: !isNegated(words, helps),
        parties: [Participation(name: involved.name, kind: involved.kind, role: .recipient)],
        quote: words.quote(around: verb), rule: "claim-involvement"))
  }

  /// The party behind "with", or the object of "consulted".
  private static func partner(_ words: ClaimWords, _ verb: Int) -> PartyMention? {
    let tokens = words.passage.tokens
    var at = verb + 1
    var hasWith = direct.contains(tokens[verb].hash)
    while at < words.sentence.upperBound, at - verb <= 5 {
      if words.passage.partyAt[at] >= 0 {
        return hasWith ? words.passage.parties[Int(words.passage.partyAt[at])] : nil
      }
      guard tokens[at].kind == .word else { return nil }
      if tokens[at].hash == Words.with {
        hasWith = true
      } else if !tokens[at].is([.adverb, .determiner]) && !adverbs.contains(tokens[at].hash) {
        return nil
      }
      at += 1
    }
    return nil
  }

  private static func isNegated(_ words: ClaimWords, _ range: Range<Int>) -> Bool {
    range.clamped(to: words.sentence).contains {
      words.passage.tokens[$0].is(.negation) || words.passage.tokens[$0].hash == Hash.of("without")
    }
  }

  /// "has now seen", "has already reviewed": a plain "has seen" counts too.
  private static func affirms(_ words: ClaimWords, _ range: Range<Int>) -> Bool { !range.isEmpty }

  /// "whether", "if", "should", "will", "intend to": nothing that has been.
  private static func isHypothetical(_ words: ClaimWords, _ range: Range<Int>) -> Bool {
    range.clamped(to: words.sentence).contains {
      let token = words.passage.tokens[$0]
      return token.is([.future, .duty, .possibility, .intention, .question, .please])
        || token.hash == Hash.of("if") || token.hash == Words.about
    }
  }

  /// Who speaks, where the words stand between quotation marks.
  private static func speaker(_ words: ClaimWords, _ reading: Reading, _ verb: Int) -> String? {
    let own = words.passage.parties.last {
      words.sentence.contains($0.first) && $0.last < verb && $0.stands == .author
    }
    return own.flatMap { reading.parties(for: $0, in: words.passage).first?.name }
  }

  private static let yet = Hash.of("yet")
  private static let joint: Set<UInt64> = Set(
    [
      "working", "worked", "engaged", "engaging", "consulted", "consulting", "liaised", "liaising",
      "contacted",
      "approached", "collaborated",
    ].map { Hash.of($0) })
  private static let direct: Set<UInt64> = Set(["consulted", "contacted", "approached"].map { Hash.of($0) })
  private static let passive: Set<UInt64> = Set(
    ["seen", "received", "reviewed", "approved", "read", "sighted", "looked"].map { Hash.of($0) })
  private static let firsts: Set<UInt64> = Set(
    ["formally", "first", "initially", "originally"].map { Hash.of($0) })
  private static let adverbs: Set<UInt64> = Set(
    ["closely", "extensively", "directly", "constructively", "regularly", "fully", "out"].map { Hash.of($0) })
}
