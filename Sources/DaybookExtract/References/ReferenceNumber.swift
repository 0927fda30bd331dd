import DaybookCore

/// Reference numbers and clauses of laws: "FOI-5151", "IC-12345-A1B2", "section 40(2)".
enum ReferenceNumber {
  static func mentions(_ passage: Passage, _ text: [UInt8], into mentions: inout [Mention]) {
    let tokens = passage.tokens
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .word, clauseWords.contains(token.hash), index + 1 < tokens.count,
        tokens[index + 1].kind == .number
      {
        mentions.append(mention(text, token.start..<clauseEnd(tokens, index + 1), "reference-clause"))
      } else if token.kind == .word || token.kind == .number, isNumber(text, token) {
        mentions.append(mention(text, token.bytes, "reference-number"))
      }
    }
  }

  /// Capitals and at least three digits, with a hyphen or a slash between or none: "FS50123456" needs six
  /// digits then.
  private static func isNumber(_ text: [UInt8], _ token: Token) -> Bool {
    let length = token.end - token.start
    guard (6...32).contains(length), token.isAcronym || token.kind == .number else { return false }
    var (digits, capitals, joins) = (0, 0, 0)
    for at in token.start..<token.end {
      switch text[at] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: capitals += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"): joins += 1
      default: return false
      }
    }
    return capitals >= 2 && (digits >= 3 && joins >= 1 || digits >= 6)
  }

  /// The end of "40(2)(a)".
  private static func clauseEnd(_ tokens: [Token], _ number: Int) -> Int {
    var end = number
    while end + 3 < tokens.count, end - number < 12, tokens[end + 1].kind == .openBracket,
      !tokens[end + 1].spaceBefore,
      tokens[end + 3].kind == .closeBracket
    { end += 3 }
    return tokens[end].end
  }

  private static func mention(_ text: [UInt8], _ bytes: Range<Int>, _ rule: String) -> Mention {
    Mention(bytes: bytes, value: .reference(String(decoding: text[bytes], as: UTF8.self)), rule: rule)
  }

  private static let clauseWords: Set<UInt64> = Set(
    ["section", "sections", "article", "regulation", "schedule", "s", "art"].map { Hash.of($0) })
}
