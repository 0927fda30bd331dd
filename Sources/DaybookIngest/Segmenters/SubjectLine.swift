/// What a subject is about, without the marks of replying and forwarding.
enum SubjectLine {
  /// Sources: Outlook and other programs in English, German, French, Spanish, Italian, Dutch, Welsh and the
  /// Scandinavian languages.
  private static let prefixes: Set<[UInt8]> = Set(
    [
      "re", "fw", "fwd", "aw", "wg", "tr", "rv", "rif", "i", "antw", "doorst", "atb", "ymlaen", "sv", "vs",
      "vb", "res", "enc",
    ].map {
      Array($0.utf8)
    })

  /// Lower case, one space between words.
  static func base(of subject: some Collection<UInt8>) -> [UInt8] {
    var rest = Fold.lower(MailLine.cleaned(subject))[...]
    while true {
      while let first = rest.first, first == 0x20 { rest = rest.dropFirst() }
      guard let colon = rest.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { break }
      // "Re[2]:" and "AW (3):" count the replies.
      let word = rest[..<colon].prefix { (0x61...0x7A).contains($0) }
      let counter = rest[word.endIndex..<colon]
      guard prefixes.contains(Array(word)), counter.allSatisfy({ !(0x61...0x7A).contains($0) }) else { break }
      rest = rest[(colon + 1)...]
    }
    return Array(rest)
  }
}
