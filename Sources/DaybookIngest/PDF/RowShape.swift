/// What the beginning of a row says about it: mark of a quotation, bullet or number of a list, label of a
/// message header.
struct RowShape {
  enum Marker: Equatable {
    case none
    /// "•", "–", "*": `isDash` may also be a dash of the sentence before.
    case bullet(isDash: Bool)
    /// "3.", "(a)", "iv)": may also be a number of the sentence before.
    case number
  }

  /// Number of ">" at its start.
  let quoteDepth: Int
  /// Where its own words begin, behind the marks of quotation.
  let start: Int
  let marker: Marker
  /// "From:", "Sent:" and the like.
  let isHeaderLabel: Bool
  /// A word or a few with a colon, at its start.
  let isLabel: Bool
  /// Only dashes, underscores and the like, or a separator such as "-----Original Message-----".
  let isRule: Bool
  let startsLower: Bool
  /// Its first letter is a capital or a digit.
  let startsUpper: Bool
  /// Ends with a full stop, a question or exclamation mark, or a colon, whatever quotes and brackets stand
  /// behind it.
  let isClosed: Bool
  let endsWithHyphen: Bool
  let isEmpty: Bool

  init(_ text: [UInt8]) {
    var depth = 0
    var index = 0
    while index < text.count, text[index] == UInt8(ascii: ">") || (depth > 0 && text[index] == 0x20) {
      if text[index] == UInt8(ascii: ">") { depth += 1 }
      index += 1
    }
    while index < text.count, text[index] == 0x20 { index += 1 }
    quoteDepth = depth
    start = index
    isEmpty = index >= text.count
    let words = text[index...]
    marker = RowShape.marker(words)
    let label = RowShape.label(words)
    isLabel = label != nil
    isHeaderLabel = label.map { RowShape.headerLabels.contains($0) } ?? false
    isRule = RowShape.isRule(words)
    let first = words.first ?? 0
    startsLower = (0x61...0x7A).contains(first)
    startsUpper = (0x41...0x5A).contains(first) || (0x30...0x39).contains(first)
    isClosed = RowShape.isClosed(words)
    endsWithHyphen =
      words.count > 1 && words.last == UInt8(ascii: "-") && words[words.endIndex - 2] | 0x20 > 0x60
  }

  /// Whether a line belongs to a message or a quotation, wherever it stands.
  static func isMessageLine(_ text: ArraySlice<UInt8>) -> Bool {
    let shape = RowShape(Array(text.prefix(120)))
    return shape.quoteDepth > 0 || shape.isHeaderLabel
  }

