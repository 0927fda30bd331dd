import DaybookCore
import Testing

@testable import DaybookExtract

@Suite("Sentences and clauses")
struct SentenceTests {
  static func sentences(_ text: String, keepsLines: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer.tokens(in: 0..<bytes.count, of: bytes, into: &tokens)
    return SentenceSplitter.sentences(of: tokens, in: bytes, keepsLines: keepsLines).map {
      Excerpt.line(bytes, tokens[$0.lowerBound].start..<tokens[$0.upperBound - 1].end)
    }
  }

  @Test(arguments: [
    (
      "It closes by Oct. 09, 2022, 2 a.m. The page says so.",
      ["It closes by Oct. 09, 2022, 2 a.m.", "The page says so."]
    ),
    ("We read v6. of the paper. It is long.", ["We read v6. of the paper.", "It is long."]),
    (
      "Some data, e.g. names, are sent. Others are not.",
      ["Some data, e.g. names, are sent.", "Others are not."]
    ),
    (
      "We wrote to the Rt. Hon. A. Smith. He replied.", ["We wrote to the Rt. Hon. A. Smith.", "He replied."]
    ),
    ("They said: “We asked.” Nobody came.", ["They said: “We asked.”", "Nobody came."]),
    ("It ended (see note 3.) Then more.", ["It ended (see note 3.)", "Then more."]),
    ("Is it done? Not yet! Soon.", ["Is it done?", "Not yet!", "Soon."]),
    ("See www.gov.uk/page for more. Thanks.", ["See www.gov.uk/page for more.", "Thanks."]),
  ])
  func endWhereTheyEnd(text: String, expected: [String]) {
    #expect(SentenceTests.sentences(text) == expected)
  }

  @Test func aWrappedLineGoesOnAndADeliberateBreakEnds() {
    let wrapped =
      "We have several questions about the collection and would like to\nSee the assessment before it starts.\nRegards\nA"
    #expect(
      SentenceTests.sentences(wrapped) == [
        "We have several questions about the collection and would like to See the assessment before it starts.",
        "Regards", "A",
      ])
  }

  @Test func shortLinesAreNotProse() {
    #expect(SentenceTests.sentences("7\ndays to go\n£95\npledged") == ["7", "days to go", "£95", "pledged"])
  }

  @Test func clausesEachHaveAVerb() {
    let passage = PartyTests.passage(
      "The ICO asked the DfE to pause, but the DfE declined, at which point we wrote to the court.")
    let clauses = ClauseSplitter.clauses(
      of: passage.tokens, in: 0..<passage.tokens.count, partyAt: passage.partyAt)
    #expect(clauses.count >= 2)
    #expect(clauses.first?.lowerBound == 0 && clauses.last?.upperBound == passage.tokens.count)
    for (one, next) in zip(clauses, clauses.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
  }
}
