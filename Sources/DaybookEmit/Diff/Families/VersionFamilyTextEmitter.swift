package import DaybookCore

/// Writes families for a terminal: the versions in order and why, what each step changed, and one table of
/// sections by versions.
package struct VersionFamilyTextEmitter: VersionFamilyEmitter {
  package let name = "text"

  private let width: Int

  package init(width: Int = 100) { self.width = max(60, width) }

  package func emit(_ families: [VersionFamily], to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    if families.isEmpty { buffer.write("no two papers are versions of one document\n") }
    for (index, family) in families.enumerated() {
      if index > 0 { buffer.write("\n") }
      write(family, &buffer)
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }

  private func write(_ family: VersionFamily, _ buffer: inout OutputBuffer) {
    let files = family.versions.reduce(0) { $0 + FamilyNames.files($1).count }
    line(
      "\(family.title): \(EntryLabels.count(family.versions.count, "version", "versions")) in \(EntryLabels.count(files, "file", "files"))",
      0, &buffer)
    for why in family.why { line("one document: \(why)", 2, &buffer) }
    for (number, version) in family.versions.enumerated() {
      buffer.write("\n")
      line(
        "\(number + 1). \(FamilyNames.label(version)), \(FamilyNames.date(version)): \(version.path)", 0,
        &buffer)
      for path in FamilyNames.files(version).dropFirst() { line("also \(path)", 5, &buffer) }
      if !version.why.isEmpty { line(version.why.joined(separator: "; "), 5, &buffer) }
      for carrier in version.carriers { line("carried by \(FamilyNames.carrier(carrier))", 5, &buffer) }
      if number > 0, family.steps.indices.contains(number - 1) {
        step(family.steps[number - 1], number, &buffer)
      }
    }
    for finding in family.findings { line("! \(finding.rule): \(finding.detail)", 2, &buffer) }
    table(family, &buffer)
  }

  private func step(_ diff: VersionDiff, _ number: Int, _ buffer: inout OutputBuffer) {
    line("from \(number) to \(number + 1): \(DiffListing(diff).summary)", 5, &buffer)
    var said: [String] = []
    for fact in diff.facts {
      let words = "\(fact.kind.rawValue): \(PlainText.line(fact.oldText)) → \(PlainText.line(fact.newText))"
      if !said.contains(words) { said.append(words) }
    }
    for words in said.prefix(12) { line(words, 7, &buffer) }
    if said.count > 12 { line("and \(said.count - 12) more facts", 7, &buffer) }
    // What is said of OLD alone stood below the step before.
    for finding in diff.findings where number == 1 || !finding.detail.hasPrefix("OLD: ") {
      line("! \(finding.rule): \(finding.detail)", 7, &buffer)
    }
  }

  private func table(_ family: VersionFamily, _ buffer: inout OutputBuffer) {
    let rows = FamilyTable(family).rows
    guard !rows.isEmpty else { return }
    let cell = 11
    // More versions than fit stand in the other formats.
    let shown = min(family.versions.count, max(1, (width - 30) / cell))
    let label = width - shown * cell
    buffer.write("\n")
    let first = family.versions.count - shown
    let heads = (first..<family.versions.count).map { "\($0 + 1)" }
    buffer.write(row("Section", heads, label, cell))
    for one in rows {
      buffer.write(row(one.section, Array(one.cells.dropFirst(first)), label, cell))
    }
  }

  private func row(_ section: String, _ cells: [String], _ label: Int, _ cell: Int) -> String {
    let lines = TextWidth.wrapped(PlainText.line(section), to: label - 2)
    var text = ""
    for (index, line) in lines.enumerated() {
      var out = TextWidth.padded(line, to: label)
      if index == 0 { out += cells.map { TextWidth.padded($0, to: cell) }.joined() }
      while out.last == " " { out.removeLast() }
      text += out + "\n"
    }
    return text
  }

  private func line(_ text: String, _ indent: Int, _ buffer: inout OutputBuffer) {
    let lines = TextWidth.wrapped(PlainText.line(text), to: width - indent - 2)
    for (index, part) in lines.enumerated() {
      buffer.write(String(repeating: " ", count: index == 0 ? indent : indent + 2) + part + "\n")
    }
  }
}
