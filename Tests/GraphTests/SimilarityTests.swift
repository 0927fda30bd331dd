import DaybookCore
import DaybookTestSupport
import Testing

@testable import DaybookGraph

@Suite struct SimilarityTests {
  private func areSame(_ left: String, _ right: String) -> Bool {
    EventSimilarity()(EventTable.Line(0, left).event(at: 0), EventTable.Line(1, right).event(at: 0))
  }

  @Test(arguments: [
    ("ICO asked for a pause", "The ICO has asked for the pause"), ("Sent the letter.", "the letter was SENT"),
    ("paid 1,500 pounds", "pounds paid: 1,500"), ("call at 10:14 with schools", "10:14 call (schools)"),
    ("Zoë wrote the note", "note that ZOË wrote"),
  ])
  func theSame(left: String, right: String) {
    #expect(areSame(left, right) && areSame(right, left))
  }

  @Test(arguments: [
    ("", ""), ("the", "the"), ("", "ICO asked"), ("ICO asked for a pause", "DfE declined the request"),
    ("asked 3 questions", "asked 5 questions"), ("asked 3 questions", "asked questions"),
    ("v1 was sent", "v2 was sent"),
    ("paid 1.5 million pounds", "paid 15 million pounds"), ("section 2a was sent", "section 2b was sent"),
  ])
  func notTheSame(left: String, right: String) {
    #expect(!areSame(left, right) && !areSame(right, left))
  }

  @Test func itDoesNotDependOnTheSides() {
    let words = ["ico", "asked", "dfe", "pause", "trial", "15", "16", "1.5", "the", "of", "—", "Ünïcode"]
    for seed in UInt64(1)...500 {
      var random = SeededGenerator(seed: seed)
      func text() -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      let (left, right) = (text(), text())
      #expect(areSame(left, right) == areSame(right, left), "seed \(seed)")
      #expect(!areSame(left, right) || areSame(left, left), "seed \(seed)")
    }
  }
}
