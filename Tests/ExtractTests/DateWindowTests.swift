import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

/// Long texts are read in windows: nothing is lost at their edges, and what came before is remembered.
@Suite("Date windows")
struct DateWindowTests {
  private func read(_ windows: [String], on day: String? = nil) -> [[DateSpan]] {
    var stream = DateStream(DateReader(), written: day.flatMap { Timex(edtf: $0)?.earliest })
    return windows.map { text in
      Array(text.utf8).withUnsafeBufferPointer { stream.read($0) }
    }
  }

  @Test func theNarrativeGoesOnInTheNextWindow() {
    let spans = read(["It was closed on 28 December 2019.\n\n", "It opened again on 4 January.\n"])
    #expect(spans.map { $0.map(\.value) } == [["2019-12-28"], ["2020-01-04"]])
    // The place of the anchor counts in the whole text.
    #expect(spans[1].first?.why.contains { $0.contains("(bytes 17-33)") } == true)
  }

  @Test func theDateLineHoldsInTheNextWindow() {
    let spans = read([
      "Posted: 8 October 2020\n\nThe first post is about the register and its findings.\n\n",
      "Yesterday they were out.\n",
    ])
    #expect(spans.map { $0.map(\.value) } == [["2020-10-08"], ["2020-10-07"]])
  }

  @Test func figuresVoteWithAllThatCameBefore() {
    let spans = read(["Asked 12/31/2021.\n\n", "Again 02/03/2022.\n"])
    #expect(spans.map { $0.map(\.value) } == [["2021-12-31"], ["2022-02-03"]])
    #expect(spans[1].first?.alternatives.isEmpty == true)
  }

  @Test func windowsEndBehindParagraphsThenLinesThenBlanks() {
    func ends(_ text: String, size: Int) -> [Int] {
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var ends: [Int] = []
        var start = 0
        while start < bytes.count {
          start = DateWindow.end(in: bytes, from: start, size: size)
          ends.append(start)
        }
        return ends
      }
    }
    #expect(ends("aaaa bb\n\ncc\ndd ee", size: 12) == [9, 17])
    #expect(ends("aaaa bbbb\ncc dd ee", size: 12) == [10, 18])
    #expect(ends("aaaaaaaa bbbbbbbbbb", size: 12) == [9, 19])
    #expect(ends("ééééééé", size: 5) == [4, 8, 12, 14])
    #expect(ends("", size: 5).isEmpty)
  }

  @Test func aTextOfManyWindowsGivesWhatItsParagraphsGive() {
    let paragraph = "The council met on 3 May 2021 and again on the 14th.\n\n"
    let count = DateWindow.size / paragraph.utf8.count * 5 / 4
    let text = Array(String(repeating: paragraph, count: count).utf8)
    let spans = DateReader().spans(text: text, written: nil)
    #expect(spans.count == 2 * count)
    #expect(Set(spans.map(\.value)) == ["2021-05-03", "2021-05-14"])
    #expect(spans.last?.bytes.upperBound == text.count - 3)
    let words = spans.suffix(2).map { String(decoding: text[$0.bytes], as: UTF8.self) }
    #expect(words == ["3 May 2021", "the 14th"])
  }
}
