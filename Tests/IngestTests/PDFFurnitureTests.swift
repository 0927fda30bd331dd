import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Testing

@Test(arguments: [
  "Page 3 of 9", "3", "- 3 -", "3/9", "iv", "p. 12", "FOI-2353-000012", "ABC000123", "DOJ_0001234",
  "OFFICIAL", "OFFICIAL-SENSITIVE",
  "OFFICIAL: SENSITIVE (COMMERCIAL)", "NOT PROTECTIVELY MARKED", "UNCLASSIFIED",
])
func knowsFurnitureByItsForm(text: String) {
  #expect(FurniturePattern(ArraySlice(text.utf8)) != nil)
}

@Test(arguments: [
  "MARCH 2022", "9 February 2022", "Official reply", "SW1H 0TL", "Dear Ann", "in confidence we say",
  "2 pages of 3 with 4", "B2 2022",
])
func leavesOtherLinesAlone(text: String) {
  #expect(FurniturePattern(ArraySlice(text.utf8)) == nil)
}

@Test func aRunningHeaderOfTheMiddlePapersOnly() throws {
  var pdf = MiniPDF()
  for number in 1...9 {
    pdf.page { page in
      if (4...6).contains(number) { page.text("Assessment of the trial, draft 2", y: 40, size: 9) }
      page.lines(["Paragraph \(number) begins here and", "goes on with words of its own kind."], y: 130)
    }
  }
  let reading = try PDFReading(pdf)
  expectSoundPages(reading.documents, pages: 9)
  #expect(reading.document.pages.map(\.furniture.count) == [0, 0, 0, 1, 1, 1, 0, 0, 0])
  #expect(!reading.text.contains("Assessment of the trial"))
}

/// Messages of a printed chain begin with the same line at the same place of each page.
@Test func aRepeatedFirstLineOfAMessageIsNoHeader() throws {
  var pdf = MiniPDF()
  for number in 1...5 {
    pdf.page { page in
      page.lines(["From: Ann Example", "Sent: \(number) February 2022", "Subject: The trial"], y: 60)
      page.lines(["The text of message \(number)."], y: 130)
    }
  }
  let reading = try PDFReading(pdf)
  #expect(reading.document.pages.map(\.furniture) == Array(repeating: [], count: 5))
  #expect(reading.blocks.count { $0 == "message-header: From: Ann Example" } == 5)
}

@Test func aDocumentOfOnePageHasFurnitureToo() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.text("The only words.", y: 100)
    page.text("4", x: 297, y: 820, size: 8)
  }
  let reading = try PDFReading(pdf)
  #expect(reading.document.pages.map(\.furniture) == [["4"]])
  #expect(reading.blocks == ["paragraph: The only words."])
}

/// The first line of each page is its date: the words of a log, not a header.
@Test func datesThatChangeAreNoHeader() throws {
  var pdf = MiniPDF()
  for day in 1...6 {
    pdf.page { page in
      page.text("Log of \(day) February 2022", y: 50)
      page.lines(["Nothing was sent on this day."], y: 100 + Double(day) * 20)
    }
  }
  let reading = try PDFReading(pdf)
  #expect(reading.document.pages.map(\.furniture) == Array(repeating: [], count: 6))
  for day in 1...6 { #expect(reading.text.contains("Log of \(day) February 2022")) }
}
