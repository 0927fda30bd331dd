import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookEmit

@Suite struct CSVTests {
  private func rows(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
    var reader = CSVRows(bytes)
    var rows: [[[UInt8]]] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func everyCellComesBack() throws {
    let cells = SampleChronology.hostileTexts
    let bytes = Array(CSVText.row(cells).utf8)
    let rows = try rows(bytes)
    #expect(rows.count == 1)
    #expect(rows.first?.map(CSVRows.plain) == cells.map { Array($0.utf8) })
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "\u{A0}=1", "\u{FEFF}-1",
  ])
  func aFormulaIsDefused(cell: String) {
    #expect(CSVText.defused(cell) == "'" + cell)
  }

  @Test(arguments: ["", "1", "a=b", "2022-02-09", "../2022", "[1]", "{\"a\":1}", "“-1”"])
  func anythingElseStaysAsItIs(cell: String) {
    #expect(CSVText.defused(cell) == cell)
  }

  @Test(arguments: ["csv", "timelinejs-csv"])
  func noCellOfAnOutputIsAFormula(name: String) throws {
    let emitter = try #require(Emitters.named(name))
    let rows = try rows(try EmitterTests.output(emitter, SampleChronology.hostile))
    #expect(rows.count > SampleChronology.hostileTexts.count)
    for cell in rows.joined() {
      let first = cell.first { $0 != 0x20 } ?? 0x20
      #expect(!"=+-@\t\r\n".utf8.contains(first), "\(String(decoding: cell, as: UTF8.self).debugDescription)")
    }
    #expect(Set(rows.map(\.count)).count == 1, "rows of different lengths")
  }

  @Test func beginsWithAMarkForExcelAndEndsRowsAsTheRFCSays() throws {
    let bytes = try EmitterTests.output(CSVEmitter(), SampleChronology.small)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    #expect(try rows(bytes).first?.count == CSVEmitter.columns.count)
  }

  @Test func theAccountIsInRowsOfItsOwnKind() throws {
    let rows = try rows(try EmitterTests.output(CSVEmitter(), SampleChronology.small))
    let kinds = rows.dropFirst().map { String(decoding: $0[8], as: UTF8.self) }
    let ledger = kinds.drop { $0 != CSVEmitter.ledgerKind }
    #expect(kinds.count - ledger.count == SampleChronology.small.count)
    #expect(ledger.count > 5)
    #expect(ledger.allSatisfy { $0 == CSVEmitter.ledgerKind })
  }

  @Test func readsWhatOthersWrite() throws {
    let rows = try rows(Array("a,\"b \"\"c\"\"\"\nd\r\n,\n\"x\ny\",z,".utf8))
    #expect(
      rows.map { $0.map { String(decoding: $0, as: UTF8.self) } } == [
        ["a", "b \"c\""], ["d"], ["", ""], ["x\ny", "z", ""],
      ])
    #expect(throws: CSVRows.Trouble.openQuote) { try self.rows(Array("a,\"b".utf8)) }
  }
}
