package import DaybookCore

/// Writes a comparison as Markdown: summary, identity, findings, facts, then the changes by section, taken out
/// words struck through and put in words in bold.
///
/// Source: GitHub Flavored Markdown (tables, strikethrough).
package struct VersionDiffMarkdownEmitter: VersionDiffEmitter {
  package let name = "markdown"
  package let fileExtension = "md"

  package init() {}

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    let listing = DiffListing(diff)
    var buffer = OutputBuffer()
    let names = [diff.old, diff.new].map { inline($0.document.source.path) }
    buffer.write("# \(names[0]) → \(names[1])\n\n\(inline(listing.summary)).\n")
    tables(diff, &buffer)
    var section: String?
    for entry in listing.entries {
      if section == nil { buffer.write("\n## Changes\n") }
      if entry.section != section {
        section = entry.section
        buffer.write("\n### \(inline(entry.section))\n")
      }
      var head = "**\(entry.number). \(entry.kind.words)**: \(entry.what)"
      if entry.kind == .moved || entry.kind == .movedChanged, let from = entry.oldSection {
        head += ", from “\(inline(from))”"
      }
      buffer.write("\n\(head)\n\n")
      buffer.write("> \(words(DiffRun.runs(of: diff.ops[entry.op], in: diff)))\n")
      for fact in listing.facts[entry.number] ?? [] {
        buffer.write("\n- \(fact.kind.rawValue): \(inline(fact.oldText)) → \(inline(fact.newText))\n")
      }
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }

  private func tables(_ diff: VersionDiff, _ buffer: inout OutputBuffer) {
    let rows = IdentityRow.rows(diff)
    if !rows.isEmpty {
      buffer.write("\n## Identity\n\n| | OLD | NEW |\n|---|---|---|\n")
      for row in rows {
        let mark = row.isChanged ? "**" : ""
        buffer.write(
          "| \(mark)\(inline(row.label))\(mark) | \(inline(row.old ?? "–")) | \(inline(row.new ?? "–")) |\n")
      }
    }
    if !diff.findings.isEmpty {
      buffer.write("\n## What to look at\n\nComputed, not judged.\n\n")
      for finding in diff.findings { buffer.write("- `\(finding.rule)`: \(inline(finding.detail))\n") }
    }
    for (name, side) in [("OLD", diff.old), ("NEW", diff.new)]
    where !side.tracked.isEmpty || !side.comments.isEmpty {
      buffer.write("\n## History inside \(name)\n\n")
      for change in side.tracked {
        let who = [change.author, change.date].compactMap { $0 }.joined(separator: ", ")
        buffer.write("- \(change.kind.rawValue) (\(inline(who))): “\(inline(change.text))”\n")
      }
      for comment in side.comments {
        let who = [comment.author, comment.date].compactMap { $0 }.joined(separator: ", ")
        let anchor = comment.anchor.map { " on “\(inline($0))”" } ?? ""
        buffer.write("- comment (\(inline(who)))\(anchor): \(inline(comment.text))\n")
      }
    }
  }

  private func words(_ runs: [DiffRun]) -> String {
    runs.map { run in
      // Marks of emphasis need words right inside them.
      let lead = String(run.text.prefix { $0.isWhitespace }.isEmpty ? "" : " ")
      let tail = String(run.text.reversed().prefix { $0.isWhitespace }.isEmpty ? "" : " ")
      let core = inline(run.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      if core.isEmpty { return " " }
      return switch run.kind {
      case .kept: lead + core + tail
      case .deleted: lead + "~~\(core)~~" + tail
      case .inserted: lead + "**\(core)**" + tail
      }
    }.joined()
  }

  private func inline(_ text: String) -> String { MarkdownText.inline(PlainText.line(text)) }
}
