import DaybookCore

/// What was read from the picture of a page, turned upright and straightened.
struct OCRReading {
  private(set) var words: [OCREngine.Word] = []
  /// The picture as it was read.
  private(set) var picture: GreyPicture
  private(set) var quality = OCRQuality()

  /// Below it words are more often noise than not. Measured on scans of the made-up bundles.
  private static let noise = 25.0
  /// So sure of so few words, or less: the page may lie on its side.
  private static let doubt = 70.0

  /// Nil where the library gives up.
  init?(_ original: GreyPicture, by engine: OCREngine, alive: @escaping () -> Void = {}) {
    picture = original
    guard let first = OCRReading.attempt(original, turn: 0, by: engine, alive) else { return nil }
    var best = first
    let isUpended = OCRReading.isUpended(first.words)
    if isUpended || first.score.confidence < OCRReading.doubt || first.words.count < 8,
      let turn = engine.turn(of: original), turn != 0,
      let second = OCRReading.attempt(original.turned(turn), turn: turn, by: engine, alive),
      isUpended || second.score > first.score
    {
      best = second
    }
    picture = best.picture
    words = best.words
    quality = OCRQuality(
      words: words.count, confidence: Int(best.score.confidence.rounded()), turn: best.turn,
      skewTenths: Int((best.skew * 10).rounded()))
  }

  /// Most words are taller than wide: the library can read a page that lies on its side, but its lines then run
  /// down the page.
  private static func isUpended(_ words: [OCREngine.Word]) -> Bool {
    let long = words.filter { $0.text.count >= 4 }
    return long.count >= 3
      && long.count(where: { $0.bottom - $0.top > $0.right - $0.left }) * 2 > long.count
  }

  private struct Score: Comparable {
    var confidence: Double
    var letters: Int

    /// Sure letters: many doubtful ones are worth less than fewer sure ones.
    private var worth: Double { confidence * confidence * Double(letters) }
    static func < (left: Score, right: Score) -> Bool { left.worth < right.worth }
  }

  private static func attempt(
    _ upright: GreyPicture, turn: Int, by engine: OCREngine, _ alive: @escaping () -> Void
  ) -> (
    picture: GreyPicture, words: [OCREngine.Word], score: Score, turn: Int, skew: Double
  )? {
    let skew = engine.skew(of: upright)
    let isSlanted = abs(skew) >= 0.3
    let picture = isSlanted ? upright.straightened(skew) : upright
    guard var words = engine.words(in: picture, alive: alive) else { return nil }
    var (sum, letters) = (0.0, 0)
    for word in words {
      sum += word.confidence * Double(word.text.count)
      letters += word.text.count
    }
    let score = Score(confidence: letters == 0 ? 0 : sum / Double(letters), letters: letters)
    words = kept(words)
    return (picture, words, score, turn, isSlanted ? skew : 0)
  }

  /// Without noise: what is hardly believed, and marks without a letter that are not well believed.
  private static func kept(_ words: [OCREngine.Word]) -> [OCREngine.Word] {
    var kept: [OCREngine.Word] = []
    var beginsLine = false
    for var word in words {
      beginsLine = beginsLine || word.beginsLine
      let hasLetter = word.text.contains {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) || $0 >= 0xC3
      }
      guard !word.text.isEmpty, word.confidence >= (hasLetter ? noise : 60) else { continue }
      word.beginsLine = beginsLine
      beginsLine = false
      kept.append(word)
    }
    return kept
  }
}
