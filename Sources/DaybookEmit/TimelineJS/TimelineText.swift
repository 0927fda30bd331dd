import DaybookCore

/// The words of slides, in the little HTML that TimelineJS keeps.
enum TimelineText {
  /// The title slide: which entries, the zone, the account.
  static func about(_ chronology: Chronology, withoutPlace: Int) -> String {
    var lines = [AboutText.scope(chronology)]
    lines.append(
      "\(AboutText.zone(chronology)) Slides with a zone of their own are drawn in that of the chronology where it is known."
    )
    if withoutPlace > 0 {
      lines.append(
        EntryLabels.count(withoutPlace, "entry has", "entries have")
          + " no date and no dated neighbour, and no slide")
    }
    lines += LedgerText(chronology.ledger).lines()
    lines += chronology.gaps.map(AboutText.gap)
    lines.append("\(chronology.generator), bundle \(chronology.bundle)")
    return lines.map { "<p>\(escaped($0))</p>" }.joined()
  }

  static func headline(_ entry: ChronologyEntry) -> String { escaped(PlainText.line(entry.summary)) }

  static func body(_ entry: ChronologyEntry) -> String {
    var html: [UInt8] = []
    appendBody(entry, to: &html)
    return String(decoding: html, as: UTF8.self)
  }

  static func appendBody(_ entry: ChronologyEntry, to html: inout [UInt8]) {
    html.append(contentsOf: "<p>".utf8)
    let modality = EntryLabels.modality(entry.modality).map { " (\($0))" } ?? ""
    append(EntryLabels.kind(entry.kind) + modality, to: &html)
    let parties = EntryLabels.parties(entry)
    if !parties.isEmpty {
      html.append(contentsOf: ": ".utf8)
      append(parties, to: &html)
    }
    html.append(contentsOf: "</p>".utf8)
    for evidence in entry.evidence {
      html.append(contentsOf: "<blockquote>".utf8)
      append(PlainText.lines(evidence.quote), to: &html)
      html.append(contentsOf: "</blockquote><p>[".utf8)
      append(EntryLabels.citation(evidence), to: &html)
      html.append(contentsOf: ", ".utf8)
      html.append(contentsOf: EntryLabels.place(evidence.bytes).utf8)
      html.append(contentsOf: "]</p>".utf8)
    }
    var why = entry.when.why
    if !entry.when.text.isEmpty { why.insert("“\(entry.when.text)”", at: 0) }
    if let basis = entry.when.timex == nil ? nil : entry.when.basis { why.append(EntryLabels.basis(basis)) }
    if !why.isEmpty {
      html.append(contentsOf: "<p>Date: ".utf8)
      append(why.joined(separator: "; "), to: &html)
      html.append(contentsOf: "</p>".utf8)
    }
  }

  /// HTML that shows the text; what TimelineJS would make a link of, and what a spreadsheet would take for a
  /// formula, is written as a reference, which shows the same.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    let start = out.count
    if !text.withUTF8({ needsReference($0) }) { return HTMLText.append(text, to: &out) }
    HTMLText.append(text, to: &out)
    let bytes = Array(out[start...])
    out.removeLast(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isFirst = index == 0
      switch byte {
      case UInt8(ascii: "@"): out.append(contentsOf: "&#64;".utf8)
      case UInt8(ascii: "=") where isFirst, UInt8(ascii: "+") where isFirst, UInt8(ascii: "-") where isFirst:
        out.append(contentsOf: "&#\(byte);".utf8)
      case UInt8(ascii: ":") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/"):
        out.append(contentsOf: "&#58;".utf8)
      case UInt8(ascii: ".") where isBehindWWW(bytes, index): out.append(contentsOf: "&#46;".utf8)
      default: out.append(byte)
      }
    }
  }

  /// Whether anything in a text may have to be written as a reference; few texts have an address in them.
  private static func needsReference(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"): return true
    default: break
    }
    var letters = 0
    for byte in bytes {
      if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") { return true }
      letters = byte | 0x20 == UInt8(ascii: "w") ? letters + 1 : 0
      if letters == 3 { return true }
    }
    return false
  }

  private static func isBehindWWW(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= 3 && bytes[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
  }
}
