import DaybookCore

/// How a Concordance load file is written: what parts its fields, what stands around them, and how it is encoded.
///
/// Source: Concordance's default delimiters (field 0x14, quote U+00FE, line break inside a field U+00AE), and the
/// `^|^` and `|` that other programs write.
struct LoadFileDialect: Equatable {
  var separator: UInt8
  /// U+00FE, `^`, `"`, or nothing. Behind decoding, so of more than one byte.
  var quote: [UInt8]
  /// What stands for a line break inside a field.
  var lineBreak: [UInt8]

  static let thorn: [UInt8] = [0xC3, 0xBE]
  static let registered: [UInt8] = [0xC2, 0xAE]

  /// By the first line of decoded text.
  init(_ text: [UInt8]) {
    let line = text.prefix(8192).prefix { $0 != 0x0A && $0 != 0x0D }
    lineBreak = LoadFileDialect.registered
    if line.contains(0x14) {
      separator = 0x14
      quote = line.starts(with: [0x22]) ? [0x22] : LoadFileDialect.thorn
      return
    }
    let separators: [UInt8] = [0x7C, 0x2C, 0x3B, 0x09]
    let counts = separators.map { sign in line.count { $0 == sign } }
    separator = separators[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    if line.starts(with: LoadFileDialect.thorn) {
      quote = LoadFileDialect.thorn
    } else if LoadFileDialect.isQuoted(text, by: 0x5E, separator) {
      quote = [0x5E]
    } else {
      quote = [0x22]
    }
  }

  /// Whether a field in one of the first rows stands between two of these signs: some programs quote only where
  /// they must.
  private static func isQuoted(_ text: [UInt8], by sign: UInt8, _ separator: UInt8) -> Bool {
    let sample = text.prefix(8192)
    var before: UInt8 = 0x0A
    for (index, byte) in sample.enumerated() {
      if byte == sign, before == separator || before == 0x0A || index == 0,
        let close = sample[(index + 1)...].firstIndex(of: sign),
        close + 1 == sample.count
          || [separator, 0x0A, 0x0D].contains(sample[close + 1])
      {
        return true
      }
      before = byte
    }
    return false
  }

  var name: String {
    let sign = separator == 0x14 ? "0x14" : separator == 0x09 ? "tab" : String(UnicodeScalar(separator))
    return "fields parted by \(sign), quoted by \(String(decoding: quote, as: UTF8.self))"
  }
}

/// Reads rows of a Concordance load file, one after the other.
struct LoadFileReader {
  private let text: [UInt8]
  private let dialect: LoadFileDialect
  private var offset = 0
  /// Number of the row read last; the first is 1.
  private(set) var row = 0
  /// A quoted field was not closed on its row.
  private(set) var isUnclosed = false

  init(_ text: [UInt8], _ dialect: LoadFileDialect) {
    self.text = text
    self.dialect = dialect
  }

  /// Fields as ranges of the text, without their quotes; nil at the end. Empty lines are passed over.
  ///
  /// A row ends at the first line break outside quotes; a quote that is never closed ends with its line, so that
  /// one bad row costs no other.
  mutating func next() -> [Range<Int>]? {
    while offset < text.count, text[offset] == 0x0A || text[offset] == 0x0D { offset += 1 }
    guard offset < text.count else { return nil }
    row += 1
    isUnclosed = false
    var fields: [Range<Int>] = []
    while true {
      fields.append(field())
      guard offset < text.count, text[offset] == dialect.separator else { break }
      offset += 1
    }
    if offset < text.count, text[offset] == 0x0D { offset += 1 }
    if offset < text.count, text[offset] == 0x0A { offset += 1 }
    return fields
  }

  private mutating func field() -> Range<Int> {
    let start = offset
    guard isQuote(at: start) else { return plain(from: start) }
    let inner = start + dialect.quote.count
    var index = inner
    // The closing quote stands in front of a separator or a line's end.
    while index < text.count {
      if isQuote(at: index) {
        let behind = index + dialect.quote.count
        if behind >= text.count || text[behind] == dialect.separator || text[behind] == 0x0A
          || text[behind] == 0x0D
        {
          offset = behind
          return inner..<index
        }
      }
      // A break inside quotes belongs to the field only where the quote is closed soon after, and not where the
      // next line opens with a quote of its own (a doubled one is the sign itself).
      if text[index] == 0x0A, index - inner > 1 << 20 || opensRow(at: index + 1) { break }
      index += 1
    }
    isUnclosed = true
    return plain(from: start)
  }

  private mutating func plain(from start: Int) -> Range<Int> {
    while offset < text.count, text[offset] != dialect.separator, text[offset] != 0x0A, text[offset] != 0x0D {
      offset += 1
    }
    return start..<offset
  }

  private func opensRow(at index: Int) -> Bool {
    isQuote(at: index) && !isQuote(at: index + dialect.quote.count)
  }

  private func isQuote(at index: Int) -> Bool {
    guard index + dialect.quote.count <= text.count else { return false }
    return text[index] == dialect.quote[0]
      && text[index..<(index + dialect.quote.count)].elementsEqual(dialect.quote)
  }
}
