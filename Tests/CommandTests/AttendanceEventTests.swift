import DaybookTestSupport
import Foundation
import Testing

/// All statements of the sample bundle, labelled and further ones, against all entries that Daybook makes of it: precision
/// as well as recall.
@Suite struct AttendanceEventTests {
  private struct Truth: Decodable {
    struct Further: Decodable {
      var date: String
      var types: [String]
      var text: String
      var page: Int
    }
    var events: [AttendanceGraphTests.Truth.Dated]
    var further_events: [Further]
    var open_statements: [String]
  }

  private struct Label {
    var date: String
    var kinds: [String]
    var words: Set<String>
    var text: String
  }

  private func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().replacing("’", with: "'").split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(
        String.init))
  }

  /// How well an entry is of a label: 0 where its day is another or half of the label's words are missing.
  private func likeness(_ entry: AttendanceGraphTests.Entry, _ label: Label) -> Double {
    guard entry.day == label.date || label.date.count == 7 && entry.day.hasPrefix(label.date) else {
      return 0
    }
    let scores = entry.evidence.filter { $0.source == "bundle.pdf" }.map { place -> Double in
      let own = words(place.quote)
      let shared = Double(own.intersection(label.words).count)
      return shared * 2 < Double(label.words.count) ? 0 : shared / Double(own.union(label.words).count)
    }
    return (scores.max() ?? 0) + ((scores.max() ?? 0) > 0 && label.kinds.contains(entry.kind) ? 0.01 : 0)
  }

  private func isOpen(_ entry: AttendanceGraphTests.Entry, _ open: [Set<String>]) -> Bool {
    entry.evidence.contains { place in
      let own = words(place.quote)
      return open.contains { $0.intersection(own).count * 10 >= min($0.count, own.count) * 7 }
    }
  }

  /// Source of the bar: issue 6, events F1 of at least .95.
  @Test func eventsAreFoundAndFewOthersAre() throws {
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: AttendanceGraphTests.root.appending(path: "truth.json")))
    let labels =
      truth.events.map { Label(date: $0.date, kinds: [$0.type], words: words($0.text), text: $0.text) }
      + truth.further_events.map {
        Label(date: $0.date, kinds: $0.types, words: words($0.text), text: $0.text)
      }
    let run = try DaybookProgram().run([
      "chronology", AttendanceGraphTests.papers, "--format", "json", "--quiet", "--fail-on", "never",
    ])
    let entries = try JSONDecoder().decode(AttendanceGraphTests.Chronology.self, from: Data(run.output.utf8))
      .entries
      .filter { entry in
        entry.rule != "message-sent" && entry.evidence.contains { $0.source == "bundle.pdf" }
      }
    var pairs: [(Double, Int, Int)] = []
    for (entry, one) in entries.enumerated() {
      for (label, other) in labels.enumerated() {
        let score = likeness(one, other)
        if score > 0 { pairs.append((score, entry, label)) }
      }
    }
    var (served, found, sameKind): (Set<Int>, Set<Int>, Int) = ([], [], 0)
    for (_, entry, label) in pairs.sorted(by: { ($0.0, $1.1, $1.2) > ($1.0, $0.1, $0.2) })
    where !served.contains(entry) && !found.contains(label) {
      served.insert(entry)
      found.insert(label)
      if labels[label].kinds.contains(entries[entry].kind) { sameKind += 1 }
    }
    let open = truth.open_statements.map(words)
    let others = entries.indices.filter { !served.contains($0) && !isOpen(entries[$0], open) }
    let precision = Double(served.count) / Double(served.count + others.count)
    let recall = Double(found.count) / Double(labels.count)
    let missed = labels.indices.filter { !found.contains($0) }.map { labels[$0].text }
    #expect(labels.count > 80 && entries.count > 70)
    #expect(
      2 * precision * recall / (precision + recall) >= 0.95,
      "precision \(precision), recall \(recall)\nmissed: \(missed)\nothers: \(others.map { entries[$0].evidence[0].quote })"
    )
    #expect(Double(sameKind) >= 0.95 * Double(found.count))
  }
}
