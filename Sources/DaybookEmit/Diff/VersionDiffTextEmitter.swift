package import DaybookCore

/// Writes a comparison for a terminal: what it comes to first, then who the versions are, what to look at, the
/// facts, and the changes with their words.
///
/// Shape: no line is wider than `width` cells. Without colour, taken out stands in `[-…-]` and put in in
/// `{+…+}`, as in wdiff. Long stretches that stayed are folded to "…". Control characters of the papers are
/// shown as U+FFFD.
package struct VersionDiffTextEmitter: VersionDiffEmitter {
  package let name = "text"
  package let fileExtension = "txt"

  private let width: Int
  private let hasColour: Bool
  /// Words on either side of a change that are shown of a long stretch that stayed.
  private static let context = 8

  package init(width: Int = 100, hasColour: Bool = false) {
    self.width = max(40, width)
    self.hasColour = hasColour
  }

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    let listing = DiffListing(diff)
    var buffer = OutputBuffer()
    let names = [diff.old, diff.new].map { PlainText.line($0.document.source.path) }
    for line in TextWidth.wrapped("\(names[0]) → \(names[1])", to: width) {
      buffer.write(styled(line, .bold) + "\n")
    }
    for line in TextWidth.wrapped(listing.summary, to: width) { buffer.write(line + "\n") }
    identity(diff, &buffer)
    findings(diff, &buffer)
    facts(diff, &buffer)
    history(diff, &buffer)
    try changes(listing, &buffer, to: &sink)
    try buffer.flush(to: &sink)
  }

  // MARK: Parts

  private func heading(_ text: String, _ buffer: inout OutputBuffer) {
    buffer.write("\n" + styled(text, .bold) + "\n")
  }

  private func identity(_ diff: VersionDiff, _ buffer: inout OutputBuffer) {
    let rows = IdentityRow.rows(diff)
    guard !rows.isEmpty else { return }
    heading("Identity", &buffer)
    let label = min(30, width / 3)
    let cell = (width - label - 4) / 2
    for row in rows {
      let columns = [row.label, row.old ?? "–", row.new ?? "–"]
      let widths = [label, cell, cell]
      let lines = zip(columns, widths).map { TextWidth.wrapped($0, to: $1 - 1) }
      for index in 0..<(lines.map(\.count).max() ?? 0) {
        let parts = zip(lines, widths).map { TextWidth.padded(index < $0.count ? $0[index] : "", to: $1) }
        let mark = index == 0 && row.isChanged ? "≠ " : "  "
        var line = mark + parts.joined()
        while line.last == " " { line.removeLast() }
        buffer.write((row.isChanged ? line : styled(line, .faint)) + "\n")
      }
    }
  }

  private func findings(_ diff: VersionDiff, _ buffer: inout OutputBuffer) {
    guard !diff.findings.isEmpty else { return }
    heading("What to look at (computed, not judged)", &buffer)
    for finding in diff.findings {
      write("! \(finding.rule): \(finding.detail)", indent: 2, .alarm, &buffer)
    }
  }

  private func facts(_ diff: VersionDiff, _ buffer: inout OutputBuffer) {
    guard !diff.facts.isEmpty else { return }
    heading("Facts that changed", &buffer)
    for fact in diff.facts {
      let section = fact.newSection ?? fact.oldSection
      let place = section.flatMap { index in
        let sections = fact.newSection == nil ? diff.old.sections : diff.new.sections
        return sections.indices.contains(index) ? "  [\(sections[index].label)]" : nil
      }
      let line = "\(fact.kind.rawValue): \(fact.oldText) → \(fact.newText)\(place ?? "")"
      write(line, indent: 2, nil, &buffer)
    }
  }

  private func history(_ diff: VersionDiff, _ buffer: inout OutputBuffer) {
    for (name, side) in [("OLD", diff.old), ("NEW", diff.new)] {
      if !side.tracked.isEmpty {
        heading("Tracked changes inside \(name)", &buffer)
        for change in side.tracked {
          let who = [change.author, change.date].compactMap { $0 }.joined(separator: ", ")
          write(
            "\(change.kind.rawValue)\(who.isEmpty ? "" : " (\(who))"): “\(change.text)”", indent: 2, nil,
            &buffer)
        }
      }
      if !side.comments.isEmpty {
        heading("Comments inside \(name)", &buffer)
        for comment in side.comments {
          let who = [comment.author, comment.date].compactMap { $0 }.joined(separator: ", ")
          let anchor = comment.anchor.map { " on “\(excerpt($0))”" } ?? ""
          write("\(who)\(anchor): \(comment.text)", indent: 2, nil, &buffer)
        }
      }
    }
  }

  private func excerpt(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.count <= 12 ? text : words.prefix(12).joined(separator: " ") + " …"
  }

  private func changes(
    _ listing: DiffListing, _ buffer: inout OutputBuffer, to sink: inout some ByteSink
  ) throws {
    guard !listing.entries.isEmpty else { return }
    heading("Changes", &buffer)
    var section: String?
    var next = 0
    for entry in listing.entries {
      let same = (next..<entry.op).count { listing.diff.ops[$0].kind == .equal }
      next = entry.op + 1
      if entry.section != section {
        section = entry.section
        buffer.write("\n")
        for line in TextWidth.wrapped(entry.section, to: width - 2) {
          buffer.write(styled(line, .accent) + "\n")
        }
      }
      if same > 0 {
        buffer.write(styled("  · \(EntryLabels.grouped(same)) unchanged", .faint) + "\n")
      }
      var head = "\(entry.number). \(entry.kind.words): \(entry.what)"
      if entry.kind == .moved || entry.kind == .movedChanged, let from = entry.oldSection {
        head += ", from “\(from)”"
      }
      for line in TextWidth.wrapped(head, to: width - 2) { buffer.write("  " + styled(line, .bold) + "\n") }
      body(entry, listing, &buffer)
      try buffer.spill(to: &sink)
    }
  }

  /// The words, wrapped with their colours: a style spans the words of its run.
  private func body(_ entry: DiffEntry, _ listing: DiffListing, _ buffer: inout OutputBuffer) {
    let runs = DiffRun.runs(of: listing.diff.ops[entry.op], in: listing.diff)
    let isWhole = runs.count == 1
    var words: [(text: String, style: Style?, isGlued: Bool)] = []
    var endsInBlank = true
    for (index, run) in runs.enumerated() {
      let text = PlainText.line(
        run.text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " | "))
      var parts = text.split(separator: " ").map(String.init)
      let isGlued = !endsInBlank && text.utf8.first.map { $0 > 0x20 } == true
      endsInBlank = text.utf8.last.map { $0 <= 0x20 } ?? endsInBlank
      if parts.isEmpty { continue }
      let style: Style?
      switch run.kind {
      case .kept:
        style = nil
        parts = VersionDiffTextEmitter.folded(
          parts, isFirst: index == 0, isLast: index == runs.count - 1, isWhole: isWhole)
      case .deleted: style = .deleted
      case .inserted: style = .inserted
      }
      if let style, !hasColour {
        let (open, close) = style == .deleted ? ("[-", "-]") : ("{+", "+}")
        parts[0] = open + parts[0]
        parts[parts.count - 1] += close
      }
      words += parts.enumerated().map { ($0.element, style, $0.offset == 0 && isGlued) }
    }
    var line = "    "
    var used = 4
    for word in words {
      let cells = TextWidth.cells(word.text)
      if used > 4, used + 1 + cells > width, !word.isGlued {
        buffer.write(line + "\n")
        (line, used) = ("    ", 4)
      }
      if used > 4, !word.isGlued {
        line += " "
        used += 1
      }
      line += word.style.map { styled(word.text, $0) } ?? word.text
      used += cells
    }
    if used > 4 { buffer.write(line + "\n") }
  }

  private static func folded(_ words: [String], isFirst: Bool, isLast: Bool, isWhole: Bool) -> [String] {
    let keep = context
    if isWhole { return words.count <= 3 * keep ? words : Array(words.prefix(2 * keep)) + ["…"] }
    if isFirst { return words.count <= keep + 2 ? words : ["…"] + words.suffix(keep) }
    if isLast { return words.count <= keep + 2 ? words : Array(words.prefix(keep)) + ["…"] }
    return words.count <= 2 * keep + 2 ? words : Array(words.prefix(keep)) + ["…"] + words.suffix(keep)
  }

  private func write(_ text: String, indent: Int, _ style: Style?, _ buffer: inout OutputBuffer) {
    let lines = TextWidth.wrapped(PlainText.line(text), to: width - indent - 2)
    for (index, line) in lines.enumerated() {
      let blank = String(repeating: " ", count: index == 0 ? indent : indent + 2)
      buffer.write(blank + (style.map { styled(line, $0) } ?? line) + "\n")
    }
  }

  /// Source: ECMA-48, SGR.
  private enum Style: String {
    case bold = "1"
    case faint = "2"
    case accent = "36"
    case alarm = "33"
    case deleted = "31;9"
    case inserted = "32;4"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
