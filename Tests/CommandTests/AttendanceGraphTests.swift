import DaybookTestSupport
import Foundation
import Testing

/// The event graph of the sample corpus against its truth, which was written before any paper was made.
@Suite struct AttendanceGraphTests {
  static let root = PackageFolder.root.appending(path: "corpora/attendance-2022")
  static var papers: String { root.appending(path: "papers").path }

  struct Truth: Decodable {
    struct Dated: Decodable {
      var date: String
      var type: String
      var text: String
      var page: Int?
    }
    struct Kept: Decodable {
      var id: String
      var due: String
      var text: String
      var outcome: String
      var on: String?
    }
    struct Contradiction: Decodable {
      struct Side: Decodable {
        var paper: String
        var quote: String
      }
      var id: String
      var a: Side
      var b: Side
    }
    struct Sequence: Decodable {
      struct Entry: Decodable {
        var date: String
        var kind: String
        var also: [String]
        var agent: String?
        var recipient: String?
        var text: String
      }
      var entries: [Entry]
    }
    var events: [Dated]
    var promises: [Kept]
    var contradictions: [Contradiction]
    var sequence: Sequence
  }

  struct Place: Decodable {
    var source: String
    var page: Int?
    var quote: String
  }
  struct Date: Decodable {
    var start: String?
    var end: String?
  }
  struct Part: Decodable {
    var name: String
    var role: String
  }
  struct Entry: Decodable {
    var date: Date
    var kind: String
    var rule: String
    var parties: [Part]
    var evidence: [Place]
    var day: String { String((date.start ?? date.end ?? "").prefix(10)) }
  }
  struct Chronology: Decodable { var entries: [Entry] }
  struct Promises: Decodable {
    struct One: Decodable {
      var due: String?
      var text: String
      var outcome: String
      var kept_on: String?
    }
    struct Interval: Decodable { var days: Int }
    var promises: [One]
    var intervals: [Interval]
  }
  struct Conflicts: Decodable {
    struct One: Decodable {
      struct Side: Decodable {
        var says: String
        var evidence: Place
      }
      var id: String
      var kind: String
      var note: Bool
      var sides: [Side]
    }
    var conflicts: [One]
  }

  private let truth: Truth
  private let program: DaybookProgram

