/// A mark that stands in running text where words were withheld: "[redacted s40(2)]", "XXXXX", "██".
///
/// Sources: releases under the Freedom of Information Act 2000 and 5 U.S.C. 552 as published.
package enum WithheldMark {
  /// The end of the mark that begins at a place; nil where none does. At most 60 bytes are looked at.
  package static func end(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard start < text.endIndex else { return nil }
    switch text[start] {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"): return bracket(text, at: start)
    case UInt8(ascii: "X"), UInt8(ascii: "x"), 0xE2, UInt8(ascii: "*"), UInt8(ascii: "_"):
      return run(text, at: start)
    default: return nil
    }
  }

  private static func bracket(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    let closer: UInt8 =
      text[start] == UInt8(ascii: "[") ? UInt8(ascii: "]") : text[start] == UInt8(ascii: "(") ? 0x29 : 0x3E
    var depth = 0
    var index = start
    var folded: [UInt8] = []
    while index < text.endIndex, index - start < 60 {
      let byte = text[index]
      if byte == text[start] { depth += 1 }
      if byte == closer {
        depth -= 1
        if depth == 0 {
          index += 1
          // "(b)(6)": codes stand side by side.
          guard isMark(folded) else { return nil }
          return index
        }
      }
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      index += 1
    }
    return nil
  }

  private static let words: [[UInt8]] = [
    "redact", "withheld", "geschw", "caviard", "golygwyd", "censurad", "oscurat", "gelakt",
  ].map { Array($0.utf8) }

  private static func isMark(_ folded: [UInt8]) -> Bool {
    // The opening bracket is the first byte.
    let inside = folded.dropFirst()
    for word in words where inside.count >= word.count {
      for start in inside.startIndex...(inside.endIndex - word.count)
      where inside[start..<(start + word.count)].elementsEqual(word) {
        return true
      }
    }
    // "s40(2)", "s.40(2)", "s. 40", "section 40", "b6".
    var rest = inside
    if rest.starts(with: "section".utf8) {
      rest = rest.dropFirst(7)
    } else if rest.first == UInt8(ascii: "s") || rest.first == UInt8(ascii: "b") {
      rest = rest.dropFirst()
    } else {
      return false
    }
    while let first = rest.first, first == UInt8(ascii: ".") || first == 0x20 { rest = rest.dropFirst() }
    let digits = rest.prefix { (0x30...0x39).contains($0) }.count
    guard (1...3).contains(digits), rest.count <= 12 else { return false }
    return rest.dropFirst(digits).allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x28 || $0 == 0x29 || (0x61...0x7A).contains($0) || $0 == 0x20
    }
  }

  /// Boxes (U+2580…U+259F, U+25A0), four and more X or three and more of the other signs by themselves.
  private static func run(_ text: ArraySlice<UInt8>, at start: Int) -> Int? {
    var index = start
    while index + 2 < text.endIndex, text[index] == 0xE2,
      text[index + 1] == 0x96 && text[index + 2] >= 0x80 || text[index + 1] == 0x97 && text[index + 2] == 0x8F
    {
      index += 3
    }
    if index > start { return index }
    let first = text[start]
    guard first != 0xE2, start == text.startIndex || !isWord(text[start - 1]) else { return nil }
    while index < text.endIndex, text[index] == first { index += 1 }
    guard index - start >= 4, index == text.endIndex || !isWord(text[index]) else { return nil }
    return index
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }
}
