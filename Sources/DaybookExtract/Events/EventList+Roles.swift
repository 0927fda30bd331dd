import DaybookCore

extension EventList {
  /// Candidates that a statement without an agent is compared with.
  private static let mostCandidates = 32
  /// Words that two statements must share to be about the same thing.
  private static let sharedWords = 4

  /// Fills roles that a sentence leaves open and another sentence of the same document gives.
  ///
  /// "Schools are asked to sign up" has the agent of "The Council had asked schools to sign up"; a paper that
  /// one party alone sends, withdraws and publishes is that party's when somebody signs or receives it.
  mutating func settleRoles(_ text: [UInt8]) {
    settlePassives(text)
    settleOwners(text)
    settlePromises(text)
    settleAnswers()
  }

  /// Statements of one exchange that stand so close together that one gives the other its reader.
  private static let exchange = 3
  private static let answering: Set<EventKind> = [
    .told, .refused, .acknowledged, .apologised, .promised, .sent,
  ]
  private static let asking: Set<EventKind> = [.asked, .askedToPause, .complained]

  /// "The Department replied on 4 January", behind "Mr Harlow asked the Department": to Mr Harlow. "Mr Harlow asked
  /// for a review", behind that: of the Department.
  private mutating func settleAnswers() {
    let order = drafts.indices.sorted { drafts[$0].quote.lowerBound < drafts[$1].quote.lowerBound }
    for (place, index) in order.enumerated() where drafts[index].context == nil {
      let kind = drafts[index].kind
      guard EventList.answering.contains(kind) || EventList.asking.contains(kind),
        let agent = name(index, .agent), name(index, .recipient) == nil
      else { continue }
      for earlier in order[max(0, place - EventList.exchange)..<place].reversed() {
        guard drafts[earlier].context == nil, drafts[earlier].kind != .statement,
          let other = drafts[earlier].parties.first(where: { $0.role == .agent })
        else { continue }
        let wasAsked = EventList.asking.contains(drafts[earlier].kind)
        let reader = drafts[earlier].parties.first { $0.role == .recipient }
        if let reader, reader.name == agent, wasAsked || EventList.asking.contains(kind) {
          give(other, .recipient, to: index)
          break
        }
        // "The Department refused the request. Mr Harlow asked for a review."
        if earlier == order[max(0, place - 1)], EventList.asking.contains(kind), !wasAsked,
          other.name != agent,
          other.kind == .body
        {
          give(other, .recipient, to: index)
          break
        }
        if let reader, other.name == agent, EventList.asking.contains(kind) == wasAsked {
          give(reader, .recipient, to: index)
          break
        }
      }
    }
  }

  /// "17 February The Council tells Ofsted that it has sent the note. The plan will be online by Friday.": what the
  /// second sentence of an entry holds out is held out by the one who tells.
  private mutating func settlePromises(_ text: [UInt8]) {
    let open = drafts.indices.filter {
      drafts[$0].kind == .promised && drafts[$0].modality == .planned && name($0, .agent) == nil
    }
    if open.isEmpty { return }
    let mains = drafts.indices.filter {
      drafts[$0].entry != nil && EventList.telling.contains(drafts[$0].kind)
    }
    .sorted { drafts[$0].quote.lowerBound < drafts[$1].quote.lowerBound }
    for index in open {
      let start = drafts[index].quote.lowerBound
      guard let main = mains.last(where: { drafts[$0].quote.lowerBound < start }),
        drafts[main].quote.upperBound <= start,
        start - drafts[main].quote.lowerBound <= 2000,
        !text[drafts[main].quote.lowerBound..<start].contains(0x0A)
      else { continue }
      for part in drafts[main].parties where part.role == .agent || part.role == .recipient {
        if name(index, part.role) == nil { give(part, part.role, to: index) }
      }
    }
  }

  private static let telling: Set<EventKind> = [.told, .promised, .sent, .apologised, .announced]

