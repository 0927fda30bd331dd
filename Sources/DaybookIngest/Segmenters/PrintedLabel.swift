/// A label at the start of a line, with the place of its value.
struct PrintedLabel: Equatable {
  var field: PrintedField
  /// What stands behind the colon on the same line; may be empty.
  var value: Range<Int>
  var isCapitals: Bool
  var needsCapitals: Bool
  /// "A:", "À:", "I:".
  var isOneLetter: Bool

  /// Reads `From: …`, `From : …`, `*From:* …` at the start of a line's content.
  init?(_ text: [UInt8], _ content: Range<Int>) {
    var start = content.lowerBound
    while start < content.upperBound, text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "_") {
      start += 1
    }
    let limit = min(content.upperBound, start + PrintedLabel.longest)
    var colon = start
    while colon < limit, text[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < limit, colon > start else { return nil }
    var end = colon
    while end > start, PrintedLabel.isPadding(text, end - 1, from: start) { end -= 1 }
    guard let entry = PrintedLabel.entries[Fold.lower(text[start..<end])] else { return nil }
    field = entry.field
    needsCapitals = entry.needsCapitals
    isOneLetter = text[start..<end].count { $0 & 0xC0 != 0x80 } == 1
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

  private static func isPadding(_ text: [UInt8], _ index: Int, from start: Int) -> Bool {
    let byte = text[index]
    return byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "*") || byte == 0xA0
      || (byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0)
  }

  private static let longest = 24

  private struct Entry {
    var field: PrintedField
    var needsCapitals: Bool
  }

  private static let entries = Dictionary(
    PrintedLabelTable.rows.map {
      (Array($0.label.utf8), Entry(field: $0.field, needsCapitals: $0.needsCapitals))
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
