import DaybookCore
import Testing

@testable import DaybookIngest

/// What plain text is made of, by how its lines are set.
struct PlainTextTests {
  private func outline(_ text: String) -> [String] { Reading("note.txt", text).document?.outline ?? [] }

  private static let long =
    "This is a paragraph that stands on one line and goes on for much longer than any program would have let a line go on before breaking it."

  @Test func textIsTheFile() throws {
    let text = "Heading of the note\r\n\r\nFirst “paragraph”.\r\n\u{A0}\r\nSecond.\r\n"
    let document = try #require(Reading("note.txt", text).document)
    #expect(document.text == Array(text.utf8))
    #expect(
      document.outline == [
        "heading 1: Heading of the note", "paragraph: First “paragraph”.", "paragraph: Second.",
      ])
  }

  @Test func whatAnAgencyStampsOnAPageIsNoParagraph() {
    let text = """
         UNCLASSIFIED U.S. Department of State Case No. F-2014-1 Doc No. C05 Date: 07/31/2015

                                           RELEASE IN
                                           PART B6

      The office wrote to the board.
      """
    #expect(outline(text).filter { !$0.hasPrefix("header") } == ["paragraph: The office wrote to the board."])
    #expect(outline(text).count == 4)
  }

  @Test func everyBulletIsAnEntryOfItsOwn() {
    let text = """
      The sequence of events in February and March 2022

        • January 25th Schools are asked to sign up.
        • DfE sends the ICO a copy.
          It goes on here.
            - inner entry
        – dash entry
      1. first
      (b) second
      2.1. third
      """
    #expect(
      outline(text) == [
        "heading 1: The sequence of events in February and March 2022",
        "list-item 1 [•]: January 25th Schools are asked to sign up.",
        "list-item 1 [•]: DfE sends the ICO a copy.\n    It goes on here.",
        "list-item 2 [-]: inner entry",
        "list-item 1 [–]: dash entry",
        "list-item 1 [1.]: first", "list-item 1 [(b)]: second", "list-item 1 [2.1.]: third",
      ])
  }

  /// A date or a time at the start of a line must stay in the words of its entry.
  @Test(arguments: [
    "17. Februar 2022 Gespräch", "3.5.2021 Opening", "3.5.21 Opening", "10.30 Opening",
    "14 February V1 signed", "1. Mai",
    "A. Smith wrote", "2022. It began", "-5 degrees", "*emphasis* first", "**What is it? Nobody knew",
    "3. Sept 2021 reply", "1.5 million",
  ])
  func datesAndNumbersAreNoMarkers(line: String) {
    #expect(ListMarker.read(Array(line.utf8), 0..<line.utf8.count) == nil)
  }

  @Test(arguments: [
    ("1. Set up the team", "1."), ("2) x", "2)"), ("iv. four", "iv."), ("3. Marketing", "3."),
    ("1.1 Scope", "1.1"), ("o\tx", "o"),
  ])
  func markersAreRead(line: String, label: String) {
    #expect(ListMarker.read(Array(line.utf8), 0..<line.utf8.count)?.label == label)
  }

  @Test func oneParagraphALine() {
    let text =
      "Title of the page\n\(Self.long)\nOct. 14, 2022\nWhat happened next\n\(Self.long)\nBut it has not happened.\n\(Self.long)\n"
    #expect(
      outline(text) == [
        "heading 1: Title of the page", "paragraph: \(Self.long)", "paragraph: Oct. 14, 2022",
        "heading 2: What happened next",
        "paragraph: \(Self.long)", "paragraph: But it has not happened.", "paragraph: \(Self.long)",
      ])
  }

  @Test func wrappedLinesAreOneParagraph() {
    let text = """
      We wrote to the ICO on 1 February 2022 with concerns about the project
      and asked them to look into it. In May, we made a request for
      information, as little had been forthcoming from the Department until
      then.
      Yours,
      Jane Smith

      12 High Street
      London
      """
    #expect(
      outline(text) == [
        """
        paragraph: We wrote to the ICO on 1 February 2022 with concerns about the project
        and asked them to look into it. In May, we made a request for
        information, as little had been forthcoming from the Department until
        then.
        """, "paragraph: Yours,", "paragraph: Jane Smith", "paragraph: 12 High Street", "paragraph: London",
      ])
  }

  @Test func headersQuotesRulesAndTables() {
    let text = """
      Report
      ======

      From: A Person
      To: B Person with a long list of other people; C Person; D Person; E
      Subject: the plan

      > quoted words
      > go on
      >> deeper

      ---------
      Version | Date | Author
      --------|------|-------
      0.1 | 3 May 2021 | A

      2.1 Controls

      \(Self.long)
      """
    #expect(
      outline(text) == [
        "heading 1: Report", "paragraph: From: A Person",
        "paragraph: To: B Person with a long list of other people; C Person; D Person; E",
        "paragraph: Subject: the plan",
        "quoted 1: quoted words\n> go on", "quoted 2: deeper", "cell (1,1): Version", "cell (1,2): Date",
        "cell (1,3): Author",
        "cell (2,1 Version): 0.1", "cell (2,2 Date): 3 May 2021", "cell (2,3 Author): A",
        "heading 2 [2.1]: Controls",
        "paragraph: \(Self.long)",
      ])
  }

  @Test func formFeedsPartPages() throws {
    let document = try #require(Reading("a.txt", "one\n\u{0C}two\n\u{0C}").document)
    #expect(document.pages.map(\.bytes) == [0..<5, 5..<10])
    #expect(document.blocks.map(\.page) == [1, 2])
    #expect(document.fault == nil)
  }

  @Test func longFilesComeInParts() throws {
    let line = "17 March 2022 the Department wrote to schools once more.\n"
    var options = ConversionOptions()
    options.bytesPerPiece = 8192
    let reading = Reading("big.log", Array(String(repeating: line, count: 1000).utf8), options: options)
    #expect(reading.children.first == "big.log#part-1.log")
    #expect(reading.documents.count == reading.children.count)
    let joined = reading.documents.flatMap(\.text)
    #expect(joined == Array(String(repeating: line, count: 1000).utf8))
    #expect(reading.documents.allSatisfy { $0.text.last == 0x0A })
  }

  @Test(.enabled(if: SharedData.has("seeds"), "the seed pages are not here"))
  func seedPagesKeepTheirEntries() throws {
    for path in SharedData.files("seeds") {
      let bytes = try SharedData.bytes(path)
      let document = try #require(Reading(path, bytes).document)
      #expect(document.text == bytes)
      #expect(document.fault == nil)
      let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).drop { $0 == " " } }
      let bullets = lines.filter { $0.hasPrefix("• ") || $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
      #expect(document.all(.listItem) == bullets, "\(path)")
    }
    let sequence = try #require(
      Reading("004.txt", try SharedData.bytes("seeds/004_192be68eff613af0.txt")).document)
    #expect(
      sequence.all(.heading).contains(
        "The sequence of events summarised from the ICO and DfE communications in February and March 2022"))
    #expect(
      sequence.title == "News: Challenging the Department for Education on excessive pupil data collection")
  }
}
