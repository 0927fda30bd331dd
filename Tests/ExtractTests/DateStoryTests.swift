import DaybookCore
import DaybookExtract
import Testing

/// Sentences of our own, labelled before the rules were looked at: chapters of history, letters of offices, notes
/// of meetings.
@Suite("Dates of stories and offices")
struct DateStoryTests {
  private func values(_ text: String, on day: String) -> [String] {
    DateSpanTests.spans(text, on: day).map(\.span.value)
  }

  @Test func aShortTextOfLongAgoGoesOnFromItsOwnDates() {
    #expect(
      values(
        "The rising began on 24 April 1916. On the following Saturday the leaders gave in. They were tried in May. By "
          + "12 May fifteen had been shot. In December the last prisoners came home. In February of the next year a "
          + "by-election was won.", on: "2015-06-01")
        == ["1916-04-24", "1916-04-29", "1916-05", "1916-05-12", "1916-12", "1917-02"])
    #expect(
      values(
        "The army crossed the river on 14 October 1806. Three days later the king asked for terms. By the end of the "
          + "month the capital was taken. In January the roads froze. On 7 February the two armies met again.",
        on: "2015-06-01") == ["1806-10-14", "1806-10-17", "1806-10", "1807-01", "1807-02-07"])
  }

  @Test func aYearThatATextIsInLeadsOn() {
    #expect(
      values(
        "Relations got worse during 1936. In March troops marched in. On 17 July the garrison rose; the next day the "
          + "mainland followed. It went on until March 1937. In April the town was bombed.", on: "2015-06-01")
        == ["1936", "1936-03", "1936-07-17", "1936-07-18", "1937-03", "1937-04"])
  }

  @Test func seasonsAndLimitsOfAStoryLieAhead() {
    #expect(
      values(
        "The fire broke out on 2 September 1666. By the 6th it was out. Rebuilding began in the spring, and an Act was "
          + "passed in May.", on: "2010-03-04") == ["1666-09-02", "1666-09-06", "1667-SP", "1667-05"])
    #expect(
      values(
        "He fell ill in October 1785 and sailed home. He was back in London by May. The following spring he married, and "
          + "that autumn he died.", on: "2010-03-04") == ["1785-10", "1786-05", "1787-SP", "1787-FA"])
  }

  /// What somebody writes of himself or to somebody is no story, however old the dates in it are.
  @Test func aLetterAboutOldDaysStaysInItsOwn() {
    #expect(
      values(
        "The lease is of 3 May 1996 and was renewed on 4 June 2001. We wrote to you on 12 January.",
        on: "2022-02-17")
        == ["1996-05-03", "2001-06-04", "2022-01-12"])
    #expect(
      values(
        "The Act came into force on 1 January 2005.\n\nThe consultation closes on 3 March.", on: "2022-02-17")
        == ["2005-01-01", "2022-03-03"])
  }

  @Test func aCaseGoesOnInItsYear() {
    #expect(
      values(
        "On 12 January 2021 the tenant reported damp. A second report was made on 1 April 2021, followed a fortnight later "
          + "by a complaint. The repairs were finished on 21 December and failed again on 9 January.",
        on: "2022-09-01")
        == ["2021-01-12", "2021-04-01", "2021-04-15", "2021-12-21", "2022-01-09"])
  }

  @Test(arguments: [
    ("Members had filed reports by Wednesday.", "2022-02-16"),
    ("Until Tuesday they had not called it so.", "2022-02-15"),
    ("They had asked us to reply by Monday.", "2022-02-21"),
    ("Please reply by Monday.", "2022-02-21"),
    ("The strike begins at midnight on Sunday.", "2022-02-20T00:00"),
  ])
  func aLimitThatWasKeptLiesBehind(line: String, value: String) {
    #expect(values(line, on: "2022-02-17") == [value])
  }

  @Test(arguments: [
    ("Work starts a week on Monday.", "2022-02-28"), ("See you Monday week.", "2022-02-28"),
    ("It closed a fortnight tomorrow.", "2022-03-04"), ("He came a week last Tuesday.", "2022-02-08"),
    ("Your letter of the 8th inst. refers.", "2022-02-08"), ("Ours of the 30th ult. refers.", "2022-01-30"),
    ("It ends on the last working day of April 2022.", "2022-04-29"),
    ("Due on the third working day of next month.", "2022-03-03"),
    ("An internal review was asked for on 02.05.21.", "2021-05-02"),
    ("It happened at 14:20 hrs on 3/4/21.", "2021-04-03T14:20"),
    ("Raised in the autumn of last year.", "2021-FA"),
    ("In the year to March 2021 we lost two.", "2020-04/2021-03"),
    ("Kept until the end of the tax year.", "2022-04-05"), ("Let in Q4 of 2020/21.", "2021-Q1"),
    ("The meeting of 2 February 2022 (10:00-11:30) was minuted.", "2022-02-02T10:00/2022-02-02T11:30"),
    ("Over the weekend of 5-6 February it failed.", "2022-02-05/2022-02-06"),
    ("They meet every second Tuesday.", "XXXX-WXX-2"),
    ("It blew up at 10:35 a.m. (0735 GMT) Friday.", "2022-02-11T10:35"),
  ])
  func wordsOfOffices(line: String, value: String) {
    #expect(values(line, on: "2022-02-17") == [value])
  }

  @Test(arguments: [
    "Version 1.1.22, upgraded from 1.1.22 to 1.2.03, part of 02.05.23 and address 10.12.20.22.",
    "Twice a week on the bus; a week of rain.",
  ])
  func figuresAndWeeksThatAreNoDays(line: String) {
    #expect(DateSpanTests.spans(line, on: "2022-02-17").filter { $0.span.kind == .date }.isEmpty)
  }

  /// Posts of a page whose texts are short; a column of dates heads nothing.
  @Test func shortPostsCountFromTheirOwnDates() {
    let posts = """
      July 6, 2024
      We have decided to end this work.

      Oct. 14, 2022
      It is now two years and one week since the report of the Board.

      Oct. 8, 2020
      Yesterday the Board gave out its report.
      """
    #expect(dates(posts).contains("2020-10-07") && !dates(posts).contains("2024-07-05"))
    #expect(dates(posts).count { $0 == "2020-10-07" } == 2)
    let column = "Dates\n4 May 2020\nLetter\n5 May 2020\nReply\n6 May 2020\nClosed\n\nIt was sent yesterday."
    #expect(dates(column, on: "2022-02-17").last == "2022-02-16")
  }
}
