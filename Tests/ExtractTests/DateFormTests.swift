import DaybookCore
import DaybookExtract
import Testing

/// The forms that `daybook dates` is said to read, each in words of our own, with the value that it gives on 17
/// February 2022.
@Suite("Date forms")
struct DateFormTests {
  private func values(_ line: String) -> [String] {
    DateSpanTests.spans(line, on: "2022-02-17").map(\.span.value)
  }

  @Test(arguments: [
    ("It was sent at 2022-02-17T09:41:05+01:00.", "2022-02-17T09:41:05+01:00"),
    ("It was sent at 2022-02-17T09:41Z.", "2022-02-17T09:41+00:00"),
    ("Signed 2022-W06-3.", "2022-02-09"),
    ("On the seventeenth of February 2022", "2022-02-17"),
    ("Tuesday the 15th of February, 2022", "2022-02-15"),
    ("at 4.30 pm on Thursday 10 February", "2022-02-10T16:30"),
    ("at 16:00 GMT on 10 February 2022", "2022-02-10T16:00+00:00"),
    ("at 16:00 BST on 10 June 2022", "2022-06-10T16:00+01:00"),
    ("10 June 2022, 16:00 (UTC+01:00)", "2022-06-10T16:00+01:00"),
    ("by noon on Friday", "2022-02-18T12:00"),
    ("by close of play on Friday", "2022-02-18"),
    ("by COB 18/02", "2022-02-18"),
    ("14-18 February", "2022-02-14/2022-02-18"),
    ("between 18 January and 2 March", "2022-01-18/2022-03-02"),
    ("from 1/2/2022 - 28/2/2022", "2022-02-01/2022-02-28"),
    ("the weekend of 12-13 February", "2022-02-12/2022-02-13"),
    ("w/c 7 Feb", "2022-W06"),
    ("early 2018", "2018"),
    ("mid-July", "2022-07"),
    ("in around March 2019", "2019-03"),
    ("c. 1850", "1850"),
    ("circa March 2019", "2019-03"),
    ("the day before yesterday", "2022-02-15"),
    ("Michaelmas term 2021", "2021-10/2021-12"),
    ("Hilary term 2022", "2022-01/2022-03"),
    ("academic year 2021/22", "2021-09/2022-08"),
    ("2022-23 school year", "2022-09/2023-08"),
    ("FY20/21", "2020-04-01/2021-03-31"),
    ("FY 2021-22", "2021-04-01/2022-03-31"),
    ("tax year 2020/21", "2020-04-06/2021-04-05"),
    ("the 2019/20 tax year", "2019-04-06/2020-04-05"),
    ("the 2020-21 financial year", "2020-04-01/2021-03-31"),
    ("in 2019-20", "2019/2020"),
    ("Good Friday 2022", "2022-04-15"),
    ("Easter Monday 2021", "2021-04-05"),
    ("the August bank holiday 2021", "2021-08-30"),
    ("Whit Monday 2022", "2022-06-06"),
    ("Spring bank holiday 2022", "2022-06-02"),
    ("Boxing Day 2021", "2021-12-26"),
    ("St Andrew's Day 2021", "2021-11-30"),
    ("Shrove Tuesday 2022", "2022-03-01"),
    ("Ash Wednesday 2022", "2022-03-02"),
    ("Remembrance Sunday 2021", "2021-11-14"),
    ("Mothering Sunday 2022", "2022-03-27"),
    ("the 14th day of February 2022", "2022-02-14"),
    ("this 14th day of February 2022", "2022-02-14"),
    ("this fourteenth day of February two thousand and twenty-two", "2022-02-14"),
    ("the First of March Two Thousand and Twenty-Two", "2022-03-01"),
    ("the 1st day of April in the year 2021", "2021-04-01"),
    ("20220215_final.docx", "2022-02-15"),
    ("DPIA_2022-02-15_v1.pdf", "2022-02-15"),
    ("minutes 15-02-22.docx", "2022-02-15"),
    ("IMG_20220215_093012.jpg", "2022-02-15T09:30:12"),
    ("twice weekly", "P1W"),
    ("every Friday", "XXXX-WXX-5"),
    ("every two-to-four hours", "PT2H"),
    ("2½ hours", "PT2H30M"),
    ("18 months", "P18M"),
    ("a year and a half", "P1Y6M"),
    ("several months", "PXM"),
    ("in the last quarter of 2021", "2021-Q4"),
    ("in the first half of 2021", "2021-H1"),
    ("winter 2021/22", "2021-WI"),
    ("in the winter of 2021-22", "2021-WI"),
    ("over Christmas 2021", "2021-12-25"),
    ("tomorrow lunchtime", "2022-02-18T12:00"),
    ("last night", "2022-02-16TNI"),
    ("this morning", "2022-02-17TMO"),
    ("a week ago today", "2022-02-10"),
    ("since lockdown began in March 2020", "2020-03"),
    ("half past nine on Monday 14 February", "2022-02-14T09:30"),
    ("quarter to five yesterday", "2022-02-16T16:45"),
    ("at 0930hrs on 14 Feb", "2022-02-14T09:30"),
    ("in the week ending 11 February 2022", "2022-W06"),
    ("in Feb/March 2021", "2021-02/2021-03"),
    ("between Feb and April 2021", "2021-02/2021-04"),
    ("Jan-Mar 2021", "2021-01/2021-03"),
    ("from Monday 7 to Friday 11 February 2022", "2022-02-07/2022-02-11"),
    ("7 to 11 February inclusive", "2022-02-07/2022-02-11"),
    ("28 Feb - 4 March 2022", "2022-02-28/2022-03-04"),
    ("31 December 2021 to 2 January 2022", "2021-12-31/2022-01-02"),
    ("2010-2015", "2010/2015"),
    ("from 2010 to 2015", "2010/2015"),
    ("the 1990s", "199"),
    ("the late nineteenth century", "18"),
    ("not before 4 May 2022", "2022-05-04"),
    ("Tuesday, February 15, 2022 9:41 AM", "2022-02-15T09:41"),
    ("On 21 Feb 2022, at 11:03 am,", "2022-02-21T11:03"),
    ("On Mon, 21 Feb 2022 at 11:03, A Smith wrote:", "2022-02-21T11:03"),
    ("21/02/2022 11:03:07", "2022-02-21T11:03:07"),
    ("Sent: 15 February 2022 09:41:12 GMT", "2022-02-15T09:41:12+00:00"),
    ("Date: 15/02/2022 09:41", "2022-02-15T09:41"),
    ("Gesendet: Dienstag, 15. Februar 2022 09:41", "2022-02-15T09:41"),
    ("Envoyé : mardi 15 février 2022 09:41", "2022-02-15T09:41"),
    ("Anfonwyd/Sent: 15 Chwefror 2022 09:41", "2022-02-15T09:41"),
    ("Enviado el: martes, 15 de febrero de 2022 9:41", "2022-02-15T09:41"),
    ("Inviato: martedì 15 febbraio 2022 09:41", "2022-02-15T09:41"),
    ("Verzonden: dinsdag 15 februari 2022 9:41", "2022-02-15T09:41"),
    ("Ar 15 Chwefror 2022, am 09:41, ysgrifennodd A:", "2022-02-15T09:41"),
    ("Op di 15 feb. 2022 om 09:41 schreef A <a@b.nl>:", "2022-02-15T09:41"),
    ("El mar, 15 feb 2022 a las 9:41, A escribió:", "2022-02-15T09:41"),
    ("Am Di., 15. Feb. 2022 um 09:41 Uhr schrieb A:", "2022-02-15T09:41"),
    ("Il giorno mar 15 feb 2022 alle ore 09:41 A ha scritto:", "2022-02-15T09:41"),
    ("15/02/2022 09:41 AM", "2022-02-15T09:41"),
    ("A. Smith/DFE 15/02/2022 09:41", "2022-02-15T09:41"),
  ])
  func isRead(line: String, value: String) { #expect(values(line) == [value]) }

  @Test func aTimeAllowedCountsFromTheDateBehindIt() throws {
    let found = DateSpanTests.spans(
      "Reply within 10 working days of 13 April 2022, please.", on: "2022-02-17")
    let span = try #require(found.first?.span)
    #expect(span.value == "P10D" && span.unit == "working" && span.due?.description == "2022-04-29")
    #expect(span.why.contains { $0.contains("2022-04-13 + 10 working days (England and Wales)") })
    #expect(span.why.contains { $0.contains("Good Friday") && $0.contains("Easter Monday") })
    #expect(found.last?.span.value == "2022-04-13")
    let last = DateSpanTests.spans("due on the 20th working day following 7 April 2022", on: "2022-02-17")
    #expect(last.map(\.span.value) == ["2022-05-10"])
  }
}
