/// The bullet or number at the start of a line that begins a list entry.
struct ListMarker: Hashable {
  /// As written, without white space: "•", "1.", "(a)".
  var label: String
  /// Bytes from the start of the line to the first word of the entry.
  var length: Int
  var isBullet: Bool

  /// Reads a marker at the start of a trimmed line; nil where there is none, or nothing behind it.
  ///
  /// A number that belongs to a date or a time is no marker: "17. Februar", "3.5.2021", "10.30 Opening".
  static func read(_ text: [UInt8], _ line: Range<Int>) -> ListMarker? {
    guard let mark = bullet(text, line) ?? number(text, line) else { return nil }
    let space = spaces(text, from: line.lowerBound + mark.count, to: line.upperBound)
    guard space > 0, line.lowerBound + mark.count + space < line.upperBound else { return nil }
    // A lone "o" is Word's second bullet only with a tab or a gap behind it.
    if mark == [0x6F], space < 2, text[line.lowerBound + 1] != 0x09 { return nil }
    let next = line.lowerBound + mark.count + space
    let isBullet = !mark.contains { isDigit($0) || isLetter($0) } || mark == [0x6F]
    if !isBullet, startsMonth(text, next..<line.upperBound) { return nil }
    return ListMarker(
      label: String(decoding: mark, as: UTF8.self), length: mark.count + space, isBullet: isBullet)
  }

  private static func spaces(_ text: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let count = Blank.length(text, at: index, before: end)
      if count == 0 { break }
      index += count
    }
    return index - start
  }

  /// • ‣ ◦ ● ○ ■ □ ▪ ▫ ► ▶ ➢ ✓ – — · and the private-use bullets of the Symbol and Wingdings fonts.
  private static let signs: [[UInt8]] = [
    "•", "‣", "◦", "⁃", "∙", "●", "○", "■", "□", "▪", "▫", "►", "▶", "➢", "➤", "✓", "✔", "☐", "☑", "☒", "–",
    "—", "·", "\u{F0B7}",
    "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
  ].map { Array($0.utf8) }

  private static func bullet(_ text: [UInt8], _ line: Range<Int>) -> [UInt8]? {
    guard let first = line.first.map({ text[$0] }) else { return nil }
    if [0x2D, 0x2A, 0x2B, 0x6F].contains(first) { return [first] }  // - * + o
    guard first >= 0x80 else { return nil }
    return signs.first { text[line].starts(with: $0) }
  }

  /// "1.", "1)", "(1)", "1.2", "1.2.", "a)", "a.", "(a)", "iv.", "A)".
  private static func number(_ text: [UInt8], _ line: Range<Int>) -> [UInt8]? {
    var index = line.lowerBound
    let end = min(line.upperBound, index + 16)
    let isOpened = index < end && text[index] == 0x28
    if isOpened { index += 1 }
    let start = index
    if index < end, isDigit(text[index]) {
      return numerals(text, line, from: start, end: end, isOpened: isOpened)
    }
    while index < end, isLetter(text[index]) { index += 1 }
    let letters = text[start..<index]
    guard (1...5).contains(letters.count),
      letters.count == 1 || letters.allSatisfy({ [0x69, 0x76, 0x78, 0x6C].contains($0 | 0x20) })
    else { return nil }
    guard index < end, text[index] == 0x29 || text[index] == 0x2E && !isOpened else { return nil }
    // "A. Smith wrote": a capital with a full stop is an initial.
    if text[index] == 0x2E, letters.contains(where: { $0 & 0x20 == 0 }) { return nil }
    return Array(text[line.lowerBound...index])
  }

  private static func numerals(_ text: [UInt8], _ line: Range<Int>, from start: Int, end: Int, isOpened: Bool)
    -> [UInt8]?
  {
    var parts: [Int] = []
    var index = start
    while index < end {
      let first = index
      while index < end, isDigit(text[index]) { index += 1 }
      guard (1...3).contains(index - first) else { return nil }
      parts.append(index - first)
      guard index + 1 < end, text[index] == 0x2E, isDigit(text[index + 1]) else { break }
      index += 1
    }
    guard index < end else { return nil }
    if isOpened {
      return text[index] == 0x29 && parts.count == 1 ? Array(text[line.lowerBound...index]) : nil
    }
    if text[index] == 0x29 { return Array(text[line.lowerBound...index]) }
    if parts.count >= 3, let last = parts.last, last >= 2 { return nil }  // 3.5.21
    if text[index] == 0x2E { return Array(text[line.lowerBound...index]) }
    // Without a full stop behind it only the number of a titled section is a marker: "10.30" is a time, "1.5
    // million" an amount.
    let space = spaces(text, from: index, to: line.upperBound)
    guard parts.count >= 2, parts.last == 1, space > 0, index + space < line.upperBound,
      text[index + space] & 0x20 == 0,
      isLetter(text[index + space]) || text[index + space] >= 0x80
    else { return nil }
    return Array(text[line.lowerBound..<index])
  }

  /// Whether the first word is the name of a month, or short for one and followed by a number.
  private static func startsMonth(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    let end = min(range.upperBound, index + 24)
    while index < end, isLetter(text[index]) || text[index] >= 0x80 { index += 1 }
    let word = String(decoding: text[range.lowerBound..<index], as: UTF8.self).lowercased()
    if MonthNameTable.names.contains(word) { return true }
    guard MonthNameTable.abbreviations.contains(word) else { return false }
    if index < end, text[index] == 0x2E { index += 1 }
    index += spaces(text, from: index, to: range.upperBound)
    return index < range.upperBound && isDigit(text[index])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
