/// Texts in two versions, made from a seed.
enum RevisionText {
  private static let words = [
    "record", "school", "data", "officer", "keeps", "years", "notice", "register", "sent", "regulator",
    "risk",
    "access", "deleted", "before", "after", "pupil", "trust", "contract", "supplier", "writing", "copy",
    "published", "website", "the", "of", "and", "to", "in", "for", "a", "is", "by",
  ]

  /// Sections of paragraphs; one edit for every hundred words.
  static func pair(words count: Int, seed: UInt64) -> (old: String, new: String) {
    var random = Numbers(state: seed)
    var blocks: [[String]] = []
    var made = 0
    while made < count {
      if blocks.count % 9 == 0 {
        blocks.append(["##", "Section", "\(blocks.count)", random.word(words)])
        continue
      }
      let length = 20 + random.next(below: 80)
      blocks.append((0..<length).map { _ in random.word(words) })
      made += length
    }
    let old = blocks.map { $0.joined(separator: " ") }.joined(separator: "\n\n") + "\n"
    for edit in 0..<(count / 100) {
      let place = random.next(below: blocks.count)
      guard blocks[place].count > 10 else { continue }
      switch edit % 20 {
      case 0: blocks.remove(at: place)
      case 1: blocks.insert((0..<40).map { _ in random.word(words) }, at: place)
      case 2: blocks.insert(blocks.remove(at: place), at: random.next(below: blocks.count - 1))
      default: blocks[place][1 + random.next(below: blocks[place].count - 2)] = "word\(edit)"
      }
    }
    return (old, blocks.map { $0.joined(separator: " ") }.joined(separator: "\n\n") + "\n")
  }

  static let worst = ["repeated", "in-turn", "reversed", "nothing-common", "near-identical"]

  static func worst(_ kind: String, lines: Int) -> (old: String, new: String) {
    func text(_ line: (Int) -> String) -> String { (0..<lines).map(line).joined(separator: "\n\n") + "\n" }
    switch kind {
    case "repeated": return (text { _ in "None." }, text { $0 % 9 == 0 ? "Nothing." : "None." })
    case "in-turn":
      return (
        text { $0 % 2 == 0 ? "Yes, it is." : "No, it is not." },
        text { $0 % 3 == 0 ? "Yes, it is." : "No, it is not." }
      )
    case "reversed":
      return (text { "Entry \($0) of the list." }, text { "Entry \(lines - $0) of the list." })
    case "nothing-common": return (text { "Alpha \($0) beta." }, text { "Gamma x\($0) delta." })
    default:
      return (
        text { "The owner of area \($0) must be told of any loss." },
        text { "The owner of area \($0) must be told of every loss." }
      )
    }
  }

  /// Source: Knuth's MMIX constants of a linear congruential generator.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }

    mutating func word(_ words: [String]) -> String { words[next(below: words.count)] }
  }
}
