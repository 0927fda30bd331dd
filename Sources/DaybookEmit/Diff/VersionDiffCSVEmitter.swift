package import DaybookCore

/// Writes the change matrix: one row for each change, each changed fact, finding, property, tracked change and
/// comment.
///
/// Shape: `no,section,kind,what,from,to,words,old_bytes,new_bytes`. `words` has the words of a changed
/// paragraph with `[-taken out-]` and `{+put in+}`. Byte ranges are half open and count in the text of either
/// version; empty where it is not in it. Source: RFC 4180.
package struct VersionDiffCSVEmitter: VersionDiffEmitter {
  package let name = "csv"
  package let fileExtension = "csv"

  package init() {}

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    let listing = DiffListing(diff)
    var buffer = OutputBuffer()
    func row(_ cells: [String]) { buffer.write(CSVText.row(cells)) }
    row(["no", "section", "kind", "what", "from", "to", "words", "old_bytes", "new_bytes"])
    for entry in listing.entries {
      let op = diff.ops[entry.op]
      let old = DiffRun.bytes(op.oldUnits, diff.old)
      let new = DiffRun.bytes(op.newUnits, diff.new)
      row([
        "\(entry.number)", entry.section, entry.kind.rawValue, entry.what,
        op.old == nil ? "" : cleaned(diff.old.quote(old)), op.new == nil ? "" : cleaned(diff.new.quote(new)),
        op.words.isEmpty ? "" : cleaned(marked(DiffRun.runs(of: op, in: diff))),
        op.old == nil ? "" : range(old), op.new == nil ? "" : range(new),
      ])
      for fact in listing.facts[entry.number] ?? [] {
        row([
          "\(entry.number)", entry.section, "fact", fact.kind.rawValue, cleaned(fact.oldText),
          cleaned(fact.newText), "", range(fact.old), range(fact.new),
        ])
      }
      try buffer.spill(to: &sink)
    }
    for finding in diff.findings {
      row([
        "", "", "finding", finding.rule, "", cleaned(finding.detail), "", finding.old.first.map(range) ?? "",
        finding.new.first.map(range) ?? "",
      ])
    }
    for identity in IdentityRow.rows(diff) where identity.isChanged {
      row(["", "", "identity", identity.label, identity.old ?? "", identity.new ?? "", "", "", ""])
    }
    for (side, isOld) in [(diff.old, true), (diff.new, false)] {
      for change in side.tracked {
        let who = [change.author, change.date].compactMap { $0 }.joined(separator: ", ")
        let isGone = change.kind == .deletion || change.kind == .moveFrom
        let place = change.bytes.map(range) ?? ""
        row([
          "", "", isOld ? "tracked in OLD" : "tracked in NEW", "\(change.kind.rawValue), \(who)",
          isGone ? cleaned(change.text) : "", isGone ? "" : cleaned(change.text), "", isOld ? place : "",
          isOld ? "" : place,
        ])
      }
      for comment in side.comments {
        let who = [comment.author, comment.date].compactMap { $0 }.joined(separator: ", ")
        let place = comment.bytes.map(range) ?? ""
        row([
          "", "", isOld ? "comment in OLD" : "comment in NEW", who, cleaned(comment.anchor ?? ""),
          cleaned(comment.text), "", isOld ? place : "", isOld ? "" : place,
        ])
      }
    }
    try buffer.flush(to: &sink)
  }

  private func marked(_ runs: [DiffRun]) -> String {
    runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .deleted: "[-\(run.text)-]"
      case .inserted: "{+\(run.text)+}"
      }
    }.joined()
  }

  private func cleaned(_ text: String) -> String { PlainText.lines(text) }
  private func range(_ bytes: Range<Int>) -> String { "\(bytes.lowerBound)-\(bytes.upperBound)" }
}
