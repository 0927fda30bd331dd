import DaybookCore
import DaybookExtract
import Testing

/// How people settle on days in their mail, and how they tell that a date was changed. Thursday, 26 October 2017.
@Suite("Dates arranged and dates changed")
struct DateArrangementTests {
  @Test(arguments: [
    ("May we set up a call either today or Monday?", ["2017-10-26", "2017-10-30"]),
    ("Tuesday works best for all of us.", ["2017-10-31"]),
    ("How about Monday at 3pm?", ["2017-10-30T15:00"]),
    ("Are you free on Tuesday?", ["2017-10-31"]),
    ("Could we perhaps talk on Monday?", ["2017-10-30"]),
    ("Monday is no good, Tuesday is better.", ["2017-10-30", "2017-10-31"]),
    ("See you Monday", ["2017-10-30"]),
    ("I'd prefer to comment in person Friday.", ["2017-10-27"]),
    ("Happy to talk on Wednesday", ["2017-11-01"]),
    ("We were planning to drive around the county on Monday", ["2017-10-30"]),
  ])
  func whatIsArrangedLiesAhead(text: String, values: [String]) {
    #expect(dates(text, on: "2017-10-26") == values)
  }

  @Test(arguments: [
    ("We met either Monday or Tuesday.", ["2017-10-23", "2017-10-24"]),
    ("Tuesday was fine, thanks for coming.", ["2017-10-24"]),
    ("We were happy to meet you on Monday.", ["2017-10-23"]),
    ("He could not attend on Tuesday.", ["2017-10-24"]),
    ("In May we met on Monday.", ["2017-05", "2017-10-23"]),
    ("I hope you were available. On Tuesday we met them.", ["2017-10-24"]),
  ])
  func whatIsToldLiesBehind(text: String, values: [String]) {
    #expect(dates(text, on: "2017-10-26") == values)
  }

  @Test(arguments: [
    ("The sign-off date changed from 14 February 2022 to 15 February 2022.", ["2022-02-14", "2022-02-15"]),
    ("The deadline was extended from 3 March to 10 April 2022.", ["2022-03-03", "2022-04-10"]),
    ("postponed from Monday to Wednesday", ["2017-10-23", "2017-10-25"]),
    ("The review moved from 2024 to 2026.", ["2024", "2026"]),
    ("The hearing was put back from March 2022 to June 2022.", ["2022-03", "2022-06"]),
  ])
  func aChangedDateIsTwoDates(text: String, values: [String]) {
    #expect(dates(text, on: "2017-10-26") == values)
  }

  @Test(arguments: [
    ("The office moves; open from 3 March 2022 to 10 April 2022.", ["2022-03-03/2022-04-10"]),
    ("The register was kept from 2014 to 2018.", ["2014/2018"]),
    ("The council went from 3 March 2022 to 10 April 2022 without a clerk.", ["2022-03-03/2022-04-10"]),
  ])
  func aStretchStaysOne(text: String, values: [String]) {
    #expect(dates(text, on: "2017-10-26") == values)
  }
}
