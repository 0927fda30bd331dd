import DaybookCore
import Testing

@testable import DaybookIngest

/// The kind of a file, by content first and by name last.
struct DetectorTests {
  private func kind(_ text: String, _ path: String = "file") -> String { kind(Array(text.utf8), path) }

  private func kind(_ bytes: [UInt8], _ path: String = "file") -> String {
    Detector.detect(SourceBytes(bytes), path: path).mediaType
  }

  @Test func contentCountsBeforeTheName() {
    #expect(kind("%PDF-1.4\n1 0 obj", "letter.txt") == "application/pdf")
    #expect(kind("junk in front\n%PDF-1.4\n1 0 obj\n", "x") == "application/pdf")
    #expect(kind("A note that mentions %PDF-1.4 and no more.", "note.txt") == "text/plain")
    #expect(kind("{\\rtf1 hello}", "a.doc") == "application/rtf")
    #expect(kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a.jpg") == "image/png")
    #expect(kind([0x1F, 0x8B, 8, 0], "a.txt") == "application/gzip")
    #expect(kind([], "a.pdf") == "application/x-empty")
    #expect(kind("BEGIN:VCALENDAR\nVERSION:2.0", "a.txt") == "text/calendar")
  }

  @Test func wrongNameIsAFinding() {
    let found = Detector.detect(SourceBytes(Array("%PDF-1.4".utf8)), path: "a/letter.docx")
    #expect(found.findings.map(\.code) == ["wrong-extension"])
    #expect(Detector.detect(SourceBytes(Array("plain words".utf8)), path: "a.log").findings.isEmpty)
    // A document that Word saved as HTML or RTF under the old name opens like any other.
    #expect(Detector.detect(SourceBytes(Array("{\\rtf1}".utf8)), path: "a.doc").findings.isEmpty)
  }

  @Test func looksIntoZIPs() {
    #expect(kind(TestOffice.docx("<w:p/>")) == MediaType.docx)
    #expect(kind(TestOffice.odt("<text:p/>")) == MediaType.odt)
    #expect(kind(TestArchive.zip([.init("word/notes.txt", "a folder called word")])) == "application/zip")
    #expect(
      kind(TestArchive.zip([.init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.xml", "<x/>")]))
        == MediaType.xlsx)
    #expect(kind(TestArchive.zip([.init("mimetype", "application/epub+zip")])) == "application/epub+zip")
    // Cut short: no directory, but the first names are there.
    #expect(kind(Array(TestOffice.docx("<w:p/>").prefix(700)), "a.docx") == MediaType.docx)
  }

  @Test func tellsMailFromTextThatLooksLikeIt() {
    let headers =
      "From: A <a@example.org>\nTo: b@example.org\nSubject: Plan\nDate: Wed, 9 Feb 2022 10:14:00 +0000\n\nHello"
    #expect(kind(headers) == "message/rfc822")
    #expect(kind(headers, "mail.txt") == "message/rfc822")
    // Printed by Outlook, then saved as text: its place is in a document.
    let printed = "From: A\nSent: 9 February 2022 10:14\nTo: B\nSubject: Plan\n\nHello"
    #expect(kind(printed) == "text/plain")
    #expect(kind(printed, "a.txt") == "text/plain")
    #expect(kind("From: A\nDate: 3 May 2021\nTo: B\n\nHello", "a.txt") == "text/plain")
    #expect(kind("Subject: only one known header\n\ntext") == "text/plain")
    #expect(kind("To: the people\nAll rise.\n") == "text/plain")
    #expect(kind("X-Odd: 1\nReceived: by mail\nMIME-Version: 1.0\n\nhi", "a.txt") == "message/rfc822")
  }

  @Test func appleMessagesAreMessages() {
    #expect(kind("42\nReceived: by mail\nFrom: a\nTo: b\n\nHello") == "message/rfc822")
    #expect(kind("42\nis the answer: to\nall of it") == "text/plain")
  }

  @Test func tellsMailboxFromMessage() {
    let message =
      "From a@example.org Wed Feb  9 10:14:00 2022\nFrom: a@example.org\nTo: b@example.org\n\nHello\n"
    #expect(kind(message, "a.eml") == "message/rfc822")
    #expect(kind(message, "a.mbox") == "application/mbox")
    #expect(kind(message + "\n" + message) == "application/mbox")
    #expect(kind("From the first day on, at 10:14 in 2022,\nthis went well: so far.\n") == "text/plain")
  }

  @Test func tellsMarkupApart() {
    #expect(kind("<!DOCTYPE html><p>x") == "text/html")
    #expect(kind("\u{FEFF} <!-- saved --> <HTML><body>") == "text/html")
    #expect(kind("<?xml version=\"1.0\"?><html xmlns=\"x\"><p/></html>") == "text/html")
    #expect(kind("<?xml version=\"1.0\"?><case/>") == "application/xml")
    #expect(kind("plain words in a page", "a.htm") == "text/html")
    #expect(kind("<b>Warning</b>: markdown with markup", "a.md") == "text/markdown")
    #expect(kind("[{\"when\": 1}]") == "application/json")
    #expect(kind("[see below] It was said.") == "text/plain")
  }

  @Test func tellsTablesApart() {
    let rows = "Date,Who,What\n" + (1...6).map { "\($0) May,ICO,wrote\n" }.joined()
    #expect(kind(rows) == "text/csv")
    #expect(kind(rows.replacing(",", with: "\t")) == "text/tab-separated-values")
    #expect(kind("one, two, and three\nfour, five, and six\n") == "text/plain")
    #expect(kind("anything", "a.csv") == "text/csv")
    #expect(
      kind("\u{FE}DOCID\u{FE}\u{14}\u{FE}BEGBATES\u{FE}\n\u{FE}1\u{FE}\u{14}\u{FE}A1\u{FE}\n", "a.dat")
        == "application/x-concordance")
  }

  @Test func nothingKnownIsSkippedWithItsReason() {
    let unknown = Reading("blob.xyz", [0, 1, 2, 3, 0, 0, 0xFF, 0x80, 0, 7])
    #expect(unknown.skipped.map(\.reason) == ["neither content nor name tell what kind of file it is"])
    #expect(
      Reading("call.wav", Array("RIFF1234WAVEfmt ".utf8)).skipped.map(\.reason) == [
        "no reader for audio/vnd.wave yet"
      ])
    #expect(Reading("nothing.docx", []).skipped.map(\.reason) == ["the file is empty"])
  }

  @Test func encryptedOfficeFilesSaySo() throws {
    // An OLE2 file with one directory sector that names the stream of an encrypted package.
    var file = [UInt8](repeating: 0, count: 512 * 3)
    file.replaceSubrange(0..<8, with: OLEProbe.magic)
    file[30] = 9
    file[48] = 1  // the directory is sector 1
    file.replaceSubrange(76..<80, with: [0, 0, 0, 0])  // the allocation table is sector 0
    file.replaceSubrange(512..<520, with: [0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF])
    let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    file.replaceSubrange(1024..<(1024 + name.count), with: name)
    file[1024 + 64] = UInt8(name.count + 2)
    let reading = Reading("dpia.docx", file)
    #expect(reading.failed.map(\.error) == [.encrypted])
    #expect(reading.findings.isEmpty)
  }
}
