import DaybookCore
import DaybookExtract
import Testing

/// Dates in documents with blocks and parts.
@Suite("Dates in documents")
struct DateDocumentTests {
  @Test(arguments: [
    ("Tuesday, February 15, 2022 9:41 AM", "2022-02-15T09:41"),
    ("15/02/2022 09:41:00", "2022-02-15T09:41:00"),
    ("15 February 2022 09:41", "2022-02-15T09:41"),
    ("Tue, 15 Feb 2022 09:41:07 +0000", "2022-02-15T09:41:07Z"),
    ("Tue, 14 Jun 2022 09:15:02 +0100 (BST)", "2022-06-14T09:15:02+01:00"),
    ("2022-02-15 09:41", "2022-02-15T09:41"),
    ("On 21 Feb 2022, at 11:03 am, Sam wrote:", "2022-02-21T11:03"),
    ("Mon 21 Feb 2022 at 11:03", "2022-02-21T11:03"),
    ("2/9/2022 2:35 PM", "2022-02-09T14:35"), ("2022-02-15T09:41:30Z", "2022-02-15T09:41:30Z"),
    ("Monday, 14 February 2022 at 16:55:30 GMT", "2022-02-14T16:55:30Z"),
  ])
  func headerLinesOfTheUsualClients(line: String, value: String) throws {
    let reading = try #require(DateReader().headerDate(Array(line.utf8)))
    #expect(reading.when.edtf == value)
    #expect(reading.basis == .header)
  }

  @Test func aHeaderWithoutAYearTakesTheNearestThatFitsItsWeekday() throws {
    let near = try #require(CivilDate(year: 2022, month: 7, day: 20))
    let reading = try #require(DateReader().headerDate(Array("Tue 15 Feb 09:41".utf8), near: near))
    #expect(reading.when.edtf == "2022-02-15T09:41")
    #expect(DateReader().headerDate(Array("not a date".utf8)) == nil)
  }

  @Test func eachMessageCountsFromItsOwnHeader() {
    let document = paper(
      "Will do tomorrow.\n\nCan you clear this by tomorrow? I am off until Monday.",
      segments: { text in
        let first = place(of: "Will do tomorrow.", in: text)
        return [
          Segment(
            kind: .message, bytes: first, header: MessageHeader(sentText: "16 February 2022 17:20"),
            rule: "test"),
          Segment(
            kind: .message, bytes: (first.upperBound + 2)..<text.count,
            header: MessageHeader(sent: Timex(edtf: "2022-02-15T18:55")), depth: 1, rule: "test"),
        ]
      })
    let found = ReadDate.list(DateReader().mentions(in: document), document.text)
    #expect(found.map(\.edtf) == ["2022-02-17", "2022-02-16", "../2022-02-21"])
    #expect(found.first?.reading.why.first?.contains("header of this message") == true)
  }

  @Test func aRowCountsFromItsDateCell() {
    let text = "12/01/2022 Note sent the next day 03/02 Answered yesterday"
    let document = paper(
      text,
      blocks: { bytes in
        [
          ("12/01/2022", 1, 1), ("Note sent the next day", 1, 2), ("03/02", 2, 1),
          ("Answered yesterday", 2, 2),
        ].map {
          Block(.cell, place(of: $0.0, in: bytes), cell: Block.Cell(table: 1, row: $0.1, column: $0.2))
        }
      })
    let found = ReadDate.list(DateReader().mentions(in: document), document.text)
    #expect(found.map(\.edtf) == ["2022-01-12", "2022-01-13", "2022-02-03", "2022-02-02"])
  }

  @Test func hiddenDeletedAndFurnitureAreNotRead() {
    let document = paper(
      "Page of 1 May 2020 Seen 2 May 2020 Gone 3 May 2020 Kept 4 May 2020",
      blocks: { bytes in
        [
          Block(.header, place(of: "Page of 1 May 2020", in: bytes)),
          Block(.hidden, place(of: "Seen 2 May 2020", in: bytes)),
          Block(.deleted, place(of: "Gone 3 May 2020", in: bytes)),
          Block(.paragraph, place(of: "Kept 4 May 2020", in: bytes)),
        ]
      })
    #expect(ReadDate.list(DateReader().mentions(in: document), document.text).map(\.edtf) == ["2020-05-04"])
  }

  @Test func theDocumentsOwnDateAnchorsWhatHasNone() throws {
    let own = try #require(Timex(edtf: "2022-03-04"))
    let document = paper(
      "On 15 February we met. We wrote yesterday.",
      dates: [DocumentDate(kind: .dated, when: own, basis: .explicit, text: "4 March 2022")])
    #expect(
      ReadDate.list(DateReader().mentions(in: document), document.text).map(\.edtf) == [
        "2022-02-15", "2022-03-03",
      ])
  }

  @Test func anyBytesGiveSpansInOrderAndDatesThatParseBack() {
    var random = SeededBytes(seed: 20_261_122)
    let pieces = [
      "14th", " February ", "2022", "/", "-", "–", "9:41 AM", "\n", " to ", "between ", " and ", "last ", "“",
      "£", "1/2/22",
      "99999999999999999999", "the end of the month", "two years ago", "31 December 9999", "1 January 1000",
      "yesterday",
      "9999 decades ago", "Q4 9999", "w/c 31 Dec 9999", "Christmas 2199", "20 working days ago", "• ",
      "0000-00-00", "é", "day",
    ].map { Array($0.utf8) }
    let anchors = [
      nil, CivilDate(year: 1, month: 1, day: 1), CivilDate(year: 9999, month: 12, day: 31),
      CivilDate(year: 2022, month: 2, day: 17),
    ]
    var seen = 0
    for round in 0..<400 {
      var text: [UInt8] = []
      for _ in 0..<random.below(40) {
        if random.below(4) == 0 {
          text.append(UInt8(random.below(256)))
        } else {
          text += pieces[random.below(pieces.count)]
        }
      }
      var last = 0
      for mention in DateReader().read(text: text, anchor: anchors[round % anchors.count]) {
        #expect(
          mention.bytes.lowerBound >= last && mention.bytes.upperBound <= text.count
            && !mention.bytes.isEmpty, "seed 20261122, round \(round)")
        last = mention.bytes.upperBound
        guard case .date(let reading) = mention.value else { continue }
        seen += 1
        for when in [reading.when] + reading.alternatives {
          #expect(Timex(edtf: when.edtf)?.edtf == when.edtf, "seed 20261122, round \(round): \(when.edtf)")
        }
      }
    }
    #expect(seen > 100)
  }
}

/// Numbers that are the same on every run. Source: Marsaglia, xorshift64.
struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(limit, 1)))
  }
}
