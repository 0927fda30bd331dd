import DaybookCore
import DaybookExtract
import DaybookTestSupport
import Testing

/// What holds for every text; `make fuzz` looks for more of them with coverage.
@Suite("Date properties")
struct DatePropertyTests {
  static let seeds: [UInt64] = [11, 12, 13, 14]

  private static let readers: [DateReader] = ["en-GB", "en-US"].flatMap { locale in
    DateOptions.Preference.allCases.map { preference in
      var settings = ExtractionSettings()
      settings.locale = locale
      var options = DateOptions()
      options.prefer = preference
      options.readsVague = preference == .past
      return DateReader(settings: settings, options: options)
    }
  }

  private func check(_ text: [UInt8], _ generator: inout SeededGenerator, seed: UInt64) {
    let written: CivilMoment? =
      Bool.random(using: &generator)
      ? CivilMoment(CivilDate(dayNumber: Int.random(in: 0...40_000, using: &generator))) : nil
    let reader = DatePropertyTests.readers[
      Int.random(in: 0..<DatePropertyTests.readers.count, using: &generator)]
    let broken = DateInvariants.violations(in: text, reader: reader, written: written)
    #expect(broken.isEmpty, "seed \(seed): \(broken); text \(String(decoding: text, as: UTF8.self))")
  }

  @Test(arguments: seeds) func examplesOfTheRulesInAnyOrderAndDamaged(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let examples = DateRules.all.flatMap { $0.examples.map { DateMarkedText($0.text).text } }
    #expect(examples.count > 50)
    for _ in 0..<300 {
      var text: [UInt8] = []
      for _ in 0..<4 {
        text += examples[Int.random(in: 0..<examples.count, using: &generator)]
        text += [[0x20], [0x0A], [0x2D], [], [0x0A, 0x0A]][Int.random(in: 0..<5, using: &generator)]
      }
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let place = Int.random(in: 0..<text.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: text.remove(at: place)
        case 2: text.insert(UInt8.random(in: 0x2C...0x3A, using: &generator), at: place)
        default: text.swapAt(place, Int.random(in: 0..<text.count, using: &generator))
        }
        if text.isEmpty { text = [0x20] }
      }
      check(text, &generator, seed: seed)
    }
  }

  @Test(arguments: seeds) func bytesOfAnyKind(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      check(text, &generator, seed: seed)
    }
  }

  /// Found by the fuzzer.
  @Test(arguments: ["-T10h070T1-8:07:33 +001"]) func whatTheFuzzerFound(text: String) {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 { check(Array(text.utf8), &generator, seed: 1) }
  }
}
