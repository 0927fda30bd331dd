package import DaybookCore

/// Whether two events with the same date, kind and parties, told by different documents, are one.
///
/// They are when their words agree: at least half of the content words of both, as sets (Jaccard index). Two
/// requests of one day between the same two bodies stay apart unless they ask for the same thing; two that
/// differ in a number always stay apart.
package struct EventSimilarity: Sendable {
  private let threshold: Double

  package init(threshold: Double = 0.5) { self.threshold = threshold }

  package func callAsFunction(_ left: Event, _ right: Event) -> Bool {
    let (a, b) = (words(of: left), words(of: right))
    guard !a.isEmpty, !b.isEmpty, numbers(in: a) == numbers(in: b) else { return false }
    let common = a.intersection(b).count
    return Double(common) >= threshold * Double(a.count + b.count - common)
  }

  private func numbers(in words: Set<String>) -> Set<String> {
    words.filter { $0.utf8.contains(where: isDigit) }
  }

  /// Words of the summary that say something: "1.5" and "10:14" are one word, a single letter is none.
  private func words(of event: Event) -> Set<String> {
    var words: Set<String> = []
    for part in event.summary.lowercased().split(whereSeparator: { !EventSimilarity.isPart($0) }) {
      for word in pieces(Array(part.utf8)) where word.count > 1 || word.contains(where: isDigit) {
        let text = String(decoding: word, as: UTF8.self)
        if !EventSimilarity.functionWords.contains(text) { words.insert(text) }
      }
    }
    return words
  }

  /// Signs of money and of shares belong to their number, some others may.
  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character.isCurrencySymbol || "%.,:/".contains(character)
  }

  /// Cuts at signs, except at those that stand between two digits.
  private func pieces(_ part: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for (index, byte) in part.enumerated() {
      let isSign =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "/")
      let isInside =
        index > 0 && index + 1 < part.count && isDigit(part[index - 1]) && isDigit(part[index + 1])
      if isSign && !isInside { pieces.append([]) } else { pieces[pieces.count - 1].append(byte) }
    }
    return pieces
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Words that say nothing about what happened. Source: our own list of English articles, prepositions,
  /// auxiliaries and pronouns.
  private static let functionWords: Set<String> = [
    "the", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that", "this", "it", "its", "is",
    "was",
    "were", "be", "been", "has", "have", "had", "will", "would", "and", "or", "as", "they", "their", "them",
    "he",
    "she", "his", "her", "we", "our", "you", "your", "which", "who",
  ]
}
