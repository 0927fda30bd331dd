import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookExtract

/// The statements of the shared seed pages against their labels, where they stand beside the package.
@Suite(
  "Statements of the seed pages",
  .enabled(if: PackageFolder.shared("seeds") != nil, "../shared is not here: no seed pages to read"))
struct SeedTests {
  struct Labels: Decodable {
    struct Statement: Decodable {
      struct When: Decodable {
        var start: String?
        var end: String?
        var precision: String
      }
      var id: String
      var date: When
      var quote: String
      var actors: [String]
    }
    var seed_file: String
    var events: [Statement]
    var chronology_bullets_in_order: [String]?
  }

  static func read(_ name: String) throws -> (labels: Labels, document: Document, events: [Event]) {
    let file = try #require(PackageFolder.shared("data/seeds-gold/\(name)_events.json"))
    let labels = try JSONDecoder().decode(Labels.self, from: Data(contentsOf: file))
    let page = try #require(PackageFolder.shared("seeds/\(labels.seed_file)"))
    let document = TextDocument.make(
      String(decoding: try Data(contentsOf: page), as: UTF8.self), path: labels.seed_file)
    return (labels, document, Extractor().extract(document).events)
  }

  /// Whether a date begins and ends as labelled; an open or approximate label takes anything that touches it.
  static func fits(_ event: Event, _ when: Labels.Statement.When) -> Bool {
    guard let timex = event.when.timex else { return when.start == nil && when.end == nil }
    let start = timex.earliest.map { String($0.date.description.prefix(when.start?.count ?? 10)) }
    let end = timex.latest.map { String($0.date.description.prefix(when.end?.count ?? 10)) }
    if when.precision == "approx" {
      return (start ?? "") <= (when.end ?? "9") && (end ?? "9") >= (when.start ?? "")
    }
    return (when.start == nil || start == when.start) && (when.end == nil || end == when.end)
      && !(when.start == nil && when.end == nil)
  }

  static func places(_ labels: Labels, _ document: Document, _ events: [Event]) -> [String: [Event]] {
    var found: [String: [Event]] = [:]
    for statement in labels.events {
      guard let place = find(Array(statement.quote.utf8), in: document.text) else { continue }
      found[statement.id] = events.filter {
        $0.evidence.contains { $0.bytes.overlaps(place) } && fits($0, statement.date)
      }
    }
    return found
  }

  private static func find(_ needle: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard let first = needle.first, needle.count <= text.count else { return nil }
    for start in 0...text.count - needle.count
    where text[start] == first && text[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    return nil
  }

  @Test(arguments: [("004", 0.85), ("003", 0.85)]) func datesAreAsLabelled(name: String, bar: Double) throws {
    let (labels, document, events) = try SeedTests.read(name)
    let found = SeedTests.places(labels, document, events)
    let dated = labels.events.filter { found[$0.id]?.isEmpty == false }
    let missed = labels.events.map(\.id).filter { found[$0]?.isEmpty != false }
    #expect(Double(dated.count) >= bar * Double(labels.events.count), "missed: \(missed)")
  }

  @Test func theReferenceSequenceStandsInItsOrder() throws {
    let (labels, document, events) = try SeedTests.read("004")
    let order = try #require(labels.chronology_bullets_in_order)
    let found = SeedTests.places(labels, document, events)
    #expect(order.count == 21)
    var last = -1
    for id in order {
      let first = try #require(found[id]?.first { $0.rule == "list-entry" }, "\(id)")
      #expect(first.evidence[0].bytes.lowerBound > last, "\(id)")
      last = first.evidence[0].bytes.lowerBound
    }
  }

  @Test func mostEntriesNameWhoDidItAndToWhom() throws {
    let (labels, document, events) = try SeedTests.read("004")
    let found = SeedTests.places(labels, document, events)
    let names = [
      "defenddigitalme": "Defend Digital Me", "Department for Education": "Department for Education",
      "Information Commissioner's Office": "Information Commissioner's Office", "schools": "schools",
    ]
    var (agents, recipients) = (0, 0)
    for id in labels.chronology_bullets_in_order ?? [] {
      guard let label = labels.events.first(where: { $0.id == id }) else { continue }
      let parties = (found[id] ?? []).flatMap(\.parties)
      if let actor = label.actors.first,
        parties.contains(where: { $0.role == .agent && $0.name == names[actor] })
      {
        agents += 1
      }
      if label.actors.count > 1,
        parties.contains(where: { $0.role == .recipient && $0.name == names[label.actors[1]] })
      {
        recipients += 1
      }
    }
    #expect(agents >= 18 && recipients >= 18, "agents \(agents), recipients \(recipients)")
  }

  @Test func fewEntriesAreOfNothingLabelled() throws {
    let (labels, document, events) = try SeedTests.read("004")
    let places = labels.events.compactMap { SeedTests.find(Array($0.quote.utf8), in: document.text) }
    let serving = events.filter { event in places.contains { event.evidence[0].bytes.overlaps($0) } }
    #expect(Double(serving.count) >= 0.8 * Double(events.count))
  }

  @Test func everyQuoteIsTheTextAtItsBytes() throws {
    for name in ["003", "004"] {
      let (_, document, events) = try SeedTests.read(name)
      for anchor in events.flatMap(\.evidence) {
        #expect(Array(anchor.quote.utf8) == Array(document.text[anchor.bytes]) && anchor.quote.count <= 700)
      }
    }
  }
}
