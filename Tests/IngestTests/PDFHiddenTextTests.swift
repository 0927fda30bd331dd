import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Testing

private let secret = "Jane Smith"

/// Each hides the same two words of a line in another way.
private let disguises: [(name: String, draw: @Sendable (inout MiniPDF.Page) -> Void)] = [
  (
    "under a black box",
    { page in
      page.text(secret, x: 200, y: 100)
      page.rectangle(x: 195, y: 90, width: 70, height: 14)
    }
  ),
  (
    "under a white box",
    { page in
      page.text(secret, x: 200, y: 100)
      page.rectangle(x: 195, y: 90, width: 70, height: 14, grey: 1)
    }
  ),
  ("white on white", { page in page.operators("BT 1 g /F1 10 Tf 1 0 0 1 200 742 Tm (\(secret)) Tj 0 g ET") }),
  (
    "black on black",
    { page in
      page.rectangle(x: 195, y: 90, width: 70, height: 14)
      page.text(secret, x: 200, y: 100)
    }
  ),
  ("invisible", { page in page.operators("BT 3 Tr /F1 10 Tf 1 0 0 1 200 742 Tm (\(secret)) Tj 0 Tr ET") }),
]

@Test(arguments: disguises.map(\.name))
func hiddenWordsAreReportedAndNoPartOfTheText(name: String) throws {
  let disguise = try #require(disguises.first { $0.name == name })
  var pdf = MiniPDF()
  pdf.page { page in
    page.text("The letter was written by", x: 72, y: 100)
    page.text("on 9 February 2022.", x: 275, y: 100)
    page.text("A line that everybody can read, and that is as long as the one which has a gap.", y: 112)
    disguise.draw(&page)
  }
  let reading = try PDFReading(pdf)
  #expect(!reading.text.contains("Jane"))
  #expect(!reading.text.contains("Smith"))
  // A visible box reads as a sign of redaction; words that merely cannot be seen leave nothing.
  let line = reading.text.replacing(#/ █+/#, with: "")
  #expect(line.contains("The letter was written by on 9 February 2022."))
  #expect(reading.text.contains("everybody can read"))
  let findings = reading.document.findings.filter { $0.code == "hidden-text" }
  #expect(findings.map(\.page) == [1])
  #expect(findings.allSatisfy { $0.severity == .warning && !$0.message.contains("Smith") })
  #expect(reading.layouts.first?.hidden.map { String(decoding: $0.text, as: UTF8.self) } == [secret])
}

@Test func whatCanBeReadIsNotHidden() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.rectangle(x: 60, y: 85, width: 200, height: 20, grey: 0.8)
    page.text("On a grey ground", y: 100)
    page.rectangle(x: 60, y: 125, width: 200, height: 20)
    page.operators("BT 1 g /F1 10 Tf 1 0 0 1 72 702 Tm (White on black) Tj 0 g ET")
    page.text("Withheld:", y: 180)
    page.rectangle(x: 120, y: 170, width: 100, height: 14)
    page.text("and more.", x: 225, y: 180)
  }
  let reading = try PDFReading(pdf)
  #expect(reading.document.findings.isEmpty)
  for words in ["On a grey ground", "White on black", "Withheld:", "and more."] {
    #expect(reading.text.contains(words))
  }
}

@Test func wordsOutsideThePageAreReported() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.text("Inside the page.", y: 100)
    page.text("Outside of it", x: 700, y: 100)
  }
  let reading = try PDFReading(pdf)
  #expect(!reading.text.contains("Outside"))
  #expect(reading.document.findings.map(\.code) == ["hidden-text"])
}

/// Somebody's OCR: invisible letters over a picture of the page are its words.
@Test func lettersOverAPictureOfThePageAreRead() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.operators("q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u{40}\u{60}\u{60}\u{40} EI Q")
    page.operators("BT 3 Tr /F1 12 Tf 1 0 0 1 72 700 Tm (Received on 9 February 2022) Tj 0 Tr ET")
  }
  let reading = try PDFReading(pdf)
  #expect(reading.layouts.map(\.isOCR) == [true])
}

/// A page whose content lies in a form, painted with a clip, is followed into it.
@Test func clippedTextIsLookedAt() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.text("Visible words here.", y: 100)
    page.operators("q 60 500 300 30 re W n BT /F1 10 Tf 1 0 0 1 72 510 Tm (Inside the clip) Tj ET Q")
    page.operators("q 60 500 300 30 re W n BT /F1 10 Tf 1 0 0 1 72 400 Tm (Outside the clip) Tj ET Q")
  }
  let reading = try PDFReading(pdf)
  #expect(reading.text.contains("Visible words here."))
  #expect(reading.text.contains("Inside the clip"))
  #expect(!reading.text.contains("Outside the clip"))
}
