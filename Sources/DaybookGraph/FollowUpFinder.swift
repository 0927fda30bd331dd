import DaybookCore

/// What the record points to and does not hold: for a list that could go into the next request.
struct FollowUpFinder {
  let builder: GraphBuilder
  let index: ActIndex

  private static let most = 2000
  /// Days after which a request without an answer is listed, if the record goes on that long.
  private static let patience = 20

  /// Later messages of the asked party that are looked at for one request.
  private static let mostMessages = 64
  /// Messages that ask in the same words: from there on it is small print.
  private static let smallPrint = 3

  /// Requests and messages in order of the chronology, then silences.
  func followUps(_ relations: [Relation], _ gaps: [Gap]) -> [FollowUp] {
    var list: [FollowUp] = []
    let answered = Set(relations.filter { $0.kind == .respondsTo }.map(\.to))
    let links = LinkFinder(builder: builder, index: index)
    let printed = smallPrint(links)
    let days = Set(builder.acts.filter { $0.isMessage }.compactMap(\.day))
    var seen: Set<String> = []
    // One line a message: where its first open request stands in the list, and how many more it makes.
    var ofMessage: [Int32: (place: Int, more: Int)] = [:]
    for (at, act) in builder.acts.enumerated() where list.count < FollowUpFinder.most {
      if links.asks(act), !answered.contains(act.id.text),
        !printed.contains(FollowUpFinder.folded(act.quote)),
        !FollowUpFinder.isCourtesy(act.quote), !isAnsweredInThread(act), let carrier = act.message,
        let followUp = unanswered(act)
      {
        if let known = ofMessage[carrier] {
          ofMessage[carrier] = (known.place, known.more + 1)
        } else if seen.insert(FollowUpFinder.folded(act.quote)).inserted {
          ofMessage[carrier] = (list.count, 0)
          list.append(followUp)
        }
      }
      if let text = missing(at, act) ?? unknownPaper(act, days), seen.insert(text).inserted {
        list.append(
          FollowUp(
            kind: .missingMessage, text: text, from: act.day.map { CivilDate(dayNumber: $0) },
            evidence: act.evidence))
      }
    }
    for (place, more) in ofMessage.values where more > 0 {
      list[place].text +=
        more == 1 ? "; the same message asks one thing more" : "; the same message asks \(more) things more"
    }
    list += silences(gaps)
    return list
  }

  private func unanswered(_ act: Act) -> FollowUp? {
    guard let day = act.day, let last = index.lastDay, last - day >= FollowUpFinder.patience,
      let from = builder.lead(act.agents), let to = builder.lead(act.recipients)
    else { return nil }
    return FollowUp(
      kind: .unanswered,
      text:
        "no answer of \(builder.names[Int(to)]) to this request of \(builder.names[Int(from)]) is in the record",
      from: CivilDate(dayNumber: day), evidence: act.evidence)
  }

  /// Whether somebody who was asked wrote again under the same subject: what was said there is for the reader to judge,
  /// but an answer is in the record.
  private func isAnsweredInThread(_ act: Act) -> Bool {
    guard let carrier = act.message.map({ Int($0) }), let day = builder.acts[carrier].day else {
      return false
    }
    let subject = SubjectKey.of(builder.acts[carrier].object ?? "")
    if subject.isEmpty { return false }
    for party in act.recipients where !act.agents.contains(party) {
      var looked = 0
      for later in index.from(day, index.byAgent[party, default: []]) where builder.acts[later].isMessage {
        guard looked < FollowUpFinder.mostMessages, builder.acts[later].order > builder.acts[carrier].order
        else {
          if looked >= FollowUpFinder.mostMessages { break }
          continue
        }
        looked += 1
        // "Thanks, noted." is no answer.
        let acts = index.ofMessage[Int32(truncatingIfNeeded: later), default: []].map {
          builder.acts[$0].kind
        }
        let onlyNotes = !acts.isEmpty && acts.allSatisfy { $0 == .acknowledged || $0 == .received }
        if !onlyNotes, SubjectKey.of(builder.acts[later].object ?? "") == subject { return true }
      }
    }
    return false
  }

  /// Requests that several messages make in the same words, as the lines under a signature do.
  private func smallPrint(_ links: LinkFinder) -> Set<String> {
    var days: [String: Set<Int>] = [:]
    for act in builder.acts where links.asks(act) {
      guard let day = act.day else { continue }
      let words = FollowUpFinder.folded(act.quote)
      if days[words, default: []].count < FollowUpFinder.smallPrint { days[words, default: []].insert(day) }
    }
    return Set(days.filter { $0.value.count >= FollowUpFinder.smallPrint }.keys)
  }

  private static func folded(_ quote: String) -> String {
    quote.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// "Let me know if you need anything", "please call me if you have any questions".
  private static func isCourtesy(_ quote: String) -> Bool {
    let words = quote.lowercased()
    return [
      "if you need any", "if you have any question", "if you have any queries", "if you have any concern",
      "if you have further question", "if you have any further", "if you require", "if there is anything",
      "if i can help", "if i can be of", "if we can help", "if you would like to discuss",
      "any questions or concerns",
    ].contains { words.contains($0) }
  }

  /// Silences of the correspondence: years that a paper looks back on are none.
  private func silences(_ gaps: [Gap]) -> [FollowUp] {
    let days = builder.acts.filter { $0.isMessage }.compactMap(\.day)
    let within = days.min().flatMap { first in
      days.max().map { first - FollowUpFinder.patience...$0 + FollowUpFinder.patience }
    }
    return gaps.filter { gap in
      guard let within else { return true }
      return within.contains(gap.after.dayNumber) || within.contains(gap.before.dayNumber)
    }.map {
      FollowUp(
        kind: .silence, text: "nothing is dated in the \($0.days) days between \($0.after) and \($0.before)",
        from: $0.after, to: $0.before)
    }
  }

  /// "Your letter of 9 February", of which there is no message that day.
  private func missing(_ at: Int, _ act: Act) -> String? {
    guard act.message != nil, act.hasOwnDate, act.isDay, act.kind == .sent, act.modality == .happened,
      let day = act.day, let from = builder.lead(act.agents), builder.kinds[Int(from)] != .role,
      index.sent[.init(day: day, agent: from), default: []].isEmpty, isWithinRecord(from, day)
    else { return nil }
    let to = builder.lead(act.recipients).map { " to \(builder.names[Int($0)])" } ?? ""
    return
      "a message or paper of \(CivilDate(dayNumber: day)) from \(builder.names[Int(from)])\(to) is spoken of and not in the record"
  }

  /// "The note of 16 February" of nobody named, on a day of the correspondence of which no message or letter is there.
  private func unknownPaper(_ act: Act, _ days: Set<Int>) -> String? {
    guard act.hasOwnDate, act.isDay, act.isExplicit, act.kind == .sent, act.modality == .happened,
      act.agents.isEmpty,
      let day = act.day, !days.contains(day), let first = days.min(), let last = days.max(), first <= day,
      day <= last
    else { return nil }
    return "a paper of \(CivilDate(dayNumber: day)) is spoken of, and nothing of that day is in the record"
  }

  /// Only of parties that the record shows writing at all.
  private func isWithinRecord(_ party: Int32, _ day: Int) -> Bool {
    index.byAgent[party, default: []].prefix(200).contains { builder.acts[$0].isMessage }
  }
}
