import DaybookCore
import DaybookExtract
import Foundation
import Testing

/// The labels of the shared seed pages, where they stand beside the package.
enum SeedLabels {
  struct File: Decodable {
    struct Event: Decodable {
      struct When: Decodable {
        var start: String?
        var end: String?
        var precision: String
      }
      var id: String
      var date: When
      var quote: String
    }
    var seed_file: String
    var events: [Event]
  }

  static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("../shared").standardizedFileURL

  static var files: [File] {
    ["003", "004"].compactMap { name in
      guard
        let data = try? Data(contentsOf: shared.appendingPathComponent("data/seeds-gold/\(name)_events.json"))
      else { return nil }
      return try? JSONDecoder().decode(File.self, from: data)
    }
  }

  static func text(of file: File) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: shared.appendingPathComponent("seeds/\(file.seed_file)")))
  }
}

@Suite(
  "Dates of the seed pages",
  .enabled(if: !SeedLabels.files.isEmpty, "../shared is not here: no seed pages to read"))
struct DateSeedTests {
  /// Entries whose date no words inside the quote give: by position, from another entry, or of an act that is
  /// only told.
  static let withoutWords: Set<String> = ["004-b04", "004-08", "004-09", "004-b04a", "004-b13b", "004-23"]

  @Test func everyLabelledDateIsFoundInsideItsQuote() throws {
    for file in SeedLabels.files {
      let text = try SeedLabels.text(of: file)
      let mentions = DateReader().read(text: text)
      for event in file.events
      where event.date.precision != "undated" && !DateSeedTests.withoutWords.contains(event.id) {
        guard let place = find(Array(event.quote.utf8), in: text) else {
          Issue.record("\(event.id): quote is not in the text")
          continue
        }
        let inside = mentions.filter { place.overlaps($0.bytes) }
        let fits = inside.contains { mention in
          guard case .date(let reading) = mention.value else { return false }
          return matches(reading.when, event.date)
        }
        let read = inside.map { mention -> String in
          guard case .date(let reading) = mention.value else { return "" }
          return
            "“\(String(decoding: text[mention.bytes], as: UTF8.self))” = \(reading.when.edtf) \(reading.why)"
        }
        #expect(
          fits,
          "\(event.id): \(event.date.start ?? "..")–\(event.date.end ?? "..") in “\(event.quote)”, read: \(read)"
        )
      }
    }
  }

  private func find(_ needle: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard !needle.isEmpty, needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start] == needle[0] && text[start..<(start + needle.count)].elementsEqual(needle) {
      return start..<(start + needle.count)
    }
    return nil
  }

  /// An open or approximate label may be met by a date inside it.
  private func matches(_ when: Timex, _ label: SeedLabels.File.Event.When) -> Bool {
    let first = when.earliest?.date.description
    let last = when.latest?.date.description
    let start = label.start.map { Timex(edtf: $0) }??.earliest?.date.description
    let end = label.end.map { Timex(edtf: $0) }??.latest?.date.description
    if label.precision == "approx" {
      guard let first = first ?? last, let last else { return false }
      return (start ?? first) <= last && first <= (end ?? last)
    }
    if label.end == nil { return first == start }
    if label.start == nil { return last == end }
    return first == start && last == end
  }
}
