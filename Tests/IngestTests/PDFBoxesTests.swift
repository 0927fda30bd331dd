import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Testing

@Test func wordsHaveTheirBoxesOnDemand() throws {
  var pdf = MiniPDF()
  for number in 1...2 {
    pdf.page { page in
      page.text("Page \(number) of 2", x: 280, y: 825, size: 8)
      page.lines(
        [
          "This is a long first line of a paragraph that goes on below it and that says",
          "when the letter was sent, which is 9 February 2022, and to whom it was sent.",
        ], y: 100, size: 12, pitch: 14)
    }
  }
  let document = try PDFReading(pdf).document
  let page = try #require(document.pages.last)
  let text = Array(document.text[page.bytes])
  let boxes = try PDFBoxes(SourceBytes(pdf.bytes))

  let date = try #require(place(of: "9 February 2022", in: text))
  let found = boxes.boxes(of: date, page: 2, pageText: text)
  #expect(found.count == 1)
  let box = try #require(found.first)
  // The second line stands on y = 114 and begins at x = 72; Helvetica of 12 points is about 6 points a
  // letter.
  #expect((1000...1140).contains(box.top) && (1140...1190).contains(box.bottom))
  #expect((2300...2700).contains(box.left) && (700...1000).contains(box.width))

  let both = try #require(place(of: "that says when the letter", in: text))
  #expect(boxes.boxes(of: both, page: 2, pageText: text).count == 2)
  #expect(boxes.boxes(of: date, page: 2, pageText: Array("another text of the same page".utf8)).isEmpty)
  #expect(boxes.boxes(of: date, page: 3, pageText: text).isEmpty)
}

private func place(of words: String, in text: [UInt8]) -> Range<Int>? {
  let words = Array(words.utf8)
  let start = text.indices.first { text[$0...].starts(with: words) }
  return start.map { $0..<($0 + words.count) }
}
