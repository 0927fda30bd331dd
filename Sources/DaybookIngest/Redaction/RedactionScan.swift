package import DaybookCore

/// A place where words were taken out before release.
package struct Redaction: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable, Codable, CaseIterable {
    /// A black box, on the page or as block characters.
    case box
    /// "[redacted s40(2)]", "(name withheld)".
    case bracket
    /// "XXXXX", "*****".
    case run
    /// An exemption code by itself: "(b)(6)", "B5", "5.1.2e".
    case code
  }

  package var bytes: Range<Int>
  package var form: Form
  /// The clause named as the reason, in one spelling: "s40(2)"; nil where none is.
  package var clause: String?
}

/// Finds the marks of redaction in a text: each is a block of kind `redaction`, with the clause as its label.
///
/// Talk about an exemption ("we withheld this under section 40(2)") is no mark. Sources: the forms of `ExemptionCode`,
/// and what releases in English, Welsh, German, French, Spanish, Italian and Dutch write instead of a name.
package enum RedactionScan {
  /// In order; none overlapping.
  package static func redactions(in text: [UInt8]) -> [Redaction] {
    var scan = Scan(text)
    scan.run()
    return joined(scan.found, in: text)
  }

  /// The same as blocks, with their pages.
  package static func blocks(in document: Document) -> [Block] {
    var page = 0
    return redactions(in: document.text).map { redaction in
      while page + 1 < document.pages.count,
        document.pages[page].bytes.upperBound <= redaction.bytes.lowerBound
      {
        page += 1
      }
      let number = document.pages.isEmpty ? nil : document.pages[page].number
      return Block(.redaction, redaction.bytes, page: number, label: redaction.clause)
    }
  }

  /// A box with its code beside it is one redaction.
  private static func joined(_ found: [Redaction], in text: [UInt8]) -> [Redaction] {
    var result: [Redaction] = []
    for redaction in found {
      if let last = result.last, last.clause == nil || redaction.clause == nil,
        redaction.bytes.lowerBound - last.bytes.upperBound <= 1,
        text[last.bytes.upperBound..<redaction.bytes.lowerBound].allSatisfy({ $0 == 0x20 })
      {
        result[result.count - 1].bytes = last.bytes.lowerBound..<redaction.bytes.upperBound
        result[result.count - 1].clause = last.clause ?? redaction.clause
      } else {
        result.append(redaction)
      }
    }
    return result
  }

  /// Words that say that something was taken out. Source: releases as published; Welsh "golygwyd" (edited),
  /// "dilëwyd" (deleted), German "geschwärzt", French "caviardé", "occulté", Spanish "tachado", "censurado", Italian
  /// "oscurato", "omissis", Dutch "gelakt", "weggelakt".
  static let verbs: Set<String> = [
    "redacted", "redaction", "redactions", "redact", "withheld", "removed", "obscured", "golygwyd", "dilëwyd",
    "geschwärzt", "schwärzung", "caviardé", "caviardée", "occulté", "occultée", "occultation", "tachado",
    "censurado",
    "suprimido", "oscurato", "omissis", "gelakt", "weggelakt", "anonymised", "anonymisiert", "anonymisé",
  ]

  private struct Scan {
    let text: [UInt8]
    var found: [Redaction] = []
    private var index = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func run() {
      var lineStart = 0
      while lineStart < text.count {
        let lineEnd = text[lineStart...].firstIndex(of: 0x0A) ?? text.count
        if let codes = codesOnly(lineStart..<lineEnd) {
          found += codes
        } else {
          scan(lineStart..<lineEnd)
        }
        lineStart = max(lineEnd + 1, index)
      }
    }

    private mutating func scan(_ line: Range<Int>) {
      index = max(index, line.lowerBound)
      while index < line.upperBound {
        let start = index
        switch text[start] {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"):
          if let mark = bracket(at: start) ?? inlineCode(at: start) { take(mark) } else { index += 1 }
        case 0xE2: if let mark = boxes(at: start) { take(mark) } else { index += 1 }
        case UInt8(ascii: "X"), UInt8(ascii: "x"), UInt8(ascii: "*"):
          if let mark = letters(at: start, in: line) {
            take(mark)
          } else {
            while index < line.upperBound, text[index] == text[start] { index += 1 }
          }
        case UInt8(ascii: "5"), UInt8(ascii: "1"):
          if let mark = inlineCode(at: start) { take(mark) } else { index += 1 }
        default: index += 1
        }
      }
    }

    private mutating func take(_ redaction: Redaction) {
      found.append(redaction)
      index = redaction.bytes.upperBound
    }

    /// A line, or a margin, of codes alone: "B6", "(b)(5), (b)(6)", "s40(2)".
    private func codesOnly(_ line: Range<Int>) -> [Redaction]? {
      let inner = Blank.trimmed(line, in: text)
      guard (2...48).contains(inner.count) else { return nil }
      var codes: [Redaction] = []
      var index = inner.lowerBound
      while index < inner.upperBound {
        if [0x20, 0x2C, 0x3B, 0x2F, 0x26].contains(text[index]) {
          index += 1
          continue
        }
        // A heading of a law, "§ 5 IFG", is no margin code.
        guard text[index] != 0xC2, let code = ExemptionCode.read(text, at: index, isMarked: true),
          code.end <= inner.upperBound
        else {
          return nil
        }
        codes.append(Redaction(bytes: index..<code.end, form: .code, clause: code.clause))
        index = code.end
      }
      return codes.isEmpty ? nil : codes
    }

    /// Brackets that hold a word of redaction or a code, and next to nothing else.
    private func bracket(at start: Int) -> Redaction? {
      let closing: UInt8 =
        switch text[start] {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        default: UInt8(ascii: ">")
        }
      var depth = 0
      var end: Int?
      for place in start..<min(text.count, start + 120) {
        if text[place] == text[start] { depth += 1 }
        if text[place] == closing { depth -= 1 }
        if depth == 0 {
          end = place
          break
        }
      }
      guard let end, end > start + 1 else { return nil }
      let inside = Array(text[(start + 1)..<end])
      guard let clause = reason(inside, isSquare: text[start] != UInt8(ascii: "(")) else { return nil }
      return Redaction(bytes: start..<(end + 1), form: .bracket, clause: clause.isEmpty ? nil : clause)
    }

    /// The clauses named in a bracket, joined; empty where it only says that something is gone; nil where it is no
    /// mark.
    private func reason(_ inside: [UInt8], isSquare: Bool) -> String? {
      var clauses: [String] = []
      var isSaid = false
      var others = 0
      var index = 0
      while index < inside.count {
        guard
          ClauseCursor.isWord(inside[index]) || inside[index] == UInt8(ascii: "(") || inside[index] == 0xC2
        else {
          index += 1
          continue
        }
        if index == 0 || !ClauseCursor.isWord(inside[index - 1]),
          let code = ExemptionCode.read(inside, at: index, isMarked: true)
        {
          clauses.append(code.clause)
          index = code.end
          continue
        }
        let word = inside[index...].prefix { ClauseCursor.isWord($0) }
        if word.isEmpty {
          index += 1
          continue
        }
        let folded = String(decoding: word, as: UTF8.self).lowercased()
        if RedactionScan.verbs.contains(folded) { isSaid = true } else { others += 1 }
        index += word.count
      }
      // A sentence in brackets that happens to speak of it says more than a mark does.
      if isSaid, others <= 8 { return clauses.joined(separator: ", ") }
      // In round brackets prose names its reasons too: "exempt (section 40(2))".
      guard !clauses.isEmpty, isSquare, others <= 4 else { return nil }
      return clauses.joined(separator: ", ")
    }

    /// A run of block characters: U+2580…U+259F, and two and more of U+25A0, U+25AC, U+25AE.
    private func boxes(at start: Int) -> Redaction? {
      var index = start
      var isBlock = true
      while index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x96 {
        let last = text[index + 2]
        guard last <= 0x9F || [0xA0, 0xAC, 0xAE].contains(last) else { break }
        if last > 0x9F { isBlock = false }
        index += 3
        // Boxes of two words side by side are one.
        if index + 3 < text.count, text[index] == 0x20, text[index + 1] == 0xE2, text[index + 2] == 0x96 {
          index += 1
        }
      }
      let count = (index - start) / 3
      guard count >= (isBlock ? 1 : 2) else { return nil }
      return Redaction(bytes: start..<index, form: .box)
    }

    /// Four and more X, five and more x, four and more * beside a word; no part of a word, no rule across the page.
    private func letters(at start: Int, in line: Range<Int>) -> Redaction? {
      let letter = text[start]
      guard start == line.lowerBound || !ClauseCursor.isWord(text[start - 1]) else { return nil }
      var end = start
      while end < line.upperBound, text[end] == letter { end += 1 }
      let least = letter == UInt8(ascii: "x") ? 5 : 4
      guard end - start >= least, end - start <= 80, end == line.upperBound || !ClauseCursor.isWord(text[end])
      else {
        return nil
      }
      if letter == UInt8(ascii: "*") {
        let inner = Blank.trimmed(line, in: text)
        let hasWord = text[line].contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        let isFrame = text[inner.lowerBound] == letter && text[inner.upperBound - 1] == letter
        guard hasWord, !isFrame else { return nil }
      }
      return Redaction(bytes: start..<end, form: .run)
    }

    /// "(b)(6)" or "5.1.2e" in the place of words; not where the text speaks of the clause.
    private func inlineCode(at start: Int) -> Redaction? {
      guard let code = ExemptionCode.read(text, at: start, isMarked: false) else { return nil }
      // "b6" in running words would need its parentheses.
      if text[start] == UInt8(ascii: "("),
        text[start..<code.end].count(where: { $0 == UInt8(ascii: "(") }) < 2
      {
        return nil
      }
      var before = start
      while before > 0, text[before - 1] == 0x20 { before -= 1 }
      var wordStart = before
      while wordStart > 0, before - wordStart < 24,
        ClauseCursor.isWord(text[wordStart - 1]) || text[wordStart - 1] == UInt8(ascii: ".")
      {
        wordStart -= 1
      }
      let word = String(decoding: text[wordStart..<before], as: UTF8.self).lowercased()
      guard !RedactionScan.naming.contains(word) else { return nil }
      return Redaction(bytes: start..<code.end, form: .code, clause: code.clause)
    }
  }

  /// Words in front of a clause that is spoken of.
  private static let naming: Set<String> = [
    "exemption", "exemptions", "section", "sections", "under", "subsection", "paragraph", "552", "u.s.c.",
    "foia", "article", "articles",
    "artikel", "art.", "art", "lid", "and", "or", "en", "of",
  ]
}
