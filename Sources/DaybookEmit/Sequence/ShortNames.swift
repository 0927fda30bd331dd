import DaybookCore

/// Parties by their letters: "ICO" for "Information Commissioner's Office".
struct ShortNames {
  private let pairs: [(name: String, short: String)]

  init(_ parties: [Party]) {
    pairs = parties.compactMap { party in
      guard party.kind == .body, party.name.utf8.count > 8 else { return nil }
      let short = party.aliases.filter { alias in
        (2...6).contains(alias.utf8.count) && !alias.contains(" ")
          && alias.utf8.count { $0 &- 0x41 < 26 } >= 2
      }.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      return short.map { (party.name, $0) }
    }.sorted { ($0.name.utf8.count, $0.name) > ($1.name.utf8.count, $1.name) }
  }

  /// Names in front of quoted words; a quotation stays as it is.
  func shortened(_ line: String) -> String {
    let quote = line.firstIndex(of: "“") ?? line.endIndex
    var front = line[..<quote]
    var out = ""
    // The earliest name first, the longest of two that begin together.
    while let hit = first(in: front) {
      out += front[..<hit.range.lowerBound] + hit.short
      front = front[hit.range.upperBound...]
    }
    return out + front + line[quote...]
  }

  private func first(in text: Substring) -> (range: Range<Substring.Index>, short: String)? {
    var best: (range: Range<Substring.Index>, short: String)?
    for (name, short) in pairs {
      guard let range = ShortNames.range(of: name, in: text) else { continue }
      if let known = best, known.range.lowerBound <= range.lowerBound { continue }
      best = (range, short)
    }
    return best
  }

  private static func range(of name: String, in text: Substring) -> Range<Substring.Index>? {
    var start = text.startIndex
    while let at = text[start...].firstIndex(where: { $0 == name.first }) {
      if text[at...].hasPrefix(name) { return at..<text.index(at, offsetBy: name.count) }
      start = text.index(after: at)
    }
    return nil
  }
}
