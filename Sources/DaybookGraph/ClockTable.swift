import DaybookCore

/// Dates that the law sets, one row a clock with its source and the time from which it holds.
enum ClockTable {
  enum Span: Sendable {
    case workingDays(Int)
    case weeks(Int)
    case days(Int)
    case months(Int)
  }

  struct Row: Sendable {
    let name: String
    let what: String
    /// Words of which one must stand in what starts the clock; in lower case.
    let cues: [String]
    let kinds: [EventKind]
    let span: Span
    let source: String
    /// First day on which the rule was in force: year, month, day.
    let since: (Int, Int, Int)
  }

  static let rows: [Row] = [
    Row(
      name: "foi-answer", what: "answer to a request under the Freedom of Information Act",
      cues: ["freedom of information", "foi request"], kinds: [.asked], span: .workingDays(20),
      source: "Freedom of Information Act 2000, section 10(1)", since: (2005, 1, 1)),
    Row(
      name: "eir-answer", what: "answer to a request under the Environmental Information Regulations",
      cues: ["environmental information regulations", "eir request"], kinds: [.asked], span: .workingDays(20),
      source: "Environmental Information Regulations 2004, regulation 5(2)", since: (2005, 1, 1)),
    Row(
      name: "prior-consultation", what: "written advice after prior consultation",
      cues: ["prior consultation", "article 36"], kinds: [.asked, .sent], span: .weeks(8),
      source: "UK GDPR, article 36(2)", since: (2018, 5, 25)),
    Row(
      name: "prior-consultation-extended", what: "written advice after prior consultation, when extended",
      cues: ["prior consultation", "article 36"], kinds: [.asked, .sent], span: .weeks(14),
      source: "UK GDPR, article 36(2)", since: (2018, 5, 25)),
    Row(
      name: "subject-access", what: "answer to a subject access request",
      cues: ["subject access"], kinds: [.asked, .sent], span: .months(1),
      source: "UK GDPR, article 12(3)", since: (2018, 5, 25)),
    Row(
      name: "pre-action", what: "reply to a letter before claim",
      cues: ["letter before claim", "letter before action", "pre-action"], kinds: [.sent, .complained],
      span: .days(14), source: "Pre-Action Protocol for Judicial Review, paragraph 20", since: (2015, 4, 6)),
    Row(
      name: "judicial-review", what: "claim for judicial review, at the latest",
      cues: ["judicial review"], kinds: [.decided], span: .months(3),
      source: "Civil Procedure Rules, rule 54.5(1)(b)", since: (2000, 10, 2)),
  ]

  private static let most = 10_000

  /// One for each act that starts a clock, in order of the entries.
  static func clocks(_ acts: [Act]) -> [Clock] {
    var clocks: [Clock] = []
    for act in acts where act.modality == .happened && act.isDay && clocks.count < most {
      let text = FoldedQuote(act.quote)
      for row in rows where row.kinds.contains(act.kind) {
        guard let cue = row.cues.first(where: { text.contains($0) }), let day = act.day,
          let since = CivilDate(year: row.since.0, month: row.since.1, day: row.since.2),
          day >= since.dayNumber
        else { continue }
        let start = CivilDate(dayNumber: day)
        guard let due = due(row.span, from: start) else { continue }
        clocks.append(
          Clock(
            name: row.name, what: row.what, source: row.source, entry: act.id, starts: start, due: due.date,
            why: ["starts with “\(cue)” on \(start)", due.why, "computed, not a finding"],
            evidence: [act.evidence]))
      }
    }
    return clocks
  }

  private static func due(_ span: Span, from start: CivilDate) -> (date: CivilDate, why: String)? {
    switch span {
    case .workingDays(let count):
      var (date, left) = (start, count)
      while left > 0 {
        date = date.adding(days: 1)
        // A bank holiday in any part of the United Kingdom is no working day. Source: section 10(6).
        if Nation.allCases.allSatisfy({ WorkingDays(in: $0).isWorkingDay(date) }) { left -= 1 }
      }
      return (
        date,
        "\(count) working days after \(start), without the bank holidays of any part of the United Kingdom"
      )
    case .weeks(let count): return (start.adding(days: 7 * count), "\(count) weeks after \(start)")
    case .days(let count): return (start.adding(days: count), "\(count) days after \(start)")
    case .months(let count):
      return (start.adding(months: count), "\(count) month\(count == 1 ? "" : "s") after \(start)")
    }
  }
}
