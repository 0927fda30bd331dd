/// White space in UTF-8, with the kinds that pages and word processors use besides the ASCII ones.
enum Blank {
  /// Bytes of the white space that starts at `index`; 0 where there is none. Line breaks are not white space
  /// here.
  ///
  /// Space, tab, vertical tab; no-break space, U+2000…U+200B, U+202F, U+3000, U+FEFF.
  @inline(__always)
  static func length(_ text: [UInt8], at index: Int, before end: Int) -> Int {
    switch text[index] {
    case 0x20, 0x09, 0x0B: return 1
    case 0xC2: return index + 1 < end && text[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF: return index + 2 < end && isWide(text, at: index) ? 3 : 0
    default: return 0
    }
  }

  private static func isWide(_ text: [UInt8], at index: Int) -> Bool {
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  /// The range without white space and line breaks at its ends.
  static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let count = isBreak(text[start]) ? 1 : length(text, at: start, before: end)
      if count == 0 { break }
      start += count
    }
    while start < end {
      if isBreak(text[end - 1]) || [0x20, 0x09, 0x0B].contains(text[end - 1]) {
        end -= 1
      } else if end - start >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
        end -= 2
      } else if end - start >= 3, isWide(text, at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x0C }
}
