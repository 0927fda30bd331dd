import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookIngest

/// Header blocks and quotations with bytes changed, cut and doubled: whatever comes out is well-formed.
struct SegmenterFuzzTests {
  private static let seeds = [
    """
    Head of Data
    From: A B <a@b.example>; [redacted s40(2)] [mailto:c@d.example]
    Sent: Tuesday, February 15, 2022 9:41 AM
    To: C D <c@d.example>; E
    F <e@f.example>
    Cc:
    Subject: RE: Trial
    Attachments: x v1.docx; y.pdf

    Words.

    -----Original Message-----
    From: C D
    Sent: 14/02/2022 10:00
    Subject: Trial

    More words.
    """,
    """
    Answer.

    On Wed, 9 Feb 2022 at 09:41, A B <a@b.example>
    wrote:
    > Question one?
    Inline.
    > > On 8 Feb 2022, at 08:00, C wrote:
    > > Older.
    > Von: X
    > Gesendet: Mittwoch, 9. Februar 2022 10:14
    > Betreff: AW: Y
    >
    > Text.
    2022年1月1日(金) 9:00 田中太郎 <taro@example.com>:
    > 以上
    """,
    """
    Index of documents
    1   10 February 2022   E-mail: RE: Trial
    2   11 February 2022   Letter: Answer 3   12 February 2022   Note of meeting
    \u{0C}Data Protection Impact Assessment
    Version 1.0
    Sign-off
    Senior responsible owner   Approved   14 February 2022
    \u{0C}Page 1 of 3
    Dear Sir
    3 March 2022
    """,
  ]

  private static let inserts: [[UInt8]] = [
    "From:", "To: ", "Subject:", "\n", "> ", ":", "<", "[", "wrote:", "\u{0C}", "On 1 Jan 2022",
    "________________________",
    "\u{FFFD}", "\u{A0}", "Version 9", "1   ", "@",
  ].map { Array($0.utf8) }

  private func mutated(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      guard !text.isEmpty else { break }
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text[place] = UInt8.random(in: 1...255, using: &random)
      case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...40, using: &random)))
      case 2:
        let end = min(text.count, place + Int.random(in: 1...80, using: &random))
        text.insert(contentsOf: Array(text[place..<end]), at: place)
      default:
        if let insert = Self.inserts.randomElement(using: &random) {
          text.insert(contentsOf: insert, at: place)
        }
      }
    }
    // Texts are valid UTF-8 when they come to the segmenters.
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingThatComesInTraps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<400 {
      let text = mutated(Array(Self.seeds[round % Self.seeds.count].utf8), &random)
      let source = Source(id: .init(text: "0"), path: "fuzz", byteCount: text.count)
      var document = Document(
        source: source, kind: round % 2 == 0 ? .message : .other, text: text,
        provenance: Provenance(stage: "test", tool: "test", version: 1, input: "0"))
      if document.kind == .other { document.pages = TextPages.pages(of: text) }
      let dates = HeaderDates { words, near in words.isEmpty ? nil : near.map { Timex(day: $0) } }
      let segments = Segmenters.segments(in: document, dates: dates)
      var open: [Range<Int>] = []
      for segment in segments {
        #expect(
          segment.bytes.lowerBound >= 0 && segment.bytes.upperBound <= text.count,
          "seed \(seed) round \(round)")
        while let last = open.last, last.upperBound <= segment.bytes.lowerBound { open.removeLast() }
        if let outer = open.last {
          #expect(segment.bytes.upperBound <= outer.upperBound, "ranges nest: seed \(seed) round \(round)")
        }
        open.append(segment.bytes)
        var end = segment.bytes.lowerBound
        for own in segment.ownWords {
          #expect(
            own.lowerBound >= end && own.upperBound <= segment.bytes.upperBound, "seed \(seed) round \(round)"
          )
          end = own.upperBound
        }
        for place in segment.header?.places ?? [] {
          #expect(place.words.utf8.elementsEqual(text[place.bytes]), "seed \(seed) round \(round)")
        }
      }
    }
  }
}
