package import DaybookCore

/// Writes the chronology for a terminal: date, kind and who in one line, the summary and its source below.
///
/// Shape: no line is wider than `width` cells, but for a date or a name that cannot be broken. Control
/// characters of the documents are shown as U+FFFD, so that they cannot talk to the terminal. The account
/// stands at the end, each list in it cut after ten.
package struct TerminalEmitter: Emitter {
  package let name = "text"
  package let fileName = "chronology.txt"

  private let width: Int
  private let hasColour: Bool

  /// `width` in cells; less than 40 counts as 40.
  package init(width: Int = 100, hasColour: Bool = false) {
    self.width = max(40, width)
    self.hasColour = hasColour
  }

  /// Room for "28 September 2022, 10:14" and a blank.
  private var dateWidth: Int { min(26, width / 3) }

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    for line in TextWidth.wrapped(PlainText.line(chronology.title), to: width) {
      buffer.write(styled(line, .bold) + "\n")
    }
    for line in TextWidth.wrapped(PlainText.line(AboutText.scope(chronology)), to: width) {
      buffer.write(line + "\n")
    }
    var sections = EntrySections()
    try chronology.entries.forEach { entry in
      if let heading = sections.heading(before: entry) { buffer.write("\n\(styled(heading, .bold))\n") }
      buffer.write(text(entry))
      try buffer.spill(to: &sink)
    }
    buffer.write("\n")
    for gap in chronology.gaps { write(AboutText.gap(gap), to: &buffer) }
    for line in LedgerText(chronology.ledger).lines(limit: 10) { write(line, to: &buffer) }
    try buffer.flush(to: &sink)
  }

  private func text(_ entry: ChronologyEntry) -> String {
    let room = width - dateWidth
    var head = EntryLabels.kind(entry.kind)
    if let modality = EntryLabels.modality(entry.modality) { head += " (\(modality))" }
    let parties = PlainText.line(EntryLabels.parties(entry))
    if !parties.isEmpty { head += ": \(parties)" }
    var right = TextWidth.wrapped(head, to: room).map { styled($0, .accent) }
    right += TextWidth.wrapped(PlainText.line(entry.summary), to: room)
    if let first = entry.evidence.first {
      let more = entry.evidence.count > 1 ? ", and \(entry.evidence.count - 1) more" : ""
      right += TextWidth.wrapped("[\(PlainText.line(EntryLabels.citation(first)))\(more)]", to: room).map {
        styled($0, .faint)
      }
    }
    let left = TextWidth.wrapped(DateWords.words(entry.when), to: dateWidth - 2)
    var text = ""
    for index in 0..<max(left.count, right.count) {
      let date = index < left.count ? left[index] : ""
      let cell = TextWidth.padded(date, to: dateWidth)
      let line = index < right.count ? right[index] : ""
      // No blanks at the end of a line.
      text += line.isEmpty ? date + "\n" : (index < left.count ? styled(cell, .bold) : cell) + line + "\n"
    }
    return text
  }

  private func write(_ line: String, to buffer: inout OutputBuffer) {
    let indent = line.prefix { $0 == " " }
    let words = PlainText.line(String(line.dropFirst(indent.count)))
    for (index, part) in TextWidth.wrapped(words, to: width - indent.count - 2).enumerated() {
      buffer.write("\(indent)\(index == 0 ? "" : "  ")\(part)\n")
    }
  }

  /// Source: ECMA-48, SGR.
  private enum Style: String {
    case bold = "1"
    case faint = "2"
    case accent = "36"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
