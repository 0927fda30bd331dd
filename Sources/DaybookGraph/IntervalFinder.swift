import DaybookCore

/// Works out the days between entries that belong together: a paper received and the comments on it, a first
/// call and the sign-off.
struct IntervalFinder {
  let builder: GraphBuilder
  let index: ActIndex

  private static let most = 1000
  private static let mostCandidates = 200

  func intervals() -> [Interval] {
    var intervals: [Interval] = []
    for (at, act) in builder.acts.enumerated() where intervals.count < IntervalFinder.most {
      guard act.kind == .received, act.modality == .happened, act.isDay,
        let comments = comments(after: at, act)
      else { continue }
      add("from the receipt of a paper to comments on it", at, comments, &intervals)
    }
    if let signUp = builder.acts.indices.first(where: { isSignUp(builder.acts[$0]) }),
      let signed = builder.acts.indices.first(where: {
        builder.acts[$0].kind == .signedOff && builder.acts[$0].isDay
          && builder.acts[$0].modality == .happened
          && builder.acts[$0].words.contains(ActWords.hash("dpia"))
      }), let a = builder.acts[signUp].day, let b = builder.acts[signed].day, a < b
    {
      add(
        "from the call to sign up (not the start of processing) to the sign-off of the assessment", signUp,
        signed,
        &intervals)
    }
    return intervals
  }

  private func add(_ what: String, _ from: Int, _ to: Int, _ intervals: inout [Interval]) {
    guard let start = builder.acts[from].day, let end = builder.acts[to].day else { return }
    let value = Interval(
      what: what + "; computed", from: builder.acts[from].id, to: builder.acts[to].id,
      start: CivilDate(dayNumber: start), end: CivilDate(dayNumber: end))
    // The same days told by several papers are one interval.
    if !intervals.contains(where: { $0.what == value.what && $0.start == value.start && $0.end == value.end })
    {
      intervals.append(value)
    }
  }

  /// What the receiver then sends with comments or concerns, about the same paper.
  private func comments(after at: Int, _ act: Act) -> Int? {
    guard let agent = builder.lead(act.agents), let day = act.day else { return nil }
    return index.from(day + 1, index.byAgent[agent, default: []])
      .prefix(IntervalFinder.mostCandidates).first {
        let other = builder.acts[$0]
        return other.kind == .sent && other.modality == .happened && other.isDay
          && other.words.contains(IntervalFinder.comment) && !(other.isMessage && isReply(other))
      }
  }

  private func isReply(_ act: Act) -> Bool {
    SubjectKey.of(act.object ?? "") != (act.object ?? "").lowercased()
  }

  private func isSignUp(_ act: Act) -> Bool {
    act.isDay && act.modality == .happened && (act.kind == .asked || act.kind == .announced)
      && FoldedQuote(act.quote).contains("sign up")
  }

  private static let comment = ActWords.hash("comment")
}
