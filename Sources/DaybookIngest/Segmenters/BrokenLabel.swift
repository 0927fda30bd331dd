/// Labels of message headers as OCR leaves them: "Frorn:", "Serit:", "5ubject:", "T0:".
///
/// Letters that look alike in print are made one on both sides, then the words must be equal: no label is guessed
/// from a likeness. Source: the tables of confusions that tesseract's documentation and the releases of the US
/// State Department of 2015 show.
enum BrokenLabel {
  /// What a word in lower case is the label of; nil where it is none, and for a label as it should be.
  static func field(_ word: [UInt8]) -> PrintedField? {
    guard (2...14).contains(word.count), word.allSatisfy(isLetter) else { return nil }
    if word.count == 2 { return short[word] }
    return labels[plain(word)]
  }

  /// Letters, and the figures and strokes that stand for them.
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "$")
  }

  private static let names: [(String, PrintedField)] = [
    ("from", .from), ("sent", .sent), ("date", .sent), ("subject", .subject), ("attachments", .attachments),
    ("attachment", .attachments), ("von", .from), ("gesendet", .sent), ("betreff", .subject),
    ("envoyé", .sent), ("objet", .subject), ("verzonden", .sent), ("onderwerp", .subject),
    ("enviado", .sent), ("asunto", .subject), ("inviato", .sent), ("oggetto", .subject),
    ("anfonwyd", .sent), ("pwnc", .subject),
  ]

  private static let labels = Dictionary(
    names.map { (plain(Array($0.0.utf8)), $0.1) }, uniquingKeysWith: { first, _ in first })

  private static let short: [[UInt8]: PrintedField] = [
    Array("t0".utf8): .to, Array("ce".utf8): .cc, Array("ec".utf8): .cc, Array("c0".utf8): .cc,
  ]

  /// One letter for all that look like it.
  private static func plain(_ word: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var index = 0
    while index < word.count {
      let next = index + 1 < word.count ? word[index + 1] : 0
      switch (word[index], next) {
      case (UInt8(ascii: "r"), UInt8(ascii: "n")):
        plain.append(UInt8(ascii: "m"))
        index += 1
      case (UInt8(ascii: "r"), UInt8(ascii: "i")), (UInt8(ascii: "i"), UInt8(ascii: "i")):
        plain.append(UInt8(ascii: "n"))
        index += 1
      case (UInt8(ascii: "v"), UInt8(ascii: "v")):
        plain.append(UInt8(ascii: "w"))
        index += 1
      case (UInt8(ascii: "1"), _), (UInt8(ascii: "|"), _), (UInt8(ascii: "!"), _), (UInt8(ascii: "i"), _),
        (UInt8(ascii: "j"), _):
        plain.append(UInt8(ascii: "l"))
      case (UInt8(ascii: "0"), _): plain.append(UInt8(ascii: "o"))
      case (UInt8(ascii: "5"), _), (UInt8(ascii: "$"), _): plain.append(UInt8(ascii: "s"))
      case (UInt8(ascii: "c"), _): plain.append(UInt8(ascii: "e"))
      case (let byte, _): plain.append(byte)
      }
      index += 1
    }
    return plain
  }
}
