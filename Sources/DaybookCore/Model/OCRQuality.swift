/// How well a page was read from its picture.
package struct OCRQuality: Hashable, Sendable, Codable {
  package var words: Int
  /// Mean of the letters, 0…100.
  package var confidence: Int
  /// How far the page was turned clockwise: 0, 90, 180, 270.
  package var turn: Int
  /// Tenths of a degree by which it was straightened.
  package var skewTenths: Int

  package init(words: Int = 0, confidence: Int = 0, turn: Int = 0, skewTenths: Int = 0) {
    self.words = words
    self.confidence = confidence
    self.turn = turn
    self.skewTenths = skewTenths
  }
}
