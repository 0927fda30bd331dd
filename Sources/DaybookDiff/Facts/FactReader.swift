import DaybookCore

/// A stretch of text that states a fact.
struct FactSpan: Hashable {
  var kind: FactChange.Kind
  var bytes: Range<Int>
  /// In a form that can be compared.
  var value: String?
}

/// Finds what can be a fact in one stretch of text: dates as the pipeline's reader gives them; numbers,
/// amounts, percentages and periods; labels of versions; risk ratings and lawful bases.
///
/// Names are told by the change itself (`NameSpans`), for they are all that is written with a capital.
struct FactReader {
  let text: [UInt8]
  let dates: VersionComparer.DateReading

  private struct Word {
    var bytes: Range<Int>
    var core: Range<Int>
    var folded: String
  }

  /// Spans in order, none inside another. `isCell` where the range is a whole cell of a table.
  func spans(_ range: Range<Int>) -> [FactSpan] {
    guard !range.isEmpty else { return [] }
    let words = words(range)
    var spans = dateSpans(range)
    let taken = spans.map(\.bytes)
    func isFree(_ bytes: Range<Int>) -> Bool { !taken.contains { $0.overlaps(bytes) } }
    for (index, word) in words.enumerated() where isFree(word.bytes) {
      if let span = number(words, index) {
        spans.append(span)
      } else if FactWordTable.ratings.contains(word.folded), isRating(words, index) {
        spans.append(FactSpan(kind: .riskRating, bytes: word.core, value: word.folded))
      }
    }
    spans += bases(words)
    return spans.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
  }

