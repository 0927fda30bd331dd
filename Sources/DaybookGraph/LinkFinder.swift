import DaybookCore

/// Finds typed edges between the entries of a case, each with the rule and the words that it rests on.
struct LinkFinder {
  let builder: GraphBuilder
  let index: ActIndex

  /// An answer later than this is no answer to it. Days.
  private static let longestAnswer = 180
  private static let mostMessages = 20

  /// In the order of the entries that they start from.
  func relations(_ promises: [Promise]) -> [Relation] {
    var relations: [Relation] = []
    var occasions: [Occasion: [Int]] = [:]
    for (at, act) in builder.acts.enumerated() {
      if !act.isMessage, act.message != nil { cite(at, act, into: &relations) }
      if act.kind == .withdrawn { takeBack(at, act, into: &relations) }
      if replaces(act) { supersede(at, act, into: &relations) }
      corroborate(at, act, &occasions, into: &relations)
    }
    for (request, answer) in answers() {
      relations.append(
        relation(.respondsTo, answer, request, rule: "answer-to-request"))
    }
    for promise in promises {
      if let kept = promise.kept {
        relations.append(
          Relation(
            kind: .fulfils, from: kept.text, to: promise.entry.text, evidence: [], rule: "promise-kept"))
      }
    }
    return relations
  }

  private func relation(_ kind: Relation.Kind, _ from: Int, _ to: Int, rule: String) -> Relation {
    Relation(
      kind: kind, from: builder.acts[from].id.text, to: builder.acts[to].id.text,
      evidence: [anchor(builder.acts[from]), anchor(builder.acts[to])], rule: rule)
  }

  private func anchor(_ act: Act) -> Anchor {
    Anchor(
      document: Document.ID(text: act.evidence.source), bytes: act.evidence.bytes, page: act.evidence.page,
      quote: act.evidence.quote)
  }

  // MARK: Answers

  /// Requests with the act that answers each: the next message the other way about the same thing, and in it the
  /// act that shares most words.
  func answers() -> [(request: Int, answer: Int)] {
    var found: [(Int, Int)] = []
    for (at, act) in builder.acts.enumerated() {
      guard let reply = answer(to: at, act) else { continue }
      found.append((at, reply))
    }
    return found
  }

  /// Whether an act asks something of somebody who could answer.
  func asks(_ act: Act) -> Bool {
    (act.kind == .asked || act.kind == .askedToPause) && act.modality == .happened && !act.hasOwnDate
      && act.message != nil
  }

  private func answer(to at: Int, _ act: Act) -> Int? {
    guard asks(act), let carrier = act.message.map({ Int($0) }), let from = builder.lead(act.recipients),
      let to = builder.lead(act.agents), from != to, let day = builder.acts[carrier].day
    else { return nil }
    let back = index.from(day, index.messages[.init(from: from, to: to), default: []])
    let subject = SubjectKey.of(builder.acts[carrier].object ?? "")
    var looked = 0
    for message in back {
      let reply = builder.acts[message]
      guard reply.order > builder.acts[carrier].order else { continue }
      guard looked < LinkFinder.mostMessages, let on = reply.day, on - day <= LinkFinder.longestAnswer else {
        break
      }
      looked += 1
      let isSameThread = SubjectKey.of(reply.object ?? "") == subject && !subject.isEmpty
      let acts = index.ofMessage[Int32(truncatingIfNeeded: message), default: []].filter {
        LinkFinder.answering.contains(builder.acts[$0].kind)
      }
      let best = acts.max {
        let (a, b) = (builder.acts[$0], builder.acts[$1])
        return (ActWords.shared(a.words, act.words), -$0) < (ActWords.shared(b.words, act.words), -$1)
      }
      let shared = best.map { ActWords.shared(builder.acts[$0].words, act.words) } ?? 0
      if shared >= 2 || isSameThread && shared >= 1 { return best }
      if isSameThread { return message }
    }
    return nil
  }

  private static let answering: Set<EventKind> = [
    .told, .refused, .promised, .sent, .acknowledged, .apologised, .received, .published, .decided,
    .withdrawn,
    .signedOff,
  ]

  // MARK: Cited messages

  /// "our letter of 9 February", "You sent us the DPIA on 14 February": to the message of that day.
  private func cite(_ at: Int, _ act: Act, into relations: inout [Relation]) {
    guard act.hasOwnDate, act.isDay, let day = act.day, let agent = builder.lead(act.agents),
      LinkFinder.citable.contains(act.kind)
    else { return }
    let candidates = index.sent[.init(day: day, agent: agent), default: []].prefix(LinkFinder.mostMessages)
    let best = candidates.filter { $0 != Int(act.message ?? -1) }.max {
      score($0, act) < score($1, act)
    }
    guard let best, score(best, act) > 0 else { return }
    relations.append(relation(.cites, at, best, rule: "message-of-that-day"))
  }

