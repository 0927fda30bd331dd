import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct MarkdownTests {
  @Test(arguments: SampleChronology.hostileTexts)
  func textComesBack(text: String) {
    let inline = Array(MarkdownText.inline(text).utf8)
    #expect(!inline.contains(0x0A))
    #expect(MarkdownText.plain(inline[...]) == Array(text.utf8))
    let block = Array(MarkdownText.escaped(text, prefix: "").utf8)
    #expect(MarkdownText.plain(block[...]) == Array(text.utf8))
  }

  @Test(arguments: [
    ("<b>", "\\<b\\>"), ("a_b a_", "a_b a\\_"), ("# a", "\\# a"), ("1. a", "1\\. a"),
    ("1.5 million", "1\\.5 million"),
    ("v1.5", "v1.5"), ("a\nb", "a\\\nb"), ("a\n\nb", "a&#10;\\\nb"), ("- a", "\\- a"), ("9-10", "9-10"),
    ("&amp;", "\\&amp;"),
    ("\u{202E}x", "&#8238;x"), (" a ", "&#32;a&#32;"),
  ])
  func markupIsEscapedWhereItWouldBeMarkup(text: String, markdown: String) {
    #expect(MarkdownText.escaped(text, prefix: "") == markdown)
  }

  @Test func nothingOfADocumentBecomesMarkup() throws {
    let output = String(
      decoding: try EmitterTests.output(MarkdownEmitter(), SampleChronology.hostile), as: UTF8.self)
    #expect(output.split(separator: "\n").count > 200)
    for line in output.split(separator: "\n").dropFirst() {
      #expect(line.wholeMatch(of: /(?s)(?:[^<]|\\<)*/) != nil, "raw HTML: \(line)")
    }
    let headings = output.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.allSatisfy { $0.hasPrefix("# ") || $0.hasPrefix("## ") || $0.hasPrefix("### ") })
    #expect(!headings.contains { $0.contains("heading") })
  }
}