  private func words(_ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, Bytes.isBlank(text[index]) { index += 1 }
      let start = index
      while index < range.upperBound, !Bytes.isBlank(text[index]) { index += 1 }
      if start == index { break }
      let core = text.withUnsafeBufferPointer { Bytes.core($0, start, index) }
      let folded = text[core].prefix(24).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      words.append(Word(bytes: start..<index, core: core, folded: String(decoding: folded, as: UTF8.self)))
    }
    return words
  }

  private func dateSpans(_ range: Range<Int>) -> [FactSpan] {
    guard text[range].contains(where: Bytes.isDigit) else { return [] }
    return dates(Array(text[range])).compactMap { mention in
      guard case .date(let reading) = mention.value, mention.bytes.upperBound <= range.count else {
        return nil
      }
      let bytes =
        (mention.bytes.lowerBound + range.lowerBound)..<(mention.bytes.upperBound + range.lowerBound)
      // Four digits alone may be a year or any other number; a number is said of them.
      if bytes.count <= 4 || !text[bytes].contains(where: Bytes.isDigit) { return nil }
      return FactSpan(kind: .date, bytes: bytes, value: reading.when.edtf)
    }
  }

  // MARK: Numbers

  private func number(_ words: [Word], _ index: Int) -> FactSpan? {
    let word = words[index]
    var bytes = withoutSign(word.core)
    guard let first = bytes.first, Bytes.isDigit(text[first]) || isVersionLabel(bytes) else { return nil }
    if isVersionLabel(bytes) || index > 0 && isVersionWord(words[index - 1].folded) {
      return FactSpan(kind: .version, bytes: bytes, value: String(decoding: text[bytes], as: UTF8.self))
    }
    guard bytes.allSatisfy({ Bytes.isDigit(text[$0]) || [0x2C, 0x2E, 0x2F, 0x3A].contains(text[$0]) }) else {
      return letterNumber(bytes)
    }
    let digits = String(decoding: text[bytes].filter { $0 != 0x2C }, as: UTF8.self)
    if let sign = currency(before: bytes.lowerBound, word.bytes.lowerBound) {
      bytes = sign.bytes.lowerBound..<bytes.upperBound
      return FactSpan(kind: .amount, bytes: bytes, value: "\(sign.code) \(digits)")
    }
    if bytes.upperBound < word.bytes.upperBound, text[bytes.upperBound] == 0x25 {
      return FactSpan(kind: .number, bytes: bytes.lowerBound..<(bytes.upperBound + 1), value: digits + "%")
    }
    return period(words, index, digits)
      ?? FactSpan(kind: .number, bytes: bytes, value: digits)
  }

  /// "14 years", "30 working days": the number, with the unit behind it.
  private func period(_ words: [Word], _ index: Int, _ digits: String) -> FactSpan? {
    var next = index + 1
    guard words[index].core.upperBound == words[index].bytes.upperBound else { return nil }
    while next < words.count, next <= index + 2, let unit = FactWordTable.periods[words[next].folded] {
      if !unit.isEmpty {
        let bytes = words[index].core.lowerBound..<words[next].core.upperBound
        let value = unit == "H" || unit == "MIN" ? "PT\(digits)\(unit.prefix(1))" : "P\(digits)\(unit)"
        return FactSpan(kind: .period, bytes: bytes, value: value)
      }
      next += 1
    }
    return nil
  }

  /// "100k", "7(1)": begins with a digit, and has at least two of them for each letter.
  private func letterNumber(_ bytes: Range<Int>) -> FactSpan? {
    let digits = bytes.count { Bytes.isDigit(text[$0]) }
    let isPlain = bytes.allSatisfy {
      Bytes.isWord(text[$0]) || [0x28, 0x29, 0x2D, 0x2E, 0x2F].contains(text[$0])
    }
    guard digits * 2 >= bytes.count, bytes.count <= 16, isPlain else { return nil }
    return FactSpan(kind: .number, bytes: bytes, value: nil)
  }

  /// Signs of currencies that are not ASCII count as letters of their word.
  private func withoutSign(_ bytes: Range<Int>) -> Range<Int> {
    for sign in ["£", "€"] where text[bytes].starts(with: sign.utf8) {
      return (bytes.lowerBound + sign.utf8.count)..<bytes.upperBound
    }
    return bytes
  }

  private func currency(before place: Int, _ start: Int) -> (bytes: Range<Int>, code: String)? {
    let signs: [(bytes: [UInt8], code: String)] = [
      (Array("£".utf8), "GBP"), (Array("€".utf8), "EUR"), (Array("$".utf8), "USD"),
    ]
    for sign in signs where place - sign.bytes.count >= start {
      let bytes = (place - sign.bytes.count)..<place
      if text[bytes].elementsEqual(sign.bytes) { return (bytes, sign.code) }
    }
    return nil
  }

  private func isVersionWord(_ word: String) -> Bool { ["version", "v", "draft", "issue"].contains(word) }

  /// "v1", "V2.0".
  private func isVersionLabel(_ bytes: Range<Int>) -> Bool {
    guard bytes.count >= 2, bytes.count <= 8, text[bytes.lowerBound] | 0x20 == 0x76 else { return false }
    return bytes.dropFirst().allSatisfy { Bytes.isDigit(text[$0]) || text[$0] == 0x2E }
  }

  // MARK: Words

  /// A rating stands alone in its cell, or beside a word of risk.
  private func isRating(_ words: [Word], _ index: Int) -> Bool {
    if words.count <= 2 { return true }
    let near = words[max(0, index - 3)..<min(words.count, index + 4)]
    return near.contains {
      ["risk", "risks", "likelihood", "severity", "impact", "rating"].contains($0.folded)
    }
  }

  private func bases(_ words: [Word]) -> [FactSpan] {
    var spans: [FactSpan] = []
    var index = 0
    while index < words.count {
      let rows = FactWordTable.bases.filter { row in
        index + row.count <= words.count && row.indices.allSatisfy { words[index + $0].folded == row[$0] }
      }
      guard let row = rows.max(by: { $0.count < $1.count }) else {
        index += 1
        continue
      }
      let bytes = words[index].core.lowerBound..<words[index + row.count - 1].core.upperBound
      spans.append(FactSpan(kind: .lawfulBasis, bytes: bytes, value: row.joined(separator: " ")))
      index += row.count
    }
    return spans
  }
}
