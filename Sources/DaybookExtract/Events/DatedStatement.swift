import DaybookCore

/// Reads what a date in running text is the date of.
struct DatedStatement {
  let casting: Casting
  /// Where the verb stands that the last draft was made of.
  private(set) var verbStart: Int?

  init(casting: Casting) { self.casting = casting }

  var passage: Passage { casting.passage }
  var statement: Statement { casting.statement }

  /// What is said with the date at an index of `Passage.dates`.
  mutating func draft(date index: Int, quote: Range<Int>, rule: String) -> EventDraft {
    let date = passage.dates[index]
    let bytes = Quoting.bytes(passage, quote)
    verbStart = nil
    var draft = EventDraft(
      kind: .statement,
      when: EventDate(
        timex: date.reading.when, basis: date.reading.basis, text: words(date), why: date.reading.why),
      quote: bytes, summary: "", rule: rule)
    var agents: [PartyReading] = []
    var recipients: [PartyReading] = []
    var nounKind: EventKind?
    var hasAct = false
    let paper = casting.reading.papers[passage.paper]
    let asks =
      paper.isCorrespondence ? Requests.kind(passage, statement.tokens, casting.reading.document.text) : nil
    if let noun = noun(before: date) {
      draft.kind = noun.kind
      nounKind = noun.kind
      (agents, recipients) = parties(ofNoun: noun.token, kind: noun.kind)
    } else if let predicate = casting.predicate(forDateAt: anchor(of: date)) {
      let verb = statement.predicates[predicate]
      hasAct = true
      verbStart = passage.tokens[verb.verb].start
      draft.kind = verb.kind
      draft.modality = verb.modality
      (agents, recipients) = casting.cast(predicate)
      draft.object = casting.object(of: predicate)
      if verb.isPossible, verb.modality == .happened, !agents.isEmpty, isAhead(date, paper) {
        // "We can provide everything by 21 September."
        draft.modality = .planned
        if verb.row.promises, agents == casting.reading.writers(passage) { draft.kind = .promised }
      }
    } else {
      let clause = statement.clauses[statement.clause(of: date.first)]
      draft.kind = bareKind(clause, date)
      draft.modality = bareModality(clause)
      if draft.modality == .happened,
        Factuality.modality(passage.tokens, before: date.first, in: statement.tokens, mayHave: false)
          == .denied
      {
        draft.modality = .denied
      }
      agents = bareSubject(clause, date)
      if paper.isCorrespondence, promises(clause),
        draft.kind == .statement || draft.kind == .deadline, agents.isEmpty
      {
        // "A replacement will follow this afternoon", in a message.
        draft.kind = .promised
        agents = casting.reading.writers(passage)
        recipients = paper.addressees
      }
    }
    if agents.isEmpty, paper.isCorrespondence, thanks {
      agents = paper.addressees
      recipients = casting.reading.writers(passage)
    }
    if asks != nil, nounKind == nil || isAhead(date, paper) {
      readRequest(&draft, &agents, &recipients, date, paper)
    }
    settleSaying(&draft, &agents, &recipients, date, nounKind, paper)
    if draft.kind == .promised, agents.isEmpty, passage.run != nil, let teller = tellerOfEntry() {
      (agents, recipients) = (teller.agents, recipients.isEmpty ? teller.recipients : recipients)
    }
    if isLimit(date), draft.kind != .promised, draft.kind != .asked,
      nounKind == .deadline || draft.modality != .happened || !hasAct && !tellsPast(date)
    {
      draft.kind = .deadline
    }
    // "asked for letters from 1 January to 30 April": the letters are of then, not the asking.
    if draft.kind == .asked, nounKind == nil, isSpan(date) {
      draft.kind = .statement
      agents = []
      recipients = []
    }
    if draft.kind == .refused, Courts.decide(agents) { draft.kind = .decided }
    if draft.kind == .signedOff { draft.when.kind = .signed }
    if !hasAct, VersionLabel.governs(date, passage, casting.reading.document.text) { draft.kind = .version }
    draft.parties = casting.participations(agents: agents, recipients: recipients, quote: bytes)
    draft.context = casting.reading.papers[passage.paper].context
    // The words of the writer say "we" and "you"; a line of a chronology names them.
    let speaks = paper.isCorrespondence && !agents.isEmpty && agents == casting.reading.writers(passage)
    draft.summary =
      speaks && draft.kind != .statement
      ? SpokenSummary(casting: casting).line(of: draft)
      : Summary.line(
        casting.reading, quote: bytes, leadingDate: date.bytes,
        agent: isNamed(agents, in: bytes) ? nil : agents.first)
    return draft
  }

