import DaybookCore
import DaybookTestSupport

@testable import DaybookGraph

/// A record in lines, as a graph is made of it.
struct GraphTable {
  private var entries: [(ChronologyEntry, [Event])] = []
  private var claims: [Claim] = []
  private var message: Event.ID?
  private var saidOn: Timex?
  private var saidBy: [String] = []
  private var saidTo: [String] = []
  private var source = ""

  static func day(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return SampleDates.day(parts[0], parts[1], parts[2])
  }

  private static func parties(_ from: String, _ to: String) -> [Participation] {
    [(from, Party.Role.agent), (to, .recipient)].filter { !$0.0.isEmpty }.map {
      Participation(name: $0.0, kind: .body, role: $0.1)
    }
  }

  /// A message of a day; what is added next is said in it.
  mutating func message(_ on: String, _ from: String, _ to: String, _ subject: String) {
    let when = SampleDates.at(Self.day(on), 9, entries.count % 60)
    source = "m\(entries.count)"
    saidOn = when.timex
    (saidBy, saidTo) = ([from], [to])
    message = nil
    let event = add(.sent, when: when, from, to, subject, rule: GraphBuilder.messageRule, object: subject)
    message = event
  }

  /// A paper that is no message: what is added next is told by it.
  mutating func page(_ name: String, on: String? = nil) {
    source = name
    saidOn = on.map { Timex(day: Self.day($0)) }
    (saidBy, saidTo, message) = ([], [], nil)
  }

  /// An act of the message's own date.
  mutating func act(_ kind: EventKind, _ from: String, _ to: String, _ words: String) {
    let when = EventDate(timex: saidOn, basis: .header)
    add(
      kind, when: when, from, to, words, modality: kind == .promised ? .planned : .happened,
      rule: "undated-act")
  }

  /// An act with a date of its own words.
  mutating func dated(
    _ kind: EventKind, _ on: String, _ from: String, _ to: String, _ words: String,
    modality: Modality = .happened,
    rule: String = "dated-clause", object: String? = nil
  ) {
    let when = EventDate(timex: Timex(day: Self.day(on)), basis: .explicit)
    add(kind, when: when, from, to, words, modality: modality, rule: rule, object: object)
  }

  mutating func claim(
    _ kind: Claim.Kind, _ subject: String, _ value: String, _ words: String, affirmed: Bool = true,
    about party: String = "", by: String = "", on: String? = nil, when: Timex? = nil
  ) {
    claims.append(
      Claim(
        kind: kind, subject: subject, value: value, isAffirmed: affirmed,
        parties: party.isEmpty ? [] : [Participation(name: party, kind: .body, role: .recipient)], when: when,
        assertion: Assertion(by: by.isEmpty ? [] : [by], on: on.map { Timex(day: Self.day($0)) }),
        evidence: Anchor(
          document: Document.ID(text: "c\(claims.count)"), bytes: 0..<words.utf8.count, page: nil,
          quote: words),
        rule: "test"))
  }

  @discardableResult
  private mutating func add(
    _ kind: EventKind, when: EventDate, _ from: String, _ to: String, _ words: String,
    modality: Modality = .happened, rule: String, object: String? = nil
  ) -> Event.ID {
    let start = entries.count * 1000
    var event = Event(
      kind: kind, modality: modality, when: when, summary: words, parties: Self.parties(from, to),
      evidence: [
        Anchor(
          document: Document.ID(text: source), bytes: start..<(start + words.utf8.count), page: nil,
          quote: words)
      ], rule: rule)
    event.assertion = Assertion(by: saidBy, to: saidTo, on: saidOn, message: message)
    event.object = object
    var entry = ChronologyEntry(
      id: event.id, order: entries.count + 1, when: when, kind: kind, modality: modality, summary: words,
      parties: event.parties,
      evidence: [
        .init(source: source, sha256: source, page: nil, bytes: event.evidence[0].bytes, quote: words)
      ],
      rule: rule, isStated: true, context: nil)
    entry.assertion = event.assertion
    entry.object = object
    entries.append((entry, [event]))
    return event.id
  }

  /// The graph, with the entries in order of their days as a chronology has them.
  func graph(gaps: [Gap] = []) -> EventGraph {
    var resolver = PartyResolver()
    for (entry, _) in entries { for part in entry.parties { resolver.add(part) } }
    for claim in claims { for part in claim.parties { resolver.add(part) } }
    var builder = GraphBuilder(parties: resolver.resolve())
    let sorted = entries.enumerated().sorted { left, right in
      let (a, b) = (moment(left.element.0), moment(right.element.0))
      return a != b ? a < b : left.offset < right.offset
    }
    for (place, item) in sorted.enumerated() {
      var entry = item.element.0
      entry.order = place + 1
      builder.add(entry, events: item.element.1)
    }
    for claim in claims {
      builder.add(
        claim, at: .init(path: claim.evidence.document.text, sha256: claim.evidence.document.text, alsoAt: [])
      )
    }
    return builder.build(gaps: gaps)
  }

  private func moment(_ entry: ChronologyEntry) -> Int {
    (entry.when.timex?.earliest ?? entry.when.timex?.latest)?.sortKey ?? 0
  }

  func id(_ words: String) -> String { entries.first { $0.0.summary == words }?.0.id.text ?? "none" }
}
