import DaybookCore

/// One line for what the writer of a paper does by its words: "ICO asks DfE to pause the collections".
///
/// A small grammar: who, a verb of the kind, to whom, and the words of the source. A request is put behind
/// "to" where the source itself has the verb for it, else everything stands between quotation marks: nothing
/// is said that the source does not say.
struct SpokenSummary {
  let casting: Casting

  func line(of draft: EventDraft) -> String {
    let agent = draft.parties.first { $0.role == .agent }?.name
    let recipient = draft.parties.first { $0.role == .recipient }?.name
    guard let agent, let verb = SpokenSummary.verbs[draft.kind] else {
      return Summary.line(casting.reading, quote: draft.quote)
    }
    if draft.kind == .asked || draft.kind == .askedToPause, draft.modality != .required,
      let wish = wish(in: draft.quote)
    {
      return Summary.shortened("\(agent) asks \(recipient.map { "\($0) " } ?? "")to \(wish)")
    }
    let words = Excerpt.line(casting.reading.document.text, draft.quote)
    let to = recipient.map { verb.takesObject ? " \($0)" : " \(verb.joint) \($0)" } ?? ""
    return Summary.shortened("\(agent) \(verb.word)\(to): “\(words)”")
  }

  /// What follows "please", "could you", "ask the Department to", up to the end of the clause; nil where the
  /// source has no such verb.
  private func wish(in quote: Range<Int>) -> String? {
    let tokens = casting.passage.tokens
    let inside = casting.statement.tokens.filter {
      tokens[$0].start >= quote.lowerBound && tokens[$0].end <= quote.upperBound
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    var start: Int?
    for at in inside {
      if tokens[at].is(.please), tokens[at].hash != Words.grateful {
        start = at + 1
        break
      }
      if tokens[at].is([.possibility, .future]), at + 1 <= last, tokens[at + 1].is(.secondPerson),
        at <= first + 2
      {
        start = at + 2
        break
      }
      // "We ask the Department to pause": behind the verb and its recipient.
      if tokens[at].info.act >= 0, ActTable.rows[Int(tokens[at].info.act)].kind == .asked,
        let to = inside.first(where: { $0 > at && $0 - at <= 6 && tokens[$0].hash == Words.to })
      {
        start = to + 1
        break
      }
    }
    guard var from = start else { return nil }
    // "Please would you kindly remove"
    while from <= last,
      tokens[from].is([.possibility, .future, .secondPerson, .please]) || tokens[from].hash == Words.also
    { from += 1 }
    guard from <= last, tokens[from].kind == .word, tokens[from].is(.negation) || !tokens[from].isCapitalised,
      !tokens[from].is([.determiner, .preposition, .firstPerson, .thirdPerson, .possessive])
    else { return nil }
    var end = from + 1
    while end <= last, tokens[end].kind != .stop, tokens[end].kind != .semicolon {
      if tokens[end].kind == .comma, end + 1 <= last, tokens[end + 1].is(.subordinator) { break }
      end += 1
    }
    // "Please could you tell us:" is said by what follows.
    if tokens[end - 1].kind == .colon { return nil }
    return Excerpt.line(casting.reading.document.text, tokens[from].start..<tokens[end - 1].end)
  }

  private struct Verb {
    var word: String
    /// "tells DfE", but "replies to DfE".
    var takesObject = true
    var joint = "to"
  }

  /// Source: `specs/vocabulary.md`, the kinds, in the present tense of a list of events.
  private static let verbs: [EventKind: Verb] = [
    .asked: Verb(word: "asks"), .askedToPause: Verb(word: "asks"), .told: Verb(word: "tells"),
    .promised: Verb(word: "promises"), .refused: Verb(word: "tells"),
    .apologised: Verb(word: "apologises", takesObject: false),
    .acknowledged: Verb(word: "acknowledges", takesObject: false),
    .complained: Verb(word: "complains", takesObject: false),
    .received: Verb(word: "confirms receipt", takesObject: false),
    .sent: Verb(word: "writes", takesObject: false), .deadline: Verb(word: "sets a date for"),
    .withdrawn: Verb(word: "withdraws", takesObject: false, joint: "and tells"),
    .published: Verb(word: "publishes", takesObject: false, joint: "and tells"),
    .announced: Verb(word: "announces", takesObject: false),
    .meeting: Verb(word: "meets"),
    .signedOff: Verb(word: "signs off", takesObject: false, joint: "and tells"),
    .decided: Verb(word: "decides", takesObject: false, joint: "and tells"),
  ]
}
