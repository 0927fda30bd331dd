import DaybookCore
import Testing

@testable import DaybookIngest

/// Word files: structure, true numbers, and everything that stands beside the text.
struct WordTests {
  private typealias Office = TestOffice

  private func document(_ body: String, parts: [String: String] = [:], core: String = "") -> Document? {
    Reading("a.docx", Office.docx(body, parts: parts, core: core)).document
  }

  @Test func headingsByStyleInSeveralLanguages() throws {
    let styles = """
      <w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="b2"><w:name w:val="Überschrift 2"/></w:style>
      <w:style w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="b2"/></w:style>
      <w:style w:styleId="out"><w:name w:val="Chapter"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:styleId="T"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>
      <w:style w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style>
      """
    let body =
      Office.p(Office.t("The assessment"), style: "T")
      + Office.p(Office.t("1 Scope</w:t><w:tab/><w:t>3"), style: "toc")
      + Office.p(Office.t("Scope"), style: "H1")
      + Office.p(Office.t("Umfang"), style: "b2") + Office.p(Office.t("Mine"), style: "own")
      + Office.p(Office.t("Chapter"), style: "out")
      + Office.p(Office.t("text"), style: "loop")
      + Office.p("<w:r><w:rPr><w:b/></w:rPr><w:t>Bold and short</w:t></w:r>")
    let found = try #require(document(body, parts: ["styles": styles]))
    #expect(found.title == "The assessment")
    #expect(
      found.outline
        == [
          "heading 1: The assessment", "heading 1: Scope", "heading 2: Umfang", "heading 2: Mine",
          "heading 3: Chapter", "paragraph: text",
          "heading 3: Bold and short",
        ].inserting("header: 1 Scope\t3", at: 1))
  }

  private static let numbering = """
    <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/><w:lvlRestart w:val="0"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
    """

  @Test func listNumbersAreWorkedOut() throws {
    let entries: [(Int, Int)] = [
      (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (1, 0), (3, 0), (0, 0), (5, 0),
    ]
    let body = entries.map { Office.p(Office.t("x"), list: $0.0, level: $0.1) }.joined()
    let found = try #require(document(body, parts: ["numbering": Self.numbering]))
    #expect(
      found.blocks.map(\.label) == [
        "I.", "1.1", "1.2", "(c)", "II.", "2.1", "(d)", "IX.", "9.1", "X.", "•", nil, nil,
      ])
    #expect(String(decoding: found.text, as: UTF8.self).contains("I.") == false)
  }

  @Test func typedNumbersBecomeLabelsToo() throws {
    let found = try #require(
      document(
        Office.p(Office.t("•\tfirst")) + Office.p(Office.t("17. Februar 2022"))
          + Office.p(Office.t("2. second"))))
    #expect(
      found.outline == ["list-item 1 [•]: first", "paragraph: 17. Februar 2022", "list-item 1 [2.]: second"])
  }

  @Test func changesReadAsAccepted() throws {
    let by = #"w:author="A. Writer" w:date="2022-02-15T09:30:00Z""#
    let body =
      Office.p(
        Office.t("Signed off on ") + "<w:del w:id=\"1\" \(by)><w:r><w:delText>14</w:delText></w:r></w:del>"
          + "<w:ins w:id=\"2\" \(by)><w:r><w:t>15</w:t></w:r></w:ins>" + Office.t(" February"))
      + Office.p(Office.t("This runs"), mark: "<w:del w:id=\"3\" \(by)/>") + Office.p(Office.t("on."))
      + Office.p(
        "<w:moveFrom w:id=\"4\" \(by)><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>",
        mark: "<w:del w:id=\"5\" \(by)/>")
      + "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\(Office.t("Last."))</w:p>"
    let found = try #require(document(body, parts: ["numbering": Self.numbering]))
    #expect(
      found.outline == [
        "paragraph: Signed off on 15 February", "paragraph: This runs on.", "paragraph: Last.", "deleted: 14",
        "deleted: Moved.", "inserted: 15",
      ])
    let deleted = try #require(found.blocks.first { $0.kind == .deleted })
    #expect(deleted.author == "A. Writer")
    #expect(deleted.date?.edtf == "2022-02-15T09:30:00Z")
  }

  @Test func whatStandsBesideTheTextComesBehindIt() throws {
    let body =
      Office.p(Office.t("Text") + #"<w:r><w:footnoteReference w:id="5"/></w:r>"# + Office.t(" goes on."))
      + Office.p(Office.t("More."))
    let found = try #require(
      document(
        body,
        parts: [
          "header1": Office.p(Office.t("OFFICIAL")), "header2": Office.p(Office.t("OFFICIAL")),
          "footer1": Office.p(Office.t("Page 1")),
          "footnotes":
            #"<w:footnote w:type="separator" w:id="0">\#(Office.p(""))</w:footnote><w:footnote w:id="5">\#(Office.p(Office.t("A note.")))</w:footnote>"#,
          "comments":
            #"<w:comment w:id="1" w:author="B" w:date="2022-02-16T08:00:00">\#(Office.p(Office.t("Is this right?")))</w:comment>"#,
        ]))
    #expect(
      found.outline == [
        "paragraph: Text goes on.", "paragraph: More.", "footnote [1]: A note.", "header: OFFICIAL",
        "footer: Page 1", "comment: Is this right?",
      ])
    #expect(found.blocks.last?.author == "B")
    #expect(found.blocks.last?.date?.edtf == "2022-02-16T08:00:00")
  }

  @Test func tablesFieldsAndBoxes() throws {
    func row(_ cells: [String], header: Bool = false) -> String {
      "<w:tr><w:trPr>\(header ? "<w:tblHeader/>" : "")</w:trPr>"
        + cells.map { "<w:tc>\(Office.p(Office.t($0)))</w:tc>" }.joined() + "</w:tr>"
    }
    let wide =
      #"<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>\#(Office.p(Office.t("both")))</w:tc></w:tr>"#
    let box =
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>\(Office.p(Office.t("In a box.")))</w:txbxContent></w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict><w:txbxContent>\(Office.p(Office.t("In a box.")))</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    let field =
      #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
      + Office.t("3 May 2021") + #"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    let body =
      "<w:tbl>" + row(["Date", "Event"], header: true) + row(["9 Feb", "letter"]) + wide + "</w:tbl>"
      + Office.p(Office.t("Before") + box + Office.t(" and after."))
      + Office.p(
        Office.t("Dated ") + field + "<w:r><w:tab/><w:br/><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>")
      + "<w:tbl>" + "<w:tr><w:tc>\(Office.p(Office.t("Framed.")))</w:tc></w:tr>" + "</w:tbl>"
    let found = try #require(document(body))
    #expect(
      found.outline == [
        "cell (1,1): Date", "cell (1,2): Event", "cell (2,1 Date): 9 Feb", "cell (2,2 Event): letter",
        "cell (3,1 Date): both",
        "paragraph: Before and after.", "paragraph: In a box.", "paragraph: Dated 3 May 2021",
        "paragraph: Framed.", "hidden: unseen",
      ])
    #expect(String(decoding: found.text, as: UTF8.self).hasPrefix("Date\tEvent\n9 Feb\tletter\nboth"))
  }

  @Test func propertiesAndChildren() throws {
    let core =
      "<dc:creator>A</dc:creator><cp:lastModifiedBy>B</cp:lastModifiedBy><cp:revision>4</cp:revision>"
      + "<dcterms:created>2022-02-14T08:00:00Z</dcterms:created><dcterms:modified>2022-02-15T09:00:00Z</dcterms:modified>"
    let file = Office.docx(
      Office.p(Office.t("x")) + #"<w:altChunk r:id="chunk"/>"#, core: core,
      extra: [
        .init("word/embeddings/note.txt", "an attachment"), .init("word/chunk.html", "<p>brought in"),
        .init("word/media/a.png", "x"),
      ])
    let reading = Reading("a.docx", file)
    let found = try #require(reading.document)
    #expect(
      found.dates.map { "\($0.kind.rawValue) \($0.when.edtf)" } == [
        "created 2022-02-14T08:00:00Z", "modified 2022-02-15T09:00:00Z",
      ])
    #expect(
      found.metadata.prefix(3) == [
        MetadataItem("author", "A"), MetadataItem("last-modified-by", "B"), MetadataItem("revision", "4"),
      ])
    #expect(reading.children == ["a.docx#embeddings/note.txt", "a.docx#word/chunk.html"])
    #expect(reading.findings.map(\.code) == ["pictures"])
  }

  @Test func damagedFilesGiveWhatTheyHave() throws {
    var members = Office.docxMembers(Office.p(Office.t("First paragraph.")))
    let index = try #require(members.firstIndex { $0.name == Array("word/document.xml".utf8) })
    members[index].bytes =
      Array(members[index].bytes.dropLast("</w:body></w:document>".utf8.count))
      + Array("<w:p><w:r><w:t>cut</w:t><w:br".utf8)
    let cut = Reading("a.docx", TestArchive.zip(members))
    #expect(cut.document?.all(.paragraph) == ["First paragraph.", "cut"])
    #expect(cut.findings.map(\.code) == ["damaged-part"])
    // The archive itself cut short, behind the body.
    let whole = TestArchive.zip(members)
    let short = Reading("a.docx", Array(whole.prefix(whole.count * 3 / 4)))
    #expect(short.document?.all(.paragraph).first == "First paragraph.")
    #expect(short.findings.contains { $0.severity == .loss })
    #expect(
      Reading(
        "a.docx", TestArchive.zip([.init("[Content_Types].xml", "<Types/>"), .init("word/x.xml", "<x/>")])
      ).failed.count == 1)
  }

  @Test func bombsAndEntitiesAreFindings() throws {
    func reading(_ xml: String) throws -> Reading {
      var members = Office.docxMembers("")
      let index = try #require(members.firstIndex { $0.name == Array("word/document.xml".utf8) })
      members[index].bytes = Array(xml.utf8)
      return Reading("a.docx", TestArchive.zip(members))
    }
    let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
      .joined()
    let bomb = try reading(
      "<!DOCTYPE x [<!ENTITY l0 \"lol\">\(laughs)]><w:document \(space)><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    #expect(bomb.findings.contains { $0.code == "damaged-part" })
    #expect((bomb.document?.text.count ?? 0) < 1000)
    let outside = try reading(
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document \(space)><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    let words = String(decoding: outside.document?.text ?? [], as: UTF8.self)
    #expect(!words.contains("root:"))
    let deep = try reading("<w:document \(space)>" + String(repeating: "<w:p>", count: 100_000))
    #expect(deep.findings.contains { $0.code == "damaged-part" })
  }

  /// Words of pandoc's own reading with all changes accepted.
  @Test(.enabled(if: SharedData.has("data/docx/pandoc-track-changes"), "pandoc's files are not here"))
  func acceptedChangesAreThoseOfPandoc() throws {
    let expected = SharedData.files("data/docx/pandoc-track-changes").filter {
      $0.hasSuffix("_accept.native")
    }
    try #require(expected.count >= 4)
    for path in expected {
      let native = String(decoding: try SharedData.bytes(path), as: UTF8.self)
      let wanted = native.split(separator: "Str \"").dropFirst().compactMap {
        $0.split(separator: "\"").first.map(String.init)
      }
      let found = try #require(
        Reading(path, try SharedData.bytes(path.replacing("_accept.native", with: ".docx"))).document)
      let words = found.blocks.filter(\.isBody).flatMap {
        found.words($0).split(separator: " ").map(String.init)
      }
      #expect(words == wanted, "\(path)")
    }
  }
}

extension [String] {
  func inserting(_ element: String, at index: Int) -> [String] {
    var copy = self
    copy.insert(element, at: index)
    return copy
  }
}
