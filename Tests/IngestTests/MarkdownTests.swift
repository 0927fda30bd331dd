import DaybookCore
import Testing

/// Markdown: blocks without their marks, over the file's own bytes.
struct MarkdownTests {
  @Test func blocksLeaveTheirMarksOut() throws {
    let text = """
      ---
      title: "Privacy statement"
      effectiveDate: 2022-09-01
      ---
      # Privacy #

      Setext
      ------
      A paragraph
      goes on, with a [link](https://example.org).

      * one
        more of one
          1. inner
      * two

      > said so
      > twice

      ```
      code - not a list
      ```
      | When | What |
      |------|:----:|
      | 3 May | wrote |

      <!-- nobody sees this -->
      ***
      """
    let document = try #require(Reading("a.md", text).document)
    #expect(document.text == Array(text.utf8))
    #expect(document.title == "Privacy statement")
    #expect(document.dates.map { "\($0.kind.rawValue) \($0.when.edtf)" } == ["effective 2022-09-01"])
    #expect(
      document.outline == [
        "heading 1: Privacy", "heading 2: Setext",
        "paragraph: A paragraph\ngoes on, with a [link](https://example.org).",
        "list-item 1 [*]: one\n  more of one", "list-item 2 [1.]: inner", "list-item 1 [*]: two",
        "quoted 1: said so\n> twice",
        "code: code - not a list", "cell (1,1): When", "cell (1,2): What", "cell (2,1 When): 3 May",
        "cell (2,2 What): wrote",
      ])
    #expect(document.fault == nil)
  }

  @Test func unclosedThingsEndWithTheFile() {
    for text in ["```\ncode", "<!-- open", "---\nkey: value", "|a|b|\n|-|-|", "#", "- ", "> ", "| |\n|-|"] {
      #expect(Reading("a.md", text).document?.fault == nil, "\(text)")
    }
  }
}
