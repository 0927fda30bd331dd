import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookDiff

@Suite struct FamilyTests {
  private typealias Fixture = VersionFixture

  private func member(_ text: String, _ path: String) -> FamilyMember {
    FamilyMember(Fixture.document(text, path: path), path: path)
  }

  private static func prose(_ seed: UInt64, words: Int) -> String {
    var random = SeededGenerator(seed: seed)
    return (0..<words).map { _ in "w\(Int.random(in: 0..<4000, using: &random))x" }.joined(separator: " ")
  }

  @Test func versionsAreOneFamilyAndOthersAreNot() {
    let members = [
      member(Fixture.assessment(), "DPIA v1.md"),
      member("# Minutes\n\n" + Self.prose(1, words: 200), "minutes.md"),
      member(Fixture.assessment(cover: "v2", kept: "30 years"), "copies/for ICO.md"),
      member("# Note\n\n" + Self.prose(2, words: 200), "note v2.md"),
    ]
    let families = FamilyFinder.families(members)
    #expect(families.map(\.members) == [[0, 2]])
    #expect(families[0].links.first?.why.contains("one title") == true)
  }

  @Test func aBundleThatHoldsAPaperIsNoVersionOfIt() {
    let paper = Self.prose(3, words: 150)
    let bundle = (4..<14).map { Self.prose($0, words: 150) }.joined(separator: "\n\n") + "\n\n" + paper
    #expect(FamilyFinder.families([member(paper, "paper.md"), member(bundle, "bundle.md")]).isEmpty)
  }

  @Test(arguments: [
    ("DPIA attendance v1 (updated).docx", "dpia attendance"),
    ("x/DPIA_attendance-published.pdf", "dpia attendance"),
    ("v03_2019-04-12_d50be29c.md", ""), ("mail.mbox#4#Policy final v2.1.docx", "policy"),
  ])
  func stems(path: String, stem: String) {
    #expect(FamilyMember.stem(path) == stem)
  }

  @Test func resemblanceIsTheShareOfCommonRuns() {
    let words = (0..<4000).map { "word\($0)" }
    func sketch(_ words: ArraySlice<String>) -> TextSketch {
      let text = Array(words.joined(separator: " ").utf8)
      return TextSketch(text, blocks: [0..<text.count])
    }
    let whole = sketch(words[...])
    #expect(whole.resemblance(to: whole) == 1)
    #expect(whole.fingerprint == sketch(words.map { $0.uppercased() }[...]).fingerprint)
    // Two thirds of either are in the other: of all runs together, a half.
    let value = sketch(words[..<3000]).resemblance(to: sketch(words[1000...]))
    #expect(abs(value - 0.5) < 0.12, "\(value)")
    #expect(whole.resemblance(to: sketch(["other", "words", "here", "and", "there", "too"][...])) == 0)
  }

  @Test func aNumberThatChangedIsAnotherVersion() {
    let old = Fixture.side(Fixture.document(Fixture.assessment(), path: "a.md"))
    let signed = Fixture.side(Fixture.document(Fixture.assessment(signed: "15 February 2022"), path: "b.md"))
    let numbered = Fixture.side(
      Fixture.document(
        Fixture.assessment().replacing("## Version history", with: "## 1 Version history"), path: "c.md"))
    #expect(!SameText.isOneVersion(old, signed))
    #expect(SameText.isOneVersion(old, numbered))
    #expect(SameText.isOneVersion(old, old))
  }

  // MARK: Order

  private func moment(_ text: String, _ path: String, _ properties: [String: String] = [:]) -> VersionMoment {
    var document = Fixture.document(text, path: path, properties: properties)
    if let saved = properties["modified"], let when = Timex(edtf: saved) {
      document.dates.append(DocumentDate(kind: .modified, when: when, basis: .property, text: "modified"))
    }
    return VersionMoment(
      document, identity: Fixture.side(document).identity, carriers: [], dates: Fixture.dates)
  }

  @Test func theSignatureDecidesThenTheSavingThenTheLabel() {
    let moments = [
      moment(Fixture.assessment(cover: "v6", table: "v6", signed: "25 February 2022"), "c.md"),
      moment(Fixture.assessment(signed: "15 February 2022"), "b.md", ["modified": "2022-02-15T13:00:00Z"]),
      moment(Fixture.assessment(), "a.md"),
      moment(Fixture.assessment(kept: "6 years"), "z.md", ["modified": "2022-02-14T09:00:00Z"]),
      moment(Fixture.assessment(signed: "15 February 2022"), "y.md", ["modified": "2022-02-15T11:00:00Z"]),
    ]
    #expect(VersionMoment.order(moments) == [2, 3, 4, 1, 0])
    #expect(moments[0].when.kind == .signed)
    #expect(moments[0].when.timex?.edtf == "2022-02-25")
  }

  @Test func aCopyOfTheSameDayIsDatedByItsNextSign() {
    let copy = moment(Fixture.assessment(), "b.md", ["modified": "2022-03-04"])
    let day = CivilDate(year: 2022, month: 2, day: 14)
    #expect(day.flatMap { copy.later(than: $0) }?.timex?.edtf == "2022-03-04")
    #expect(CivilDate(year: 2022, month: 2, day: 13).flatMap { copy.later(than: $0) } == nil)
  }

  @Test func fileNamesDateWhatSaysNothingOfItself() {
    let moments = ["p_2021-03-22.md", "p_2019-04-12.md", "p.md"].map { moment("# A\n\nWords.", $0) }
    #expect(VersionMoment.order(moments) == [1, 0, 2])
  }
}
