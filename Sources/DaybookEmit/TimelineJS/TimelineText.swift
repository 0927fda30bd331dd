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
    var html = ""
    let parties = EntryLabels.parties(entry)
    let modality = EntryLabels.modality(entry.modality).map { " (\($0))" } ?? ""
    html +=
      "<p>\(escaped(EntryLabels.kind(entry.kind) + modality))\(parties.isEmpty ? "" : ": \(escaped(parties))")</p>"
    for evidence in entry.evidence {
      html += "<blockquote>\(escaped(PlainText.lines(evidence.quote)))</blockquote>"
      html += "<p>[\(escaped(EntryLabels.citation(evidence))), \(EntryLabels.place(evidence.bytes))]</p>"
    }
    var why = entry.when.why
    if !entry.when.text.isEmpty { why.insert("“\(entry.when.text)”", at: 0) }
    if let basis = entry.when.timex == nil ? nil : entry.when.basis { why.append(EntryLabels.basis(basis)) }
    if !why.isEmpty { html += "<p>Date: \(escaped(why.joined(separator: "; ")))</p>" }
    return html
  }

  /// HTML that shows the text; what TimelineJS would make a link of, and what a spreadsheet would take for a
  /// formula, is written as a reference, which shows the same.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    HTMLText.append(text, to: &bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
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
    return String(decoding: out, as: UTF8.self)
  }

  private static func isBehindWWW(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= 3 && bytes[(index - 3)..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
  }
}