  /// "DfE tells ICO that … . These papers will be online by …": in an entry of a list, who tells promises.
  private func tellerOfEntry() -> (agents: [PartyReading], recipients: [PartyReading])? {
    guard let sentence = passage.sentences.first, sentence.lowerBound < statement.tokens.lowerBound else {
      return nil
    }
    let opening = Statement(passage, sentence: sentence, dates: [])
    guard let index = opening.predicates.firstIndex(where: { $0.kind == .told && !$0.isPassive }) else {
      return nil
    }
    let cast = Casting(passage: passage, statement: opening, reading: casting.reading).cast(index)
    return cast.agents.isEmpty ? nil : cast
  }

  /// "will", "shall": what the writer holds out; "would welcome" is a wish, "since she will be there" a reason, and
  /// "there will be time" no promise.
  private func promises(_ clause: Range<Int>) -> Bool {
    guard let first = clause.first, !passage.tokens[first].is([.subordinator, .question]),
      passage.tokens[first].hash != Words.there
    else { return false }
    // "It will not be there until Friday" holds nothing out.
    if clause.contains(where: { passage.tokens[$0].is(.negation) }) { return false }
    // "shall be tested by the supplier": somebody else will, whoever it is.
    let isByOther = clause.dropLast().contains {
      passage.tokens[$0].hash == Words.by && !passage.isDated($0 + 1)
        && !Self.endWords.contains(passage.tokens[$0 + 1].hash)
        || passage.tokens[$0].hash == Words.by && passage.tokens[$0 + 1].hash == Words.the
          && !passage.isDated($0 + 2)
          && !Self.endWords.contains(passage.tokens[min($0 + 2, clause.upperBound - 1)].hash)
    }
    if isByOther { return false }
    return clause.contains { passage.tokens[$0].hash == Words.will || passage.tokens[$0].hash == Words.shall }
  }

  /// "Thank you for the comments sent yesterday": who is thanked did it.
  private var thanks: Bool {
    statement.tokens.prefix(3).contains {
      passage.tokens[$0].hash == Words.thank || passage.tokens[$0].hash == Words.thanks
    }
  }

  func isAhead(_ date: PassageDate, _ paper: Paper) -> Bool {
    guard let wanted = date.reading.when.latest, let written = paper.written?.when.earliest else {
      return false
    }
    return wanted.date >= written.date
  }

  /// A date in a request is when it is wanted, or what it is about; never when it was done.
  private func readRequest(
    _ draft: inout EventDraft, _ agents: inout [PartyReading], _ recipients: inout [PartyReading],
    _ date: PassageDate, _ paper: Paper
  ) {
    agents = casting.reading.writers(passage)
    recipients = paper.addressees
    let isAhead = isAhead(date, paper)
    // Of the day on which it is wanted: the asking itself is of the message's.
    draft.kind = isAhead || isLimit(date) ? .asked : .statement
    draft.modality = isAhead ? .required : .happened
  }

  private func isSpan(_ date: PassageDate) -> Bool {
    guard let first = date.reading.when.earliest?.date, let last = date.reading.when.latest?.date else {
      return false
    }
    return date.reading.when.grain == .day && first < last
  }

  /// The token whose clause the date belongs to: "two years since" dates what stands behind it.
  private func anchor(of date: PassageDate) -> Int {
    let next = date.last + 1
    let pointsOn = passage.tokens[date.last].is(.subordinator) && next < statement.tokens.upperBound
    return pointsOn ? next : date.first
  }

  /// Whether the clause of a date without an act tells of the past: "by then the data had been added".
  private func tellsPast(_ date: PassageDate) -> Bool {
    statement.clauses[statement.clause(of: date.first)].contains {
      Self.pastWords.contains(passage.tokens[$0].hash)
    }
  }

  private static let pastWords: Set<UInt64> = Set(["was", "were", "had", "did", "been"].map { Hash.of($0) })

  func words(_ date: PassageDate) -> String { Excerpt.line(casting.reading.document.text, date.bytes) }

