import DaybookCore
import DaybookIngest
import DaybookTestSupport
import Testing

/// Header blocks and quotations with bytes changed, cut and doubled: whatever comes out is well-formed.
struct SegmenterFuzzTests {
  private static let inserts: [[UInt8]] = [
    "From:", "To: ", "Subject:", "\n", "> ", ":", "<", "[", "wrote:", "\u{0C}", "On 1 Jan 2022",
    "________________________",
    "\u{FFFD}", "\u{A0}", "Version 9", "1   ", "@",
  ].map { Array($0.utf8) }

  private func mutated(_ text: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      guard !text.isEmpty else { break }
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text[place] = UInt8.random(in: 1...255, using: &random)
      case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...40, using: &random)))
      case 2:
        let end = min(text.count, place + Int.random(in: 1...80, using: &random))
        text.insert(contentsOf: Array(text[place..<end]), at: place)
      default:
        if let insert = Self.inserts.randomElement(using: &random) {
          text.insert(contentsOf: insert, at: place)
        }
      }
    }
    // Texts are valid UTF-8 when they come to the segmenters.
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingThatComesInTraps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<400 {
      let text = mutated(Array(MailSeeds.texts[round % MailSeeds.texts.count].utf8), &random)
      let dates = HeaderDates { words, near in words.isEmpty ? nil : near.map { Timex(day: $0) } }
      let broken =
        round % 2 == 0
        ? SegmentInvariants.quoted(text, dates: dates) : SegmentInvariants.printed(text, dates: dates)
      #expect(broken.isEmpty, "seed \(seed) round \(round): \(broken)")
    }
  }
}
