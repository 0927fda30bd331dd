import DaybookTestSupport

/// Makes a text and a revision of it, with every kind of edit, from a seed.
struct RevisionSource {
  private var random: SeededGenerator
  private static let words = [
    "the", "of", "and", "to", "record", "school", "data", "officer", "keeps", "for", "years", "notice",
    "register",
    "shall", "be", "sent", "regulator", "risk", "access", "deleted", "before", "after", "14", "30", "pupil",
    "trust",
    "contract", "supplier", "in", "writing", "a", "copy", "published", "website",
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func word() -> String { Self.words[number(0...(Self.words.count - 1))] }

  private mutating func block() -> String {
    switch number(0...9) {
    case 0: return "# \(number(1...9)) " + (0..<number(1...4)).map { _ in word() }.joined(separator: " ")
    case 1: return "None."
    case 2: return "- " + (0..<number(1...8)).map { _ in word() }.joined(separator: " ")
    case 3:
      return (0..<number(1...4)).map { row in "| R\(row) | \(word()) \(word()) | \(word()) |" }.joined(
        separator: "\n")
    default: return (0..<number(3...40)).map { _ in word() }.joined(separator: " ") + "."
    }
  }

  mutating func pair() -> (old: String, new: String) {
    var blocks = (0..<number(0...30)).map { _ in block() }
    let old = blocks.joined(separator: "\n\n") + "\n"
    for _ in 0..<number(0...12) { edit(&blocks) }
    return (old, blocks.joined(separator: "\n\n") + "\n")
  }

  private mutating func edit(_ blocks: inout [String]) {
    guard !blocks.isEmpty else { return blocks.append(block()) }
    let place = number(0...(blocks.count - 1))
    var words = blocks[place].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let at = number(0...(words.count - 1))
    switch number(0...7) {
    case 0: blocks.remove(at: place)
    case 1: blocks.insert(block(), at: place)
    case 2:
      let moved = blocks.remove(at: place)
      blocks.insert(moved, at: number(0...blocks.count))
    case 3:
      blocks[place] = words[..<at].joined(separator: " ")
      blocks.insert(words[at...].joined(separator: " "), at: place + 1)
    case 4 where place + 1 < blocks.count:
      blocks[place] += " " + blocks.remove(at: place + 1)
    case 5: words.insert(word(), at: at)
    case 6: words.remove(at: at)
    default: words[at] = word()
    }
    if (5...7).contains(number(5...7)), blocks.indices.contains(place), words.count > 0 {
      blocks[place] = words.joined(separator: " ")
    }
  }
}
