/// Cuts a stretch of text into tokens in one pass over its bytes.
///
/// A full stop, a slash, an apostrophe or a hyphen between letters or digits belongs to the word ("gov.uk",
/// "1.1", "e.g", "don't"); "’s" at the end of a word is a token of its own. No-break and zero-width spaces
/// are white space.
enum Tokenizer {
  static func tokens(in range: Range<Int>, of text: [UInt8], into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let range = range.clamped(to: 0..<text.count)
    text.withUnsafeBufferPointer { read($0, range, &tokens) }
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tokens: inout [Token]) {
    let index = WordIndex.shared
    var at = range.lowerBound
    let end = range.upperBound
    var space = true
    var lineBreak = false
    while at < end {
      let byte = text[at]
      let width = spaceWidth(text, at, end)
      if width > 0 {
        space = true
        if byte == 0x0A { lineBreak = true }
        at += width
        continue
      }
      var token = Token(start: at, end: at + 1, kind: .mark)
      token.spaceBefore = space
      token.lineBreakBefore = lineBreak
      if isWordByte(byte) && !isPunctuation(text, at, end) {
        word(text, end, &token)
        if token.kind == .word || token.kind == .number { token.info = index.info(token.hash) }
      } else {
        punctuation(text, end, space, &token)
        token.hash = token.kind.hash
      }
      at = token.end
      space = false
      lineBreak = false
      tokens.append(token)
    }
  }

  /// ASCII letters and digits, and every byte above 127.
  @inline(__always)
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Length of the white space at `at`; 0 where there is none. U+00A0, U+2000…U+200B, U+2028…U+202F, U+FEFF
  /// count.
  @inline(__always)
  static func spaceWidth<Text: RandomAccessCollection>(_ text: Text, _ at: Int, _ end: Int) -> Int
  where Text.Element == UInt8, Text.Index == Int {
    let byte = text[at]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 { return at + 1 < end && text[at + 1] == 0xA0 ? 2 : 0 }
    if byte == 0xE2 {
      guard at + 2 < end, text[at + 1] == 0x80 else { return 0 }
      let last = text[at + 2]
      return last <= 0x8B || (0xA8...0xAF).contains(last) ? 3 : 0
    }
    if byte == 0xEF { return at + 2 < end && text[at + 1] == 0xBB && text[at + 2] == 0xBF ? 3 : 0 }
    return 0
  }

  /// General punctuation (U+2010…U+203F), guillemets, the pound sign and other signs of Latin-1.
  @inline(__always)
  private static func isPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let byte = text[at]
    if byte < 0xC2 { return false }
    if byte == 0xC2 { return true }
    return byte == 0xE2 && at + 1 < end && (text[at + 1] == 0x80 || text[at + 1] == 0x97)
  }

  private static func word(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ token: inout Token) {
    var at = token.start
    var hash = Hash.start
    var capitals = 0
    let first = text[at]
    token.kind = first &- 0x30 < 10 ? .number : .word
    token.isCapitalised = first &- 0x41 < 26 || (first == 0xC3 && at + 1 < end && text[at + 1] < 0x9F)
    while at < end {
      let byte = text[at]
      if isWordByte(byte) && (byte < 0x80 || spaceWidth(text, at, end) == 0 && !isPunctuation(text, at, end))
      {
        if byte &- 0x41 < 26 { capitals += 1 }
        hash = Hash.step(hash, byte)
        at += 1
        continue
      }
      let apostrophe = apostropheWidth(text, at, end)
      if apostrophe > 0 {
        let next = at + apostrophe
        guard next < end, isLetterOrDigit(text[next]) else { break }
        if isGenitive(text, next, end) { break }
        hash = Hash.step(hash, 0x27)
        at = next
        continue
      }
      let joins =
        byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x40 || byte == 0x5F || byte == 0x26
        || byte == 0x2C && token.kind == .number || byte == 0x3A && isURLScheme(text, token.start, at, end)
      guard joins, at + 1 < end, isLetterOrDigit(text[at + 1]) || byte == 0x3A else { break }
      if byte == 0x2C && !(text[at + 1] &- 0x30 < 10) { break }
      if byte == 0x3A {
        let scheme = at
        while at < end, text[at] > 0x20, text[at] != 0x3E, text[at] != 0x22 { at += 1 }
        // A mark behind an address ends the sentence and not the address.
        while at > scheme + 1, isClosing(text[at - 1]) { at -= 1 }
        token.kind = .url
        break
      }
      hash = Hash.step(hash, byte)
      at += 1
    }
    token.end = at
    token.hash = hash == 0 ? 1 : hash
    token.isAcronym = capitals >= 2
    token.endsInED = at - token.start >= 5 && text[at - 1] == 0x64 && text[at - 2] == 0x65
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }

  @inline(__always)
  private static func apostropheWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    if text[at] == 0x27 { return 1 }
    return text[at] == 0xE2 && at + 2 < end && text[at + 1] == 0x80 && text[at + 2] == 0x99 ? 3 : 0
  }

  private static func isGenitive(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    (text[at] | 0x20) == 0x73 && (at + 1 >= end || !isLetterOrDigit(text[at + 1]))
  }

  private static func isURLScheme(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ colon: Int, _ end: Int
  ) -> Bool {
    (4...5).contains(colon - start) && text[start] | 0x20 == 0x68 && colon + 2 < end
      && text[colon + 1] == 0x2F
      && text[colon + 2] == 0x2F
  }

  private static func punctuation(
    _ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ spaceBefore: Bool, _ token: inout Token
  ) {
    let at = token.start
    let byte = text[at]
    if byte == 0xC2 && at + 1 < end {
      token.end = at + 2
      switch text[at + 1] {
      case 0xAB: token.kind = .openQuote
      case 0xBB: token.kind = .closeQuote
      case 0xB7: token.kind = .dash
      default: break
      }
      return
    }
    if byte == 0xE2 && at + 2 < end {
      token.end = at + 3
      switch (text[at + 1], text[at + 2]) {
      case (0x80, 0x90...0x95): token.kind = .dash
      case (0x80, 0x98), (0x80, 0x9C): token.kind = .openQuote
      case (0x80, 0x99):
        if isGenitive(text, at + 3, end) && at + 3 < end {
          token.kind = .genitive
          token.end = at + 4
        } else {
          token.kind = .closeQuote
        }
      case (0x80, 0x9D): token.kind = .closeQuote
      default: break
      }
      return
    }
    let wordAfter = at + 1 < end && text[at + 1] > 0x20
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): token.kind = .stop
    case UInt8(ascii: ","): token.kind = .comma
    case UInt8(ascii: ";"): token.kind = .semicolon
    case UInt8(ascii: ":"): token.kind = .colon
    case UInt8(ascii: "-"): token.kind = .dash
    case UInt8(ascii: ">"): token.kind = .quoteMark
    case UInt8(ascii: "("), UInt8(ascii: "["): token.kind = .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): token.kind = .closeBracket
    case UInt8(ascii: "\""):
      token.kind =
        spaceBefore && wordAfter || !spaceBefore && previousOpens(text, at) ? .openQuote : .closeQuote
    case UInt8(ascii: "'"):
      if !spaceBefore && at + 1 < end && isGenitive(text, at + 1, end) {
        token.kind = .genitive
        token.end = at + 2
      } else {
        token.kind = spaceBefore && wordAfter ? .openQuote : .closeQuote
      }
    default: break
    }
  }

  /// Whether an opening bracket stands in front of a straight quote.
  private static func previousOpens(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at > 0 && (text[at - 1] == 0x28 || text[at - 1] == 0x5B)
  }
}
