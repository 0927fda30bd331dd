import DaybookCore

/// Marks that stand where a name or an address was taken out before release.
///
/// `[redacted s40(2)]`, `[s.40(2)]`, `[REDACTED]`, `XXXXX`, black boxes, `(b)(6)`: none of them is a name,
/// and a name that is partly under one keeps only what can be read. Sources: releases under the Freedom of
/// Information Act 2000 and 5 U.S.C. 552 as published.
enum Withheld {
  /// What is left of a name or an address once the marks are out of it; nil where nothing is.
  static func remainder(of text: some Collection<UInt8>) -> [UInt8]? {
    let bytes = Array(text)
    guard mayHoldMark(bytes) else { return bytes.isEmpty ? nil : MailLine.cleaned(bytes) }
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let end = bracketedMark(bytes, at: index) ?? run(bytes, at: index) {
        kept.append(0x20)
        index = end
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    let line = MailLine.cleaned(kept)
    guard line.contains(where: { isWordByte($0) }), !isWholeMark(line) else { return nil }
    return line
  }

  /// Whether a look is worth while: most names and addresses hold nothing that a mark begins with.
  static func mayHoldMark(_ bytes: some Collection<UInt8>) -> Bool {
    var hasLetter = false
    var hasDigit = false
    var isAddress = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "X"),
        UInt8(ascii: "x"),
        UInt8(ascii: "*"), UInt8(ascii: "_"), 0xE2:
        return true
      case UInt8(ascii: "@"): isAddress = true
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A: hasLetter = true
      default: if byte >= 0x80 { return true }
      }
    }
    return !hasLetter || (hasDigit && !isAddress) || holdsRedaction(Array(bytes))
  }

  private static func holdsRedaction(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8 else { return false }
    for start in 0...(bytes.count - 5) {
      let first = bytes[start] | 0x20
      guard first == UInt8(ascii: "r") || first == UInt8(ascii: "w") else { continue }
      let word = Fold.lower(bytes[start..<(start + 5)])
      if word.elementsEqual("redac".utf8) || word.elementsEqual("withh".utf8) { return true }
    }
    return false
  }

  /// The end of a bracket that holds a mark and no more.
  private static func bracketedMark(_ bytes: [UInt8], at start: Int) -> Int? {
    guard let closing = closings[bytes[start]] else { return nil }
    var depth = 0
    for index in start..<min(bytes.count, start + 80) {
      if bytes[index] == bytes[start] { depth += 1 }
      guard bytes[index] == closing else { continue }
      depth -= 1
      if depth == 0 { return isWholeMark(MailLine.cleaned(bytes[(start + 1)..<index])) ? index + 1 : nil }
    }
    return nil
  }

  private static let closings: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
    UInt8(ascii: "<"): UInt8(ascii: ">"),
    UInt8(ascii: "{"): UInt8(ascii: "}"),
  ]

  /// The end of a run of boxes (U+2580…U+259F, U+25A0, U+25AC, U+25AE), or of three and more X, * or _ that
  /// stand by themselves.
  private static func run(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    while index + 2 < bytes.count, bytes[index] == 0xE2,
      (bytes[index + 1] == 0x96 && bytes[index + 2] >= 0x80)
        || (bytes[index + 1] == 0x97 && bytes[index + 2] == 0x8F)
    {
      index += 3
    }
    if index > start { return index }
    let first = bytes[start]
    guard
      first == UInt8(ascii: "X") || first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
        || first == UInt8(ascii: "x")
    else { return nil }
    guard start == 0 || !isWordByte(bytes[start - 1]) else { return nil }
    while index < bytes.count, bytes[index] == first { index += 1 }
    guard index - start >= (first == UInt8(ascii: "x") ? 5 : 3),
      index == bytes.count || !isWordByte(bytes[index])
    else { return nil }
    return index
  }

  /// Whether all of a text, brackets gone, is a mark: "redacted s40(2)", "s.40(2)", "b6", "name withheld".
  private static func isWholeMark(_ line: [UInt8]) -> Bool {
    let lower = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let words = lower.split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first, words.count <= 8 else { return line.isEmpty }
    if words.contains(where: { verbs.contains($0) }) { return true }
    if sections.contains(first), words.count > 1 || !lower.allSatisfy({ isLetter($0) }) {
      return words.dropFirst().allSatisfy {
        $0.utf8.count <= 3 || $0.utf8.allSatisfy(isDigit) || $0 == "foia" || $0 == "data"
      }
    }
    // s40, s40(2), b6, (b)(6): a letter, digits, and clauses of one or two characters behind them.
    guard let letter = first.utf8.first, letter == UInt8(ascii: "s") || letter == UInt8(ascii: "b"),
      words.count <= 4,
      lower.contains(where: isDigit)
    else { return false }
    let rest = first.utf8.dropFirst()
    guard rest.allSatisfy(isDigit), rest.count <= 2, !(rest.isEmpty && words.count < 2) else { return false }
    return words.dropFirst().allSatisfy {
      $0.utf8.count <= 2 && ($0.utf8.allSatisfy(isDigit) || $0.utf8.count == 1)
    }
  }

  private static let verbs: Set<String> = [
    "redacted", "redaction", "withheld", "geschwärzt", "caviardé", "golygwyd", "censurado", "oscurato",
    "gelakt",
  ]
  private static let sections: Set<String> = ["section", "sec", "sect", "exemption", "reg", "regulation"]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte >= 0x80 }
}
