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
    isSame(Telling(left), Telling(right))
  }

  /// What an event is compared by: made once, however many others it is held against.
  struct Telling {
    let words: Set<String>
    let numbers: Set<String>
    let stems: [UInt64]

    init(_ event: Event) {
      let text = EventSimilarity.text(of: event)
      words = EventSimilarity.words(of: text)
      numbers = words.filter { $0.utf8.contains(where: EventSimilarity.isDigit) }
      stems = ActWords.of(text)
    }
  }

  func isSame(_ left: Telling, _ right: Telling) -> Bool {
    let (a, b) = (left.words, right.words)
    guard !a.isEmpty, !b.isEmpty else { return false }
    let common = a.intersection(b).count
    if left.numbers == right.numbers, Double(common) >= threshold * Double(a.count + b.count - common) {
      return true
    }
    return isContained(left, right)
  }

  /// Words that two tellings of different length must share, and the part of the shorter that they make up.
  private static let fewestShared = 4
  private static let sharedPart = 0.6

  private func isContained(_ left: Telling, _ right: Telling) -> Bool {
    guard threshold <= 0.5 else { return false }
    let (a, b) = (left.stems, right.stems)
    let (shorter, longer) = a.count <= b.count ? (left, right) : (right, left)
    guard shorter.numbers.isSubset(of: longer.numbers) else { return false }
    let shared = ActWords.shared(a, b)
    return shared >= EventSimilarity.fewestShared
      && Double(shared) >= EventSimilarity.sharedPart * Double(min(a.count, b.count))
  }

  /// What the source says: of an act in a message its own words, for the line made of them names who is meant.
  private static func text(of event: Event) -> String {
    event.rule == "undated-act" ? event.evidence.first?.quote ?? event.summary : event.summary
  }

  /// Words of the summary that say something: "1.5" and "10:14" are one word, a single letter is none.
  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    for part in parts(of: text) {
      for word in pieces(part) where word.count > 1 || word.contains(where: isDigit) {
        let text = String(decoding: word, as: UTF8.self)
        if !EventSimilarity.functionWords.contains(text) { words.insert(text) }
      }
    }
    return words
  }

  /// Runs of characters that words are made of, in lower case. Nearly every text is ASCII, and is then read as bytes.
  private static func parts(of text: String) -> [[UInt8]] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split(whereSeparator: { !isPart($0) }).map { Array($0.utf8) }
    }
    return text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.split(whereSeparator: { !isPart($0) }
    )
    .map { Array($0) }
  }

  /// `isPart` of a character, for a byte of ASCII in lower case.
  private static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || isDigit(byte) || "$%.,:/".utf8.contains(byte)
  }

  /// Signs of money and of shares belong to their number, some others may.
  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character.isCurrencySymbol || "%.,:/".contains(character)
  }

  /// Cuts at signs, except at those that stand between two digits.
  private static func pieces(_ part: [UInt8]) -> [[UInt8]] {
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

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

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
