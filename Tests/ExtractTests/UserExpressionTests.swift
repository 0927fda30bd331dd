import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookExtract

/// Date expressions and named days of the user's own.
@Suite("Own expressions")
struct UserExpressionTests {
  private func read(_ expressions: [UserExpression], _ text: String, on day: String = "2022-11-20")
    -> [String]
  {
    var settings = ExtractionSettings()
    settings.expressions = expressions
    return DateSpanTests.spans(text, on: day, settings: settings).map { "\($0.words) = \($0.span.value)" }
  }

  @Test func aPatternGivesItsValue() throws {
    let rules = [
      try UserExpression(pattern: #"cohort of (\d{4})"#, value: "${1}-09/${1+1}-08"),
      try UserExpression(pattern: #"(?i)sprint of (\d+) days"#, value: "P${1}D"),
      try UserExpression(
        pattern: #"WEEK-(?<d>\d{1,2})-(?<m>[A-Z][a-z]+)-(?<y>\d{4})"#, value: "${y}-${m}-${d}"),
    ]
    #expect(
      read(rules, "The cohort of 2019, a Sprint of 5 days, WEEK-3-May-2020.") == [
        "cohort of 2019 = 2019-09/2020-08", "Sprint of 5 days = P5D", "WEEK-3-May-2020 = 2020-05-03",
      ])
  }

  @Test func aDayWithANameTakesItsYearFromItsWordsOrTheContext() throws {
    let rules = [
      try UserExpression(name: "Founders' Day", day: "10-24"),
      try UserExpression(name: "Rogation Sunday", day: "easter+35"),
      try UserExpression(name: "the Launch", day: "2022-02-14"),
    ]
    #expect(
      read(rules, "On Founders’ Day, Founders' Day 2019, Rogation Sunday 2021 and after the Launch.") == [
        "Founders’ Day = 2022-10-24", "Founders' Day 2019 = 2019-10-24", "Rogation Sunday 2021 = 2021-05-09",
        "the Launch = 2022-02-14",
      ])
    #expect(read(rules, "The Founders' Days and rogation days").isEmpty)
  }

  @Test func theUsersOwnGoesBeforeTheRules() throws {
    let rule = try UserExpression(pattern: "3 May 2021", value: "2020")
    #expect(
      read([rule], "Sent 3 May 2021 and 4 May 2021.") == ["3 May 2021 = 2020", "4 May 2021 = 2021-05-04"])
  }

  @Test func whatTheGroupsCatchMayBeNoDate() throws {
    let rule = try UserExpression(pattern: #"day (\d+) of (\d+)"#, value: "2022-${2}-${1}")
    #expect(read([rule], "day 31 of 12, day 31 of 2") == ["day 31 of 12 = 2022-12-31"])
  }

  @Test func whatCannotBeUsedSaysWhy() {
    func reason(_ pattern: String, _ value: String) -> String? {
      do {
        _ = try UserExpression(pattern: pattern, value: value)
        return nil
      } catch { return error.description }
    }
    #expect(reason("a(b", "2022") == "pattern: missing closing parenthesis, at character 4")
    #expect(reason("ab", "${1}-02") == "value: the pattern has no group \"1\"")
    #expect(reason("ab", "${year}-02") == "value: the pattern has no group \"year\"")
    #expect(reason("ab", "2022-13")?.hasPrefix("value: \"2022-13\" is no date; expected EDTF") == true)
    #expect(reason("ab", "2022-12") == nil)
    #expect(throws: UserExpressionError.day("31-12")) { try UserExpression(name: "X", day: "31-12") }
  }

  /// Backtracking without end: given up, said, and nothing else is lost.
  @Test(.timeLimit(.minutes(1)), arguments: [#"(a+)+$"#, #"(a|aa)+[bc]"#, #"(?:a*)*c"#])
  func aSlowPatternIsGivenUpAndSaid(pattern: String) throws {
    var settings = ExtractionSettings()
    settings.expressions = [
      try UserExpression(pattern: pattern, value: "2022"),
      try UserExpression(pattern: "the Launch", value: "2021-02-03"),
    ]
    let text = String(repeating: String(repeating: "a", count: 5000) + "!\n", count: 100) + "the Launch"
    let (mentions, findings) = DateReader(settings: settings).read(paper(text))
    #expect(findings.map(\.code) == ["slow-expression"])
    #expect(
      findings.first?.message.hasPrefix("expression 1 of the case settings needed too many steps") == true)
    #expect(mentions.map(\.rule) == ["own-expression"])
  }

  /// Steps are counted, not time: where a pattern is given up is a matter of text and pattern alone.
  @Test func aSlowPatternIsGivenUpAtOnePlace() throws {
    var settings = ExtractionSettings()
    settings.expressions = [try UserExpression(pattern: #"\w*[cd]\b"#, value: "2022")]
    // Each line alone is cheap; only all of them together are too much.
    let text = String(repeating: String(repeating: "a", count: 400) + "b\n", count: 2000)
    let places = (0..<3).map { _ in DateReader(settings: settings).read(paper(text)).findings.map(\.message) }
    #expect(Set(places).count == 1)
    let place = try #require(
      places[0].first?.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.last)
    #expect(place > 0 && place < text.utf8.count)
  }

  /// A pattern that tries something at every byte is none that is given up, however long the text is.
  @Test func aPlainPatternIsNeverGivenUp() throws {
    var settings = ExtractionSettings()
    settings.expressions = [
      try UserExpression(pattern: #"(?i)\b(?:week|wk)\s+(\d+) of the project"#, value: "P${1}W"),
      try UserExpression(pattern: #"[^\n]*?cohort of (\d{4})"#, value: "${1}"),
    ]
    let line = "The board met in wk 3 of the project and asked for the papers of the cohort of 2019 again.\n"
    let (mentions, findings) = DateReader(settings: settings).read(
      paper(String(repeating: line, count: 5000)))
    #expect(findings.isEmpty)
    #expect(mentions.count { $0.rule == "own-expression" } == 5000)
  }

  @Test func bytesThatAreNoTextMatchNothing() throws {
    var settings = ExtractionSettings()
    settings.expressions = [try UserExpression(pattern: "[^x]+y", value: "2022")]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let text = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let broken = DateInvariants.violations(in: text, reader: DateReader(settings: settings), written: nil)
      #expect(broken.isEmpty)
    }
  }
}
