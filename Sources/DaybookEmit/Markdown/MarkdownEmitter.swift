package import DaybookCore

/// Writes the chronology as Markdown: a section a month, each entry with its quotation and where it stands.
///
/// Shape of a citation, which `MarkdownReader` reads back: the quotation (`> …`), an empty line, `— \[3.1\]
/// PATH, p. 2, bytes 12–90[^s1]` (entry 3, first piece of evidence); behind the first entry that cites a
/// source its footnote, `[^s1]: SHA-256 HASH, PATH`. All text is escaped by `MarkdownText`, so nothing in a
/// document can become markup or look like a citation.
/// Source: CommonMark 0.31; footnotes as GitHub and Pandoc read them.
package struct MarkdownEmitter: Emitter {
  package let name = "md"
  package let fileName = "chronology.md"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    buffer.write(head(chronology))
    var sections = EntrySections()
    var footnotes = Footnotes()
    try chronology.entries.forEach { entry in
      if let heading = sections.heading(before: entry) { buffer.write("\n## \(heading)\n") }
      buffer.write(text(entry, &footnotes))
      for note in footnotes.due() { buffer.write(note) }
      try buffer.spill(to: &sink)
    }
    buffer.write(tail(chronology))
    try buffer.flush(to: &sink)
  }

  /// The first line of our files; the number lets a reader see that nothing is missing.
  static let marker = "<!-- daybook-chronology/1 entries: "

  private func head(_ chronology: Chronology) -> String {
    """
    \(MarkdownEmitter.marker)\(chronology.count) -->
    # \(escaped(chronology.title))

    \(escaped(AboutText.scope(chronology))) · \(escaped(chronology.generator)) · bundle \(escaped(chronology.bundle.text))

    \(escaped(AboutText.zone(chronology))) Byte numbers count the UTF-8 text of the document from 0; the last is not included.

    """
  }

  private func text(_ entry: ChronologyEntry, _ footnotes: inout Footnotes) -> String {
    var line =
      "\n**\(entry.order). \(escaped(DateWords.words(entry.when)))** · *\(EntryLabels.kind(entry.kind))*"
    if let modality = EntryLabels.modality(entry.modality) { line += " · *\(modality)*" }
    let parties = EntryLabels.parties(entry)
    if !parties.isEmpty { line += " · \(escaped(parties))" }
    var text = "\(line)\n"
    // A summary that is the whole quotation is not said twice.
    if entry.summary != entry.evidence.first?.quote {
      text += "\n\(MarkdownText.escaped(entry.summary, prefix: ""))\n"
    }
    for (index, evidence) in entry.evidence.enumerated() {
      text += "\n\(MarkdownEmitter.quotation(evidence.quote))\n"
      text +=
        "\n— \\[\(entry.order).\(index + 1)\\] \(MarkdownEmitter.citation(evidence))\(footnotes.mark(evidence))\n"
    }
    return text + "\n\(reasons(entry))\n"
  }

  /// Each line behind "> ".
  static func quotation(_ quote: String) -> String {
    quote.isEmpty ? ">" : "> " + MarkdownText.escaped(quote, prefix: "> ")
  }

  static func citation(_ evidence: ChronologyEntry.Evidence) -> String {
    MarkdownText.inline(evidence.source) + place(page: evidence.page, bytes: evidence.bytes)
  }

  /// ", p. 2, bytes 12–90".
  static func place(page: Int?, bytes: Range<Int>) -> String {
    (page.map { ", p. \($0)" } ?? "") + ", \(EntryLabels.place(bytes))"
  }

  private func reasons(_ entry: ChronologyEntry) -> String {
    let date = DateFields(entry)
    var parts: [String] = []
    if !date.text.isEmpty { parts.append("Date: “\(escaped(date.text))”") }
    if let basis = date.basis { parts.append(escaped(EntryLabels.basis(basis))) }
    if !date.edtf.isEmpty { parts.append("EDTF `\(date.edtf)`") }
    parts += date.why.map(escaped)
    if let context = entry.context { parts.append("In: \(escaped(context))") }
    parts.append("Rule: \(escaped(entry.rule))\(entry.isStated ? "" : " (inferred)")")
    return "Why: " + parts.joined(separator: "; ")
  }

  private func tail(_ chronology: Chronology) -> String {
    var text = "\n## Account\n\n"
    for line in LedgerText(chronology.ledger).totals { text += "- \(escaped(trimmed(line)))\n" }
    if !chronology.ledger.losses.isEmpty {
      text += "\n### Not read in full\n\n"
      for row in chronology.ledger.losses { text += "- \(escaped(LedgerText.loss(row)))\n" }
    }
    let groups = LedgerText(chronology.ledger).groups
    if !groups.isEmpty { text += "\n### Findings\n\n" }
    for group in groups {
      text +=
        "- **\(group.severity.rawValue)** \(escaped(group.code)) (\(group.places.count)): \(escaped(group.message))\n"
      for place in group.places where !place.isEmpty { text += "  - \(escaped(place))\n" }
    }
    if !chronology.gaps.isEmpty {
      text += "\n### Gaps\n\n"
      for gap in chronology.gaps { text += "- \(escaped(AboutText.gap(gap)))\n" }
    }
    return text
  }

  private func escaped(_ text: String) -> String { MarkdownText.inline(text) }

  private func trimmed(_ line: String) -> String { String(line.drop { $0 == " " }) }
}

/// Numbers the sources in the order in which they are first cited; holds one small record a source.
private struct Footnotes {
  private struct Cited: Hashable {
    // Bytes, because Swift takes two texts for equal that differ only in how an accent is composed.
    let source: [UInt8]
    let sha256: [UInt8]
  }

  private var numbers: [Cited: Int] = [:]
  private var waiting: [String] = []

  mutating func mark(_ evidence: ChronologyEntry.Evidence) -> String {
    let cited = Cited(source: Array(evidence.source.utf8), sha256: Array(evidence.sha256.utf8))
    if let number = numbers[cited] { return "[^s\(number)]" }
    let number = numbers.count + 1
    numbers[cited] = number
    var note =
      "\n[^s\(number)]: SHA-256 \(MarkdownText.inline(evidence.sha256)), \(MarkdownText.inline(evidence.source))\n"
    for path in evidence.alsoAt { note += "    also at \(MarkdownText.inline(path))\n" }
    waiting.append(note)
    return "[^s\(number)]"
  }

  /// The footnotes that have not been written yet.
  mutating func due() -> [String] {
    defer { waiting.removeAll() }
    return waiting
  }
}
