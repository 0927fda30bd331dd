import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

/// The traps of specs/seed-traps.md that belong to reading one page, on a page of our own.
@Suite("Traps of a dated list")
struct TrapTests {
  static let page = """
    # What happened, from the letters of the Council and Ofsted in February and March 2022

    - January 25th Schools are asked to sign up to the trial.
    - February 9th Ofsted writes to the Council with questions.
    - The Council sends Ofsted a copy of the note already sent to schools, with thanks.
    - February 9th Ofsted asks the Council to remove a line from the note.
    - February 10th Ofsted asks the Council to pause the trial and any further processing.
    - February 10th Ofsted sets out the dates including the Council will send Ofsted the plan on the 14th.
    - February 10th The Council tells Ofsted not possible to pause the trial.
    - February 14th V1 plan signed off (according to date on final page)
    - February 15th V1 plan withdrawn by the Council for urgent edit (The Council informs Ofsted but gives no detail.)
    - February 15th The Council confirmed to Ofsted that a note would be sent “tomorrow” to schools.
    - February 17 The Council tells Ofsted they issued the note on 16th and more will follow.
    - March 1st The Council tells Ofsted that it is hard.
    """

  static let events = Extractor().extract(TextDocument.make(page)).events
  static let entries = events.filter {
    $0.rule == "list-entry" && !($0.when.timex?.earliest == nil && $0.when.basis == .relative)
  }

  static func event(_ words: String) throws -> Event {
    try #require(events.first { $0.evidence[0].quote.contains(words) })
  }

  @Test("Trap 1: the year comes from the heading and says so") func yearFromHeading() throws {
    let event = try TrapTests.event("January 25th")
    #expect(
      event.when.timex?.edtf == "2022-01-25" && event.when.basis == .inferred && !event.when.why.isEmpty)
  }

  @Test("Trap 2: an entry without a date is dated by its place") func dateByPosition() throws {
    let event = try TrapTests.event("a copy of the note")
    #expect(event.when.timex?.edtf == "2022-02-09" && event.when.basis == .position && !event.isStated)
    let earlier = try TrapTests.event("the note already sent to schools")
    #expect(earlier == event || earlier.when.timex?.edtf == "../2022-02-09")
  }

  @Test("Trap 3: suffixes of all kinds") func suffixes() {
    let days = TrapTests.entries.compactMap { $0.when.timex?.edtf }
    #expect(days.contains("2022-02-09") && days.contains("2022-02-17") && days.contains("2022-03-01"))
  }

  @Test("Trap 4: entries of one day keep their order") func order() {
    let starts = TrapTests.events.map { $0.evidence[0].bytes.lowerBound }
    #expect(starts == starts.sorted())
    #expect(
      TrapTests.entries.map { $0.when.timex?.edtf } == [
        "2022-01-25", "2022-02-09", "2022-02-09", "2022-02-09", "2022-02-10", "2022-02-10", "2022-02-10",
        "2022-02-14", "2022-02-15",
        "2022-02-15", "2022-02-17", "2022-03-01",
      ])
  }

  @Test("Trap 5: the date of a sign-off is that of the paper") func signOff() throws {
    let event = try TrapTests.event("signed off")
    #expect(event.kind == .signedOff && event.when.kind == .signed)
  }

  @Test("Trap 8: tomorrow is the day after the entry") func tomorrow() throws {
    let event = try #require(
      TrapTests.events.first { $0.when.timex?.edtf == "2022-02-16" && $0.kind == .promised })
    #expect(event.evidence[0].quote.contains("a note would be sent “tomorrow”"))
    #expect(event.parties.first { $0.role == .agent }?.name == "the Council")
  }

  @Test("Trap 11: the 14th, promised on the 10th") func promise() throws {
    let event = try #require(
      TrapTests.events.first { $0.kind == .promised && $0.when.timex?.edtf == "2022-02-14" })
    #expect(event.evidence[0].quote.hasPrefix("the Council will send Ofsted the plan on the 14th"))
    #expect(EventRuleTests.line(event) == "promised 2022-02-14 the Council → Ofsted")
  }

  @Test("Trap 8: two dates of one clause are two statements") func twoDates() throws {
    let issued = try #require(
      TrapTests.events.first { $0.when.timex?.edtf == "2022-02-16" && $0.kind == .sent })
    #expect(issued.evidence[0].quote.hasPrefix("they issued the note on 16th"))
    #expect(issued.parties.first { $0.role == .agent }?.name == "the Council")
  }

  @Test("Trap 9: the weekday agrees with the date") func weekday() throws {
    let document = TextDocument.make("On Tuesday 15 February 2022 we formally engaged with Ofsted.")
    let event = try #require(Extractor().extract(document).events.first)
    #expect(event.when.timex?.edtf == "2022-02-15" && event.kind == .told)
  }

  @Test("Trap 16: a countdown dates the capture") func countdown() throws {
    let document = TextDocument.make(
      "7 days to go\n\nYour card will only be charged if the case meets its target of £6,000 by Oct. 09, 2022, 2 a.m.\n"
    )
    let events = Extractor().extract(document).events
    let capture = try #require(events.first { $0.rule == "countdown" })
    let day = try #require(CivilDate(year: 2022, month: 10, day: 2))
    #expect(capture.when.timex?.isApproximate == true && capture.when.kind == .captured && !capture.isStated)
    #expect(capture.when.timex?.latest?.date == day)
    #expect(events.contains { $0.kind == .deadline })
  }
}