  private mutating func settlePassives(_ text: [UInt8]) {
    struct Key: Hashable {
      var kind: EventKind
      var recipient: String
    }
    let open = drafts.indices.filter { index in
      EventList.spoken.contains(drafts[index].kind) && name(index, .agent) == nil
        && name(index, .recipient) != nil
    }
    if open.isEmpty { return }
    var told: [Key: [Int]] = [:]
    for index in drafts.indices where EventList.spoken.contains(drafts[index].kind) {
      guard name(index, .agent) != nil, let recipient = name(index, .recipient) else { continue }
      let key = Key(kind: drafts[index].kind, recipient: recipient)
      if told[key, default: []].count < EventList.mostCandidates { told[key, default: []].append(index) }
    }
    for index in open {
      guard let recipient = name(index, .recipient) else { continue }
      let own = words(drafts[index].quote, text)
      let found = told[Key(kind: drafts[index].kind, recipient: recipient), default: []].first {
        own.intersection(words(drafts[$0].quote, text)).count >= EventList.sharedWords
      }
      guard let found, let agent = drafts[found].parties.first(where: { $0.role == .agent }) else { continue }
      give(agent, .agent, to: index)
    }
  }

  private mutating func settleOwners(_ text: [UInt8]) {
    let open = drafts.indices.filter { index in
      switch drafts[index].kind {
      case .signedOff, .withdrawn, .version: name(index, .agent) == nil
      case .received: name(index, .agent) != nil && name(index, .recipient) == nil
      default: false
      }
    }
    if open.isEmpty { return }
    var owners: [UInt64: [String: (count: Int, party: Participation)]] = [:]
    for index in drafts.indices where EventList.owning.contains(drafts[index].kind) {
      guard let agent = drafts[index].parties.first(where: { $0.role == .agent && $0.kind == .body }) else {
        continue
      }
      for noun in papers(drafts[index].quote, text) {
        owners[noun, default: [:]][agent.name, default: (0, agent)].count += 1
      }
    }
    for index in open {
      for noun in papers(drafts[index].quote, text).sorted() {
        guard let holders = owners[noun] else { continue }
        let total = holders.values.map(\.count).reduce(0, +)
        // One party's paper: at least three of four times it is that party's to send.
        guard let owner = holders.values.first(where: { $0.count * 4 >= total * 3 })?.party else { continue }
        if drafts[index].kind == .received {
          if name(index, .agent) != owner.name { give(owner, .recipient, to: index) }
        } else {
          give(owner, .agent, to: index)
        }
        break
      }
    }
  }

  private func name(_ index: Int, _ role: Party.Role) -> String? {
    drafts[index].parties.first { $0.role == role }?.name
  }

  private func tokens(_ quote: Range<Int>, _ text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    Tokenizer.tokens(in: quote, of: text, into: &tokens)
    return tokens
  }

  private func words(_ quote: Range<Int>, _ text: [UInt8]) -> Set<UInt64> {
    Set(
      tokens(quote, text).filter {
        $0.kind == .word && !$0.is([.determiner, .preposition, .conjunction, .verbSupport, .calendar])
      }.map(\.hash))
  }

  /// Papers that a quote speaks of, by their nouns.
  private func papers(_ quote: Range<Int>, _ text: [UInt8]) -> Set<UInt64> {
    Set(tokens(quote, text).filter { $0.is(.paperNoun) && !EventList.general.contains($0.hash) }.map(\.hash))
  }

  private static let spoken: Set<EventKind> = [
    .asked, .askedToPause, .told, .announced, .refused, .started, .sent,
  ]
  private static let owning: Set<EventKind> = [.sent, .withdrawn, .published, .signedOff, .promised]
  /// Words for any paper, which belong to nobody in particular.
  private static let general: Set<UInt64> = Set(
    [
      "copy", "version", "draft", "document", "documents", "letter", "note", "message", "request",
      "replacement",
    ]
    .map { Hash.of($0) })
}
