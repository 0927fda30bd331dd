/// Words of a statement as they are compared: without endings, and with what means the same as one word.
enum ActWords {
  /// Hashes of the words that say something, sorted, each once.
  static func of(_ text: String) -> [UInt64] {
    var words: Set<UInt64> = []
    var word: [UInt8] = []
    func close() {
      defer { word.removeAll(keepingCapacity: true) }
      guard word.count > 2 || word.contains(where: { $0 &- 0x30 < 10 }) else { return }
      let stem = stem(word)
      if let stem { words.insert(hash(stem)) }
    }
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
      // "FOI-0001", "gov.uk" and "1.1" are one word.
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
        if !word.isEmpty { word.append(byte) }
      default: close()
      }
      if word.count > 64 { close() }
    }
    close()
    return words.sorted()
  }

  static func hash(_ word: String) -> UInt64 { hash(Array(word.utf8)) }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = FNV()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// How many words two statements share; both sorted.
  static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (i, j, count) = (i + 1, j + 1, count + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// Nil for words that say nothing about what happened.
  private static func stem(_ word: [UInt8]) -> [UInt8]? {
    var word = word
    while let last = word.last,
      last == UInt8(ascii: "-") || last == UInt8(ascii: ".") || last == UInt8(ascii: "/")
    {
      word.removeLast()
    }
    var text = String(decoding: word, as: UTF8.self)
    if functionWords.contains(text) || word.isEmpty { return nil }
    if let meaning = meanings[text] { return Array(meaning.utf8) }
    for (ending, least) in [("ing", 6), ("ed", 5), ("ies", 5), ("es", 6), ("s", 4)]
    where text.hasSuffix(ending) && text.utf8.count >= least && !text.hasSuffix("ss") {
      text.removeLast(ending.count)
      if ending == "ies" { text += "y" }
      break
    }
    return Array((meanings[text] ?? text).utf8)
  }

  /// Groups of words that mean the same in correspondence. Source: texts.
  private static let groups: [(String, String)] = [
    ("dpia", "assessment assessments dpias pia"),
    ("publish", "published publication publishing online upload uploaded uploading website gov.uk web"),
    ("answer", "reply replies replied respond responded response responses answers answered replying"),
    (
      "send",
      "sent sends sending issue issued issuing attach attached enclose enclosed follow share shared provide provided forward"
    ),
    ("note", "notes comms communication communications message"),
    ("version", "versions copy copies replacement replaces updated draft document documents"),
    ("comment", "comments concern concerns"),
    ("sign-off", "signed signing approved approval"),
    ("pause", "pausing paused suspend suspended halt stop"),
    ("question", "questions query queries enquiry enquiries"),
    ("school", "schools trusts"),
  ]

  private static let meanings: [String: String] = Dictionary(
    groups.flatMap { group in group.1.split(separator: " ").map { (String($0), group.0) } },
    uniquingKeysWith: { first, _ in first })

  private static let functionWords: Set<String> = [
    "the", "and", "for", "with", "that", "this", "these", "those", "its", "was", "were", "been", "being",
    "has",
    "have", "had", "will", "would", "shall", "should", "could", "can", "may", "they", "their", "them", "his",
    "her", "our", "you", "your", "who", "which", "what", "when", "where", "not", "are", "from", "into", "out",
    "about", "also", "any", "all", "each", "but", "once", "then", "than", "there", "here", "please", "dear",
    "thank", "thanks", "kind", "regards", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "today", "tomorrow", "yesterday", "end", "month", "week",
    "day", "days", "afternoon", "morning", "latest", "confirm", "confirms", "know", "let", "get", "got",
    "made",
    "make", "some", "very", "more", "most", "such", "via", "per",
  ]
}
