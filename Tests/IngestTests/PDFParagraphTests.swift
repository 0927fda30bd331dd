import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Testing

/// Forty words, of which each test takes what it needs.
private let prose = [
  "The Department wrote to the Commissioner on the first day of the trial and said that",
  "the assessment had not been finished by then. The Commissioner asked for a copy and",
  "was told that it would be sent as soon as the last signature had been given, which was",
  "expected within the week. Nothing was sent in that week or in the one that followed it,",
  "and the trial went on in all of the schools that had agreed to take part from the start",
  "of term. The Commissioner wrote again.",
]

@Test func linesOfAParagraphAreOneRange() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.lines(prose, y: 100)
    page.lines(["A second paragraph stands apart."], y: 200)
  }
  let reading = try PDFReading(pdf)
  expectSoundPages(reading.documents, pages: 1)
  #expect(
    reading.blocks == [
      "paragraph: " + prose.joined(separator: " "), "paragraph: A second paragraph stands apart.",
    ])
}

@Test func aParagraphOverAPageBreakIsOneRangeWithoutFurniture() throws {
  var pdf = MiniPDF()
  for (number, lines) in [Array(prose.prefix(3)), Array(prose.suffix(3)), ["The end of it."]].enumerated() {
    pdf.page { page in
      page.text("OFFICIAL-SENSITIVE", x: 250, y: 30, size: 8)
      page.lines(lines, y: 100)
      page.text("FOI-2022-00\(number + 1)017", x: 450, y: 810, size: 8)
      page.text("Page \(number + 1) of 3", x: 280, y: 825, size: 8)
    }
  }
  let reading = try PDFReading(pdf)
  expectSoundPages(reading.documents, pages: 3)
  #expect(reading.blocks == ["paragraph: " + prose.joined(separator: " "), "paragraph: The end of it."])
  let pages = reading.document.pages
  #expect(
    pages.map(\.furniture)
      == (1...3).map { ["OFFICIAL-SENSITIVE", "FOI-2022-00\($0)017", "Page \($0) of 3"] })
  let second = reading.document.text[(pages.dropFirst().first?.bytes ?? 0..<0)]
  #expect(String(decoding: second, as: UTF8.self).hasPrefix("expected within the week."))
}

@Test func columnsAreReadOneAfterTheOther() throws {
  let left = [
    "The left column holds a first", "sentence that is long enough", "to run over several lines and",
    "to end in the right column of",
  ]
  let right = [
    "the page, where the words go", "on without a break and where", "the text comes to an end that",
    "is also the end of this test.",
  ]
  var pdf = MiniPDF()
  pdf.page { page in
    for index in 0..<4 {
      page.text(left[index], x: 72, y: 100 + Double(index) * 12)
      page.text(right[index], x: 320, y: 100 + Double(index) * 12)
    }
  }
  let reading = try PDFReading(pdf)
  #expect(reading.blocks == ["paragraph: " + (left + right).joined(separator: " ")])
}

@Test func headerLinesOfAPrintedMessageStayApart() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.lines(
      [
        "From: Ann Example <ann@department.example>", "Sent: 9 February 2022 10:14", "To: Ben Example",
        "Subject: The trial", "",
        "Dear Ben,", "", "> Please send it today.", "> Ann", ">", "> Thanks", "",
      ], y: 100)
    page.lines(
      ["• the first entry", "• the second entry", "1. a numbered entry", "(a) a lettered entry"], y: 260)
  }
  #expect(
    try PDFReading(pdf).blocks == [
      "message-header: From: Ann Example <ann@department.example>",
      "message-header: Sent: 9 February 2022 10:14",
      "message-header: To: Ben Example", "message-header: Subject: The trial", "paragraph: Dear Ben,",
      "quoted: > Please send it today.", "quoted: > Ann", "quoted: > Thanks", "list-item: • the first entry",
      "list-item: • the second entry", "list-item: 1. a numbered entry", "list-item: (a) a lettered entry",
    ])
}

@Test func headingsAndTablesAreNoParagraphs() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.text("Data Protection Impact Assessment", y: 80, size: 18)
    page.text("Version history", y: 120, font: .bold)
    for (row, cells) in [
      ["Version", "Date", "Author"], ["0.1", "3 May 2021", "A. Example"],
      ["1.0", "9 June 2021", "B. Example"],
    ].enumerated() {
      for (column, cell) in cells.enumerated() {
        page.text(cell, x: 72 + Double(column) * 150, y: 150 + Double(row) * 14)
      }
    }
    page.lines(prose, y: 250)
  }
  let reading = try PDFReading(pdf)
  let document = reading.document
  #expect(
    reading.blocks.prefix(2) == ["heading: Data Protection Impact Assessment", "heading: Version history"])
  let cells = document.blocks.filter { $0.kind == .cell }
  #expect(
    cells.compactMap(\.cell).map { [$0.row, $0.column] }
      == (1...3).flatMap { row in (1...3).map { [row, $0] } })
  #expect(
    cells.dropFirst(4).first.map { String(decoding: document.text[$0.bytes], as: UTF8.self) } == "3 May 2021")
  #expect(reading.blocks.last == "paragraph: " + prose.joined(separator: " "))
}

@Test func footnotesAndNotesStandOutsideTheParagraphThatGoesOn() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.lines(Array(prose.prefix(3)), y: 700)
    page.text("1 See the letter of 9 February 2022.", y: 760, size: 7)
    page.note("Is this right?", author: "Reviewer", date: "D:20220301120000Z")
  }
  pdf.page { page in page.lines(Array(prose.suffix(3)), y: 100) }
  let reading = try PDFReading(pdf)
  expectSoundPages(reading.documents, pages: 2)
  #expect(
    reading.blocks == [
      "footnote: 1 See the letter of 9 February 2022.", "comment: Is this right?",
      "paragraph: " + prose.joined(separator: " "),
    ])
  let comment = reading.document.blocks.first { $0.kind == .comment }
  #expect(comment?.author == "Reviewer")
  #expect(comment?.date?.earliest?.date == CivilDate(year: 2022, month: 3, day: 1))
}