  private func score(_ message: Int, _ act: Act) -> Int {
    let other = builder.acts[message]
    let isToTheSame = !Set(other.recipients).isDisjoint(with: act.recipients)
    return ActWords.shared(index.words(of: message, builder), act.words) + (isToTheSame ? 1 : 0)
  }

  static let citable: Set<EventKind> = [.sent, .asked, .askedToPause, .told, .complained, .refused]

  // MARK: Papers that go and come

  /// "We have to withdraw the DPIA sent yesterday": the last sending of it.
  private func takeBack(_ at: Int, _ act: Act, into relations: inout [Relation]) {
    if let target = lastSending(before: at, act) {
      relations.append(relation(.withdraws, at, target, rule: "withdrawn-paper"))
    }
  }

  /// "a slightly updated version of the DPIA", "replaces the copy from yesterday".
  private func replaces(_ act: Act) -> Bool {
    guard act.kind == .sent || act.kind == .signedOff || act.kind == .told || act.kind == .version,
      !act.isMessage
    else { return false }
    return FoldedQuote(act.quote).containsAny(of: LinkFinder.replacing)
  }

  private static let replacing = [
    "replaces ", "updated version", "supersedes ", "corrected version", "revised version", "new version of",
  ]

  private func supersede(_ at: Int, _ act: Act, into relations: inout [Relation]) {
    if let target = lastSending(before: at, act) {
      relations.append(relation(.supersedes, at, target, rule: "replaced-paper"))
    }
  }

  /// The latest earlier act of the same party that sends, signs off or hands over the same paper.
  private func lastSending(before at: Int, _ act: Act) -> Int? {
    guard let agent = builder.lead(act.agents) else { return nil }
    let own = index.byAgent[agent, default: []]
    var place = ActIndex.first(in: own, from: at)
    var looked = 0
    let papers = act.words.filter { LinkFinder.papers.contains($0) }
    while place > 0, looked < 40 {
      place -= 1
      looked += 1
      let other = builder.acts[own[place]]
      guard other.kind == .sent, other.id != act.id, other.message == nil || other.message != act.message,
        other.order < act.order,
        // A message stands for what it sends only where none of its acts does.
        !other.isMessage
          || index.ofMessage[Int32(truncatingIfNeeded: own[place])] == nil
            && own[place] != act.message.map({ Int($0) })
      else { continue }
      let words = other.isMessage ? index.words(of: own[place], builder) : other.words
      if papers.isEmpty
        ? ActWords.shared(words, act.words) >= 2 : ActWords.shared(words, papers.sorted()) >= 1
      {
        return own[place]
      }
    }
    return nil
  }

  private static let papers: Set<UInt64> = Set(
    ["dpia", "note", "letter", "notice", "report", "version", "policy"].map { ActWords.hash($0) })

  // MARK: The same, told by another source

  private struct Occasion: Hashable {
    var day: Int
    var kind: EventKind
    var agent: Int32
  }

  /// Entries of one day, kind and agent from different papers that share their words, but too few to be one.
  private func corroborate(
    _ at: Int, _ act: Act, _ occasions: inout [Occasion: [Int]], into relations: inout [Relation]
  ) {
    guard act.isDay, let day = act.day, act.modality == .happened || act.modality == .planned, !act.isMessage,
      act.kind != .statement, let agent = builder.lead(act.agents)
    else { return }
    let key = Occasion(day: day, kind: act.kind, agent: agent)
    let other = occasions[key, default: []].suffix(16).first {
      builder.acts[$0].source != act.source && ActWords.shared(builder.acts[$0].words, act.words) >= 2
    }
    if let other { relations.append(relation(.corroborates, at, other, rule: "same-day-kind-and-words")) }
    occasions[key, default: []].append(at)
  }
}

/// Subjects as they are compared: without "RE:" and "FW:", in lower case.
enum SubjectKey {
  static func of(_ subject: String) -> String {
    var text = Substring(subject.lowercased())
    while let colon = text.firstIndex(of: ":") {
      let mark = text[..<colon].filter { !$0.isWhitespace }
      guard prefixes.contains(String(mark)) else { break }
      text = text[text.index(after: colon)...].drop(while: \.isWhitespace)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Source: RFC 5256 section 2.1 and the marks of other languages that mail programs write.
  private static let prefixes: Set<String> = ["re", "fw", "fwd", "aw", "wg", "tr", "sv", "vs", "ant", "rif"]
}