  private static func marker(_ words: ArraySlice<UInt8>) -> Marker {
    guard let first = words.first else { return .none }
    let rest = words.dropFirst()
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") {
      return rest.first == 0x20 ? .bullet(isDash: first == UInt8(ascii: "-")) : .none
    }
    if first == 0xE2, words.count > 2 {
      let (second, third) = (words[words.startIndex + 1], words[words.startIndex + 2])
      switch (second, third) {
      case (0x80, 0x93), (0x80, 0x94):
        return words.count > 3 && words[words.startIndex + 3] == 0x20 ? .bullet(isDash: true) : .none
      case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83), (0x96, 0xAA), (0x96, 0xA0), (0x97, 0x8F), (0x97, 0x8B),
        (0x97, 0xA6), (0x9E, 0xA2):
        return .bullet(isDash: false)
      default: return .none
      }
    }
    if first == 0xC2, rest.first == 0xB7 { return .bullet(isDash: false) }
    return isNumber(words) ? .number : .none
  }

  /// "12.", "3)", "(4)", "(a)", "b)", "(iv)", "2.3.1" with a space behind it; a number that could be a year
  /// or a price is none.
  private static func isNumber(_ words: ArraySlice<UInt8>) -> Bool {
    var index = words.startIndex
    let isOpen = words[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let start = index
    var (digits, letters, dots) = (0, 0, 0)
    while index < words.endIndex, index - start < 12 {
      let byte = words[index]
      if (0x30...0x39).contains(byte), letters == 0 {
        digits += 1
      } else if (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte), digits == 0 {
        letters += 1
      } else if byte == UInt8(ascii: "."), digits > 0, index + 1 < words.endIndex,
        (0x30...0x39).contains(words[index + 1])
      {
        dots += 1
        if digits > 3 { return false }
        digits = 0
      } else {
        break
      }
      index += 1
    }
    guard index < words.endIndex, digits + letters > 0, digits <= 3 else { return false }
    let closer = words[index]
    let isClosed = closer == UInt8(ascii: ")") || (closer == UInt8(ascii: ".") && !isOpen)
    let next = isClosed ? index + 1 : index
    guard next < words.endIndex, words[next] == 0x20 else { return false }
    if digits > 0 { return isClosed || dots > 0 }
    // A letter or a Roman number; "I." and "A." open a name as often as a list.
    let isRoman = words[start..<index].allSatisfy {
      UInt8(ascii: "i") == $0 || UInt8(ascii: "v") == $0 || UInt8(ascii: "x") == $0
    }
    return isClosed && (letters == 1 || isRoman && letters <= 5)
      && (closer == UInt8(ascii: ")") || words[start] >= 0x61)
  }

  /// The words before a colon, in lower case; at most four words of 30 bytes in all, and something or nothing
  /// behind it.
  private static func label(_ words: ArraySlice<UInt8>) -> [UInt8]? {
    // "*From:* A": bold type in plain text.
    let words = words.first == UInt8(ascii: "*") ? words.dropFirst() : words
    guard let first = words.first, (0x41...0x5A).contains(first) || first >= 0xC3 || isLowerLabel(words)
    else {
      return nil
    }
    var (label, spaces): ([UInt8], Int) = ([], 0)
    for (offset, byte) in words.prefix(31).enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        let next = words.startIndex + offset + 1
        guard next >= words.endIndex || words[next] == 0x20 || words[next] == UInt8(ascii: "*") else {
          return nil
        }
        while label.last == 0x20 || label.last == UInt8(ascii: "*") { label.removeLast() }
        return label.isEmpty ? nil : label
      case 0x41...0x5A: label.append(byte | 0x20)
      case 0x20:
        spaces += 1
        if spaces > 3 { return nil }
        label.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("): return nil
      default: label.append(byte)
      }
    }
    return nil
  }

  /// "cc: …": some clients print this one label in lower case.
  private static func isLowerLabel(_ words: ArraySlice<UInt8>) -> Bool {
    words.starts(with: "cc:".utf8) || words.starts(with: "cc :".utf8) || words.starts(with: "bcc:".utf8)
  }

  /// Labels of printed message headers in the languages whose mail programs are met most; more are read by
  /// the segmenters.
  private static let headerLabels: Set<[UInt8]> = Set(
    [
      "from", "to", "cc", "bcc", "sent", "date", "subject", "attachments", "attachment", "importance",
      "reply-to", "received", "sender", "recipient", "recipients", "copied to", "copies", "sent on",
      "date sent", "sent at", "sent date", "sent to", "copy to", "author", "title", "copy", "enclosures",
      "attach", "att", "attachment(s)",
      "von", "an", "gesendet", "datum", "betreff", "anlagen", "kopie",
      "de", "à", "envoyé", "objet", "pièces jointes", "para", "enviado", "enviado el", "asunto", "fecha",
      "van", "aan", "verzonden", "onderwerp", "bijlagen", "oddi wrth", "at", "anfonwyd", "pwnc", "dyddiad",
      "copi",
      "atodiadau", "inviato", "oggetto", "allegati", "datos adjuntos", "anhänge", "anlage", "bijlage",
    ].map { Array($0.utf8) })

  private static func isRule(_ words: ArraySlice<UInt8>) -> Bool {
    var marks = 0
    for byte in words {
      guard
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
          || byte == UInt8(ascii: "*")
      else {
        break
      }
      marks += 1
    }
    return marks >= 4 || (marks >= 3 && marks == words.count)
  }

  private static func isClosed(_ words: ArraySlice<UInt8>) -> Bool {
    var index = words.endIndex
    while index > words.startIndex {
      let byte = words[index - 1]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20: index -= 1
      case 0x99, 0x9D:  // last byte of U+2019 and U+201D
        guard index - 3 >= words.startIndex, words[index - 2] == 0x80, words[index - 3] == 0xE2 else {
          return false
        }
        index -= 3
      default: return false
      }
    }
    return false
  }
}
