import DaybookCore

/// Meetings and calls that a message tells of: "I met with the clerk", "Ben called me", "we had a good talk with
/// them", "we are meeting to discuss it".
///
/// Source: `specs/vocabulary.md`, "a meeting or call"; the wordings are of our labels of real mail.
enum MeetingWords {
  static func first(_ sentence: SaidSentence) -> SaidAct? {
    for at in sentence.tokens where sentence.passage.tokens[at].kind == .word {
      if sentence.isQuoted(at) { continue }
      if let act = met(at, sentence) ?? spoke(at, sentence) ?? called(at, sentence) ?? had(at, sentence) {
        return act
      }
    }
    return nil
  }

  /// "met with", "are meeting to", "will meet".
  private static func met(_ at: Int, _ sentence: SaidSentence) -> SaidAct? {
    let hash = sentence.hash(at)
    let isPast = hash == past
    guard isPast || hash == base || hash == gerund else { return nil }
    // "are meeting the needs": no meeting.
    if (at + 1...at + 4).contains(where: { aims.contains(sentence.hash($0)) }) { return nil }
    let next = sentence.hash(at + 1)
    let hasObject =
      next == Words.with
      || sentence.is(at + 1, [.firstPerson, .thirdPerson, .secondPerson, .adverb, .determiner])
      || next == Words.to || often.contains(next)
      || sentence.tokens.contains(at + 1)
        && sentence.passage.partyAt[at + 1] >= 0
    guard hasObject else { return nil }
    if isPast, let subject = sentence.subject(before: at) { return act(at, subject, sentence, isPast: true) }
    if hash == gerund, sentence.is(at - 1, .be),
      let subject = sentence.subject(before: at, skipping: [.adverb, .be])
    {
      return act(at, subject, sentence, isPast: false)
    }
    if hash == base, wills.contains(sentence.hash(at - 1)),
      let subject = sentence.subject(before: at, skipping: [.adverb, .future])
    {
      return act(at, subject, sentence, isPast: false)
    }
    return nil
  }

  /// "spoke to", "has talked with".
  private static func spoke(_ at: Int, _ sentence: SaidSentence) -> SaidAct? {
    guard speaking.contains(sentence.hash(at)), joints.contains(sentence.hash(at + 1)),
      let subject = sentence.subject(before: at)
    else { return nil }
    // "spoke to the issue"
    if sentence.is(at + 2, .determiner), matters.contains(sentence.hash(at + 3)) { return nil }
    return act(at, subject, sentence, isPast: true)
  }

  /// "called me", "rang to say", "phoned her"; "called him a friend" names him.
  private static func called(_ at: Int, _ sentence: SaidSentence) -> SaidAct? {
    guard calling.contains(sentence.hash(at)), let subject = sentence.subject(before: at) else { return nil }
    let next = at + 1
    if persons.contains(sentence.hash(next)) {
      if sentence.is(next + 1, .determiner)
        || sentence.tokens.contains(next + 1)
          && sentence.passage.tokens[next + 1].kind == .openQuote
      {
        return nil
      }
      return act(at, subject, sentence, isPast: true)
    }
    let isToDo = sentence.hash(next) == Words.to && purposes.contains(sentence.hash(next + 1))
    let isAsking = sentence.hash(next) == asking
    guard sentence.hash(next) == back || isToDo || isAsking else { return nil }
    return act(at, subject, sentence, isPast: true)
  }

  /// "had a good meeting with", "will have lunch with", "got a call from".
  private static func had(_ at: Int, _ sentence: SaidSentence) -> SaidAct? {
    let hash = sentence.hash(at)
    guard having.contains(hash) else { return nil }
    for place in at + 1...at + 6 {
      guard sentence.tokens.contains(place), sentence.passage.tokens[place].kind == .word else { return nil }
      if talks.contains(sentence.hash(place)) {
        let joint = sentence.hash(place + 1)
        if hash == got || hash == received {
          guard joint == Words.from else { return nil }
          return SaidAct(
            kind: .meeting, token: at, doer: .others([]),
            recipients: sentence.reading.writers(sentence.passage))
        }
        let isPast = hash == Words.had
        guard let subject = sentence.subject(before: at) else { return nil }
        var isWriter = false
        if case .writer = subject { isWriter = true }
        guard
          joint == Words.with
            || isPast && (isWriter || sentence.is(place + 1, .calendar) || days.contains(joint))
        else { return nil }
        return act(at, subject, sentence, isPast: isPast)
      }
      if sentence.is(place, [.preposition, .be, .subordinator, .relative]) && !sentence.is(place, .determiner)
      {
        return nil
      }
    }
    return nil
  }

  private static func act(
    _ at: Int, _ subject: SaidSentence.Subject, _ sentence: SaidSentence, isPast: Bool
  ) -> SaidAct {
    SaidAct(
      kind: .meeting, token: at, modality: isPast ? .happened : .planned, doer: sentence.doer(subject),
      recipients: [], isPast: isPast)
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Hash.of($0) })
  }

  private static let past = Hash.of("met")
  private static let base = Hash.of("meet")
  private static let gerund = Hash.of("meeting")
  private static let got = Hash.of("got")
  private static let received = Hash.of("received")
  private static let back = Hash.of("back")
  private static let asking = Hash.of("asking")
  private static let aims = set(
    "need needs requirement requirements deadline deadlines target targets standard standards criteria expectations demand demands obligations duty duties challenge challenges"
  )
  private static let often = set("twice once again several two three briefly")
  private static let wills = set("will shall to you'll we'll i'll they'll he'll she'll")
  private static let speaking = set("spoke spoken talked speaking talking chatted")
  private static let joints = set("to with")
  private static let matters = set("issue issues point points matter question need")
  private static let calling = set("called rang phoned telephoned")
  private static let persons = set("me us him her them you")
  private static let purposes = set(
    "ask say tell find get check discuss talk thank see let inform confirm report")
  private static let having = set("had have having got received")
  private static let talks = set(
    "meeting call talk conversation discussion chat lunch dinner breakfast supper session teleconference interview"
  )
  private static let days = set("today yesterday this last earlier")
}
