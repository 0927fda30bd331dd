import DaybookCore
import DaybookExtract
import Testing

/// What `daybook dates` prints of an expression besides its value.
@Suite("Date spans")
struct DateSpanTests {
  static func spans(
    _ text: String, on day: String? = nil, options: DateOptions = DateOptions(),
    settings: ExtractionSettings = ExtractionSettings()
  ) -> [(words: String, span: DateSpan)] {
    let bytes = Array(text.utf8)
    let written = day.flatMap { Timex(edtf: $0)?.earliest }
    return DateReader(settings: settings, options: options).spans(text: bytes, written: written).map {
      (String(decoding: bytes[$0.bytes], as: UTF8.self), $0)
    }
  }

  @Test func aRangeHasItsTwoEnds() throws {
    let text = "Open between 18 January and 2 March."
    let span = try #require(DateSpanTests.spans(text, on: "2022-02-17").first?.span)
    #expect(span.value == "2022-01-18/2022-03-02")
    #expect(span.parts.map(\.value) == ["2022-01-18", "2022-03-02"])
    let bytes = Array(text.utf8)
    #expect(span.parts.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } == ["18 January", "2 March"])
    #expect(span.earliest?.description == "2022-01-18" && span.latest?.description == "2022-03-02")
  }

  @Test func workingDaysCarryTheirUnitAndTheirDueDay() throws {
    let found = try #require(
      DateSpanTests.spans("Please reply within 20 working days.", on: "2022-04-07").first?.span)
    #expect(found.kind == .duration && found.value == "P20D" && found.unit == "working")
    // Good Friday, Easter Monday and the early May bank holiday lie between.
    #expect(found.due?.description == "2022-05-10")
    #expect(
      found.why.contains { $0.contains("Good Friday 2022-04-15") && $0.contains("Easter Monday 2022-04-18") })
  }

  @Test func otherNationsKeepOtherHolidays() throws {
    var settings = ExtractionSettings()
    settings.nation = .scotland
    let found = try #require(
      DateSpanTests.spans("Please reply within 20 working days.", on: "2022-11-20", settings: settings).first?
        .span)
    // St Andrew's Day is kept in Scotland only.
    #expect(found.due?.description == "2022-12-19")
    let english = try #require(
      DateSpanTests.spans("Please reply within 20 working days.", on: "2022-11-20").first?.span)
    #expect(english.due?.description == "2022-12-16")
  }

  @Test func theAnchorIsNamed() throws {
    let found = DateSpanTests.spans(
      "The request was logged on 3 March 2021. The holding reply went out on the 14th. We met yesterday.",
      on: "2022-02-17")
    #expect(found.map(\.span.value) == ["2021-03-03", "2021-03-14", "2022-02-16"])
    #expect(found[0].span.base == nil && found[0].span.way == .explicit)
    #expect(found[1].span.base == DateReading.Base(value: "2021-03-03", origin: .previous))
    #expect(found[1].span.way == .context)
    #expect(found[2].span.base == DateReading.Base(value: "2022-02-17", origin: .document))
    #expect(found[2].span.way == .relative)
  }

  @Test func openReadingsAreKept() throws {
    let found = try #require(DateSpanTests.spans("Asked 02/03/2022.").first?.span)
    #expect(found.value == "2022-03-02" && found.alternatives == ["2022-02-03"])
  }

  @Test func aTextThatNobodyDatedCountsFromTheDateAtItsTop() throws {
    let text = Array("From: A\nSent: 15 February 2022 10:00\nTo: B\n\nSee you tomorrow.\n".utf8)
    var stream = DateStream(DateReader(), written: nil)
    let spans = text.withUnsafeBufferPointer { stream.read($0) }
    #expect(spans.map(\.value) == ["2022-02-15T10:00", "2022-02-16"])
    let head = try #require(stream.head)
    #expect(head.date.description == "2022-02-15")
    #expect(String(decoding: text[head.bytes], as: UTF8.self) == "15 February 2022 10:00")
  }

  @Test func datesInNamesOfFilesAreRead() {
    let found = DateSpanTests.spans(
      "see 20220215_final.docx, Minutes_15-02-2022.pdf, IMG_20220215_093000.jpg, letter_15Feb2022.doc")
    #expect(found.map(\.span.value) == ["2022-02-15", "2022-02-15", "2022-02-15T09:30:00", "2022-02-15"])
  }

  // MARK: Header lines of other languages

  @Test(arguments: [
    "Dienstag, 15. Februar 2022 09:41", "Di., 15. Feb. 2022 um 9:41 Uhr", "mardi 15 février 2022 09:41",
    "mar. 15 févr. 2022 à 09h41", "Dydd Mawrth 15 Chwefror 2022 09:41", "martes, 15 de febrero de 2022 9:41",
    "mar, 15 feb 2022 a las 9:41", "martedì 15 febbraio 2022 09:41", "mar 15 feb 2022 alle ore 09:41",
    "dinsdag 15 februari 2022 09:41", "di 15 feb. 2022 om 09:41", "Tuesday, February 15, 2022 9:41 AM",
    "15.02.2022 um 09:41",
  ])
  func headerDatesOfSevenLanguages(line: String) {
    #expect(DateReader().headerDate(Array(line.utf8))?.when.edtf == "2022-02-15T09:41", "\(line)")
  }

  @Test(arguments: [
    ("Gesendet: Samstag, 5. März 2022 23:10", "2022-03-05T23:10"),
    ("Envoyé : lundi 1er août 2022 07:05", "2022-08-01T07:05"),
    ("Anfonwyd: Dydd Mercher 16 Mawrth 2022 12:00", "2022-03-16T12:00"),
    ("> Enviado el: miércoles, 2 de marzo de 2022 9:41 p. m.", "2022-03-02T21:41"),
    ("Op do 3 mrt. 2022 om 10:02 schreef A:", "2022-03-03T10:02"),
  ])
  func headerLinesInRunningText(line: String, value: String) {
    let found = DateSpanTests.spans("\(line)\nTo: B\n\nText.", on: "2022-03-20")
    #expect(found.map(\.span.value) == [value], "\(line)")
    #expect(found.first?.span.of == .sent)
  }

  @Test(arguments: [
    ("Sent: Sun Aug 02 20:04:09 2009", "2009-08-02T20:04:09"),
    ("Date: Wed Mar 30 17:54:12 +0100 2011", "2011-03-30T17:54:12+01:00"),
    ("Date: Wed Mar 30 17:54 2011", "2011-03-30T17:54"),
    ("Date: Fri Aug 02 20:04:09 1968", "1968-08-02T20:04:09"),
  ])
  func theYearMayStandBehindTheTime(line: String, value: String) {
    #expect(DateSpanTests.spans(line).map(\.span.value) == [value])
  }

  @Test(arguments: [
    ("Deliver between 9 a.m. and 5 p.m., Monday through Friday, or by mail.", 1),
    ("We are open Monday to Friday, 9am to 5pm.", 1),
    ("The line is open Monday to Friday.", 1),
  ])
  func openingHoursDateNothing(text: String, count: Int) {
    #expect(DateSpanTests.spans(text, on: "2022-02-17").count == count)
    #expect(dates(text, on: "2022-02-17").isEmpty)
  }

  @Test func aStretchOfWeekdaysIsDated() {
    #expect(dates("She was away from Monday to Wednesday.", on: "2022-02-17") == ["2022-02-14/2022-02-16"])
    #expect(dates("as asked in your letter of 2^nd April 2012") == ["2012-04-02"])
  }

  @Test func aYearBeforeTypewritersIsMisread() {
    let reader = DateReader(settings: ExtractionSettings())
    let words = Array("Wednesday, August 05, 1009 1:17 PM".utf8)
    let near = CivilDate(year: 2009, month: 8, day: 6)
    #expect(reader.headerDate(words, near: near)?.when.edtf == "2009-08-05T13:17")
    #expect(reader.headerDate(words)?.when.edtf == "XXXX-08-05")
    // A memorandum that was typed.
    #expect(reader.headerDate(Array("5 August 1964".utf8), near: near)?.when.edtf == "1964-08-05")
  }

  @Test func otherLanguagesAreNotSearchedForInSentences() {
    #expect(DateSpanTests.spans("They sang le 15 mai at the fair; am 5. Mai is a song.").isEmpty)
  }

  // MARK: Kinds

  @Test(arguments: [
    ("The letter dated 4 May 2021 is here.", DocumentDate.Kind.dated),
    ("It was received on 4 May 2021.", .received), ("Signed off by hand on 4 May 2021", .signed),
    ("It takes effect from 4 May 2021.", .effective), ("First published on 4 May 2021.", .published),
    ("The page was captured on 4 May 2021.", .captured), ("Last updated: 4 May 2021", .modified),
    ("Please reply by 4 May 2021.", .deadline), ("Closing date: 4 May 2021", .deadline),
    ("We met on 4 May 2021.", .mentioned), ("On 4 May 2021, at 10:00, A B wrote:\n> no", .sent),
    ("From: A\nSent: 4 May 2021 10:00\nTo: B", .sent), ("Dear A,\n\n4 May 2021\n\nThank you.", .dated),
  ])
  func whatADateIsTheDateOf(text: String, kind: DocumentDate.Kind) {
    let found = DateSpanTests.spans(text)
    #expect(found.first?.span.of == kind, "\(text)")
  }

  // MARK: Findings

  @Test func aWeekdayThatDoesNotFitIsAFinding() throws {
    var (mentions, findings) = DateReader().read(paper("We met on Monday 8 June 2021."))
    #expect(mentions.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.code == "weekday-mismatch" && finding.severity == .warning)
    #expect(finding.message.hasPrefix("2021-06-08 is a Tuesday, the text says Monday"))
    #expect(finding.bytes == 10..<28)
    (mentions, findings) = DateReader().read(
      paper("We met on Tuesday 8 June 2021, before Wednesday 9 June 2021."))
    #expect(mentions.count == 2 && findings.isEmpty)
  }

  @Test func anOpenOrderOfFiguresIsAFindingOnce() {
    let open = DateReader().read(paper("Asked 02/03/2022, again 04/03/2022.")).findings
    #expect(open.map(\.code) == ["date-order-open"])
    #expect(open.first?.message.contains("2 of them") == true)
    let mixed = DateReader().read(paper("Asked 31/03/2022, 04/13/2022 and 28/02/2022.")).findings
    #expect(mixed.map(\.code) == ["date-order-mixed"])
    #expect(DateReader().read(paper("Asked 31/03/2022 and 04/05/2022.")).findings.isEmpty)
  }
}
