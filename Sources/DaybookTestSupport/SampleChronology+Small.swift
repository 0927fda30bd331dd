package import DaybookCore

extension SampleChronology {
  /// A short story with every kind of date.
  package static var small: Chronology {
    let (office, department, charity) = (
      "Information Commissioner's Office", "Department for Education", "Open Registers Trust"
    )
    var entries = [
      entry(
        EventDate(timex: Timex(year: 2020), basis: .explicit, text: "in 2020"), .decided,
        "A compulsory audit of the Department is published in 2020.", parties: [body(department, .mentioned)],
        start: 12),
      entry(
        SampleDates.between(SampleDates.day(2022, 1, 18), SampleDates.day(2022, 3, 2)), .started,
        "The pilot runs from 18 January to 2 March 2022.", parties: [body(department, .agent)], start: 90),
      entry(
        SampleDates.month(2022, 2, .approximate), .told,
        "Schools are told of the pilot around February 2022.", start: 300),
      entry(
        SampleDates.on(SampleDates.day(2022, 2, 9), "February 9th", basis: .inferred), .asked,
        "The Trust asks for the impact assessment.",
        quote: "On February 9th, the Trust asked the Department for its impact assessment.",
        parties: [body(charity, .agent), body(department, .recipient)], start: 150),
      entry(
        EventDate(timex: Timex(day: SampleDates.day(2022, 2, 9)), basis: .position), .refused,
        "The Department declines to pause.",
        parties: [body(department, .agent), body(charity, .recipient)], start: 240),
      entry(
        SampleDates.at(SampleDates.day(2022, 2, 10), 10, 14, offset: 0), .sent, "RE: Daily collection pilot",
        quote: "Thank you for your message.\nWe will reply by the end of the month.",
        parties: [
          Participation(name: "J. Marsh", kind: .person, role: .agent), body(charity, .recipient),
          body(office, .mentioned),
        ], source: "papers/letters.pdf", page: 4, start: 2_048),
      entry(
        SampleDates.between(nil, SampleDates.day(2022, 2, 28)), .promised, "A reply by the end of February.",
        parties: [body(department, .agent)], source: "papers/letters.pdf", page: 4, start: 2_100,
        modality: .planned),
      entry(
        .undated, .apologised, "The Department apologises for the delay.",
        parties: [body(department, .agent)], start: 340),
      entry(
        SampleDates.at(SampleDates.day(2022, 3, 2), 16, 5), .meeting, "A call about the assessment.",
        parties: [body(charity, .agent), body(department, .agent)], start: 390),
      entry(
        SampleDates.between(SampleDates.day(2022, 7, 1), nil, grain: .month), .changed,
        "Collection becomes daily from July 2022.",
        start: 430),
      entry(
        SampleDates.on(SampleDates.day(2022, 7, 20), "20 July 2022"), .published,
        "The assessment is published.",
        parties: [body(department, .agent)], source: "papers/letters.pdf", page: 11, start: 6_000),
      entry(
        EventDate(
          timex: Timex(earliest: nil, latest: nil, grain: .day, yearless: Timex.Yearless(month: 1, day: 18)),
          basis: .explicit,
          text: "18 January"), .statement, "Registers closed on 18 January.", start: 480),
    ]
    entries[3].when.why = ["year 2022 from the heading “2022”", "“February 9th” is a day of that year"]
    entries[3].context = "list under the heading “2022”"
    entries[5].evidence.append(
      evidence("We will reply by the end of the month.", source: "papers/mail.mbox#12", start: 31))
    entries[5].evidence[0].alsoAt = ["papers/copy of letters.pdf"]
    entries[6].isStated = false
    return make("Attendance pilot", entries)
  }
}