  /// Whether the quote names the agent or stands for it with a pronoun; nobody to name counts too.
  func isNamed(_ agents: [PartyReading], in bytes: Range<Int>) -> Bool {
    guard !agents.isEmpty else { return true }
    return passage.parties.contains { mention in
      let start = passage.tokens[mention.first].start
      return bytes.contains(start) && (mention.stands != .name || agents.contains { $0.name == mention.name })
    }
  }

  // MARK: Nouns with a date: "our letter of 9 February"

  private func noun(before date: PassageDate) -> (token: Int, kind: EventKind)? {
    var at = date.first - 1
    let floor = statement.tokens.lowerBound
    guard at >= floor,
      passage.tokens[at].is(.preposition) || passage.tokens[at].hash == Words.dated
        || passage.tokens[at].info.noun >= 0 || passage.tokens[at].kind == .comma
    else { return afterYear(date) }
    let stops = passage.tokens[at].is(.preposition) && !isNounLink(passage.tokens[at].hash)
    if stops { return nil }
    // "received your questions yesterday": nothing ties the date to the noun.
    if !passage.tokens[at].is(.preposition), passage.tokens[at].hash != Words.dated,
      let verb = casting.predicate(forDateAt: date.first), statement.predicates[verb].verb < at
    {
      return nil
    }
    // "the opinion given on 11 July": the noun of the participle.
    if passage.tokens[at].is(.preposition), at - 2 >= floor,
      Self.givenWords.contains(passage.tokens[at - 1].hash)
    {
      for place in stride(from: at - 2, through: max(floor, at - 8), by: -1) {
        if passage.tokens[place].info.noun >= 0, isUsedAsNoun(place) {
          return (place, ActTable.nouns[Int(passage.tokens[place].info.noun)].kind)
        }
        if passage.tokens[place].kind != .word || passage.tokens[place].is([.commonVerb, .be]) { break }
      }
    }
    // "issued the note on 16th" dates the issuing; "the meeting on 16th" the meeting.
    if passage.tokens[at].hash == Words.on,
      let verb = casting.predicate(forDateAt: date.first),
      statement.predicates[verb].verb < date.first
    {
      return nil
    }
    if passage.tokens[at].info.noun < 0 { at -= 1 }
    guard at >= floor, passage.tokens[at].kind == .word, passage.tokens[at].info.noun >= 0, isUsedAsNoun(at)
    else { return nil }
    return (at, ActTable.nouns[Int(passage.tokens[at].info.noun)].kind)
  }

  /// "its 2020 ICO audit": the noun behind a date that stands in front of it.
  private func afterYear(_ date: PassageDate) -> (token: Int, kind: EventKind)? {
    let before = date.first - 1
    guard before >= statement.tokens.lowerBound,
      passage.tokens[before].is([.determiner, .possessive]) || passage.tokens[before].kind == .genitive
    else { return nil }
    for at in date.last + 1..<max(date.last + 1, min(date.last + 5, statement.tokens.upperBound)) {
      guard passage.tokens[at].kind == .word else { return nil }
      if passage.tokens[at].info.noun >= 0 {
        return (at, ActTable.nouns[Int(passage.tokens[at].info.noun)].kind)
      }
      if passage.tokens[at].is([.preposition, .conjunction, .commonVerb]) { return nil }
    }
    return nil
  }

  private static let givenWords: Set<UInt64> = Set(
    ["given", "made", "taken", "held", "reached"].map { Hash.of($0) })

  private func isNounLink(_ hash: UInt64) -> Bool {
    hash == Words.of || hash == Words.from || hash == Words.on
  }

  /// "request" is a noun behind a determiner, an adjective or a possessive; a verb behind a party.
  private func isUsedAsNoun(_ at: Int) -> Bool {
    guard passage.tokens[at].info.act >= 0 else { return true }
    guard at > statement.tokens.lowerBound else { return true }
    let before = passage.tokens[at - 1]
    return !(passage.partyAt[at - 1] >= 0 && before.kind == .word && !before.is(.possessive))
      && !before.is(.verbSupport) && before.hash != Words.to
  }

