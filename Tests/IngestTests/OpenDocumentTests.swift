import DaybookCore
import Testing

@testable import DaybookIngest

/// OpenDocument texts: the same shape as Word files.
struct OpenDocumentTests {
  @Test func listsHeadingsAndTables() throws {
    let styles = """
      <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
      <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2"/></text:list-style>
      <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I"/></text:outline-style>
      """
    let body = """
      <text:h text:outline-level="1">Scope</text:h>
      <text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>
      <text:list-item text:start-value="5"><text:p>five</text:p></text:list-item></text:list>
      <text:list text:style-name="L1"><text:list-item><text:p>anew</text:p></text:list-item></text:list>
      <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>goes on</text:p></text:list-item></text:list>
      <text:table-of-content><text:index-body><text:p>Scope<text:tab/>3</text:p></text:index-body></text:table-of-content>
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell><text:p>Event</text:p></table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row><table:table-cell table:number-columns-repeated="1"><text:p>9 Feb</text:p></table:table-cell><table:table-cell><text:p>letter</text:p></table:table-cell></table:table-row></table:table>
      <text:h text:outline-level="1">End</text:h>
      """
    let found = try #require(Reading("a.odt", TestOffice.odt(body, styles: styles)).document)
    #expect(
      found.outline == [
        "heading 1 [I]: Scope", "list-item 1 [1.]: one", "paragraph 1: more", "list-item 2 [(1.a)]: inner",
        "list-item 1 [5.]: five",
        "list-item 1 [1.]: anew", "list-item 1 [2.]: goes on", "header: Scope\t3", "cell (1,1): Date",
        "cell (1,2): Event",
        "cell (2,1 Date): 9 Feb", "cell (2,2 Event): letter", "heading 1 [II]: End",
      ])
    #expect(found.fault == nil)
  }

  @Test func notesCommentsChangesAndProperties() throws {
    let body = """
      <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2022-02-15T09:30:00</dc:date></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region>
      <text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>B</dc:creator><dc:date>2022-02-16</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
      <text:p>Some   text<text:change text:change-id="c1"/> <text:change-start text:change-id="c2"/>put in<text:change-end text:change-id="c2"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note><office:annotation><dc:creator>C</dc:creator><dc:date>2022-02-17T10:00:00</dc:date><text:p>Why?</text:p></office:annotation>,<text:s text:c="2"/>done.</text:p>
      """
    let meta =
      "<meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator><meta:creation-date>2022-02-14T08:00:00</meta:creation-date><dc:date>2022-02-15T09:00:00</dc:date>"
    let found = try #require(Reading("a.odt", TestOffice.odt(body, meta: meta)).document)
    #expect(
      found.outline == [
        "paragraph: Some text put in,  done.", "footnote [1]: A note.", "comment: Why?", "deleted: gone",
        "inserted: put in",
      ])
    #expect(found.blocks.map(\.author) == [nil, nil, "C", "A", "B"])
    #expect(
      found.blocks.map { $0.date?.edtf } == [
        nil, nil, "2022-02-17T10:00:00", "2022-02-15T09:30:00", "2022-02-16",
      ])
    #expect(
      found.dates.map { "\($0.kind.rawValue) \($0.when.edtf)" } == [
        "created 2022-02-14T08:00:00", "modified 2022-02-15T09:00:00",
      ])
    #expect(found.metadata.map(\.key) == ["author", "last-modified-by", "created", "modified"])
  }

  @Test func passwordsAreNamed() {
    let file = TestArchive.zip([
      .init("mimetype", "application/vnd.oasis.opendocument.text"), .init("content.xml", "scrambled"),
      .init(
        "META-INF/manifest.xml",
        #"<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"#),
    ])
    #expect(Reading("a.odt", file).failed.map(\.error) == [.encrypted])
  }
}
