/// Reads an exemption code in the form that a country's law has, and names the clause in one spelling.
///
/// "s40(2)", "s. 40 (2)", "section 40(2)(a)", "adran 40(2)" → "s40(2)…"; "reg 12(5)(f)" → "reg 12(5)(f)";
/// "(b)(6)", "b6", "B7(C)" → "(b)(6)", "(b)(7)(C)"; "5.1.2e", "10.2.e" → "5.1.2.e", "10.2.e"; "§ 5 Abs. 1 IFG"
/// → "§ 5 Abs. 1 IFG"; "art. 4(1)(b)" → "art. 4(1)(b)"; "L. 311-6" → "L. 311-6".
///
/// Sources: Freedom of Information Act 2000 (UK), part II; FOI (Scotland) Act 2002; Environmental Information
/// Regulations 2004, reg. 12; 5 U.S.C. 552(b); Wet open overheid, art. 5.1, and Wob, art. 10 (NL);
/// Informationsfreiheitsgesetz (DE), §§ 3–6; Code des relations entre le public et l'administration, L. 311-5 and
/// -6 (FR); Regulation (EC) 1049/2001, art. 4; FOI Act 1982 (Australia), ss 22, 33–47J; Official Information Act
/// 1982 (NZ), ss 6, 9; FOI Act 2014 (Ireland), ss 28–41; Access to Information Act (Canada), ss 13–24.
enum ExemptionCode {
  struct Found: Equatable {
    var end: Int
    var clause: String
  }

