import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

/// No bytes and no blocks end the program, and what is read of them stays in the text.
@Suite("Hostile text")
struct HostileTextTests {
  static func check(_ document: Document) {
    let extraction = Extractor().extract(document)
    for event in extraction.events {
      #expect(!event.evidence.isEmpty)
      for anchor in event.evidence {
        #expect(Array(anchor.quote.utf8).count <= 700 && !anchor.quote.isEmpty)
        #expect(anchor.quote == String(decoding: document.text[anchor.bytes], as: UTF8.self))
      }
    }
    #expect(
      extraction.mentions.allSatisfy {
        $0.bytes.lowerBound >= 0 && $0.bytes.upperBound <= document.text.count
      })
  }

  @Test(arguments: [UInt64(1), 2, 3]) func randomWordsAndMarks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "ICO", "the", "Department", "(“", "”)", "“", "”", "(", ")", "asked", "to", "pause", "was", "sent", "by",
      "3 May 2021", "\n", ".", ",", "’s", "we",
      "will", "on the 14th", "- ", "\n\n", "already", "at which point", "signed", "off", "from", "1996", "é",
      "\u{A0}", "v1", "Dear", "Regards",
      "7 days to go", "tomorrow", "?", "please", "Council of", "and", "|", "January", "\u{200B}", "'", "\"",
      "–", "that", "which", "Jan.",
    ]
    for _ in 0..<150 {
      let text = (0..<120).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      HostileTextTests.check(
        TextDocument.make(text, kind: Bool.random(using: &generator) ? .letter : .webPage))
    }
  }

  @Test func bytesThatAreNoText() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<60 {
      var document = TextDocument.make("x")
      document.text = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
      document.blocks = [Block(.paragraph, 0..<400), Block(.listItem, 100..<900), Block(.cell, 390..<400)]
      let extraction = Extractor().extract(document)
      #expect(extraction.events.allSatisfy { !$0.evidence.isEmpty })
    }
  }

  @Test func blocksAndSegmentsOutsideTheText() {
    var document = TextDocument.make("On 3 May 2021 the ICO wrote to the DfE.")
    document.blocks = [
      Block(.paragraph, 0..<39), Block(.paragraph, 39..<10_000), Block(.heading, 20_000..<30_000),
    ]
    document.segments = [
      Segment(
        kind: .message, bytes: 5..<50_000,
        header: MessageHeader(from: [.init(name: "A")], bytes: 1000..<2000), rule: "x"),
      Segment(kind: .letter, bytes: 60_000..<70_000, rule: "x"),
    ]
    #expect(
      Extractor().extract(document).events.allSatisfy {
        $0.evidence[0].bytes.upperBound <= document.text.count
      })
  }

  /// Each of these is sixty kilobytes of one thing; a quadratic step would take minutes.
  @Test(
    .timeLimit(.minutes(3)),
    arguments: [
      "the ICO asked ", "Board for Harbours (“BFH”) ", "“", "((((", "we will send it on 3 May 2021, and ",
      "at which point ", "Aaa Bbb ", "- 3 May 2021 sent\n",
      "3 May 2021\n\nIt was sent.\n\n", "the company Xyz", "v1 ", "’s ", "already sent ",
    ])
  func timeGrowsWithTheText(piece: String) {
    let document = TextDocument.make(String(repeating: piece, count: 60_000 / piece.utf8.count))
    let extraction = Extractor().extract(document)
    #expect(extraction.events.allSatisfy { $0.evidence[0].quote.utf8.count <= 700 })
  }
}
