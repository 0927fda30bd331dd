import DaybookCore
import DaybookExtract
import Testing

/// The traps about dates, each in sentences of our own.
@Suite("Date traps")
struct DateTrapTests {
  // MARK: 1, 3, 4: a list without years under a heading that has one

  static let list = """
    What happened, from the letters exchanged in March and April 2019

    The file itself can be asked for at the desk.

    • February 27th Parents are told of the new register.
    • March 4 The governors write to the council.
    • Council sends a copy of the note already given to parents.
    • March 4th Governors ask for the note to be changed.
    • April 1st Council calls the change difficult.
    """

  @Test("Trap 1: a list without years takes them from its heading") func aListTakesItsYearFromItsHeading() {
    let found = ReadDate.all(DateTrapTests.list)
    #expect(found.map(\.edtf) == ["2019-03/2019-04", "2019-02-27", "2019-03-04", "2019-03-04", "2019-04-01"])
    #expect(found.dropFirst().allSatisfy { $0.reading.basis == .inferred })
    #expect(
      found.dropFirst().allSatisfy {
        $0.reading.why.contains { $0.contains("heading") && $0.contains("March and April 2019") }
      })
  }

  @Test("Trap 3: suffixes of any kind read alike") func suffixesOfAnyKindReadAlike() {
    #expect(
      dates(
        "March 4th 2019, March 4 2019, 4 March 2019, 4th March 2019, 4th of March, 2019 and Mar. 04, 2019")
        == [String](repeating: "2019-03-04", count: 6))
  }

  // MARK: 8, 9, 10, 11: inside an entry its own date leads

  @Test("Traps 8 to 11: words inside an entry count from its own date")
  func wordsInsideAnEntryCountFromItsOwnDate() {
    let entries = """
      Record of the summer of 2021

      - June 8th Trust confirmed a letter would go out “tomorrow” to all staff
      - June 9th Trust sent it, “On Tuesday 8 June we spoke to the union.”
      - June 10 Trust says it sent the letter on 9th and the rest follows by “the end of the month” at the latest
      - June 14th Union lists what is due, with the report on the 21st.
      """
    #expect(
      dates(entries) == [
        "2021-06/2021-08", "2021-06-08", "2021-06-09", "2021-06-09", "2021-06-08", "2021-06-10", "2021-06-09",
        "../2021-06-30",
        "2021-06-14", "2021-06-21",
      ])
  }

  @Test("Trap 8: tomorrow explains itself") func tomorrowExplainsItself() throws {
    let found = ReadDate.all("- 8 June 2021 A letter would go out “tomorrow”")
    let tomorrow = try #require(found.last)
    #expect(tomorrow.words == "tomorrow")
    #expect(tomorrow.reading.basis == .relative)
    #expect(
      tomorrow.reading.why == [
        "2021-06-09 = 2021-06-08 + 1 day; 2021-06-08 from the start of this entry “8 June 2021” (bytes 2-13)"
      ])
  }

  @Test("Trap 9: a weekday is checked against its date") func aWeekdayIsCheckedAgainstItsDate() throws {
    let right = try #require(ReadDate.all("We met on Tuesday 8 June 2021.").first)
    #expect(right.reading.why.isEmpty && right.reading.alternatives.isEmpty)
    let wrong = try #require(ReadDate.all("We met on Monday 8 June 2021.").first)
    #expect(wrong.edtf == "2021-06-08")
    #expect(wrong.reading.alternatives.first?.edtf == "2021-06-07")
    #expect(wrong.reading.why.contains { $0.contains("2021-06-08 is a Tuesday") })
  }

  // MARK: Narratives

  @Test func aNarrativeGoesOnFromItsLastFullDate() {
    let story = """
      In September 2018 the council announced a trial. Staff were told little.

      We wrote to the ombudsman on October 2nd. In November, we asked again, and the reply that came in \
      December said nothing.

      As of January 15th no answer had come.
      """
    #expect(dates(story) == ["2018-09", "2018-10-02", "2018-11", "2018-12", "2019-01-15"])
  }

  @Test func aNarrativeRollsOverTheYear() {
    #expect(
      dates("The school closed on 20 December 2016. It opened again on 6 January.") == [
        "2016-12-20", "2017-01-06",
      ])
    #expect(
      dates("It was logged on 3 March 2021. The reply went out on the 14th, the rest on the 29th.")
        == ["2021-03-03", "2021-03-14", "2021-03-29"])
  }

  @Test func countedDatesFollowTheNarrative() {
    #expect(dates("It was signed in May 2020. Eight months later it lapsed.") == ["2020-05", "2021-01~"])
    #expect(dates("Heard on 4 May 2020, and again the next day.") == ["2020-05-04", "2020-05-05"])
    // Nobody can say which day follows a month.
    #expect(dates("Released in May 2020 and withdrawn the next day.") == ["2020-05"])
  }

  @Test func countingFromANamedEventOrADateIsToldApart() {
    #expect(dates("Heard on 4 May 2020. Two years after the audit it lapsed.") == ["2020-05-04"])
    #expect(
      dates("Due two weeks after 4 May 2020, or a month before March 2021.") == ["2020-05-18", "2021-02"])
    #expect(
      dates(
        "Signed 4 May 2020. It is kept for 16 years after a pupil leaves, and checked within 5 days.",
        on: "2020-06-01") == ["2020-05-04"])
    #expect(dates("Please answer within 10 working days.", on: "2022-04-07") == ["2022-04-25"])
  }

  // MARK: 14: posts under their own datelines

  static let posts = """
    A new rule was passed last November to allow it. The lists run from March 2015. By August, all is sent on.

    Since 1998 every pupil has been listed.

    ournews
    Sept. 20, 2019
    The next step
    It is now two years and one week since the board gave out its findings on the office, a long time by any measure that \
    one may care to use in such matters. On the anniversary, the office was silent. We asked for an answer within 14 days.

    ournews
    Sept. 14, 2017
    At last
    Yesterday the board gave out its findings, which were damning and went far beyond what anybody had thought possible then.
    """

  @Test("Trap 14: each post counts from its own date") func eachPostCountsFromItsOwnDate() {
    let found = ReadDate.all(DateTrapTests.posts)
    #expect(
      found.map(\.edtf) == [
        "2014-11?", "2015-03", "../2015-08", "1998/..", "2019-09-20", "2017-09-13", "2019-09-13",
        "2019-10-04", "2017-09-14",
        "2017-09-13",
      ])
  }

  // MARK: 15: a page that does not say when it was written

  @Test("Trap 15: words of an undated page are marked uncertain or left open")
  func wordsOfAnUndatedPageAreMarkedUncertainOrLeftOpen() throws {
    let first = try #require(ReadDate.all(DateTrapTests.posts).first)
    #expect(first.reading.when.modifier == .uncertain)
    #expect(first.reading.why.contains { $0.contains("does not say when it was written") })
    #expect(dates("It was passed last November. Yesterday we asked why.").isEmpty)
    #expect(
      dates(
        "In September they asked us, and on January 18th between February 1 and March 2nd. Used 9 times since 2012."
      )
        == ["XXXX-09", "XXXX-01-18", "XXXX-02-01/XXXX-03-02", "2012/.."])
  }

  // MARK: 16: a countdown

  @Test("Trap 16: a countdown dates the capture and says so") func aCountdownDatesTheCaptureAndSaysSo() throws
  {
    let found = ReadDate.all("5\ndays to go\n£80\n\nYou pay only if it succeeds by Nov. 20, 2020, 4 a.m.")
    #expect(found.map(\.edtf) == ["2020-11-14~/2020-11-15~", "2020-11-20T04:00"])
    let capture = try #require(found.first)
    #expect(capture.reading.basis == .inferred)
    #expect(
      capture.reading.why == [
        "captured about 2020-11-15 = 2020-11-20 − 5 days; 2020-11-20 is the closing date on this page"
      ])
  }

  // MARK: False friends

  @Test(arguments: [
    "See v6. of the draft, version 1.1, V2 and section 10.2; FSM6, 14,443 schools out of 22,060.",
    "An excessive 66-year period, every two-to-four hours, every day, for up to the last 5 years.",
    "Ms June Hart may march on; Mr April Fox; the May family.",
    "Call 020 7946 0018 extension 2019, Bates ABC000412, IP 10.12.20.22, £1,996 of £2,020.",
    "Pages 10-12 of annex 5/6, open 24/7, Form 12/21, a ratio of 16:9, sort code 20-30-40.",
    "The Data Protection Act 2018 and reference 2022-0003861.",
  ])
  func falseFriendsGiveNoDate(line: String) {
    #expect(dates(line, on: "2022-03-01").isEmpty)
  }

  // MARK: Letters and the time of writing

  @Test func aLetterCountsFromItsOwnDate() {
    #expect(
      dates("We wrote to you on 20 December and have had no reply.", on: "2022-01-05") == ["2021-12-20"])
    #expect(dates("We will reply in full by 20 January.", on: "2021-12-15") == ["2022-01-20"])
    #expect(
      dates("I sent it on Monday; the next comes by Friday.", on: "2022-02-16") == [
        "2022-02-14", "2022-02-18",
      ])
    #expect(dates("It was refused in January last year.", on: "2022-02-16") == ["2021-01"])
  }

  @Test func theOrderOfFiguresIsVotedOnByTheWholeText() throws {
    #expect(dates("Asked 02/03/2022, stamped 12-31-2021.") == ["2022-02-03", "2021-12-31"])
    #expect(dates("Asked 02/03/2022, stamped 31-12-2021.") == ["2022-03-02", "2021-12-31"])
    let open = try #require(ReadDate.all("Asked 02/03/2022.").first)
    #expect(open.edtf == "2022-03-02")
    #expect(open.reading.alternatives.map(\.edtf) == ["2022-02-03"])
    #expect(dates("Asked 02/03/2022.", locale: "en-US") == ["2022-02-03"])
  }

  @Test func relationsOpenTheRightEnd() {
    #expect(
      dates("since March 2020; before 4 May 2021; until 2019; by the end of May 2022; as of July 2018")
        == ["2020-03/..", "../2021-05-03", "../2019", "../2022-05-31", "2018-07"])
    #expect(
      dates("no later than 4 May 2021, early in 2018, about 10 May 2020")
        == ["2021-05-04", "2018-01~/2018-04~", "2020-05-10~"])
  }
}
