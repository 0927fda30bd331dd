/// A label at the start of a line, with the place of its value.
struct PrintedLabel: Equatable {
  var field: PrintedField
  /// What stands behind the colon on the same line; may be empty.
  var value: Range<Int>
  var isCapitals: Bool
  var needsCapitals: Bool
  /// Letters that look alike were taken for each other: it counts only beside labels that are printed well.
  var isBroken = false
  /// ISO 639-1.
  var language = "en"

  /// Reads `From: …`, `From : …`, `*From:* …` at the start of a line's content.
  init?(_ text: [UInt8], _ content: Range<Int>) {
    var start = content.lowerBound
    while start < content.upperBound, start - content.lowerBound < 4, PrintedLabel.isSpeck(text[start]) {
      start += 1
    }
    let limit = min(content.upperBound, start + PrintedLabel.longest)
    var colon = start
    while colon < limit, text[colon] != UInt8(ascii: ":") { colon += 1 }
    if colon == limit {
      // A colon that was read as a semicolon.
      colon = start
      while colon < limit, BrokenLabel.isLetter(text[colon]) { colon += 1 }
      guard colon < limit, text[colon] == UInt8(ascii: ";") else { return nil }
      isBroken = true
    }
    guard colon < limit, colon > start else { return nil }
    var end = colon
    while end > start, PrintedLabel.isPadding(text, end - 1, from: start) { end -= 1 }
    let word = Fold.lower(text[start..<end])
    if let entry = PrintedLabel.entries[word] {
      field = entry.field
      needsCapitals = entry.needsCapitals
      language = entry.language
    } else if let found = BrokenLabel.field(word) {
      field = found
      needsCapitals = false
      isBroken = true
    } else {
      return nil
    }
    isCapitals = !text[start..<end].contains { (0x61...0x7A).contains($0) }
    var valueStart = colon + 1
    while valueStart < content.upperBound,
      text[valueStart] == 0x20 || text[valueStart] == 0x09 || text[valueStart] == UInt8(ascii: "*")
        || text[valueStart] == 0xC2 || text[valueStart] == 0xA0
    {
      // 0xC2 0xA0 is a no-break space; any other character with 0xC2 begins the value.
      if text[valueStart] == 0xC2 {
        guard valueStart + 1 < content.upperBound, text[valueStart + 1] == 0xA0 else { break }
      }
      valueStart += 1
    }
    value = min(valueStart, content.upperBound)..<content.upperBound
  }

  /// "Sent Friday, 8 January": the label with a capital, and its value behind a space.
  init?(withoutColon text: [UInt8], _ content: Range<Int>) {
    let word = text[content].prefix(9).prefix { $0 != 0x20 }
    guard let first = word.first, (0x41...0x5A).contains(first), word.count < content.count,
      let entry = PrintedLabel.entries[Fold.lower(word)], !entry.needsCapitals
    else { return nil }
    field = entry.field
    needsCapitals = false
    isCapitals = !word.contains { (0x61...0x7A).contains($0) }
    isBroken = true
    value =
      (content.lowerBound + word.count + 1)..<max(content.lowerBound + word.count + 1, content.upperBound)
  }

  /// Marks of bold type, and what OCR makes of dirt.
  private static func isSpeck(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "`")
  }

  private static func isPadding(_ text: [UInt8], _ index: Int, from start: Int) -> Bool {
    let byte = text[index]
    return byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "*") || byte == 0xA0
      || (byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0)
  }

  private static let longest = 24

  private struct Entry {
    var field: PrintedField
    var needsCapitals: Bool
    var language: String
  }

  private static let entries = Dictionary(
    PrintedLabelTable.rows.map {
      (Array($0.label.utf8), Entry(field: $0.field, needsCapitals: $0.needsCapitals, language: $0.language))
    },
    uniquingKeysWith: { first, _ in first })
}

/// Lower case without Foundation, for the letters of the languages in the tables: ASCII and Latin-1.
enum Fold {
  static func lower(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isLatin = false
    for byte in bytes {
      if (0x41...0x5A).contains(byte) || (isLatin && (0x80...0x9E).contains(byte) && byte != 0x97) {
        result.append(byte | 0x20)
      } else {
        result.append(byte)
      }
      isLatin = byte == 0xC3
    }
    return result
  }
}
