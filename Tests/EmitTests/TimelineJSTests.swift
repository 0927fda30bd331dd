import DaybookCore
import DaybookEmit
import DaybookTestSupport
import Foundation
import Testing

/// The traps of TimelineJS, each as a test.
@Suite struct TimelineJSTests {
  private func root(_ chronology: Chronology) throws -> [String: Any] {
    let bytes = try EmitterTests.output(TimelineJSEmitter(), chronology)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func key(_ date: [String: Any]) -> [Int] {
    ["year", "month", "day", "hour", "minute", "second"].map { date[$0] as? Int ?? 0 }
  }

  @Test(arguments: ["small", "hostile"])
  func everyEventHasADateAndAnIdOfItsOwn(sample: String) throws {
    let chronology = try #require(EmitterTests.chronologies.first { $0.name == sample }?.chronology)
    let root = try root(chronology)
    let events = try #require(root["events"] as? [[String: Any]])
    #expect(events.count == chronology.count)
    let ids = events.compactMap { $0["unique_id"] as? String }
    #expect(Set(ids).count == events.count)
    var last: [Int] = []
    for event in events {
      let start = try #require(event["start_date"] as? [String: Any])
      #expect(start["year"] is Int)
      #expect(event["display_date"] is String)
      #expect(event["media"] == nil)
      #expect(event["autolink"] as? Bool == false)
      if let end = event["end_date"] as? [String: Any] { #expect(key(end) != key(start)) }
      let text = try #require(event["text"] as? [String: Any])
      for field in ["headline", "text"] {
        let html = try #require(text[field] as? String)
        #expect(
          html.matches(of: /<\/?([a-z]+)[^>]*>/).allSatisfy { ["p", "blockquote"].contains(String($0.1)) },
          "\(html)")
      }
      // Without a date of its own an event stands at its neighbour, so that the order holds.
      #expect(last.isEmpty || !key(start).lexicographicallyPrecedes(last))
      last = key(start)
    }
  }

  @Test func anEntryWithoutADateSaysWhereItStands() throws {
    let events = try #require(try root(SampleChronology.small)["events"] as? [[String: Any]])
    let shown = events.compactMap { $0["display_date"] as? String }
    #expect(shown[7] == "undated, listed between 28 February 2022 and 2 March 2022, 16:05")
    #expect(shown[11] == "18 January, year not known, listed after 20 July 2022")
    #expect(shown[6] == "by 28 February 2022")
    #expect((events[6]["start_date"] as? [String: Any])?["day"] as? Int == 28)
    #expect(events[1]["end_date"] != nil)
    #expect(events[2]["end_date"] == nil)
  }

  @Test func withoutAnyDateThereAreNoEvents() throws {
    let chronology = SampleChronology.make("No dates", [SampleChronology.entry(.undated, .told, "Told")])
    let root = try root(chronology)
    #expect((root["events"] as? [Any])?.isEmpty == true)
    #expect((root["daybook_undated"] as? [Any])?.count == 1)
    let title = try #require((root["title"] as? [String: Any])?["text"] as? [String: Any])
    #expect((title["text"] as? String)?.contains("1 entry has no date and no dated neighbour") == true)
  }

  @Test func columnsAreSpeltAsTimelineJSWants() throws {
    let text = String(
      decoding: try EmitterTests.output(TimelineJSCSVEmitter(), SampleChronology.small), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
          + "Media Caption,Media Thumbnail,Alt Text,Type,Group,Background,Evidence\r\n"))
    // Either name would make TimelineJS read the file by the rules of version 1.
    #expect(
      !TimelineJSCSVEmitter.columns.contains("Start Date")
        && !TimelineJSCSVEmitter.columns.contains("End Date"))
    #expect(text.contains("\n2022,2,10,10:14,,,,,"))
  }

  @Test func nothingBecomesALink() throws {
    for name in ["timelinejs", "timelinejs-csv"] {
      let emitter = try #require(Emitters.named(name))
      let output = String(decoding: try EmitterTests.output(emitter, SampleChronology.hostile), as: UTF8.self)
      // The evidence beside the slides keeps its words; TimelineJS does not show it.
      #expect(output.contains("https&#58;//evil.example"))
      #expect(output.contains("mail&#64;evil.example"))
      #expect(output.contains("www&#46;evil.example"))
    }
  }
}
