import DaybookCore

/// Figures that can be checked or set side by side: "14,443 schools out of 22,060", "65 %", "over ten A4
/// pages".
enum NumberClaims {
  static func read(_ words: ClaimWords, into claims: inout ClaimList) {
    ratio(words, into: &claims)
    count(words, into: &claims)
  }

  private static func ratio(_ words: ClaimWords, into claims: inout ClaimList) {
    let tokens = words.passage.tokens
    for index in words.sentence {
      guard tokens[index].kind == .number, let part = words.number(index), part > 0 else { continue }
      var at = index + 1
      var noun: UInt64?
      var name = ""
      // "14,443 schools out of the 22,060", "14,443 of 22,060".
      while at < min(index + 4, words.sentence.upperBound), tokens[at].kind == .word,
        tokens[at].hash != Words.of, tokens[at].hash != Words.out
      {
        if noun == nil { (noun, name) = (tokens[at].hash, words.text(of: at).lowercased()) }
        at += 1
      }
      if words.hash(at) == Words.out { at += 1 }
      guard words.hash(at) == Words.of else { continue }
      at += 1
      if words.hash(at) == Words.the { at += 1 }
      guard let whole = words.number(at), tokens[at].kind == .number, whole >= part, whole > 12,
        !isYear(whole, words, at)
      else { continue }
      let percent = percent(words)
      claims.add(
        ClaimList.Draft(
          kind: .ratio, subject: name, value: "\(part)/\(whole)=\(percent ?? "")",
          quote: words.quote(around: index),
          rule: "claim-ratio"))
      return
    }
  }

  /// A whole of 2022 without a comma may be a year: "3 of 2022".
  private static func isYear(_ value: Int, _ words: ClaimWords, _ index: Int) -> Bool {
    (1900...2100).contains(value) && !words.text(of: index).contains(",")
  }

  /// The percentage of the sentence as written, without its sign; nil for none or for several.
  private static func percent(_ words: ClaimWords) -> String? {
    var found: [String] = []
    for index in words.sentence where words.passage.tokens[index].kind == .number {
      let text = words.text(of: index)
      let end = words.passage.tokens[index].end
      let isSigned =
        text.hasSuffix("%") || end < words.text.count && words.text[end] == UInt8(ascii: "%")
        || words.hash(index + 1) == Hash.of("percent")
        || words.hash(index + 1) == Hash.of("per") && words.hash(index + 2) == Hash.of("cent")
      if isSigned { found.append(String(text.prefix { $0.isNumber || $0 == "." })) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// "ten pages of concerns", "over 10 A4 pages".
  private static func count(_ words: ClaimWords, into claims: inout ClaimList) {
    for index in words.sentence where words.passage.tokens[index].hash == pages {
      var at = index - 1
      if at >= words.sentence.lowerBound, words.text(of: at) == "A4" { at -= 1 }
      guard let count = words.number(at) else { continue }
      let isOver = words.hash(at - 1) == Words.over || words.hash(at - 1) == Hash.of("than")
      claims.add(
        ClaimList.Draft(
          kind: .count, subject: "pages", value: "\(count)\(isOver ? "+" : "")", parties: named(words),
          quote: words.quote(around: index), rule: "claim-count"))
    }
  }

  private static func named(_ words: ClaimWords) -> [Participation] {
    var parties: [Participation] = []
    for mention in words.passage.parties
    where words.sentence.contains(mention.first) && mention.stands == .name && mention.kind == .body {
      if !parties.contains(where: { $0.name == mention.name }), parties.count < 6 {
        parties.append(Participation(name: mention.name, kind: mention.kind, role: .mentioned))
      }
    }
    return parties
  }

  private static let pages = Hash.of("pages")
}
