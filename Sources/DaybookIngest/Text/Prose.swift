/// Questions about a short run of words that layout is decided by.
enum Prose {
  static func hasLetter(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    text[range].contains { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0xC3 }
  }

  static func startsLowercase(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.first.map { (0x61...0x7A).contains(text[$0]) } ?? false
  }

  /// Whether it ends in . ! or …, with or without a closing quotation mark or bracket.
  static func endsSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, [0x22, 0x27, 0x29, 0x5D].contains(text[end - 1]) { end -= 1 }
    if end - range.lowerBound >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80 {
      if text[end - 1] == 0xA6 { return true }  // …
      if text[end - 1] == 0x99 || text[end - 1] == 0x9D { end -= 3 }  // ’ ”
    }
    guard end > range.lowerBound else { return false }
    return text[end - 1] == 0x2E || text[end - 1] == 0x21
  }

  /// Begins with a capital, a digit, "#" or a quotation mark before one; has a letter, at most 20 words, and
  /// no end of a sentence or clause.
  static func looksLikeTitle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard hasLetter(text, range), !endsSentence(text, range), let last = range.last, let first = range.first
    else {
      return false
    }
    if [0x2C, 0x3B, 0x3A, 0x2D].contains(text[last]) { return false }  // , ; : -
    guard
      (0x41...0x5A).contains(text[first]) || (0x30...0x39).contains(text[first])
        || [0x22, 0x23, 0x27].contains(text[first])
        || text[first] >= 0xC3
    else { return false }
    var words = 1
    for index in range where text[index] == 0x20 && text[index - 1] != 0x20 { words += 1 }
    guard words <= 20 else { return false }
    let string = String(decoding: text[range], as: UTF8.self)
    return !isDateOnly(text, range) && !isPath(string) && !string.contains("://") && !string.contains("@")
  }

  /// "News / Education": the way to a page, not its title.
  private static func isPath(_ line: String) -> Bool {
    [" / ", " > ", " » ", " › ", " | "].contains { line.contains($0) }
  }

  /// Whether a line breaks off inside its sentence, whatever its length: behind "the" or "on", between a day and its
  /// month, between a month and its year.
  static func isCut(_ text: [UInt8], _ above: Range<Int>, _ next: Range<Int>) -> Bool {
    let words = text[above].split(separator: 0x20)
    guard words.count >= 4, let last = words.last, let following = text[next].split(separator: 0x20).first
    else {
      return false
    }
    let end = String(decoding: last, as: UTF8.self)
    let start = String(decoding: following, as: UTF8.self).lowercased()
    if openings.contains(end) { return true }
    let (before, behind) = (number(end), number(start))
    let isMonth = MonthNameTable.names.contains(String(start.prefix { $0.isLetter }))
    if let before, (1...31).contains(before) { return isMonth }
    guard MonthNameTable.names.contains(end.lowercased()), let behind else { return false }
    return (1...31).contains(behind) || (1900...2100).contains(behind)
  }

  /// "12", "12th", "2022." as a number.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count).filter { !".,;:".contains($0) }
    return ["", "st", "nd", "rd", "th"].contains(rest) ? Int(digits) : nil
  }

  /// Words that no paragraph ends with.
  private static let openings: Set<String> = [
    "the", "a", "an", "of", "on", "in", "at", "by", "to", "for", "from", "with", "and", "or", "that", "which",
    "our",
    "your", "their", "his", "its", "is", "are", "was", "were", "has", "have", "had", "will", "would", "not",
  ]

  /// Whether nothing stands there but a date: numbers, a month, a day of the week.
  static func isDateOnly(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    var sawDigit = false
    for word in String(decoding: text[range], as: UTF8.self).lowercased().split(whereSeparator: {
      " ,./-\u{A0}".contains($0)
    }) {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty {
        sawDigit = true
        if !["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) { return false }
      } else if word != "of",
        ![MonthNameTable.names, MonthNameTable.abbreviations, MonthNameTable.weekdays].contains(where: {
          $0.contains(String(word))
        })
      {
        return false
      }
    }
    return sawDigit
  }

  /// Whether a wide gap parts the words: set in columns, not running text.
  static func isColumnar(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var gap = 0
    for index in range {
      gap = text[index] == 0x20 ? gap + 1 : 0
      if gap == 5 { return true }
    }
    return false
  }

  /// "From:", "Sent:" and the like begin a line of a printed message header, never the middle of a paragraph.
  static func startsWithHeaderLabel(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let colon = range.prefix(24).first(where: { text[$0] == 0x3A }) else { return false }
    let label = String(decoding: text[range.lowerBound..<colon], as: UTF8.self).lowercased()
    return HeaderLabelTable.labels.contains(label)
  }
}