  /// "your letter", "the ICO's comments", "letter from X to Y".
  private func parties(ofNoun at: Int, kind: EventKind) -> ([PartyReading], [PartyReading]) {
    var agents: [PartyReading] = []
    var recipients: [PartyReading] = []
    let paper = casting.reading.papers[passage.paper]
    var before = at - 1
    var steps = 0
    while before >= statement.tokens.lowerBound, steps < 5 {
      let token = passage.tokens[before]
      if token.is(.possessive) {
        if token.hash == Words.your {
          agents = paper.addressees
          recipients = casting.reading.writers(passage)
        } else if token.hash == Words.our || token.hash == Words.my {
          agents = casting.reading.writers(passage)
          recipients = paper.addressees
        }
        break
      }
      if passage.partyAt[before] >= 0 {
        let mention = passage.parties[Int(passage.partyAt[before])]
        if mention.stands == .name { agents = [PartyReading(name: mention.name, kind: mention.kind)] }
        break
      }
      guard token.kind == .word || token.kind == .genitive,
        !token.is([.preposition, .commonVerb, .determiner])
      else { break }
      before -= 1
      steps += 1
    }
    for index in passage.parties.indices
    where passage.parties[index].first > at && passage.parties[index].first - at <= 9 {
      let mention = passage.parties[index]
      guard mention.first < statement.tokens.upperBound, mention.first > 0 else { break }
      var link = mention.first - 1
      while link > at, passage.tokens[link].is(.determiner) { link -= 1 }
      let named = casting.reading.parties(for: mention, in: passage)
      if passage.tokens[link].hash == Words.from, agents.isEmpty { agents = named }
      if passage.tokens[link].hash == Words.to, recipients.isEmpty { recipients = named }
    }
    return (agents, recipients)
  }

  // MARK: Clauses without a verb of an act

  /// A limit, a version, or simply something dated.
  private func bareKind(_ clause: Range<Int>, _ date: PassageDate) -> EventKind {
    for index in clause {
      let token = passage.tokens[index]
      if token.kind == .word, token.info.noun >= 0, isUsedAsNoun(index),
        index < date.first || index > date.last, index + 6 > date.first
      {
        let kind = ActTable.nouns[Int(token.info.noun)].kind
        if kind == .meeting || kind == .deadline || kind == .decided { return kind }
      }
      if VersionLabel.isLabel(passage.tokens, index, casting.reading.document.text) { return .version }
    }
    if isLimit(date), bareModality(clause) != .happened { return .deadline }
    return .statement
  }

  private func bareModality(_ clause: Range<Int>) -> Modality {
    for index in clause where passage.tokens[index].kind == .word {
      if passage.tokens[index].is(.duty) { return .required }
      if passage.tokens[index].is([.future, .intention]) { return .planned }
      if Factuality.isDenial(passage.tokens, index, in: clause) { return .denied }
    }
    return .happened
  }

  /// The first party of the clause that stands in front of a verb.
  private func bareSubject(_ clause: Range<Int>, _ date: PassageDate) -> [PartyReading] {
    for mention in passage.parties where clause.contains(mention.first) {
      if mention.first > clause.lowerBound, passage.tokens[mention.first - 1].is(.preposition) { continue }
      let next = mention.last + 1
      guard next < clause.upperBound else { return [] }
      if passage.tokens[next].is([.commonVerb, .be, .have, .future, .duty, .does, .adverb]) {
        return casting.reading.parties(for: mention, in: passage)
      }
      if mention.stands == .name { return [] }
    }
    return []
  }

  /// "by 9 October", "no later than Friday", "until the 3rd".
  func isLimit(_ date: PassageDate) -> Bool {
    if let modifier = date.reading.when.modifier, modifier == .onOrBefore || modifier == .before {
      return true
    }
    var before = date.first - 1
    // "by the end of today", "before close of business on Friday"
    let chain = endChain(before)
    if let chain { before = chain }
    guard before >= statement.tokens.lowerBound else { return false }
    return passage.tokens[before].is(.limit) || passage.tokens[date.first].is(.limit)
  }

  /// The token in front of "the end of", "close of business on" before a date; nil where no end is spoken of.
  private func endChain(_ start: Int) -> Int? {
    var at = start
    let floor = statement.tokens.lowerBound
    if at > floor, passage.tokens[at].hash == Words.on, Self.endWords.contains(passage.tokens[at - 1].hash) {
      at -= 1
    }
    var isEnd = false
    while at > floor, Self.endWords.contains(passage.tokens[at].hash) {
      isEnd = isEnd || Self.ends.contains(passage.tokens[at].hash)
      at -= 1
    }
    return isEnd ? at : nil
  }

  private static let ends: Set<UInt64> = Set(["end", "close"].map { Hash.of($0) })
  private static let endWords: Set<UInt64> = Set(
    ["of", "end", "the", "close", "play", "business"].map { Hash.of($0) })
}
