import DaybookCore

/// What the record points to and does not hold: for a list that could go into the next request.
struct FollowUpFinder {
  let builder: GraphBuilder
  let index: ActIndex

  private static let most = 2000
  /// Days after which a request without an answer is listed, if the record goes on that long.
  private static let patience = 20

  /// Requests and messages in order of the chronology, then silences.
  func followUps(_ relations: [Relation], _ gaps: [Gap]) -> [FollowUp] {
    var list: [FollowUp] = []
    let answered = Set(relations.filter { $0.kind == .respondsTo }.map(\.to))
    let links = LinkFinder(builder: builder, index: index)
    var seen: Set<String> = []
    for (at, act) in builder.acts.enumerated() where list.count < FollowUpFinder.most {
      if links.asks(act), !answered.contains(act.id.text), let day = act.day, let last = index.lastDay,
        last - day >= FollowUpFinder.patience, let from = builder.lead(act.agents),
        let to = builder.lead(act.recipients)
      {
        list.append(
          FollowUp(
            kind: .unanswered,
            text:
              "no answer of \(builder.names[Int(to)]) to this request of \(builder.names[Int(from)]) is in the record",
            from: CivilDate(dayNumber: day), evidence: act.evidence))
      }
      if let text = missing(at, act), seen.insert(text).inserted {
        list.append(
          FollowUp(
            kind: .missingMessage, text: text, from: act.day.map { CivilDate(dayNumber: $0) },
            evidence: act.evidence))
      }
    }
    list += gaps.map {
      FollowUp(
        kind: .silence, text: "nothing is dated in the \($0.days) days between \($0.after) and \($0.before)",
        from: $0.after, to: $0.before)
    }
    return list
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

  /// Only of parties that the record shows writing at all.
  private func isWithinRecord(_ party: Int32, _ day: Int) -> Bool {
    index.byAgent[party, default: []].prefix(200).contains { builder.acts[$0].isMessage }
  }
}
