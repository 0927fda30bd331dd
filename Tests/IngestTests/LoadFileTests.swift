import DaybookCore
import Testing

@testable import DaybookIngest

/// Productions: Concordance, Opticon, and what stands in them.
struct LoadFileTests {
  private let thorn = "\u{FE}"
  private let field = "\u{14}"

  private func row(_ values: [String]) -> String {
    values.map { thorn + $0 + thorn }.joined(separator: field) + "\r\n"
  }

  @Test func aConcordanceFileIsReadByRows() throws {
    let text =
      row(["BEGBATES", "PARENTID", "CUSTODIAN", "DATESENT", "NATIVEPATH"])
      + row(["ABC0001", "", "Sample A", "09/02/2022", ".\\NATIVES\\a.msg"])
      + row(["ABC0002", "ABC0001", "Sample A", "09/02/2022", ".\\NATIVES\\b, c\n d.docx"])
      + row(["ABC0003", "ABC0001"])
    let document = try #require(Reading("load.dat", text).document)
    #expect(document.source.mediaType == "application/x-concordance")
    #expect(document.findings.map(\.message) == ["row 4 have more or fewer fields than the first row"])
    let rows = Production.rows(of: document)
    #expect(rows.map(\.control) == ["ABC0001", "ABC0002", "ABC0003"])
    #expect(rows.map(\.parent) == [nil, "ABC0001", "ABC0001"])
    #expect(rows[0].native == "NATIVES/a.msg")
    #expect(rows[0].custodian == "Sample A")
    #expect(document.fault == nil)
  }

  @Test(arguments: [
    "^DOCID^|^CUSTODIAN^\n^A1^|^One | two^\n", "DOCID|CUSTODIAN\n^A1^|^One | two^\n",
    "\"DOCID\"\t\"CUSTODIAN\"\n\"A1\"\t\"One | two\"\n",
  ])
  func otherDelimitersAreFoundOut(text: String) throws {
    let document = try #require(Reading("load.dat", text).document)
    #expect(document.blocks.filter { $0.cell?.row == 2 }.map(document.words) == ["A1", "One | two"])
  }

  @Test func aQuoteThatNeverClosesCostsItsRow() throws {
    let text = row(["DOCID", "CUSTODIAN"]) + thorn + "A1" + field + "open\r\n" + row(["A2", "Two"])
    let document = try #require(Reading("load.dat", text).document)
    #expect(document.findings.contains { $0.code == "load-file-quote" && $0.message.hasPrefix("row 2 ") })
    #expect(document.blocks.filter { $0.cell?.row == 3 }.map(document.words) == ["A2", "Two"])
  }

  @Test func anOpticonFileKnowsItsDocuments() throws {
    let text = "P1,VOL,.\\I\\1.tif,Y,,,2\r\nP2,VOL,.\\I\\2.tif,,,,\r\nP3,VOL,.\\I\\3.tif,Y,,,3\r\n"
    let document = try #require(Reading("images.opt", text).document)
    #expect(
      document.findings.map(\.message) == [
        "row 3 begin documents that state another number of pages than follow"
      ])
    #expect(Production.rows(of: document).map(\.native) == ["I/1.tif", "I/2.tif", "I/3.tif"])
  }

  @Test func paths() {
    #expect(Production.path(".\\VOL01\\a.msg") == "VOL01/a.msg")
    #expect(Production.path("Words, not a path") == nil)
  }
}
