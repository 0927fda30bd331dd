import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookIngest

struct MailboxTests {
  private func message(_ number: Int, body: String, extra: String = "") -> String {
    "From a\(number)@b.example Wed Feb 09 09:41:12 2022\nFrom: a\(number)@b.example\n\(extra)Subject: s\(number)\n\n\(body)\n\n"
  }

  @Test func eachMessageIsASource() throws {
    let result = try MailResult.mailbox(message(1, body: "One") + message(2, body: "Two"))
    #expect(result.documents.map(\.source.path) == ["mail#1", "mail#2"])
    #expect(result.documents.map(\.source.container) == ["mail", "mail"])
    let raw = "From: a1@b.example\nSubject: s1\n\nOne\n"
    #expect(result.documents[0].source.id.text == SHA256Digest(of: Array(raw.utf8)).hex())
    #expect(result.documents[0].source.byteCount == raw.utf8.count)
  }

  @Test func wordsInABodyBeginNoMessage() throws {
    let body =
      "Hello\n\nFrom the Department we heard nothing.\n\nFrom 9 Feb 2022 on: nothing\nFrom: quoted@b.example\n\nend"
    let result = try MailResult.mailbox(message(1, body: body) + message(2, body: "Two"))
    #expect(result.documents.count == 2)
    #expect(result.documents[0].string.contains("From 9 Feb 2022 on"))
  }

  @Test func lineBreaksMayBeCRLF() throws {
    let text = (message(1, body: "One") + message(2, body: "Two")).replacing("\n", with: "\r\n")
    let result = try MailResult.mailbox(text)
    #expect(result.documents.map(\.title) == ["s1", "s2"])
    #expect(result.documents[0].string.hasSuffix("\n\nOne\n"))
  }

  @Test func escapesAreUndone() throws {
    let result = try MailResult.mailbox(
      message(1, body: "a\n>From here\nb\n>>From there\n\n> quoted\n>From quoted\n> more"))
    #expect(
      result.documents.first?.string.hasSuffix(
        "a\nFrom here\nb\n>From there\n\n> quoted\n>From quoted\n> more\n") == true)
  }

  @Test func aCountedLengthHidesEnvelopesInTheBody() throws {
    let body = "x\n\nFrom c@d.example Wed Feb 09 09:41:12 2022\nFrom: c@d.example\nSubject: inner\n\ny\n"
    let counted = message(1, body: body, extra: "Content-Length: \(body.utf8.count)\n")
    #expect(try MailResult.mailbox(counted + message(2, body: "Two")).documents.map(\.title) == ["s1", "s2"])
    let wrong = message(1, body: body, extra: "Content-Length: 12\n")
    #expect(
      try MailResult.mailbox(wrong + message(2, body: "Two")).documents.map(\.title) == ["s1", "inner", "s2"])
  }

  @Test func whatComesBeforeTheFirstMessageIsNamed() throws {
    let result = try MailResult.mailbox("junk\njunk\n\n" + message(1, body: "One"))
    #expect(result.documents.count == 1)
    #expect(result.findings.map(\.code) == ["mailbox-preamble"])
    #expect(throws: ConversionError.unreadable(reason: "has no line that begins a message")) {
      try MailResult.mailbox("From here to there\nnothing\n")
    }
  }

  @Test func everyEnvelopeIsAccountedFor() throws {
    let empty = "From a@b.example Wed Feb 09 09:41:12 2022\n\n"
    let headless = "From a@b.example Wed Feb 09 09:41:12 2022\n\nwords only\n\n"
    let result = try MailResult.mailbox(message(1, body: "One") + headless + empty + message(4, body: "Four"))
    #expect(result.documents.map(\.source.path) == ["mail#1", "mail#2", "mail#4"])
    #expect(result.findings.map(\.message) == ["message 3 is empty"])
    #expect(result.findings.map(\.severity) == [.loss])
    #expect(result.documents[1].findings.map(\.code).contains("mail-no-header"))
  }

  @Test(arguments: [1, 100, 400, 5000])
  func piecesGiveTheSameAsTheWhole(size: Int) throws {
    let text = (1...40).map { message($0, body: String(repeating: "word ", count: $0 * 7)) }.joined()
    let whole = try MailResult.mailbox(text)
    let pieces = try MailResult.mailbox(text, bytesPerPiece: size)
    #expect(whole.documents.count == 40)
    #expect(whole.pieces.isEmpty)
    #expect(pieces.pieces.isEmpty == (size > 4000 && text.utf8.count < size))
    #expect(
      pieces.documents.sorted { $0.source.byteCount < $1.source.byteCount }
        == whole.documents.sorted { $0.source.byteCount < $1.source.byteCount })
  }

  @Test func attachmentsStandBehindTheirMessage() throws {
    let mime = "Content-Type: multipart/mixed; boundary=X\n"
    let body = "--X\n\nwords\n--X\nContent-Disposition: attachment; filename=note.docx\n\nabc\n--X--\n"
    let result = try MailResult.mailbox(message(1, body: "One") + message(2, body: body, extra: mime))
    #expect(result.children.map(\.name) == ["2#note.docx"])
  }

  /// Random damage to a mailbox and to a message with parts: whatever comes out, nothing traps and nothing
  /// hangs.
  @Test func survivesDamage() throws {
    let mailbox = Array((message(1, body: "One") + message(2, body: "> a\n>> b\n\nKind regards,\nX")).utf8)
    let mime = Array(
      """
      From: "A" <a@b.example>, g: c@d.example;
      Date: Wed, 09 Feb 2022 09:41:12 +0000
      Content-Type: multipart/mixed; boundary=X

      --X
      Content-Type: multipart/alternative; boundary=Y

      --Y
      Content-Type: text/html; charset=iso-2022-jp

      <p>a<blockquote>b</blockquote>
      --Y--
      --X
      Content-Type: message/rfc822

      From: c@d.example

      From: x
      Sent: 1 May 2022
      --X--
      """.utf8)
    var random = DaybookTestSupport.SeededGenerator(seed: 41)
    for round in 0..<400 {
      var bytes = round % 2 == 0 ? mailbox : mime
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...20, using: &random)))
        default: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 30)], at: index)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      let result = try? MailResult.read(bytes, with: round % 2 == 0 ? MailboxConverter() : MailConverter())
      for document in result?.documents ?? [] {
        #expect(String(validating: document.text, as: UTF8.self) != nil)
        for block in document.blocks { #expect(block.bytes.upperBound <= document.text.count) }
        for segment in Segmenters.segments(in: document) {
          #expect(segment.bytes.upperBound <= document.text.count)
        }
      }
    }
  }
}
