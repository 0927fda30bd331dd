import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct HTMLTests {
  /// The page without its style and script, which are ours and checked by their hashes.
  private func markup(_ chronology: Chronology) throws -> String {
    let page = String(decoding: try EmitterTests.output(HTMLEmitter(), chronology), as: UTF8.self)
    #expect(page.contains(HTMLStyle.text))
    #expect(page.contains(HTMLScript.text))
    return page.replacing(HTMLStyle.text, with: "").replacing(HTMLScript.text, with: "")
  }

  private static let elements: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p",
    "span", "main", "section",
    "figure", "figcaption", "div", "svg", "g", "line", "rect", "text", "details", "summary", "table",
    "caption", "thead", "tbody",
    "tr", "th", "td", "form", "label", "input", "select", "option", "button", "ol", "li", "time", "bdi",
    "blockquote", "br",
    "dl", "dt", "dd", "code", "footer", "script",
  ]

  /// Every tag of the hostile page is one that we write, with attributes that we write.
  @Test func wordsOfADocumentNeverBecomeMarkup() throws {
    let page = try markup(SampleChronology.hostile)
    var tags = 0
    for tag in page.matches(
      of: /<\/?([A-Za-z!][A-Za-z0-9]*)((?:\s+[A-Za-z][A-Za-z0-9-]*(?:="[^"]*")?)*)\s*\/?>/.matchingSemantics(
        .unicodeScalar))
    {
      tags += 1
      #expect(Self.elements.contains(String(tag.1)), "\(tag.0)")
      for attribute in tag.2.matches(of: /([A-Za-z][A-Za-z0-9-]*)="([^"]*)"/) {
        #expect(!attribute.1.hasPrefix("on") && attribute.1 != "src" && attribute.1 != "style", "\(tag.0)")
        if attribute.1 == "href" { #expect(attribute.2.hasPrefix("#")) }
      }
    }
    #expect(tags > 1_000)
    #expect(page.utf8.count { $0 == UInt8(ascii: "<") } == tags, "a tag that is none of ours")
    #expect(page.matches(of: /<script/).count == 1)
  }

  @Test func nothingIsLoaded() throws {
    let page = String(decoding: try EmitterTests.output(HTMLEmitter(), SampleChronology.small), as: UTF8.self)
    for words in ["http://", "https://", "url(", "@import", "src=", "<link", "<img", "<iframe"] {
      #expect(!page.contains(words), "\(words)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  /// Known answer: RFC 4648, section 10; SHA-256 of the empty text.
  @Test func thePolicyNamesOurHashes() {
    #expect(HTMLHead.base64(Array("foobar".utf8)) == "Zm9vYmFy")
    #expect(HTMLHead.base64(Array("fooba".utf8)) == "Zm9vYmE=")
    #expect(HTMLHead.base64(Array("foob".utf8)) == "Zm9vYg==")
    #expect(HTMLHead.base64(SHA256Digest(of: []).bytes) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(HTMLHead.policy.matches(of: /'sha256-[A-Za-z0-9+\/]{43}='/).count == 2)
    // A browser hashes the text of the element; these would end it or change it.
    #expect(
      !HTMLScript.text.contains("</") && !HTMLStyle.text.contains("</") && !HTMLScript.text.contains("\r"))
  }

  @Test func theTableAndTheDrawingSayTheSame() throws {
    let page = try markup(SampleChronology.small)
    #expect(page.contains("aria-label=\"February 2022: 5 entries, 2 of them coarser than a day\""))
    #expect(
      page.contains(
        "<th scope=\"row\"><a href=\"#entry-3\">February 2022</a></th><td class=\"n\">3</td><td class=\"n\">2</td>"
      ))
    #expect(page.contains("lang=\"en-GB\""))
    #expect(page.contains("<caption>"))
  }

  @Test func headingsAndTargetsAreUnique() throws {
    let page = try markup(SampleChronology.random(seed: 2, count: 450))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 450)
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.0)") }
  }

  @Test(arguments: [1, 5, 300, 20_000])
  func theTimelineIsBounded(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    for span in [1, 40, 700, 20_000, 3_600_000] {
      var days: [Int: TimelineColumns.Day] = [:]
      for order in 1...count {
        let day = Int.random(in: -719_162..<(-719_162 + span), using: &generator)
        days[day, default: TimelineColumns.Day(firstOrder: order)].exact += 1
      }
      let columns = TimelineColumns(days)
      #expect(columns.columns.count <= TimelineColumns.limit)
      #expect(columns.columns.reduce(0) { $0 + $1.count } == count)
      #expect(columns.columns.map(\.index) == columns.columns.map(\.index).sorted())
    }
  }

  @Test func oneOldDateDoesNotFlattenTheRest() {
    var days: [Int: TimelineColumns.Day] = [:]
    for month in 1...12 {
      days[SampleDates.day(2022, month, 9).dayNumber] = TimelineColumns.Day(exact: 3, firstOrder: month)
    }
    days[SampleDates.day(1974, 5, 1).dayNumber] = TimelineColumns.Day(exact: 1, firstOrder: 1)
    let columns = TimelineColumns(days)
    #expect(columns.unit == .month)
    #expect(columns.columns.count == 13)
    #expect(columns.columns[1].skipped == 571)
  }

  @Test func weeksBeginOnMonday() {
    let unit = TimelineColumns.Unit.week
    for (date, monday) in [
      (SampleDates.day(2022, 2, 13), "week of 7 February 2022"),
      (SampleDates.day(2022, 2, 7), "week of 7 February 2022"),
      (SampleDates.day(1969, 12, 28), "week of 22 December 1969"),
      (SampleDates.day(1, 1, 1), "week of 1 January 1"),
    ] {
      #expect(unit.words(unit.index(of: date)) == monday)
    }
  }
}
