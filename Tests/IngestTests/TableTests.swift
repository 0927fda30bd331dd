import DaybookCore
import Testing

@testable import DaybookIngest

/// Tables in text: one row a record, the file's own bytes.
struct TableTests {
  @Test func cellsPointIntoTheFile() throws {
    let text =
      "Date,Who,What happened\r\n2022-02-09,ICO,\"asked \"\"when\"\", twice\r\nand again\"\r\n,DfE, replied \r\n"
    let document = try #require(Reading("log.csv", text).document)
    #expect(document.text == Array(text.utf8))
    #expect(document.kind == .log)
    #expect(
      document.outline == [
        "cell (1,1): Date", "cell (1,2): Who", "cell (1,3): What happened", "cell (2,1 Date): 2022-02-09",
        "cell (2,2 Who): ICO",
        "cell (2,3 What happened): asked \"\"when\"\", twice\r\nand again", "cell (3,2 Who): DfE",
        "cell (3,3 What happened): replied",
      ])
    #expect(document.findings.isEmpty)
    #expect(document.fault == nil)
  }

  @Test(arguments: [",", ";", "\t", "|"]) func delimitersAreFound(delimiter: String) {
    let rows = ["When", "From", "Subject, long"].joined(separator: delimiter == "," ? "," : delimiter) + "\n"
    let text =
      rows.replacing("Subject, long", with: delimiter == "," ? "\"Subject, long\"" : "Subject, long")
      + "3 May 2021\(delimiter)A\(delimiter)x, y\n"
    let document = Reading("a.csv", text.replacing("x, y", with: delimiter == "," ? "\"x, y\"" : "x, y"))
      .document
    #expect(document?.blocks.last?.cell == Block.Cell(table: 1, row: 2, column: 3, heading: "Subject, long"))
  }

  @Test func recordsOfOddShape() throws {
    let ragged = try #require(Reading("a.csv", "a,b\n1\n1,2,3\n\n4,5").document)
    #expect(ragged.findings.map(\.code) == ["ragged-rows"])
    #expect(ragged.blocks.last?.cell?.row == 5)
    let open = try #require(Reading("a.csv", "a,b\n1,\"never closed\n2,3\n").document)
    #expect(open.findings.contains { $0.code == "unclosed-quote" })
    #expect(open.fault == nil)
    let excel = try #require(Reading("a.csv", "sep=;\nDate;What\n3 May;x\n").document)
    #expect(
      excel.outline == [
        "cell (1,1): Date", "cell (1,2): What", "cell (2,1 Date): 3 May", "cell (2,2 What): x",
      ])
    let unnamed = try #require(Reading("a.csv", "1,2\n3,4\n").document)
    #expect(unnamed.blocks.allSatisfy { $0.cell?.heading == nil })
    for text in ["\"", ",", "\n\n", "\"\"", "a,\"b\"c,d\n", "\"a\nb"] {
      #expect(Reading("a.csv", text).document?.fault == nil)
    }
  }

  @Test func largeTablesComeInPartsWithTheirNames() throws {
    let header = "Date,Event\n"
    let rows = (0..<2000).map { "2022-02-09,\"entry \($0)\nsecond line\"\n" }
    var options = ConversionOptions()
    options.bytesPerPiece = 8192
    let reading = Reading("log.csv", Array((header + rows.joined()).utf8), options: options)
    #expect(reading.children.first == "log.csv#part-1.csv")
    #expect(reading.children.count > 3)
    let names = Set(reading.documents.flatMap { $0.blocks.compactMap { $0.cell?.heading } })
    #expect(names == ["Date", "Event"])
    let entries = reading.documents.flatMap { document in
      document.blocks.filter { $0.cell?.column == 2 && $0.cell?.heading != nil }.map(document.words)
    }
    #expect(entries == (0..<2000).map { "entry \($0)\nsecond line" })
  }

  @Test func columnsAreKnownByTheirNames() {
    #expect(ColumnRole(heading: " Date_Sent ") == .date)
    #expect(ColumnRole(heading: "Betreff:") == .subject)
    #expect(ColumnRole(heading: "Expéditeur") == .from)
    #expect(ColumnRole(heading: "Favourite colour") == nil)
  }
}
