import DaybookCore
import Testing

@testable import DaybookIngest

struct MailConverterTests {
  static let plain = """
    From: =?utf-8?q?Zo=C3=AB?= Quill <zoe@school.example>
    To: Case Officer <case@regulator.example>, "Desk, Front" <desk@regulator.example>
    Cc: undisclosed-recipients:;
    Date: Wed, 09 Feb 2022 09:41:12 +0100
    Subject: =?iso-8859-1?q?Pr=FCfung?= of the
     collection
    Message-ID: <one@school.example>
    In-Reply-To: <zero@regulator.example>
    References: <a@regulator.example>
     <zero@regulator.example>
    Received: from a by b; Wed, 9 Feb 2022 08:42:00 +0000
    Received: from c by a; Wed, 9 Feb 2022 08:41:30 +0000

    The collection began on 1 February 2022.

    > Please confirm
    > the date.
    >> When?

    Kind regards,
    Zoë
    """

  @Test func readsHeaderAndBody() throws {
    let result = try MailResult.message(Self.plain)
    let document = try #require(result.documents.first)
    let header = try #require(document.header)
    #expect(document.kind == .message)
    #expect(header.from == [.init(name: "Zoë Quill", address: "zoe@school.example")])
    #expect(
      header.to == [
        .init(name: "Case Officer", address: "case@regulator.example"),
        .init(name: "Desk, Front", address: "desk@regulator.example"),
      ])
    #expect(header.cc.isEmpty, "a group without members names nobody")
    #expect(header.subject == "Prüfung of the collection")
    #expect(header.messageID == "<one@school.example>")
    #expect(header.inReplyTo == ["<zero@regulator.example>"])
    #expect(header.references == ["<a@regulator.example>", "<zero@regulator.example>"])
    #expect(
      document.string.hasPrefix(
        "From: Zoë Quill <zoe@school.example>\nTo: Case Officer <case@regulator.example>; Desk, Front <"))
    #expect(document.words(header.sentBytes) == "Wed, 09 Feb 2022 09:41:12 +0100")
    #expect(
      document.words(document.blocks.first?.bytes)?.hasSuffix("Subject: Prüfung of the collection") == true)
  }

  @Test func keepsSentAndReceivedApart() throws {
    let document = try #require(try MailResult.message(Self.plain).documents.first)
    let sent = try #require(document.dates.first { $0.kind == .sent })
    let received = try #require(document.dates.first { $0.kind == .received })
    #expect(sent.when.earliest?.description == "2022-02-09T09:41:12")
    #expect(sent.when.utcOffset == 60)
    #expect(sent.basis == .header)
    #expect(received.when.earliest?.description == "2022-02-09T08:42", "the topmost Received field")
    #expect(received.when.utcOffset == 0)
  }

  @Test func marksQuotationsAndSignature() throws {
    let document = try #require(try MailResult.message(Self.plain).documents.first)
    let blocks = document.blocks.map { "\($0.kind.rawValue) \($0.level): \(document.words($0.bytes) ?? "")" }
    #expect(
      blocks.dropFirst() == [
        "paragraph 0: The collection began on 1 February 2022.", "quoted 1: Please confirm\n> the date.",
        "quoted 2: When?",
        "signature 0: Kind regards,\nZoë",
      ])
  }

  @Test func prefersPlainTextAndKeepsAttachmentsApart() throws {
    let result = try MailResult.message(
      """
      From: a@b.example
      Subject: s
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=X

      --X
      Content-Type: multipart/alternative; boundary=Y

      --Y
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Caf=C3=A9 at ten.
      --Y
      Content-Type: text/html

      <p>Other words</p>
      --Y--
      --X
      Content-Type: application/pdf
      Content-Disposition: attachment; filename="../../a/DPIA v1.pdf"
      Content-Transfer-Encoding: base64

      SGVsbG8=
      --X
      Content-Type: application/pdf; name="DPIA v1.pdf"

      second
      --X
      Content-Type: message/rfc822

      From: inner@b.example
      Subject: Inner

      Inner words
      --X--
      """)
    let document = try #require(result.documents.first)
    #expect(result.documents.count == 1, "an attached message is a child, not part of this one")
    #expect(document.string.hasSuffix("\n\nCafé at ten.\n"))
    #expect(!document.string.contains("Inner words"))
    #expect(result.children.map(\.name) == ["DPIA v1.pdf", "DPIA v1-2.pdf", "part-3.eml"])
    #expect(result.children[0].bytes == Array("Hello".utf8))
    #expect(result.children[2].mediaType == "message/rfc822")
    #expect(String(decoding: result.children[2].bytes, as: UTF8.self).contains("Inner words"))
    #expect(document.header?.attachments == result.children.map(\.name))
  }

  @Test func rendersHTMLWithItsQuotations() throws {
    let result = try MailResult.message(
      """
      From: a@b.example
      Subject: s
      Content-Type: text/html; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      <html><head><title>x</title><style>p {}</style></head><body><p>It began in M=E4rz&nbsp;2022.<br>Twice.</p>
      <ul><li>One</li><li>Two</li></ul><blockquote><p>Please <b>confirm</b>.</p></blockquote></body></html>
      """)
    let document = try #require(result.documents.first)
    #expect(
      document.string.hasSuffix("\n\nIt began in März 2022.\nTwice.\n\n- One\n- Two\n\n> Please confirm.\n"))
    #expect(document.blocks.map(\.kind).suffix(3) == [.listItem, .listItem, .quoted])
  }

  @Test func unwrapsFlowedText() throws {
    let result = try MailResult.message(
      """
      From: a@b.example
      Content-Type: text/plain; format=flowed

      One long\u{20}
      line.
      >> Quoted\u{20}
      >> words.
      > Less.
      --\u{20}
      Name
      """)
    #expect(
      result.documents.first?.string.hasSuffix("One long line.\n> > Quoted words.\n> Less.\n-- \nName\n")
        == true)
  }

  @Test func namesWhatItCannotRead() throws {
    let sealed = try MailResult.message(
      "From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n")
    #expect(sealed.codes.contains("mail-encrypted"))
    let pgp = try MailResult.message("From: a@b.example\n\n-----BEGIN PGP MESSAGE-----\nabc\n")
    #expect(pgp.codes.contains("mail-encrypted"))
    let calendar = try MailResult.message(
      "From: a@b.example\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n")
    #expect(calendar.codes.contains("mail-calendar"))
    #expect(calendar.children.map(\.name) == ["part-1.ics"])
    let tnef = try MailResult.message(
      "From: a@b.example\nContent-Type: application/ms-tnef; name=winmail.dat\n\nabc\n")
    #expect(tnef.children.map(\.mediaType) == ["application/ms-tnef"])
  }

  @Test func refusesWhatIsNoMessage() {
    #expect(throws: ConversionError.unreadable(reason: "is empty")) { try MailResult.message("") }
    #expect(throws: ConversionError.unreadable(reason: "has no message header")) {
      try MailResult.message("Dear all,\nno header here\n")
    }
  }

  @Test func readsAppleMailFiles() throws {
    let message = "From: a@b.example\nSubject: s\n\nWords\n"
    let result = try MailResult.message(
      "\(message.utf8.count)\n\(message)<?xml version=\"1.0\"?><plist>no words</plist>\n")
    #expect(result.documents.first?.string.hasSuffix("\n\nWords\n") == true)
  }

  @Test func survivesDeepNesting() throws {
    var text = "From: a@b.example\nSubject: deep\n"
    for level in 0..<1000 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    let result = try MailResult.message(text + "\nwords\n")
    #expect(result.codes.contains("mail-nesting"))
    #expect(result.documents.first?.title == "deep")
  }

  @Test(arguments: ["a:", "a, ", "a b, ", "a:(,\"<", "<@x:"])
  func survivesEndlessAddressFields(part: String) throws {
    let field = String(repeating: part, count: 50_000)
    let result = try MailResult.message(
      "From: a@b.example\nTo: \(field)\nCc: c@d.example\nSubject: endless\n\nwords\n")
    #expect(result.codes.contains("mail-addresses"))
    #expect(result.documents.first?.title == "endless")
    #expect(result.documents.first?.header?.cc == [.init(address: "c@d.example")])
  }

  @Test func readsNamesWithoutAddresses() throws {
    let header = try MailResult.message(
      "From: Smith, John\nTo: Head of Data; Case Officer\nSubject: s\n\nwords\n"
    ).documents.first?.header
    #expect(header?.from == [.init(name: "Smith, John")])
    #expect(header?.to == [.init(name: "Head of Data"), .init(name: "Case Officer")])
  }

  @Test func readsEveryIdOfAReferencesFieldWithCommas() throws {
    let found = try MailResult.message(
      "From: a@x.example\nIn-Reply-To: <3@x>\nReferences: <1@x>,<2@\n x> <3@x>\nSubject: Re: Trial\n\nYes.\n")
    let header = found.documents.first?.header
    #expect(header?.inReplyTo == ["<3@x>"] && header?.references == ["<1@x>", "<2@x>", "<3@x>"])
  }

  @Test func theLogoOfASignatureIsNoAttachment() throws {
    let found = try MailResult.message(
      """
      From: a@x.example
      Subject: Trial
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=b

      --b
      Content-Type: text/plain

      Words.
      --b
      Content-Type: image/png; name="image001.png"
      Content-ID: <1@x>
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --b
      Content-Type: image/png; name="plan.png"
      Content-Disposition: attachment; filename="plan.png"
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      --b--
      """)
    #expect(found.documents.first?.header?.attachments == ["plan.png"])
    #expect(found.children.map(\.name) == ["image001.png", "plan.png"], "both are members of the family")
  }
}
