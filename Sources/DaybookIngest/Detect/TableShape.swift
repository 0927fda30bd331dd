/// Whether text has the shape of a table with a delimiter, and which.
enum TableShape {
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]  // , ; tab |

  /// The delimiter that parts the first records most evenly; nil where none parts the first record.
  ///
  /// For a file that calls itself a table: every record counts that gives as many fields as the first.
  static func delimiter(ofNamed text: [UInt8]) -> UInt8? {
    var best: (delimiter: UInt8, score: Int)?
    for delimiter in delimiters {
      let counts = fieldCounts(text, delimiter: delimiter)
      guard let first = counts.first, first > 1 else { continue }
      let score = counts.count { $0 == first } * 1000 / counts.count + min(first, 50)
      if best.map({ score > $0.score }) ?? true { best = (delimiter, score) }
    }
    return best?.delimiter
  }

  /// The delimiter of a table that does not call itself one: five records and more, three fields and more,
  /// all alike, and a first record that reads like column names.
  static func delimiter(ofUnnamed text: [UInt8]) -> UInt8? {
    delimiters.first { delimiter in
      let counts = fieldCounts(text, delimiter: delimiter)
      guard counts.count >= 5, let first = counts.first, first >= 3, counts.allSatisfy({ $0 == first }) else {
        return false
      }
      var reader = DelimitedReader(text, delimiter: delimiter)
      guard let header = reader.next() else { return false }
      return header.allSatisfy { cell in
        let words = Blank.trimmed(cell.bytes, in: text)
        return (1...40).contains(words.count) && Prose.hasLetter(text, words)
          && !Prose.endsSentence(text, words)
      }
    }
  }

  /// Fields of each of the first records; the last is left out, for the sample may have cut it, and so are
  /// empty lines.
  private static func fieldCounts(_ text: [UInt8], delimiter: UInt8) -> [Int] {
    var reader = DelimitedReader(text, delimiter: delimiter)
    var counts: [Int] = []
    while counts.count < 64, let record = reader.next() {
      if record.count == 1, record[0].bytes.isEmpty { continue }
      counts.append(record.count)
    }
    if counts.count > 4, reader.isAtEnd { counts.removeLast() }
    return counts
  }
}
