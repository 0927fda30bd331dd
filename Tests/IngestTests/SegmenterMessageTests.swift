import DaybookCore
import Testing

@testable import DaybookIngest

struct SegmenterMessageTests {
  private func document(_ text: String, pageBreaks: [String] = [], kind: DocumentKind = .other) -> Document {
    let text = Array(text.utf8)
    let source = Source(id: .init(text: "0"), path: "print", byteCount: text.count)
    return Document(
      source: source, kind: kind, text: text,
      provenance: Provenance(stage: "test", tool: "test", version: 1, input: "0"))
  }

  /// Sender, date as printed, depth and first words of each message found.
  private func found(_ text: String) -> [String] {
    let document = document(text)
    return Segmenters.segments(in: document).map { segment in
      let from = segment.header?.from.first.map { $0.name ?? $0.address ?? "withheld" } ?? "nobody"
      let body = (document.words(segment.body) ?? "").split(separator: "\n").first { !$0.isEmpty } ?? ""
      return "\(segment.depth) \(from) | \(segment.header?.sentText ?? "no date") | \(body)"
    }
  }

  @Test func outlookChain() {
    let text = """
      Head of Data G
      From: Case Officer Y <case@department.example>
      Sent: 10 February 2022 17:48
      To: Head of Data G <███████>; [redacted s40(2)] <[s.40(2)]>
      Cc: Programme Manager F
      Subject: RE: Daily attendance data
      Attachments: DPIA v1.docx; Note.pdf

      It is not possible.

      -----Original Message-----
      From: Head of Data G [mailto:head@regulator.example]
      Sent: Thursday, February 10, 2022 10:02 AM
      Subject: Daily attendance data

      We ask you to pause.
      """
    #expect(
      found(text) == [
        "0 Case Officer Y | 10 February 2022 17:48 | It is not possible.",
        "1 Head of Data G | Thursday, February 10, 2022 10:02 AM | We ask you to pause.",
      ])
    let document = document(text)
    let segments = Segmenters.segments(in: document)
    #expect(segments[0].bytes == 0..<document.text.count, "the newest message holds all that it quotes")
    #expect(document.words(segments[1].bytes)?.hasPrefix("-----Original Message-----") == true)
    #expect(document.words(segments[0].body) == "\nIt is not possible.\n\n")
    let header = segments[0].header
    #expect(header?.to == [.init(name: "Head of Data G"), .init()])
    #expect(header?.cc == [.init(name: "Programme Manager F")])
    #expect(header?.attachments == ["DPIA v1.docx", "Note.pdf"])
    #expect(document.words(header?.sentBytes) == "10 February 2022 17:48")
    #expect(segments[0].title == "RE: Daily attendance data")
    #expect(header?.sent == nil && segments[0].dates.isEmpty, "dates are for the reader of dates")
    #expect(segments[1].header?.from == [.init(name: "Head of Data G", address: "head@regulator.example")])
  }

  /// "A:" is "To:" in Italian.
  @Test func theAddressInASignatureBeginsNoHeader() {
    let text = """
      From: Ann Other
      Sent: Friday, July 21, 2017 2:02 PM
      To: Bob Bell
      Subject: The recording

      Here it is.

      e: ann@office.example
      a: 4 Quay Street | Suite 5 | Tidewater

      From: Bob Bell <bob@office.example>
      Sent: Thursday, July 20, 2017 8:49 PM
      To: Ann Other <ann@office.example>
      Subject: The recording

      It should be there by tomorrow.
      """
    #expect(
      found(text) == [
        "0 Ann Other | Friday, July 21, 2017 2:02 PM | Here it is.",
        "1 Bob Bell | Thursday, July 20, 2017 8:49 PM | It should be there by tomorrow.",
      ])
    let quoted = Segmenters.segments(in: document(text)).last?.header
    #expect(quoted?.to == [.init(name: "Ann Other", address: "ann@office.example")])
  }

  @Test func attributionLinesAndQuoteMarks() {
    #expect(
      found(
        """
        From: A B <a@x.example>
        Date: 3 May 2022 10:00
        Subject: Plan

        Yes.

        On Mon, 2 May 2022 at 09:15, Anne Smith <anne@x.example> wrote:
        > Shall we?
        >
        > On 1 May 2022, at 08:00,
        > C D wrote:
        >> First words.

        And one thing more.
        """) == [
          "0 A B | 3 May 2022 10:00 | Yes.", "1 Anne Smith | Mon, 2 May 2022 at 09:15 | > Shall we?",
          "2 C D | 1 May 2022, at 08:00 | >> First words.",
        ])
  }

  @Test func wordsBelowAQuotationBelongToTheOuterMessage() throws {
    let text =
      "From: A B\nDate: 3 May 2022\nSubject: s\n\nTop.\n\nOn 2 May 2022 C D wrote:\n> inner\n\nBelow.\n"
    let document = document(text)
    let segments = Segmenters.segments(in: document)
    let below = try #require(document.string.range(of: "Below")).lowerBound.utf16Offset(in: document.string)
    #expect(segments.count == 2)
    #expect(segments.last { $0.bytes.contains(below) }?.depth == 0)
  }

  @Test(arguments: [
    (
      "Von: Anna Muster <a@b.example>\nGesendet: Mittwoch, 9. Februar 2022 10:14\nAn: Bernd\nBetreff: Prüfung\n\nText",
      "Anna Muster"
    ),
    (
      "De : Anne Durand\nEnvoyé : mercredi 9 février 2022 10:14\nÀ : Bernard\nObjet : Essai\n\nTexte",
      "Anne Durand"
    ),
    (
      "Oddi wrth: Siân Jones\nAnfonwyd: 9 Chwefror 2022 10:14\nAt: Bethan\nPwnc: Cais\n\nTestun", "Siân Jones"
    ),
    (
      "De: Ana López\nEnviado el: miércoles, 9 de febrero de 2022 10:14\nPara: Blas\nAsunto: Prueba\n\nTexto",
      "Ana López"
    ),
    (
      "Da: Anna Rossi\nInviato: mercoledì 9 febbraio 2022 10:14\nA: Bruno\nOggetto: Prova\n\nTesto",
      "Anna Rossi"
    ),
    (
      "Van: Anna Smit\nVerzonden: woensdag 9 februari 2022 10:14\nAan: Bram\nOnderwerp: Proef\n\nTekst",
      "Anna Smit"
    ),
    ("*From:* Anna Post\n*Date:* 9 Feb 2022\n*Subject:* Bold labels\n\nText", "Anna Post"),
    ("> > From: Anna Deep\n> > Sent: 9 Feb 2022\n> > Subject: Quoted\n> >\n> > Text", "Anna Deep"),
    ("FROM: Anna Memo\nSENT: 9 Feb 2022\nTO: B\nRE: Capitals\n\nText", "Anna Memo"),
  ])
  func labelsOfManyPrograms(text: String, name: String) throws {
    let segments = Segmenters.segments(in: document(text))
    #expect(segments.count == 1)
    let header = try #require(segments.first?.header)
    #expect(header.from.first?.name == name)
    #expect(header.sentText?.contains("9") == true)
    #expect(header.subject?.isEmpty == false)
  }

  @Test(arguments: [
    "Am 9. Februar 2022 um 10:14 schrieb Anna Muster <a@b.example>:",
    "Le 9 février 2022 à 10:14, Anna Muster <a@b.example> a écrit :",
    "Ar 9 Chwefror 2022 am 10:14, ysgrifennodd Anna Muster <a@b.example>:",
    "El 9 feb 2022, a las 10:14, Anna Muster <a@b.example> escribió:",
    "Il 9 feb 2022, alle ore 10:14, Anna Muster <a@b.example> ha scritto:",
    "Op 9 februari 2022 om 10:14 schreef Anna Muster <a@b.example>:",
    "On Feb 9, 2022, at 10:14 AM, Anna Muster\n<a@b.example> wrote:",
  ])
  func attributionsOfManyPrograms(line: String) throws {
    let segments = Segmenters.segments(in: document("Reply\n\n\(line)\n\n> words\n"))
    let header = try #require(segments.first?.header)
    #expect(header.from == [.init(name: "Anna Muster", address: "a@b.example")])
    #expect(header.sentText?.contains("2022") == true && header.sentText?.contains("10:14") == true)
    #expect(header.sentText?.contains("Anna") == false)
  }

  @Test func wrappedRecipientsAndAHeaderCutByAPage() throws {
    let text = """
      From: Anna Muster <a@b.example>
      Sent: 9 February 2022 10:14
      To: Bernard Long <bernard.long@department.example>; Carla Very
      Long <carla@department.example>;
      \u{0C}Page 2 of 9
      Diana <diana@department.example>
      Subject: A subject

      Words.
      """
    let header = try #require(Segmenters.segments(in: document(text)).lazy.compactMap(\.header).first)
    #expect(header.to.map(\.name) == ["Bernard Long", "Carla Very Long", "Diana"])
    #expect(header.subject == "A subject")
  }

  @Test(arguments: [
    "From: London\nTo: Leeds\n\nTravel claim", "From the Department: nothing.\nTo: the point",
    "Date: 9 February 2022\nSubject: only\n\nno sender", "On 9 February 2022 we wrote: nothing",
    "To: A\nCc: B\n",
    "Please note:\nOn Monday the office is closed.\n",
  ])
  func leavesOtherTextAlone(text: String) { #expect(Segmenters.segments(in: document(text)).isEmpty) }

  @Test func aNativeMessageIsNotFoundInItself() throws {
    let document = try #require(
      try MailResult.message(
        """
        From: a@b.example
        Date: Wed, 09 Feb 2022 09:41:12 +0000
        Subject: RE: s

        Yes.

        From: C D
        Sent: 8 February 2022 10:00
        To: A B
        Subject: s

        Well?
        """
      ).documents.first)
    let segments = Segmenters.segments(in: document)
    #expect(segments.map(\.depth) == [1])
    #expect(segments.first?.header?.from == [.init(name: "C D")])
    #expect(document.blocks.map(\.kind) == [.messageHeader, .paragraph, .messageHeader, .paragraph])
  }

  @Test func timeGrowsWithTheLengthOnly() {
    let hostile = [
      String(repeating: "From: a,\n", count: 20_000), String(repeating: "> ", count: 100_000),
      String(repeating: "On 1 May 2022\n", count: 20_000),
      "To: " + String(repeating: "<", count: 100_000),
      String(repeating: "From: a\nSent: 1\n\n", count: 10_000),
      String(repeating: ">\n> On 1 May 2022 a wrote:\n", count: 3000),
      "From: " + String(repeating: "[redacted ", count: 20_000) + "\nSent: 1\n",
    ]
    for text in hostile {
      let duration = ContinuousClock().measure { _ = Segmenters.segments(in: document(text)) }
      #expect(duration < .seconds(20), "\(text.prefix(20))")
    }
  }

  @Test(arguments: [
    ("Frorn: A B\nSent: 3 May 2022 10:00\nTo: C\nSublect: Trial\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
    ("Fr0m: A B\nSerit: 3 May 2022 10:00\nT0: C\nSubject: Trial\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
    ("From A B\nSent: 3 May 2022 10:00\nTo C D\nSubject Trial\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
    ("From: A B\nSent 3 May 2022 10:00\nTo: C\nSubject; Trial\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
    ("*From:* A B\n*Sent:* 3 May 2022 10:00\n*To:* C\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
    ("From: A B\nReceived: 3 May 2022 10:00\nTo: C\n\nYes.", "0 A B | 3 May 2022 10:00 | Yes."),
  ])
  func labelsThatOCRBroke(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(arguments: [
    "Frorn: here we go.\nWords and more words.\nNothing else.",
    "From Monday on\nwe work at home.\nSent: no date.",
    "Ce: the list.\nTo whom it may concern\nSubject matter experts agree.",
  ])
  func brokenLabelsAloneAreWords(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test func aHeaderGluedToTheWordsBeforeIt() {
    let text = """
      From: A B
      Sent: 3 May 2022 10:00
      To: C D
      Subject: Fw: Trial

      Can we talk? Thanks, A From: E F
      Sent: 2 May 2022 09:00
      To: A B
      Subject: Trial

      Please see attached.
      """
    #expect(
      found(text) == [
        "0 A B | 3 May 2022 10:00 | Can we talk? Thanks, A ",
        "1 E F | 2 May 2022 09:00 | Please see attached.",
      ])
  }

  @Test func anAddressInASignatureIsNoRecipient() {
    let text = """
      Regards, G
      a: 1 Example Street | Anytown, AB 20001

      From: A B
      Sent: 3 May 2022 10:00
      To: C D
      Subject: Trial

      Yes.
      """
    let segments = Segmenters.segments(in: document(text))
    #expect(segments.map { $0.header?.to.map(\.name) } == [["C D"]])
  }

  @Test func codesInTheMarginOfAReleaseAreNoNames() {
    let text = """
      UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05739500 Date: 05/13/2015
      RELEASE IN PART B6
      From: Jane Doe B6
      Sent: Thursday, August 6, 2009 3:14 PM
      To: H
      Subject: Call B5

      UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05739500 Date: 05/13/2015
      """
    let header = Segmenters.segments(in: document(text)).first { $0.header != nil }?.header
    #expect(header?.from.map(\.name) == ["Jane Doe"] && header?.subject == "Call")
    let unstamped = text.split(separator: "\n").dropFirst(2).dropLast().joined(separator: "\n")
    let plain = Segmenters.segments(in: document(unstamped))
    #expect(
      plain.first?.header?.from.map(\.name) == ["Jane Doe B6"], "only where the release stamps its pages")
  }
}
