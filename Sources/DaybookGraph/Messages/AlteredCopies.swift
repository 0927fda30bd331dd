import DaybookCore

/// Finds copies of a message whose words are not those of the best copy: a changed word in a quotation.
///
/// What was withheld, cut off at the end or wrapped otherwise is no change. Reports the first word that
/// differs, with the words around it in both.
struct AlteredCopies {
  struct Change {
    var copy: Int
    /// Places in the bodies of the best copy and of this one.
    var original: Range<Int>
    var altered: Range<Int>
  }

  /// Words behind a difference that must agree again, for it to be a changed word and not another text.
  private static let anchor = 3
  private static let mostSkipped = 4

  static func changes(_ message: Message, copies: [MessageCopy]) -> [Change] {
    guard message.copies.count > 1 else { return [] }
    let best = BodyWords(copies[message.best].body, keepsPlaces: true)
    guard best.count >= 8 else { return [] }
    var changes: [Change] = []
    for copy in message.copies where copy != message.best {
      let other = BodyWords(copies[copy].body, keepsPlaces: true)
      if other.digest == best.digest || other.count < 8 { continue }
      if let change = first(best, other, copy) { changes.append(change) }
    }
    return changes
  }

  /// The first place where one or a few words stand for others and the text goes on the same behind them.
  private static func first(_ best: BodyWords, _ other: BodyWords, _ copy: Int) -> Change? {
    var (a, b) = (0, 0)
    while a < best.count, b < other.count {
      if best.hashes[a] == other.hashes[b] {
        a += 1
        b += 1
        continue
      }
      guard let next = resume(best.hashes, a, other.hashes, b) else { return nil }
      // Only words put for other words: what is missing on one side was withheld or lies in the margin.
      if next.a > a, next.b > b, next.a - a == next.b - b,
        !best.hashes[a..<next.a].contains(0), !other.hashes[b..<next.b].contains(0)
      {
        return Change(
          copy: copy, original: around(best, a..<next.a), altered: around(other, b..<next.b))
      }
      (a, b) = (next.a, next.b)
    }
    return nil
  }

  /// The nearest place behind a difference from which both go on with the same words.
  private static func resume(_ left: [UInt64], _ a: Int, _ right: [UInt64], _ b: Int) -> (a: Int, b: Int)? {
    for skip in 0...(mostSkipped * 2) {
      for first in 0...min(skip, mostSkipped * 2) {
        let (x, y) = (a + first, b + skip - first)
        guard x + anchor <= left.count, y + anchor <= right.count else { continue }
        if left[x..<(x + anchor)].elementsEqual(right[y..<(y + anchor)]), !left[x..<(x + anchor)].contains(0)
        {
          return (x, y)
        }
      }
    }
    return nil
  }

  private static func around(_ words: BodyWords, _ range: Range<Int>) -> Range<Int> {
    let first = max(0, range.lowerBound - 4)
    let last = min(words.count - 1, range.upperBound + 3)
    return words.places[first].lowerBound..<words.places[last].upperBound
  }
}
