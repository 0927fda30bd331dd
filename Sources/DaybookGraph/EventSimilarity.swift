package import DaybookCore

/// Whether two events with the same date, kind and parties, told by different documents, are one.
///
/// They are when their words agree: at least half of the content words of both, as sets (Jaccard index); or,
/// where one is told at more length, most of the words of the shorter, without their endings. Two requests of
/// one day between the same two bodies stay apart unless they ask for the same thing; two that differ in a
/// number always stay apart.
package struct EventSimilarity: Sendable {
  private let threshold: Double

  package init(threshold: Double = 0.5) { self.threshold = threshold }

  package func callAsFunction(_ left: Event, _ right: Event) -> Bool {
    let (a, b) = (words(of: left), words(of: right))
    guard !a.isEmpty, !b.isEmpty else { return false }
    let common = a.intersection(b).count
    if numbers(in: a) == numbers(in: b), Double(common) >= threshold * Double(a.count + b.count - common) {
      return true
    }
    return isContained(left, right)
  }

  /// Words that two tellings of different length must share, and the part of the shorter that they make up.
  private static let fewestShared = 4
  private static let sharedPart = 0.6

  private func isContained(_ left: Event, _ right: Event) -> Bool {
    guard threshold <= 0.5 else { return false }
    let (a, b) = (ActWords.of(text(of: left)), ActWords.of(text(of: right)))
    let (shorter, longer) = a.count <= b.count ? (left, right) : (right, left)
    guard numbers(in: words(of: shorter)).isSubset(of: numbers(in: words(of: longer))) else { return false }
    let shared = ActWords.shared(a, b)
    return shared >= EventSimilarity.fewestShared
      && Double(shared) >= EventSimilarity.sharedPart * Double(min(a.count, b.count))
  }

  /// What the source says: of an act in a message its own words, for the line made of them names who is meant.
  private func text(of event: Event) -> String {
    event.rule == "undated-act" ? event.evidence.first?.quote ?? event.summary : event.summary
  }

  private func numbers(in words: Set<String>) -> Set<String> {
    words.filter { $0.utf8.contains(where: isDigit) }
  }

  /// Words of the summary that say something: "1.5" and "10:14" are one word, a single letter is none.
  private func words(of event: Event) -> Set<String> {
    var words: Set<String> = []
    for part in text(of: event).lowercased().split(whereSeparator: { !EventSimilarity.isPart($0) }) {
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
