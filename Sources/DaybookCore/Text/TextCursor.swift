/// A place in UTF-8 bytes that moves forward over words, numbers and blanks, and can look back.
///
/// Shape: `position` is an offset in `bytes`; reading stops at `limit`. Reading outside gives 0, never a
/// trap. Valid only while the bytes are: a cursor is made inside `withUnsafeBufferPointer` and not kept.
@usableFromInline package struct TextCursor {
  @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline package let limit: Int
  /// Where the stretch that is read begins; looking back may go beyond it.
  @usableFromInline package let origin: Int
  @usableFromInline package var position: Int

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0, limit: Int? = nil, origin: Int = 0)
  {
    self.bytes = bytes
    self.limit = min(max(limit ?? bytes.count, 0), bytes.count)
    self.origin = origin
    self.position = max(position, 0)
  }

  /// The byte at an offset of the text; 0 outside.
  @inlinable @inline(__always)
  package func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < limit ? bytes[offset] : 0
  }

  @inlinable @inline(__always)
  package var current: UInt8 { byte(position) }

  @inlinable
  package var isAtEnd: Bool { position >= limit }

  /// The word of ASCII letters at an offset; `.none` where there is none.
  @inlinable @inline(__always)
  package func word(at start: Int) -> FoldedWord {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var offset = start
    while offset >= 0, offset < limit {
      let byte = bytes[offset]
      guard ByteClass.isLetter(byte) else { break }
      let index = offset - start
      if index < 8 {
        low |= UInt64(byte | 0x20) << UInt64(index * 8)
      } else if index < 16 {
        high |= UInt64(byte | 0x20) << UInt64((index - 8) * 8)
      }
      offset += 1
    }
    return FoldedWord(low: low, high: high, count: offset - start)
  }

  @inlinable
  package var word: FoldedWord { word(at: position) }

  /// Moves behind the word at the cursor if it is this one, and nothing but a letter's end follows.
  @inlinable
  package mutating func take(_ expected: FoldedWord) -> Bool {
    guard word == expected else { return false }
    position += expected.count
    return true
  }

  @inlinable
  package mutating func take(_ expected: UInt8) -> Bool {
    guard current == expected, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// The ASCII digits at the cursor as a number, and how many they are; nil where there are fewer or more
  /// than `digits`.
  @inlinable
  package mutating func number(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    var value = 0
    var offset = position
    while ByteClass.isDigit(byte(offset)) {
      if offset - position >= min(digits.upperBound, 17) { return nil }
      value = value * 10 + Int(bytes[offset] &- 0x30)
      offset += 1
    }
    let count = offset - position
    guard digits.contains(count) else { return nil }
    position = offset
    return (value, count)
  }

  /// Moves over blanks, no-break and thin spaces; over line breaks only when asked, and never over an empty
  /// line.
  ///
  /// Returns whether it moved.
  @discardableResult @inlinable
  package mutating func skipBlanks(lines: Bool = false) -> Bool {
    let start = position
    var breaks = 0
    while position < limit {
      switch bytes[position] {
      case 0x20, 0x09: position += 1
      case 0x0D where lines && byte(position + 1) == 0x0A: position += 1
      case 0x0A where lines && breaks == 0:
        breaks += 1
        position += 1
      case 0xC2 where byte(position + 1) == 0xA0: position += 2
      case 0xE2
      where byte(position + 1) == 0x80 && TextCursor.isThinSpace(byte(position + 2)):
        position += 3
      default: return position > start
      }
    }
    return position > start
  }

  /// The last byte of U+2002, U+2003, U+2009, U+200A and U+202F.
  @inlinable @inline(__always)
  package static func isThinSpace(_ byte: UInt8) -> Bool {
    byte == 0x89 || byte == 0xAF || byte == 0x8A || byte == 0x82 || byte == 0x83
  }

  /// Where the blanks before an offset begin.
  @inlinable
  package func blanksStart(before offset: Int, lines: Bool = false) -> Int {
    var offset = min(offset, bytes.count)
    while offset > 0 {
      let byte = bytes[offset - 1]
      if byte == 0x20 || byte == 0x09 || lines && (byte == 0x0A || byte == 0x0D) {
        offset -= 1
      } else if byte == 0xA0, offset > 1, bytes[offset - 2] == 0xC2 {
        offset -= 2
      } else {
        break
      }
    }
    return offset
  }

  /// The word that ends right before an offset, and where it starts; count 0 where there is none.
  @inlinable
  package func word(endingAt end: Int) -> (word: FoldedWord, start: Int) {
    var start = min(end, bytes.count)
    while start > 0, end - start < 40, ByteClass.isLetter(bytes[start - 1]) { start -= 1 }
    // An apostrophe inside belongs to the word, so what stands behind it is no word of its own.
    guard start < end, !(start > 0 && bytes[start - 1] >= 0x80 && !TextCursor.isQuote(bytes, endingAt: start))
    else {
      return (.none, end)
    }
    return (FoldedWord(UnsafeBufferPointer(rebasing: bytes[start..<end])), start)
  }

  /// The word before an offset with only blanks between; `.none` where something else stands there.
  @inlinable
  package func previousWord(before offset: Int, lines: Bool = true) -> (word: FoldedWord, start: Int) {
    word(endingAt: blanksStart(before: offset, lines: lines))
  }

  /// Whether a typographic quotation mark or dash (U+2010…U+201F) ends at an offset.
  @inlinable
  package static func isQuote(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Bool {
    end >= 3 && end <= bytes.count && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80
      && bytes[end - 1] >= 0x90
      && bytes[end - 1] <= 0x9F
  }

  /// Whether only blanks stand between the start of a line, or of the stretch that is read, and an offset.
  @inlinable
  package func isAtLineStart(_ offset: Int) -> Bool {
    let bare = blanksStart(before: offset)
    return bare <= origin || bytes[bare - 1] == 0x0A || bytes[bare - 1] == 0x0D
  }

  @inlinable
  package func isUppercase(at offset: Int) -> Bool {
    let byte = byte(offset)
    return byte >= 0x41 && byte <= 0x5A
  }
}

/// What kind of byte it is, of ASCII alone.
@usableFromInline package enum ByteClass {
  @inlinable @inline(__always)
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  @inlinable @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Letters, digits and every byte of a character beyond ASCII.
  @inlinable @inline(__always)
  package static func isWordLike(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
  @inlinable @inline(__always)
  package static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