  /// The code that begins at `start`; nil where none does. `isMarked` is set inside brackets and in margins, where
  /// nothing else stands: then shorter forms are believed.
  static func read(_ text: [UInt8], at start: Int, isMarked: Bool) -> Found? {
    guard start < text.count else { return nil }
    switch text[start] {
    case UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "a"), UInt8(ascii: "A"):
      return isMarked ? section(text, start) ?? article(text, start) : nil
    case UInt8(ascii: "r"), UInt8(ascii: "R"): return isMarked ? regulation(text, start) : nil
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return isMarked ? exemption(text, start) : nil
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return isMarked ? american(text, start) : nil
    case UInt8(ascii: "("): return american(text, start)
    case UInt8(ascii: "5"), UInt8(ascii: "1"): return dutch(text, start)
    case UInt8(ascii: "9"), UInt8(ascii: "6"): return isMarked ? newZealand(text, start) : nil
    case 0xC2: return isMarked ? german(text, start) : nil
    case UInt8(ascii: "l"), UInt8(ascii: "L"): return isMarked ? french(text, start) : nil
    default: return nil
    }
  }

  // MARK: Forms

  private static func section(_ text: [UInt8], _ start: Int) -> Found? {
    for word in ["sections", "section", "sect", "sec", "adran", "ss", "s"] {
      guard let behind = ClauseCursor.word(word, in: text, at: start) else { continue }
      var cursor = ClauseCursor(text, behind)
      cursor.skip(". ")
      guard let number = cursor.number(most: 3) else { return nil }
      var clause = "s\(number)"
      if let letter = cursor.upperLetter() { clause += String(UnicodeScalar(letter)) }
      clause += cursor.parentheses()
      return cursor.isAtWordEnd ? Found(end: cursor.index, clause: clause) : nil
    }
    return nil
  }

  private static func regulation(_ text: [UInt8], _ start: Int) -> Found? {
    for word in ["regulation", "rheoliad", "reg", "r"] {
      guard let behind = ClauseCursor.word(word, in: text, at: start) else { continue }
      var cursor = ClauseCursor(text, behind)
      cursor.skip(". ")
      guard let number = cursor.number(most: 2), (5...13).contains(number) else { return nil }
      let clause = "reg \(number)" + cursor.parentheses()
      return cursor.isAtWordEnd ? Found(end: cursor.index, clause: clause) : nil
    }
    return nil
  }

  private static func article(_ text: [UInt8], _ start: Int) -> Found? {
    for word in ["article", "artículo", "articolo", "artikel", "art"] {
      guard let behind = ClauseCursor.word(word, in: text, at: start) else { continue }
      var cursor = ClauseCursor(text, behind)
      cursor.skip(". ")
      if let found = dutch(text, cursor.index) { return found }
      guard let number = cursor.number(most: 3) else { return nil }
      var clause = "art. \(number)"
      if let sub = cursor.dotted() { clause += ".\(sub)" }
      clause += cursor.parentheses()
      return cursor.isAtWordEnd ? Found(end: cursor.index, clause: clause) : nil
    }
    return nil
  }

  private static func exemption(_ text: [UInt8], _ start: Int) -> Found? {
    for word in ["exemption", "exempt", "ex"] {
      guard let behind = ClauseCursor.word(word, in: text, at: start) else { continue }
      var cursor = ClauseCursor(text, behind)
      cursor.skip(". ")
      if let found = read(text, at: cursor.index, isMarked: true) { return found }
      guard let number = cursor.number(most: 1), (1...9).contains(number) else { return nil }
      return cursor.isAtWordEnd ? Found(end: cursor.index, clause: "(b)(\(number))") : nil
    }
    return nil
  }

  /// "(b)(6)", "b(6)", "b6", "B7(C)", "(b) (5)".
  private static func american(_ text: [UInt8], _ start: Int) -> Found? {
    var cursor = ClauseCursor(text, start)
    let isOpen = cursor.take(UInt8(ascii: "("))
    guard cursor.take(UInt8(ascii: "b")) || cursor.take(UInt8(ascii: "B")) else { return nil }
    if isOpen, !cursor.take(UInt8(ascii: ")")) { return nil }
    cursor.skip(" ")
    let hasParenthesis = cursor.take(UInt8(ascii: "("))
    // In running words only the form with all its parentheses is a code.
    guard let number = cursor.number(most: 1), (1...9).contains(number) else { return nil }
    if hasParenthesis, !cursor.take(UInt8(ascii: ")")) { return nil }
    var clause = "(b)(\(number))"
    if let letter = cursor.parenthesis(where: { (0x41...0x46).contains($0 & 0xDF) }) {
      clause += "(\(letter.uppercased()))"
    }
    return cursor.isAtWordEnd ? Found(end: cursor.index, clause: clause) : nil
  }

  /// "5.1.2e", "5.1.1c", "5.1 2e", "10.2.e", "10 2e".
  private static func dutch(_ text: [UInt8], _ start: Int) -> Found? {
    guard start == 0 || !ClauseCursor.isWord(text[start - 1]) && text[start - 1] != UInt8(ascii: ".") else {
      return nil
    }
    var cursor = ClauseCursor(text, start)
    guard let article = cursor.number(most: 2), article == 5 || article == 10 || article == 11 else {
      return nil
    }
    var parts = [String(article)]
    while parts.count < 3, cursor.takeAny(". "), let next = cursor.number(most: 1) {
      parts.append(String(next))
    }
    guard parts.count == (article == 5 ? 3 : 2) else { return nil }
    _ = cursor.take(UInt8(ascii: "."))
    guard let letter = cursor.lowerLetter(), (UInt8(ascii: "a")...UInt8(ascii: "i")).contains(letter) else {
      return nil
    }
    return cursor.isAtWordEnd
      ? Found(end: cursor.index, clause: (parts + [String(UnicodeScalar(letter))]).joined(separator: "."))
      : nil
  }

  /// "9(2)(a)", "6(c)".
  private static func newZealand(_ text: [UInt8], _ start: Int) -> Found? {
    var cursor = ClauseCursor(text, start)
    guard let number = cursor.number(most: 1) else { return nil }
    let rest = cursor.parentheses()
    return rest.count >= 3 && cursor.isAtWordEnd ? Found(end: cursor.index, clause: "s\(number)\(rest)") : nil
  }

  private static func german(_ text: [UInt8], _ start: Int) -> Found? {
    guard start + 1 < text.count, text[start + 1] == 0xA7 else { return nil }
    let rest = text[(start + 2)...].prefix(40).prefix { $0 != 0x5D && $0 != 0x0A && $0 != 0x29 }
    let words = String(decoding: MailLine.cleaned(rest), as: UTF8.self)
    // A paragraph of a law is a reason only where the law is one of access to information.
    let laws = ["ifg", "uig", "vig", "tg", "dsgvo", "bdsg"]
    guard laws.contains(where: words.lowercased().hasSuffix) else { return nil }
    guard let first = words.utf8.first, (0x30...0x39).contains(first) else { return nil }
    return Found(end: start + 2 + rest.count, clause: "§ \(words)")
  }

  private static func french(_ text: [UInt8], _ start: Int) -> Found? {
    var cursor = ClauseCursor(text, start + 1)
    cursor.skip(". ")
    guard cursor.number(most: 3) == 311, cursor.take(UInt8(ascii: "-")), let part = cursor.number(most: 2)
    else {
      return nil
    }
    return cursor.isAtWordEnd ? Found(end: cursor.index, clause: "L. 311-\(part)") : nil
  }
}

