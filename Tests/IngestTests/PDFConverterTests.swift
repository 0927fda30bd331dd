import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Foundation
import Testing

@Test func propertiesOutlineAndAttachments() throws {
  var pdf = MiniPDF()
  pdf.info = [
    ("Title", "A release"), ("Author", "The Department"), ("CreationDate", "D:20220720100000+01'00'"),
    ("ModDate", "D:20220721"),
  ]
  pdf.outline = [("Letter", 1), ("Annex", 2)]
  for number in 1...2 { pdf.page { $0.text("Page with words \(number).", y: 100) } }
  let reading = try PDFReading(pdf)
  let head = try #require(reading.head)
  #expect(reading.pageCount == 2)
  #expect(head.title == "A release")
  #expect(head.dates.map(\.kind) == [.created, .modified])
  #expect(head.dates.first?.when.utcOffset == 60)
  #expect(head.dates.first?.when.earliest?.description == "2022-07-20T10:00")
  #expect(head.dates.allSatisfy { $0.basis == .property && $0.bytes == nil })
  #expect(
    head.metadata.compactMap(OutlineEntry.init).map { "\($0.page) \($0.title)" } == ["1 Letter", "2 Annex"])
  #expect(head.metadata.contains(MetadataItem("author", "The Department")))

  var carrier = MiniPDF()
  carrier.attachments = [("../note#1.txt", Array("attached".utf8))]
  carrier.page { $0.text("See the attachment.", y: 100) }
  #expect(try PDFReading(carrier).children == [ChildSource(name: "note1.txt", bytes: Array("attached".utf8))])
}

@Test func aLongFileComesInPiecesAndChunks() throws {
  var pdf = MiniPDF()
  for number in 1...150 {
    pdf.page { page in
      page.text("Page \(number) of 150", x: 280, y: 825, size: 8)
      page.lines(["These are the words of sheet \(number), which are its own and end here."], y: 100)
    }
  }
  let reading = try PDFReading(pdf)
  #expect(reading.pieces == [.pages(65...128), .pages(129...150)])
  #expect(reading.layouts.map(\.number) == Array(1...150))
  #expect(reading.documents.count > 1)
  expectSoundPages(reading.documents, pages: 150)
  #expect(reading.assembled() == reading.documents)

  var small = ConversionOptions()
  small.pagesPerPiece = 10
  #expect(try PDFReading(pdf, options: small).documents == reading.documents)
}

@Test func layoutsTravelUnchanged() throws {
  var pdf = MiniPDF()
  pdf.page { page in
    page.lines(["From: Ann Example", "Subject: A short text"], y: 60)
    page.text("Hidden here", y: 200)
    page.rectangle(x: 60, y: 185, width: 200, height: 20)
    page.note("A remark", author: "Ben", date: "D:2022")
  }
  for layout in try PDFReading(pdf).layouts {
    #expect(try PageLayout(wireBytes: layout.wireBytes) == layout)
    let bytes = layout.wireBytes
    for length in 0..<bytes.count {
      #expect(throws: WireError.self) { try PageLayout(wireBytes: Array(bytes.prefix(length))) }
    }
  }
}

@Test func pagesWithoutTextAreReportedOnce() throws {
  var pdf = MiniPDF()
  pdf.page { $0.text("Words.", y: 100) }
  for _ in 1...3 { pdf.page { $0.rectangle(x: 100, y: 100, width: 300, height: 300, grey: 0.5) } }
  pdf.page { _ in }
  let reading = try PDFReading(pdf)
  expectSoundPages(reading.documents, pages: 5)
  #expect(reading.document.pages.map(\.hasTextLayer) == [true, false, false, false, true])
  #expect(
    reading.document.findings.map(\.message) == [
      "pages 2 to 4 have no text layer; pictures of pages are not read (--ocr off)"
    ])
}

@Test func aFalsePageCountBuysNothing() throws {
  var pdf = MiniPDF()
  for number in 1...80 { pdf.page { $0.text("The words of sheet \(number).", y: 100) } }
  pdf.claimedPages = 160
  let reading = try PDFReading(pdf)
  #expect(reading.layouts.map(\.number) == Array(1...80))
  #expect(!reading.findings.isEmpty)
  #expect(reading.findings.allSatisfy { $0.severity == .loss })

  pdf.claimedPages = 2_000_000_000
  #expect(throws: ConversionError.self) { try PDFReading(pdf) }
}

@Test func whatIsNoPDFIsUnreadable() {
  #expect(throws: ConversionError.self) { try PDFReading(Array("no PDF at all".utf8)) }
  #expect(throws: ConversionError.self) { try PDFReading([]) }
}

/// Broken and cut files: something or an error, never a crash.
@Test func survivesDamage() throws {
  var pdf = MiniPDF()
  for number in 1...3 {
    pdf.page { page in
      page.lines(["A line of page \(number)", "and another."], y: 100)
      page.rectangle(x: 70, y: 90, width: 50, height: 20)
    }
  }
  let whole = pdf.bytes
  var seed: UInt64 = 7
  func random(_ limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % limit
  }
  var readable = 0
  for _ in 0..<200 {
    var bytes = whole
    for _ in 0...random(20) { bytes[random(bytes.count)] = UInt8(random(256)) }
    if random(3) == 0 { bytes.removeLast(random(bytes.count)) }
    guard let reading = try? PDFReading(bytes) else { continue }
    expectSoundPages(reading.documents)
    readable += 1
  }
  #expect(readable > 10, "damage with seed 7 left something to read")
}

private let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/data")

@Test(
  .enabled(if: FileManager.default.fileExists(atPath: shared.path), "the folder ../shared/data is not there"),
  arguments: [
    "hostile/qpdf-damaged-pdfs", "foi/pdfplumber-gov-pdfs", "foi/froide-redaction-tests",
    "foi/alaveteli-pdfs",
  ])
func survivesFilesFromElsewhere(folder: String) throws {
  let names = try FileManager.default.contentsOfDirectory(atPath: shared.appending(path: folder).path).filter
  { $0.hasSuffix(".pdf") }
  var readable = 0
  for name in names.sorted() {
    let bytes = try Data(contentsOf: shared.appending(path: "\(folder)/\(name)"))
    guard let reading = try? PDFReading(Array(bytes)) else { continue }
    expectSoundPages(reading.documents, name)
    #expect(reading.assembled() == reading.documents, "\(name): same layouts, same documents")
    readable += 1
  }
  #expect(readable * 2 >= names.count)
}