  init() throws {
    truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: AttendanceGraphTests.root.appending(path: "truth.json")))
    program = try DaybookProgram()
  }

  private func json<T: Decodable>(_ arguments: [String], as _: T.Type) throws -> T {
    let run = try program.run(arguments + ["--fail-on", "never", "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(T.self, from: Data(run.output.utf8))
  }

  private func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(
        String.init))
  }

  /// The best entry for a labelled event: same page, same day, most of its words.
  private func best(_ event: Truth.Dated, _ entries: [Entry]) -> Entry? {
    let wanted = words(event.text)
    return entries.compactMap { entry -> (Double, Entry)? in
      let quotes = entry.evidence.filter { $0.source == "bundle.pdf" && $0.page == event.page }
      guard entry.day == event.date, entry.rule != "message-sent", !quotes.isEmpty else { return nil }
      let scores = quotes.map { place -> Double in
        let own = words(place.quote)
        // Half of the label's words, as the scorer has it; of two that have them, the one with fewer others.
        let shared = Double(own.intersection(wanted).count)
        return shared * 2 < Double(wanted.count) ? 0 : shared / Double(own.union(wanted).count)
      }
      return (scores.max() ?? 0, entry)
    }.filter { $0.0 > 0 }.max {
      ($0.0, $0.1.kind == event.type ? 1 : 0) < ($1.0, $1.1.kind == event.type ? 1 : 0)
    }?.1
  }

  @Test func labelledEventsAreFoundWithTheirKind() throws {
    let entries = try json(["chronology", Self.papers, "--format", "json"], as: Chronology.self).entries
    var missed: [String] = []
    var otherKind: [String] = []
    for event in truth.events {
      guard let entry = best(event, entries) else {
        missed.append("\(event.date) \(event.text)")
        continue
      }
      if entry.kind != event.type { otherKind.append("\(event.type), not \(entry.kind): \(event.text)") }
    }
    #expect(truth.events.count == 38)
    #expect(missed.count <= 1, "\(missed)")
    #expect(otherKind.count <= 1, "\(otherKind)")
  }

  @Test func theListOfTheCampaignNamesWhoAndToWhom() throws {
    let entries = try json(["chronology", Self.papers, "--format", "json"], as: Chronology.self).entries
    let names = [
      "DfE": "Department for Education", "ICO": "Information Commissioner's Office",
      "DDM": "Defend Digital Me",
      "schools": "schools",
    ]
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for label in truth.sequence.entries {
      // The entry that quotes this bullet; others may share the day.
      let wanted = words(label.text)
      let found = entries.filter { entry in
        entry.day == label.date
          && entry.evidence.contains {
            $0.source.hasPrefix("web/news")
              && words($0.quote).intersection(wanted).count * 10 >= wanted.count * 4
          }
      }
      for (role, name) in [("agent", label.agent), ("recipient", label.recipient)] {
        guard let name, let full = names[name] else { continue }
        all += 1
        if found.contains(where: { $0.parties.contains { $0.role == role && $0.name == full } }) {
          right += 1
        } else {
          wrong.append("\(role) \(name): \(label.text.prefix(60))")
        }
      }
    }
    #expect(all >= 40)
    #expect(Double(right) >= 0.95 * Double(all), "\(right) of \(all): \(wrong)")
  }

  @Test func allPromisesHaveTheirOutcome() throws {
    let found = try json(["promises", Self.papers, "--format", "json"], as: Promises.self)
    #expect(truth.promises.count == 7)
    for label in truth.promises {
      let wanted = words(label.text)
      let one = found.promises.first {
        $0.due?.contains(label.due) == true && !words($0.text).isDisjoint(with: wanted)
      }
      #expect(one?.outcome == label.outcome, "\(label.id): \(label.text)")
      if let day = label.on { #expect(one?.kept_on == day, "\(label.id)") }
    }
  }

  @Test("Trap 20: intervals are computed") func intervalsAreComputed() throws {
    let found = try json(["promises", Self.papers, "--format", "json"], as: Promises.self)
    #expect(Set(found.intervals.map(\.days)) == [29, 20])
  }

  @Test func allContradictionsAreCandidatesAndFewOthersAre() throws {
    let found = try json(["conflicts", Self.papers, "--format", "json"], as: Conflicts.self).conflicts
    let candidates = found.filter { !$0.note }
    var served: Set<String> = []
    for label in truth.contradictions {
      let match = candidates.first { candidate in
        holds(candidate, label.a)
          && (holds(candidate, label.b) || candidate.kind == "start" || candidate.kind == "dates")
      }
      #expect(match != nil, "\(label.id)")
      if let match { served.insert(match.id) }
    }
    #expect(served.count == truth.contradictions.count)
    #expect(candidates.count - served.count <= candidates.count / 3, "\(candidates.map(\.kind))")
    // Traps 6, 17, 18 and 19 are notes, not contradictions.
    #expect(Set(found.filter(\.note).map(\.kind)) == ["version", "numbers", "frequency"])
  }

  private func holds(_ conflict: Conflicts.One, _ side: Truth.Contradiction.Side) -> Bool {
    let wanted = words(side.quote)
    return conflict.sides.contains { words($0.says).intersection(wanted).count * 10 >= wanted.count * 7 }
  }

  @Test func aDecisionStaysInTheCase() throws {
    let scratch = try ScratchFolder()
    let store = scratch.path + "/case.daybook"
    let found = try json(["conflicts", Self.papers, "--format", "json", "--case", store], as: Conflicts.self)
      .conflicts
    let one = try #require(found.first)
    let kept = try program.run([
      "conflicts", Self.papers, "--case", store, "--dismiss", String(one.id.prefix(8)), "--reason",
      "not the same note",
      "--quiet",
    ])
    #expect(kept.status == 0 && !kept.output.contains(one.id.prefix(8)))
    let all = try program.run(["conflicts", Self.papers, "--case", store, "--all", "--quiet"])
    #expect(all.output.contains("(dismissed: not the same note)"))
    let unknown = try program.run(["conflicts", Self.papers, "--case", store, "--accept", "zzzz", "--quiet"])
    #expect(unknown.status == 1 && unknown.errors.contains("no such conflict"))
  }

  @Test(arguments: ["json", "graphml", "dot", "ftm"]) func theGraphIsWrittenTheSameTwice(format: String)
    throws
  {
    let first = try program.run(["graph", Self.papers, "--format", format, "--quiet", "--workers", "1"])
    let second = try program.run(["graph", Self.papers, "--format", format, "--quiet", "--workers", "3"])
    #expect(first.status == 0 && first.output == second.output && first.output.utf8.count > 10_000)
  }

  @Test func theSequenceStandsBesideTheList() throws {
    let run = try program.run([
      "chronology", Self.papers, "--format", "sequence", "--quiet", "--fail-on", "never",
    ])
    let lines = run.output.split(separator: "\n").map(String.init)
    for wanted in [
      "ICO asks DfE to pause the collections", "DfE tells ICO: “I am afraid that it is not possible to pause",
      "ICO asks DfE to remove the line about working closely with this office",
      "DfE promises schools: “I can confirm that a note will be sent to schools tomorrow.”",
    ] {
      #expect(lines.contains { $0.contains(wanted) }, "\(wanted)")
    }
  }
}
