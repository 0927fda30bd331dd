import DaybookCore

/// A stretch of a document within which dates keep each other company: a paragraph, a list entry, a row's
/// cell, a heading.
struct TextUnit: Hashable, Sendable {
  enum Kind: Sendable { case heading, entry, cell, text, messageHeader }

  var kind: Kind
  var bytes: Range<Int>
  /// Table and row, for cells.
  var row: Int?
  var table: Int?

  /// The readable units of a document in order: nothing hidden, deleted or of the page's margin.
  static func units(of document: Document) -> [TextUnit] {
    guard !document.blocks.isEmpty else { return units(of: document.text, in: 0..<document.text.count) }
    var units: [TextUnit] = []
    for block in document.blocks {
      let range = block.bytes.clamped(to: 0..<document.text.count)
      switch block.kind {
      case .heading: units.append(TextUnit(kind: .heading, bytes: range))
      case .listItem: units.append(TextUnit(kind: .entry, bytes: range))
      case .cell:
        units.append(TextUnit(kind: .cell, bytes: range, row: block.cell?.row, table: block.cell?.table))
      case .messageHeader: units.append(TextUnit(kind: .messageHeader, bytes: range))
      case .paragraph, .quoted, .footnote, .caption, .signature, .comment, .inserted, .code:
        units += Self.units(of: document.text, in: range)
      case .redaction, .header, .footer, .hidden, .deleted: break
      }
    }
    return units
  }

  /// Units of plain text: paragraphs between empty lines, list entries by their bullets, and every line of
  /// its own where lines are long enough to be paragraphs themselves.
  static func units(of text: [UInt8], in range: Range<Int>) -> [TextUnit] {
    text.withUnsafeBufferPointer { units(of: $0, in: range) }
  }

  static func units(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [TextUnit] {
    var units: [TextUnit] = []
    var start = range.lowerBound
    var isEntry = false
    func close(at end: Int) {
      if end > start { units.append(TextUnit(kind: isEntry ? .entry : .text, bytes: start..<end)) }
    }
    var line = range.lowerBound
    var previousWasLong = false
    while line < range.upperBound {
      var end = line
      while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
      var content = line
      while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 || bytes[content] == 0x0D {
        content += 1
      }
      let isLong = end - line > 160
      if content == end {
        close(at: line)
        start = min(end + 1, range.upperBound)
        isEntry = false
      } else if bulletEnd(bytes, at: content, end: end) != nil {
        close(at: line)
        start = line
        isEntry = true
      } else if previousWasLong || isLong {
        close(at: line)
        start = line
        isEntry = false
      }
      previousWasLong = isLong
      line = end + 1
    }
    close(at: range.upperBound)
    return units
  }

  /// Behind a bullet and its blanks: "• ", "- ", "* ", "– "; nil where the line has none.
  static func bulletEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Int? {
    var position = start
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): position += 1
    case 0xC2 where position + 1 < end && bytes[position + 1] == 0xB7: position += 2
    case 0xE2 where position + 2 < end:
      let (second, third) = (bytes[position + 1], bytes[position + 2])
      // U+2022, U+2023, U+2013, U+2014, U+25CF, U+25AA, U+25E6
      guard
        second == 0x80 && (third == 0xA2 || third == 0xA3 || third == 0x93 || third == 0x94) || second == 0x97
          || second == 0x96
      else { return nil }
      position += 3
    case 0xEF where position + 2 < end && bytes[position + 1] == 0x82: position += 3
    default: return nil
    }
    guard position < end, bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0xC2 else {
      return nil
    }
    while position < end,
      bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 0xC2 || bytes[position] == 0xA0
    {
      position += 1
    }
    return position
  }

  /// A line without a full stop that introduces what follows, whether or not its format calls it a heading.
  func isHeadingLike(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if kind == .heading { return true }
    guard kind == .text, self.bytes.count <= 160 else { return false }
    var end = self.bytes.upperBound
    while end > self.bytes.lowerBound, ByteClass.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > self.bytes.lowerBound else { return false }
    for offset in self.bytes.lowerBound..<end where bytes[offset] == 0x0A { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ";"):
      return false
    default: return true
    }
  }
}
