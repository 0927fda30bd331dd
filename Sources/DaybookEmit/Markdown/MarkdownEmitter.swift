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
      write(entry, &footnotes, to: &buffer)
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

  private func write(_ entry: ChronologyEntry, _ footnotes: inout Footnotes, to out: inout OutputBuffer) {
    out.write("\n**")
    out.write(entry.order)
    out.write(". ")
    out.markdown(DateWords.words(entry.when))
    out.write("** · *")
    out.write(EntryLabels.kind(entry.kind))
    out.write("*")
    if let modality = EntryLabels.modality(entry.modality) {
      out.write(" · *")
      out.write(modality)
      out.write("*")
    }
    let parties = EntryLabels.parties(entry)
    if !parties.isEmpty {
      out.write(" · ")
      out.markdown(parties)
    }
    out.write("\n")
    // A summary that is the whole quotation is not said twice.
    if entry.summary != entry.evidence.first?.quote {
      out.write("\n")
      out.markdown(entry.summary, prefix: "")
      out.write("\n")
    }
    for (index, evidence) in entry.evidence.enumerated() {
      out.write(evidence.quote.isEmpty ? "\n>" : "\n> ")
      out.markdown(evidence.quote, prefix: "> ")
      out.write("\n\n— \\[")
      out.write(entry.order)
      out.write(".")
      out.write(index + 1)
      out.write("\\] ")
      out.markdown(evidence.source)
      out.write(MarkdownEmitter.place(page: evidence.page, bytes: evidence.bytes))
      out.write("[^s")
      out.write(footnotes.number(of: evidence))
      out.write("]\n")
    }
    writeReasons(entry, to: &out)
  }

  /// ", p. 2, bytes 12–90".
  static func place(page: Int?, bytes: Range<Int>) -> String {
    (page.map { ", p. \($0)" } ?? "") + ", \(EntryLabels.place(bytes))"
  }

  private func writeReasons(_ entry: ChronologyEntry, to out: inout OutputBuffer) {
    let date = DateFields(entry)
    out.write("\nWhy: ")
    if !date.text.isEmpty {
      out.write("Date: “")
      out.markdown(date.text)
      out.write("”; ")
    }
    if let basis = date.basis {
      out.markdown(EntryLabels.basis(basis))
      out.write("; ")
    }
    if !date.edtf.isEmpty {
      out.write("EDTF `")
      out.write(date.edtf)
      out.write("`; ")
    }
    for step in date.why {
      out.markdown(step)
      out.write("; ")
    }
    if let context = entry.context {
      out.write("In: ")
      out.markdown(context)
      out.write("; ")
    }
    out.write("Rule: ")
    out.markdown(entry.rule)
    out.write(entry.isStated ? "\n" : " (inferred)\n")
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
  /// Entries of one source stand together more often than not.
  private var last: (cited: Cited, number: Int)?
  private var waiting: [String] = []

  mutating func number(of evidence: ChronologyEntry.Evidence) -> Int {
    let cited = Cited(source: Array(evidence.source.utf8), sha256: Array(evidence.sha256.utf8))
    if let last, last.cited == cited { return last.number }
    let number = numbers[cited] ?? numbers.count + 1
    last = (cited, number)
    if numbers.updateValue(number, forKey: cited) != nil { return number }
    var note =
      "\n[^s\(number)]: SHA-256 \(MarkdownText.inline(evidence.sha256)), \(MarkdownText.inline(evidence.source))\n"
    for path in evidence.alsoAt { note += "    also at \(MarkdownText.inline(path))\n" }
    waiting.append(note)
    return number
  }

  /// The footnotes that have not been written yet.
  mutating func due() -> [String] {
    defer { waiting.removeAll() }
    return waiting
  }
}
