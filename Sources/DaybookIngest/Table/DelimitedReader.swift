/// Reads records of delimited text, one after the other, without copying.
///
/// Source: RFC 4180, read generously: LF or CR LF ends a record, a quotation mark inside an unquoted field is
/// a character, text behind a closing mark belongs to the field.
struct DelimitedReader {
  /// Where a field stands; without its quotation marks.
  struct Field: Hashable {
    var bytes: Range<Int>
    /// Whether a doubled quotation mark stands inside.
    var hasDoubledQuotes: Bool
  }

  private let text: [UInt8]
  private let delimiter: UInt8
  private(set) var offset: Int
  /// Whether a quoted field was still open at the end of the text.
  private(set) var isUnclosed = false

  init(_ text: [UInt8], delimiter: UInt8, from offset: Int = 0) {
    self.text = text
    self.delimiter = delimiter
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= text.count }

  /// The next record, which has one field at least; nil at the end.
  mutating func next() -> [Field]? {
    guard !isAtEnd else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(field())
      guard offset < text.count else { return fields }
      let byte = text[offset]
      offset += 1
      if byte == delimiter {
        if offset < text.count { continue }
        fields.append(Field(bytes: offset..<offset, hasDoubledQuotes: false))
        return fields
      }
      if byte == 0x0D, offset < text.count, text[offset] == 0x0A { offset += 1 }
      return fields
    }
  }

  private mutating func field() -> Field {
    if offset < text.count, text[offset] == 0x22 { return quotedField() }
    let start = offset
    skipToEnd()
    return Field(bytes: start..<offset, hasDoubledQuotes: false)
  }

  private mutating func skipToEnd() {
    while offset < text.count, text[offset] != delimiter, text[offset] != 0x0A, text[offset] != 0x0D {
      offset += 1
    }
  }

  private mutating func quotedField() -> Field {
    let start = offset + 1
    offset = start
    var hasDoubled = false
    while offset < text.count {
      guard text[offset] == 0x22 else {
        offset += 1
        continue
      }
      if offset + 1 < text.count, text[offset + 1] == 0x22 {
        hasDoubled = true
        offset += 2
        continue
      }
      let end = offset
      offset += 1
      let rest = offset
      skipToEnd()
      return Field(bytes: start..<(rest == offset ? end : offset), hasDoubledQuotes: hasDoubled)
    }
    isUnclosed = true
    return Field(bytes: start..<offset, hasDoubledQuotes: hasDoubled)
  }
}
