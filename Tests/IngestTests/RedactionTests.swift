import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookIngest

/// Marks of redaction in text and on pages.
struct RedactionTests {
  /// Marked text → form and clause of each mark.
  @Test(arguments: [
    ("From: «[redacted s40(2)]»", "bracket s40(2)"), ("To: «[s.40(2)]» and others", "bracket s40(2)"),
    ("Dear «[REDACTED]»,", "bracket -"), ("Cc: «XXXXX»", "run -"), ("sent to «████████» today", "box -"),
    ("«████ [s.40(2)]»", "box s40(2)"), ("«B6»", "code (b)(6)"), ("He told «(b)(6)» that", "code (b)(6)"),
    ("«(b)(7)(C)»", "code (b)(7)(C)"), ("«[Section 36(2)(b)(ii)]»", "bracket s36(2)(b)(ii)"),
    ("«[Reg 12(5)(f)]»", "bracket reg 12(5)(f)"), ("Van: «5.1.2e» aan de minister", "code 5.1.2.e"),
    ("«[§ 5 Abs. 1 IFG]»", "bracket § 5 Abs. 1 IFG"), ("«[geschwärzt]»", "bracket -"),
    ("«[golygwyd o dan adran 40(2)]»", "bracket s40(2)"), ("«[Art. 4(1)(b)]»", "bracket art. 4(1)(b)"),
    ("«(name redacted)»", "bracket -"), ("«[s 47F]»", "bracket s47F"),
  ])
  func readsMarks(text: String, expected: String) {
    let marked = MarkedText(text)
    let found = RedactionScan.redactions(in: Array(marked.text.utf8))
    #expect(found.map(\.bytes) == marked.ranges, "\(text)")
    #expect(found.map { "\($0.form.rawValue) \($0.clause ?? "-")" } == [expected], "\(text)")
  }

  @Test(arguments: [
    "We withheld it under section 40(2) of the Act.", "Exemption (b)(6) protects privacy.", "[sic] and [1]",
    "***** Important *****", "Super Bowl XXX", "see (b) and (c)", "It rests on article 5.1.2e of the act.",
    "Max. 10.2 kg", "I love you xxx",
    "The redacted version was sent on 3 May.", "paragraph (b)(6)",
  ])
  func leavesTalkAlone(text: String) {
    #expect(RedactionScan.redactions(in: Array(text.utf8)).isEmpty, "\(text)")
  }

  @Test func aBlackBoxReadsAsASign() throws {
    var pdf = MiniPDF()
    pdf.page { page in
      page.text("From:", y: 100)
      page.rectangle(x: 110, y: 91, width: 80, height: 12)
      page.text("Sent: 9 February 2022 10:14", y: 114)
      page.text("Please ask", y: 140)
      page.rectangle(x: 125, y: 131, width: 60, height: 12)
      page.text("for the file.", x: 190, y: 140)
      page.rectangle(x: 72, y: 300, width: 450, height: 2)
    }
    let document = try PDFReading(pdf).document
    let text = document.string
    #expect(text.contains("From: ████"), "\(text)")
    #expect(text.contains("Please ask ████"), "\(text)")
    #expect(text.contains("█ for the file."), "\(text)")
    #expect(RedactionScan.blocks(in: document).count == 2)
    #expect(RedactionScan.blocks(in: document).allSatisfy { $0.page == 1 && $0.kind == .redaction })
  }

  @Test func aLabelInWhiteOnBlackIsNoRedaction() throws {
    var pdf = MiniPDF()
    pdf.page { page in
      page.text("Words above", y: 80)
      page.rectangle(x: 70, y: 91, width: 200, height: 14)
      page.operators("1 g")
      page.text("OFFICIAL", x: 75, y: 101)
      page.operators("0 g")
    }
    #expect(!(try PDFReading(pdf).document.string.contains("█")))
  }
}

/// Pages that are read from their pictures.
struct OCRTests {
  private static var isInstalled: Bool { OCRSupport.missing(for: OCRSettings()) == nil }

  private func picture(_ lines: [String]) throws -> GreyPicture {
    var pdf = MiniPDF()
    pdf.page { $0.lines(lines, y: 100, size: 12, pitch: 16) }
    let file = try PDFFile(SourceBytes(pdf.bytes))
    let layout = PageLayout(number: 1, width: 5950, height: 8420)
    return try #require(file.withPage(1) { PageOCR.picture(of: $0, layout) } ?? nil)
  }

  private static let lines = [
    "The Department replied to the Commissioner on 14 February 2022.",
    "It did not agree that the collections should be paused at once.",
    "A further letter was promised before the end of the month.",
    "No other records are held about this decision.",
  ]

  private func read(_ picture: GreyPicture) throws -> (words: Set<String>, quality: OCRQuality, lines: Int) {
    let engine = try #require(OCREngine(languages: ["eng"]))
    let reading = try #require(OCRReading(picture, by: engine))
    let layout = OCRLayout(reading)
    return (
      Set(reading.words.map { String(decoding: $0.text, as: UTF8.self) }), reading.quality, layout.lines.count
    )
  }

  @Test(.enabled(if: isInstalled, "tesseract is not installed"))
  func readsWordsWithTheirPlaces() throws {
    let found = try read(try picture(Self.lines))
    #expect(found.words.isSuperset(of: ["Department", "Commissioner", "February", "promised"]))
    #expect(found.quality.confidence >= 80 && found.quality.turn == 0)
    #expect(found.lines == 4)
  }

  @Test(.enabled(if: isInstalled, "tesseract is not installed"))
  func straightensAndTurns() throws {
    let slanted = try read(try picture(Self.lines).straightened(4))
    #expect(abs(slanted.quality.skewTenths) >= 30)
    #expect(slanted.words.isSuperset(of: ["Department", "February"]))
    let sideways = try read(try picture(Self.lines + Self.lines + Self.lines).turned(90))
    #expect(sideways.quality.turn == 270)
    #expect(sideways.words.isSuperset(of: ["Department", "February"]))
  }

  @Test func turnsAreExact() {
    let picture = GreyPicture(dots: [1, 2, 3, 4, 5, 6], width: 3, height: 2, resolution: 300)
    #expect(picture.turned(90).dots == [4, 1, 5, 2, 6, 3])
    #expect(picture.turned(180).dots == [6, 5, 4, 3, 2, 1])
    #expect(picture.turned(270).turned(90).dots == picture.dots)
  }

  @Test func onlyPagesWithoutWordsAreWanted() throws {
    var pdf = MiniPDF()
    pdf.page { $0.text("Native words", y: 100) }
    pdf.page { $0.rectangle(x: 100, y: 100, width: 300, height: 300, grey: 0.5) }
    var options = ConversionOptions()
    options.ocr = OCRSettings()
    let reading = try PDFReading(pdf, options: options)
    #expect(reading.layouts.map(\.wantsOCR) == [false, true])
    #expect(try PDFReading(pdf).layouts.map(\.wantsOCR) == [false, false])
  }

  @Test func whatIsMissingIsSaidOnce() {
    let reason = OCRSupport.missing(for: OCRSettings(languages: ["xyz"]))
    #expect(reason?.contains("xyz") ?? false || reason?.contains("tesseract is not installed") ?? false)
  }
}
