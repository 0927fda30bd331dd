import DaybookCore
import DaybookTestSupport
import Foundation
import Testing

@testable import DaybookEmit

/// The account in words, and the terminal.
@Suite struct TextTests {
  @Test func theAccountAddsUpInWords() {
    let lines = LedgerText(SampleChronology.small.ledger).lines()
    #expect(
      lines == [
        "Sources: 5 found = 2 read + 1 read in part + 1 failed + 1 skipped",
        "  1 source has the same bytes as another",
        "Pages: 22, 3 of them without text",
        "Entries: 12, 1 of them without a date",
        "Not read in full:",
        "  read in part papers/scan | 2.pdf: 3 pages have no text layer (3 of 10 pages without text)",
        "  failed papers/locked.docx: needs a password; unpack it by hand",
        "  skipped papers/movie.mp4: not a kind of paper that is read",
        "Findings:",
        "  loss encrypted (1): needs a password; unpack it by hand",
        "    papers/locked.docx",
        "  warning hidden-text (2): text under an opaque box",
        "    papers/letters.pdf, p. 3, bytes 40–52",
        "    papers/letters.pdf, p. 7",
      ])
  }

  @Test func aLongAccountIsCutAndSaysSo() {
    var ledger = Ledger()
    for number in 1...1_200 {
      ledger.add(Ledger.Row(path: "\(number).pdf", outcome: .failed, reason: "truncated"))
    }
    let lines = LedgerText(ledger).lines(limit: 2)
    #expect(lines.first == "Sources: 1,200 found = 0 read + 0 read in part + 1,200 failed + 0 skipped")
    #expect(
      lines.suffix(3) == ["  failed 1.pdf: truncated", "  failed 2.pdf: truncated", "    … and 1,198 more"])
  }

  @Test func figuresThatDoNotAddUpAreNotHidden() {
    var ledger = Ledger()
    ledger.found = 3
    #expect(LedgerText(ledger).totals.contains("  These figures do not add up: please report it"))
  }

  @Test(arguments: [40, 72, 120, 200], [false, true])
  func noLineIsWiderThanTheTerminal(width: Int, hasColour: Bool) throws {
    let output = try EmitterTests.output(
      TerminalEmitter(width: width, hasColour: hasColour), SampleChronology.hostile)
    let text = String(decoding: output, as: UTF8.self).replacing(
      /\u{1B}\[[0-9]+m/.matchingSemantics(.unicodeScalar), with: "")
    let lines = text.unicodeScalars.split(separator: "\n")
    #expect(lines.count > 200)
    for line in lines { #expect(TextWidth.cells(String(line)) <= width, "\(String(line))") }
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    #expect(
      !text.unicodeScalars.contains {
        (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      })
  }

  @Test func colourIsOnlyThereWhenAskedFor() throws {
    let plain = try EmitterTests.output(TerminalEmitter(), SampleChronology.small)
    #expect(!plain.contains(0x1B))
    #expect(try EmitterTests.output(TerminalEmitter(hasColour: true), SampleChronology.small).contains(0x1B))
  }

  @Test(arguments: [
    ("a b c", 4, ["a b", "c"]), ("", 9, [""]), ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]),
    ("漢字漢", 4, ["漢字", "漢"]),
  ])
  func linesAreBrokenAtBlanks(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrapped(text, to: width) == lines)
  }

  @Test func markedTextKnowsItsPlaces() {
    let marked = MarkedText("Sent «3 «May»» by pöst «now»")
    #expect(marked.text == "Sent 3 May by pöst now")
    #expect(marked.words == ["3 May", "May", "now"])
    #expect(marked.unmatched == 0)
    #expect(MarkedText("a» «b").unmatched == 2)
  }

  @Test func aMissingGoldenIsNoPass() {
    #expect(Golden("Emit/none/such.txt").compare([1]) != .same)
  }

  @Test func aScratchFolderIsGoneAfterwards() throws {
    var folder: ScratchFolder? = try ScratchFolder()
    let path = try #require(try folder?.write("words", to: "a/b.txt"))
    #expect(try folder?.read("a/b.txt") == Array("words".utf8))
    folder = nil
    #expect(throws: (any Error).self) { try String(contentsOfFile: path, encoding: .utf8) }
  }
}
