/// How a table in text is written: what parts its fields, and whether its first record names the columns.
struct TableDialect: Hashable {
  var delimiter: UInt8
  /// Where the first record begins: behind a line like `sep=;`, which Excel reads and no other program
  /// writes.
  var start: Int
  /// Where the records below the column names begin; nil where the first record is data.
  var dataStart: Int?
  var names: [String]

  /// `sample` is the beginning of the text, `mediaType` what detection found.
  init(_ sample: [UInt8], mediaType: String) {
    var start = 0
    var chosen: UInt8?
    if sample.starts(with: "sep=".utf8), sample.count > 6, sample[5] == 0x0A || sample[5] == 0x0D {
      chosen = sample[4]
      start = sample[5] == 0x0D && sample[6] == 0x0A ? 7 : 6
    }
    let fallback: UInt8 = mediaType == "text/tab-separated-values" ? 0x09 : 0x2C
    delimiter = chosen ?? TableShape.delimiter(ofNamed: sample) ?? fallback
    self.start = start
    names = []
    var reader = DelimitedReader(sample, delimiter: delimiter, from: start)
    guard let first = reader.next(), TableDialect.isNames(first, in: sample), !reader.isAtEnd else { return }
    dataStart = reader.offset
    names = first.map { String(decoding: Blank.collapsed(TableDialect.words($0, in: sample)), as: UTF8.self) }
  }

  /// Short words, none of them a number or a date, no two alike.
  private static func isNames(_ record: [DelimitedReader.Field], in text: [UInt8]) -> Bool {
    var seen: Set<[UInt8]> = []
    for field in record {
      let words = Blank.trimmed(field.bytes, in: text)
      if words.isEmpty { continue }
      guard words.count <= 80, Prose.hasLetter(text, words), !Prose.endsSentence(text, words),
        !Prose.isDateOnly(text, words),
        seen.insert(Array(text[words])).inserted
      else { return false }
    }
    return !seen.isEmpty
  }

  /// The field's words with doubled quotation marks made single.
  static func words(_ field: DelimitedReader.Field, in text: [UInt8]) -> [UInt8] {
    guard field.hasDoubledQuotes else { return Array(text[field.bytes]) }
    var words: [UInt8] = []
    var index = field.bytes.lowerBound
    while index < field.bytes.upperBound {
      words.append(text[index])
      index += text[index] == 0x22 && index + 1 < field.bytes.upperBound && text[index + 1] == 0x22 ? 2 : 1
    }
    return words
  }

  /// Where a record ends, at `index` or behind, in bytes whose records begin at `start`.
  ///
  /// A record that goes on for twice as long is no record: a quotation mark is missing, and the next line has
  /// to do.
  func boundary(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ index: Int) -> Int {
    if LargeText.isUTF16(bytes) { return LargeText.afterLine(bytes, start, index) }
    var isQuoted = false
    var isAtStart = true
    var offset = start
    let end = min(bytes.count, index + (index - start))
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if isQuoted {
        if byte == 0x22 { isQuoted = false }
        continue
      }
      if byte == 0x22 {
        // A mark right behind a closed one is a doubled one: inside again.
        isQuoted = isAtStart || offset >= 2 && bytes[offset - 2] == 0x22
        continue
      }
      isAtStart = byte == delimiter || byte == 0x0A || byte == 0x0D
      if byte == 0x0A, offset >= index { return offset }
    }
    return end == bytes.count ? bytes.count : LargeText.afterLine(bytes, start, index)
  }
}
