/// Words of a text as one line.
enum Excerpt {
  /// The text of a range with white space of every kind folded into single spaces and none at the ends.
  static func line(_ text: [UInt8], _ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<text.count)
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let width = Tokenizer.spaceWidth(text, at, range.upperBound)
      if width > 0 {
        if line.last != 0x20, !line.isEmpty { line.append(0x20) }
        at += width
      } else {
        line.append(text[at])
        at += 1
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// A name as it is shown: one line, straight apostrophes, no mark of punctuation at its ends.
  static func name(_ text: [UInt8], _ range: Range<Int>) -> String {
    let line = Array(line(text, range).utf8)
    var name: [UInt8] = []
    name.reserveCapacity(line.count)
    var at = 0
    while at < line.count {
      if line[at] == 0xE2, at + 2 < line.count, line[at + 1] == 0x80,
        line[at + 2] == 0x98 || line[at + 2] == 0x99
      {
        name.append(UInt8(ascii: "'"))
        at += 3
      } else {
        name.append(line[at])
        at += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The text without space at its ends, as a range.
  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<text.count)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let width = Tokenizer.spaceWidth(text, start, end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 2, Tokenizer.spaceWidth(text, end - 2, end) == 2 {
        end -= 2
      } else if end - start >= 3, Tokenizer.spaceWidth(text, end - 3, end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}

extension Excerpt {
  /// As many whole lines from the start of a range as fit; of a longer first line, its first words.
  static func firstLines(_ text: [UInt8], _ range: Range<Int>, within limit: Int) -> Range<Int> {
    let range = range.clamped(to: 0..<text.count)
    if range.count <= limit { return range }
    let window = range.lowerBound..<range.lowerBound + limit
    if let lineBreak = text[window].lastIndex(of: 0x0A), lineBreak > range.lowerBound {
      return trimmed(text, range.lowerBound..<lineBreak)
    }
    if let space = text[window].lastIndex(of: 0x20), space > range.lowerBound {
      return trimmed(text, range.lowerBound..<space)
    }
    var end = window.upperBound
    while end > range.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
