import DaybookCore

/// Labels of versions as people write them: "v1", "V2", "v6.", "version 1.1", "Draft 3".
enum VersionLabel {
  /// Whether a label starts at a token.
  static func isLabel(_ tokens: [Token], _ index: Int, _ text: [UInt8]) -> Bool {
    end(tokens, index, text) != nil
  }

  /// The last token of the label that starts at a token.
  static func end(_ tokens: [Token], _ index: Int, _ text: [UInt8]) -> Int? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    let first = text[token.start]
    // "v6", and not the word "version".
    if first | 0x20 == UInt8(ascii: "v"), token.end - token.start >= 2, token.end - token.start <= 8,
      token.hash != Words.version
    {
      var digits = 0
      for at in token.start + 1..<token.end {
        if text[at] &- 0x30 < 10 { digits += 1 } else if text[at] != UInt8(ascii: ".") { return nil }
      }
      return digits > 0 ? index : nil
    }
    guard token.hash == Words.version || token.hash == Words.draft, index + 1 < tokens.count else {
      return nil
    }
    let next = tokens[index + 1]
    guard next.kind == .number || next.kind == .word && isLabel(tokens, index + 1, text),
      next.end - next.start <= 6,
      // A line of a message may break behind "version"; then only "1.1" is surely a label, and no count.
      !next.lineBreakBefore || text[next.start..<next.end].contains(UInt8(ascii: "."))
    else { return nil }
    if next.kind == .number {
      let isPlain = (next.start..<next.end).allSatisfy {
        text[$0] &- 0x30 < 10 || text[$0] == UInt8(ascii: ".")
      }
      // "draft 2022" is a year.
      guard isPlain, next.end - next.start < 4 || text[next.start + 1] == UInt8(ascii: ".") else {
        return nil
      }
    }
    return index + 1
  }

  /// Whether a label stands close in front of a date, with nothing that acts between: "v6 of the DPIA in
  /// February 2022".
  static func governs(_ date: PassageDate, _ passage: Passage, _ text: [UInt8]) -> Bool {
    var at = date.first - 1
    while at >= 0, date.first - at <= 7 {
      let token = passage.tokens[at]
      if isLabel(passage.tokens, at, text) { return true }
      if token.info.act >= 0 && token.info.forms != .base || token.is([.commonVerb, .be, .have])
        || token.kind == .comma
      {
        return false
      }
      at -= 1
    }
    return false
  }

  /// All labels of a passage.
  static func mentions(_ passage: Passage, _ text: [UInt8], into mentions: inout [Mention]) {
    var index = 0
    while index < passage.tokens.count {
      if passage.tokens[index].kind == .word, let last = end(passage.tokens, index, text) {
        let bytes = passage.tokens[index].start..<passage.tokens[last].end
        mentions.append(
          Mention(
            bytes: bytes, value: .version(String(decoding: text[bytes], as: UTF8.self)), rule: "version-label"
          ))
        index = last
      }
      index += 1
    }
  }
}
