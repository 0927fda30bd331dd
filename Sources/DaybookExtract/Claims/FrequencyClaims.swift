import DaybookCore

/// How often data is taken: "collected daily", "a twice-daily collection", "extracted every two-to-four
/// hours".
enum FrequencyClaims {
  static func read(_ words: ClaimWords, into claims: inout ClaimList) {
    let tokens = words.passage.tokens
    for index in words.sentence where triggers.contains(tokens[index].hash) || isHyphened(words, index) {
      guard let value = value(words, index), isOfCollection(words, index), hasVerb(words) else { continue }
      claims.add(
        ClaimList.Draft(
          kind: .frequency, subject: "collect", value: value, quote: words.quote(around: index),
          rule: "claim-frequency"))
      return
    }
  }

  /// A title is no claim: "Daily attendance data collection trial".
  private static func hasVerb(_ words: ClaimWords) -> Bool {
    words.sentence.contains {
      let token = words.passage.tokens[$0]
      return token.kind == .word
        && (token.is([.be, .have, .does, .future, .duty, .commonVerb]) || token.info.act >= 0
          || token.endsInED
          || verbs.contains(token.hash))
    }
  }

  /// Times a day in hundredths; a range where the text gives one.
  private static func value(_ words: ClaimWords, _ index: Int) -> String? {
    let text = words.text(of: index).lowercased()
    switch text {
    case "twice-daily": return "200"
    case "hourly": return "2400"
    case "weekly": return "14"
    case "daily": return words.hash(index - 1) == twice ? "200" : "100"
    case "every", "each": return every(words, index)
    case "day":
      guard words.hash(index - 1) == Hash.of("a") || words.hash(index - 1) == Hash.of("per") else {
        return nil
      }
      if words.hash(index - 2) == twice { return "200" }
      if words.hash(index - 2) == once { return "100" }
      if words.hash(index - 2) == times, let count = words.number(index - 3), count <= 1000 {
        return String(count * 100)
      }
      return nil
    default: return nil
    }
  }

  /// "every day", "every four hours", "every two-to-four hours", "every two to four hours".
  private static func every(_ words: ClaimWords, _ index: Int) -> String? {
    if words.hash(index + 1) == Words.day { return "100" }
    if words.hash(index + 1) == school, words.hash(index + 2) == Words.day { return "100" }
    if words.hash(index + 1) == Hash.of("hour") { return "2400" }
    guard words.sentence.contains(index + 1) else { return nil }
    let parts = words.text(of: index + 1).lowercased().split(separator: "-").map(String.init)
    var range: (Int, Int)?
    var next = index + 2
    if parts.count == 3, parts[1] == "to", let low = small[parts[0]] ?? Int(parts[0]),
      let high = small[parts[2]] ?? Int(parts[2])
    {
      range = (low, high)
    } else if let low = words.number(index + 1) {
      range = (low, low)
      let joins = words.hash(index + 2) == Words.to || words.hash(index + 2) == Words.or
      if joins, let high = words.number(index + 3) {
        range = (low, high)
        next = index + 4
      }
    }
    guard let range, words.hash(next) == hours, (1...24).contains(range.0), (1...24).contains(range.1),
      range.0 <= range.1
    else { return nil }
    return range.0 == range.1 ? String(2400 / range.0) : "\(2400 / range.1)-\(2400 / range.0)"
  }

  /// "a daily collection": the noun close behind; else a verb of taking in the sentence.
  private static func isOfCollection(_ words: ClaimWords, _ index: Int) -> Bool {
    let isAdverb =
      index + 1 >= words.sentence.upperBound || words.passage.tokens[index + 1].kind != .word
      || words.passage.tokens[index + 1].is([.preposition, .conjunction, .subordinator])
    let text = words.text(of: index).lowercased()
    if text == "daily" || text == "weekly" || text == "hourly" || text == "twice-daily", !isAdverb {
      return words.has(nouns, in: index + 1..<index + 4)
    }
    return words.has(verbs, in: words.sentence)
  }

  private static func isHyphened(_ words: ClaimWords, _ index: Int) -> Bool {
    words.passage.tokens[index].hash == twiceDaily
  }

  private static let twice = Hash.of("twice")
  private static let once = Hash.of("once")
  private static let times = Hash.of("times")
  private static let hours = Hash.of("hours")
  private static let school = Hash.of("school")
  private static let twiceDaily = Hash.of("twice-daily")
  private static let triggers: Set<UInt64> = Set(
    ["daily", "hourly", "weekly", "every", "each", "day"].map { Hash.of($0) })
  private static let nouns: Set<UInt64> = Set(
    ["collection", "collections", "extraction", "extract", "extracts", "reading", "transfer", "transfers"].map
    {
      Hash.of($0)
    })
  private static let verbs: Set<UInt64> = Set(
    [
      "collect", "collects", "collected", "collecting", "extract", "extracts", "extracted", "extracting",
      "read", "reads", "taken", "transferred", "shared", "uploaded",
    ].map { Hash.of($0) })
  private static let small: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
  ]
}
