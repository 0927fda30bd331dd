import DaybookCore
import Foundation
import Testing

@testable import DaybookIngest

/// Web pages: main text, structure, dates of each kind.
struct HTMLTests {
  private static let prose =
    "The Department said that it would publish the assessment by the end of the month at the latest, and it did not."

  @Test func mainTextIsApartFromWhatStandsAround() throws {
    let page = """
      <html><head><title>News of the day | The Site</title><script>var x = "never shown";</script></head><body>
      <nav><a href="/">Home</a><a href="/news">News</a></nav><div id="sidebar">Subscribe now</div>
      <main><h1>News of the day</h1><p>\(Self.prose)<p>\(Self.prose)</main>
      <noscript>Turn it on</noscript><div hidden>secret</div><footer>Contact us</footer></body></html>
      """
    let document = try #require(Reading("a.html", page).document)
    #expect(document.kind == .webPage)
    #expect(document.title == "News of the day")
    #expect(
      document.blocks.filter(\.isBody).map(document.words) == ["News of the day", Self.prose, Self.prose])
    #expect(document.all(.footer).contains("Contact us"))
    #expect(document.all(.header).contains("Subscribe now"))
    for hidden in ["never shown", "Turn it on", "secret"] {
      #expect(!String(decoding: document.text, as: UTF8.self).contains(hidden))
    }
  }

  @Test func structureIsKept() throws {
    let page = """
      <body><h2>Log</h2><ol start="3" type="a"><li>One<li>Two<p>more of it</p><ul><li>inner</ul><li value="7">Seven</ol>
      <table><caption>Events</caption><tr><th>Date<th>Event<tr><td rowspan=2>9 Feb<td>letter &amp; reply<tr><td>pause</table>
      <table><tr><td><h3>Only layout</h3>of a page</td></tr></table>
      <blockquote>said</blockquote><pre>a  b\n c</pre><pre><code>let x</code></pre>line one<br>line two<br><br>next
      """
    let document = try #require(Reading("a.html", page).document)
    #expect(
      document.outline == [
        "heading 2: Log", "list-item 1 [c.]: One", "list-item 1 [d.]: Two", "paragraph 1: more of it",
        "list-item 2 [•]: inner",
        "list-item 1 [g.]: Seven", "caption: Events", "cell (1,1): Date", "cell (1,2): Event",
        "cell (2,1 Date): 9 Feb",
        "cell (2,2 Event): letter & reply", "cell (3,2 Event): pause", "heading 3: Only layout",
        "paragraph: of a page", "quoted 1: said",
        "paragraph: a  b\n c", "code: let x", "paragraph: line one\nline two", "paragraph: next",
      ])
  }

  @Test func datesKeepTheirKinds() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2022-02-09T10:14:00+00:00">
      <script type="application/ld+json">{"@graph":[{"comment":[{"datePublished":"1999-01-01"}]},
        {"@type":"NewsArticle","datePublished":"2022-02-09T10:14:00Z","dateModified":"2022-03-01","author":{"name":"J\\u0061ne"}}]}</script></head>
      <body><article><p>\(Self.prose)</p><p>It was asked on <time datetime="2022-01-25">25 January</time>.</p></article>
      <!--
       Page saved with SingleFile
       url: https://example.org/page
       saved date: Mon May 03 2021 10:14:00 GMT+0100 (British Summer Time)
      --></body></html>
      """
    let document = try #require(Reading("a.html", page).document)
    #expect(
      document.dates.map { "\($0.kind.rawValue) \($0.when.edtf)" } == [
        "published 2022-02-09T10:14:00Z", "modified 2022-03-01", "captured 2021-05-03T10:14:00+01:00",
        "mentioned 2022-01-25",
      ])
    #expect(document.dates.allSatisfy { $0.basis == .property })
    let mentioned = try #require(document.dates.last?.bytes)
    #expect(String(decoding: document.text[mentioned], as: UTF8.self) == "25 January")
    #expect(document.metadata.contains(MetadataItem("ld:author", "Jane")))
    #expect(document.metadata.contains(MetadataItem("captured-from", "https://example.org/page")))
  }

  @Test func capturesBySeveralProgramsAreRead() {
    let notes = CaptureNote.read([
      " saved from url=(0022)https://example.org/ ",
      " Mirrored from example.org/a by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 03 May 2021 10:14:00 GMT ",
      "\n FILE ARCHIVED ON 03:14:15 May 03, 2021 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 1:2:3",
      "nothing",
    ])
    #expect(notes.map(\.address) == ["https://example.org/", "example.org/a", nil])
    #expect(
      notes.map { $0.date.flatMap(PropertyDate.timex)?.edtf } == [
        nil, "2021-05-03T10:14:00Z", "2021-05-03T03:14:15",
      ])
  }

  @Test func encodingsOfPages() throws {
    let latin =
      Array("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'><p>caf".utf8) + [0xE9]
      + Array("</p>".utf8)
    #expect(Reading("a.html", latin).document?.all(.paragraph) == ["café"])
    let cyrillic = Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0, 0xE8] + Array("</p>".utf8)
    #expect(Reading("a.html", cyrillic).document?.all(.paragraph) == ["При"])
    let declared =
      Array("<?xml version='1.0' encoding='iso-8859-2'?><html><p>".utf8) + [0xB1] + Array("</p></html>".utf8)
    #expect(Reading("a.html", declared).document?.all(.paragraph) == ["ą"])
  }

  /// A tree loses everything below 256 levels; this must not.
  @Test func deepNestingLosesNothing() throws {
    let depth = 20_000
    let page =
      String(repeating: "<div>", count: depth) + "deep down" + String(repeating: "</div>", count: depth)
      + "<p>after</p>"
    let document = try #require(Reading("a.html", page).document)
    #expect(document.all(.paragraph) == ["deep down", "after"])
    let bottomless = Reading("b.html", "<p>first</p>" + String(repeating: "<div>", count: 200_000) + "x")
    #expect(bottomless.document?.all(.paragraph).first == "first")
    #expect(bottomless.findings.map(\.code) == ["too-deep"])
  }

  @Test func oddPagesDoNotTrap() {
    let pages = [
      "", "<", "<!--", "<table><td>", "<tr><td rowspan=99999999 colspan=-5>x",
      "<ol start=999999999999999999999><li>x", "<li>x</li></ul></ul>",
      "<time datetime>", "<meta content>", "<script type=application/ld+json>{\"datePublished\":\"\\u12",
      "<br><br><br>x<br>", "&#0;&#xFFFFFFFF;&bogus;",
      "<title>", "<p>\u{0}x", "<pre>\n\n</pre>", "<html><html><body><body>x",
    ]
    for page in pages { #expect(Reading("a.html", "<p>" + page).document?.fault == nil, "\(page)") }
  }

  /// Readability's own expectations: what share of the words it keeps is in our body (recall), and of ours in
  /// its (precision).
  @Test(.enabled(if: SharedData.has("data/web/readability-pages"), "the saved pages are not here"))
  func mainTextOfSavedPages() throws {
    var (recall, precision) = (0.0, 0.0)
    let pages = SharedData.files("data/web/readability-pages").filter { $0.hasSuffix("/source.html") }
    try #require(!pages.isEmpty)
    for path in pages {
      let document = try #require(Reading(path, try SharedData.bytes(path)).document)
      #expect(document.fault == nil, "\(path)")
      let body = words(
        document.blocks.filter { $0.isBody || $0.kind == .code }.map(document.words).joined(separator: " "))
      let expected = try SharedData.bytes(path.replacing("source.html", with: "expected.html"))
      let wanted = words(String(decoding: expected.withUnsafeBytes { HTMLText($0).text }, as: UTF8.self))
      let common = wanted.reduce(0) { $0 + min($1.value, body[$1.key] ?? 0) }
      recall += Double(common) / Double(max(1, wanted.values.reduce(0, +)))
      precision += Double(common) / Double(max(1, body.values.reduce(0, +)))
    }
    recall /= Double(pages.count)
    precision /= Double(pages.count)
    #expect(recall >= 0.98, "recall \(recall)")
    #expect(precision >= 0.96, "precision \(precision)")
  }

  private func words(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      counts[String(word), default: 0] += 1
    }
    return counts
  }
}
