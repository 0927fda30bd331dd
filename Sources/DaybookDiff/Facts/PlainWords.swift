import DaybookCore

/// Words that either version writes in small letters somewhere: "Your Content" is nobody's name where the text speaks
/// of content.
///
/// Gathered when they are first asked for: most comparisons change no name.
final class PlainWords {
  private let sides: [VersionSide]
  private lazy var words = PlainWords.gather(sides)

  init(_ sides: [VersionSide]) { self.sides = sides }

  private static func gather(_ sides: [VersionSide]) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for side in sides {
      side.document.text.withUnsafeBufferPointer { text in
        var place = 0
        while place < text.count {
          let start = place
          while place < text.count, Bytes.isWord(text[place]) { place += 1 }
          // A capital inside makes it a label.
          if place - start >= 3, text[start] &- 0x61 < 26 {
            words.insert(PlainWords.hash(text, start..<place))
          }
          if place == start { place += 1 }
        }
      }
    }
    return words
  }

  /// Whether one of the words of a range is among them.
  func contains(_ bytes: Range<Int>, _ side: VersionSide) -> Bool {
    side.document.text.withUnsafeBufferPointer { text in
      var place = bytes.lowerBound
      while place < bytes.upperBound {
        let start = place
        while place < bytes.upperBound, Bytes.isWord(text[place]) { place += 1 }
        if place - start >= 3, words.contains(PlainWords.hash(text, start..<place)) { return true }
        if place == start { place += 1 }
      }
      return false
    }
  }

  /// The first letter counts as small. Source: FNV-1a, 64 bits.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in bytes {
      let byte = place == bytes.lowerBound && text[place] &- 0x41 < 26 ? text[place] | 0x20 : text[place]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
