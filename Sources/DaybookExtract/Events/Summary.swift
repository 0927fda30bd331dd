import DaybookCore

/// One line for an entry, in the words of the source.
enum Summary {
  /// Bytes after which a line is cut at a word.
  private static let longest = 180

  /// The quoted words without the date that leads them, with the agent in front where they do not name one.
  static func line(
    _ reading: Reading, quote: Range<Int>, leadingDate: Range<Int>? = nil, agent: PartyReading? = nil
  ) -> String {
    let text = reading.document.text
    var start = quote.lowerBound
    if let leadingDate, leadingDate.lowerBound - quote.lowerBound <= 4,
      leadingDate.upperBound < quote.upperBound
    {
      start = leadingDate.upperBound
    }
    while start < quote.upperBound {
      let space = Tokenizer.spaceWidth(text, start, quote.upperBound)
      guard space > 0 || isSeparator(text[start]) else { break }
      start += max(1, space)
    }
    var line = Array(Excerpt.line(text, start..<quote.upperBound).utf8)
    if let address = webAddress(in: line) { line.removeSubrange(address...) }
    let words = shortened(line)
    return agent.map { "\($0.name): \(words)" } ?? words
  }

  static func shortened(_ line: String) -> String { shortened(Array(line.utf8)) }

  /// Cut at the last space within the limit; a line without one is cut between two characters.
  private static func shortened(_ line: [UInt8]) -> String {
    guard line.count > longest else { return String(decoding: line, as: UTF8.self) }
    var end = longest
    while end > longest / 2, line[end] != 0x20 { end -= 1 }
    if line[end] != 0x20 {
      end = longest
      while end > 0, line[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return String(decoding: line[..<end], as: UTF8.self) + "…"
  }

  /// Where a web address behind some words starts, with the space in front of it.
  private static func webAddress(in line: [UInt8]) -> Int? {
    let mark = Array(" http".utf8)
    guard line.count > 30 else { return nil }
    for at in 20..<line.count - mark.count where line[at] == 0x20 && Array(line[at..<at + mark.count]) == mark
    {
      // Words that follow the address keep it.
      return line[(at + 1)...].contains(0x20) ? nil : at
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ";"): true
    default: false
    }
  }
}