/// Walks over the parts of an exemption code.
struct ClauseCursor {
  private let text: [UInt8]
  private(set) var index: Int

  init(_ text: [UInt8], _ index: Int) {
    self.text = text
    self.index = index
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Just behind a word in any case; nil where another stands there, or where it goes on.
  static func word(_ word: String, in text: [UInt8], at start: Int) -> Int? {
    let letters = Array(word.utf8)
    guard start + letters.count <= text.count, start == 0 || !isWord(text[start - 1]) else { return nil }
    for (offset, letter) in letters.enumerated() {
      let byte = text[start + offset]
      guard byte == letter || byte | 0x20 == letter && (0x41...0x5A).contains(byte) else { return nil }
    }
    let end = start + letters.count
    if end < text.count, (0x61...0x7A).contains(text[end] | 0x20) || text[end] >= 0x80 { return nil }
    return end
  }

  var isAtWordEnd: Bool { index >= text.count || !ClauseCursor.isWord(text[index]) }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func takeAny(_ bytes: String) -> Bool {
    guard index < text.count, bytes.utf8.contains(text[index]) else { return false }
    index += 1
    return true
  }

  mutating func skip(_ bytes: String) { while takeAny(bytes) {} }

  mutating func number(most digits: Int) -> Int? {
    let start = index
    var value = 0
    while index < text.count, (0x30...0x39).contains(text[index]), index - start <= digits {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard (1...digits).contains(index - start) else {
      index = start
      return nil
    }
    return value
  }

  mutating func upperLetter() -> UInt8? {
    guard index < text.count, (0x41...0x5A).contains(text[index]) else { return nil }
    index += 1
    return text[index - 1]
  }

  mutating func lowerLetter() -> UInt8? {
    guard index < text.count, (0x61...0x7A).contains(text[index]) else { return nil }
    index += 1
    return text[index - 1]
  }

  /// ".1" of "14.1".
  mutating func dotted() -> Int? {
    let start = index
    if take(UInt8(ascii: ".")), let number = number(most: 2) { return number }
    index = start
    return nil
  }

  /// One "(x)" whose inside is one letter or digit that passes.
  mutating func parenthesis(where passes: (UInt8) -> Bool) -> String? {
    let start = index
    skip(" ")
    if take(UInt8(ascii: "(")), index < text.count, passes(text[index]) {
      let inside = text[index]
      index += 1
      if take(UInt8(ascii: ")")) { return String(UnicodeScalar(inside)) }
    }
    index = start
    return nil
  }

  /// "(2)(a)(ii)", blanks taken out.
  mutating func parentheses() -> String {
    var result = ""
    while result.utf8.count < 24 {
      let start = index
      skip(" ")
      guard take(UInt8(ascii: "(")) else {
        index = start
        break
      }
      let inside = text[index...].prefix(4).prefix { ClauseCursor.isWord($0) && $0 < 0x80 }
      index += inside.count
      guard !inside.isEmpty, take(UInt8(ascii: ")")) else {
        index = start
        break
      }
      result += "(\(String(decoding: inside, as: UTF8.self)))"
    }
    return result
  }
}
