import DaybookCore

/// The number in the label of a version, so that "v1", "Version 1.0" and "1" are one.
///
/// Shape: the parts between full stops, zeros at the end left out: "v6.0" is [6], "Draft 1.10" is [1, 10].
/// Drafts come before what is not one: "Draft 2" < "v1" is a matter of their dates, not of this number.
package struct VersionNumber: Hashable, Sendable, Comparable {
  package let parts: [Int]

  /// The first number that a label names: behind "v", "version", "draft", "issue", "revision" or a sign, or
  /// alone. Nil for a text without one, and for a year.
  package init?(_ label: String) {
    guard let found = VersionNumber.range(in: Array(label.utf8), isLabel: true) else { return nil }
    self.init(digits: Array(label.utf8)[found])
  }

  fileprivate init?(digits: ArraySlice<UInt8>) {
    var parts: [Int] = []
    for part in digits.split(separator: 0x2E, omittingEmptySubsequences: true) {
      guard part.count <= 4, let number = Int(String(decoding: part, as: UTF8.self)) else { return nil }
      parts.append(number)
    }
    while parts.count > 1, parts.last == 0 { parts.removeLast() }
    guard !parts.isEmpty, parts.count <= 4, !(parts.count == 1 && parts[0] >= 1900) else { return nil }
    self.parts = parts
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  private static let words: [[UInt8]] = [
    "version", "ver", "draft", "issue", "revision", "rev", "v", "edition",
  ].map { Array($0.utf8) }

  /// The digits of the first label in a text; `isLabel` where the whole text is one, so that a bare number
  /// counts.
  static func range(in text: [UInt8], isLabel: Bool) -> Range<Int>? {
    var index = 0
    while index < text.count {
      let isStart = index == 0 || !Bytes.isWord(text[index - 1]) || text[index - 1] == 0x5F
      if isStart, let digits = digits(behindWordAt: index, in: text) { return digits }
      index += 1
    }
    guard isLabel else { return nil }
    let inner = Bytes.trimmed(0..<text.count, in: text)
    let end = numberEnd(inner.lowerBound, in: text)
    return end == inner.upperBound && end > inner.lowerBound ? inner : nil
  }

  private static func digits(behindWordAt start: Int, in text: [UInt8]) -> Range<Int>? {
    for word in words where start + word.count < text.count {
      guard zip(text[start..<(start + word.count)], word).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
      var index = start + word.count
      // "v. 1", "version: 1", "v_1", "version no. 1", "version number 1".
      let start = index
      skipMarks(&index, in: text)
      for more in [Array("number".utf8), Array("no".utf8)]
      where index + more.count < text.count
        && zip(text[index..<(index + more.count)], more).allSatisfy({ $0 | 0x20 == $1 })
      {
        index += more.count
        skipMarks(&index, in: text)
        break
      }
      if word.count > 1, index == start { continue }
      let end = numberEnd(index, in: text)
      if end > index, end == text.count || !Bytes.isLetter(text[end]) { return index..<end }
    }
    return nil
  }

  private static func skipMarks(_ index: inout Int, in text: [UInt8]) {
    var skipped = 0
    while index < text.count, skipped < 6, [0x20, 0x2E, 0x3A, 0x5F, 0x09, 0x2D, 0x23].contains(text[index]) {
      index += 1
      skipped += 1
    }
  }

  private static func numberEnd(_ start: Int, in text: [UInt8]) -> Int {
    var index = start
    while index < text.count {
      if Bytes.isDigit(text[index]) {
        index += 1
      } else if text[index] == 0x2E, index > start, index + 1 < text.count, Bytes.isDigit(text[index + 1]) {
        index += 1
      } else {
        break
      }
    }
    return index
  }
}
