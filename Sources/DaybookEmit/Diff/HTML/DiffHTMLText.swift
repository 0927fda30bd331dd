import DaybookCore

/// The text with its changes, op by op.
struct DiffHTMLText {
  let listing: DiffListing

  private var diff: VersionDiff { listing.diff }
  /// Unchanged units in one stretch of which the middle is folded.
  private static let foldFrom = 6

  /// A stretch of unchanged units: its edges as they are, a long middle folded away.
  func kept(_ ops: Range<Int>) -> String {
    if ops.count < DiffHTMLText.foldFrom { return ops.map(kept).joined() }
    let middle = (ops.lowerBound + 2)..<(ops.upperBound - 2)
    return ops.prefix(2).map(kept).joined()
      + "<details class=\"fold\"><summary>\(EntryLabels.count(middle.count, "unchanged passage", "unchanged passages"))</summary>\n"
      + middle.map(kept).joined() + "</details>\n" + ops.suffix(2).map(kept).joined()
  }

  private func kept(_ index: Int) -> String {
    let op = diff.ops[index]
    let words = DiffRun.words(op.newUnits, diff.new)
    return "<div class=\"op same\">\(block(op, diff.new, op.newUnits, escaped(words)))</div>\n"
  }

  /// A changed op: inline, and for the view side by side once more in two columns.
  func op(_ index: Int) -> String {
    let op = diff.ops[index]
    guard op.kind != .equal || op.isTechnical, let number = listing.numbers[index] else { return kept(index) }
    let entry = listing.entries[number - 1]
    let runs = DiffRun.runs(of: op, in: diff)
    var html = "<div class=\"op \(entry.kind.rawValue)\" id=\"c\(number)\" tabindex=\"-1\">\n"
    html +=
      "<p class=\"tag\"><a class=\"no\" href=\"#c\(number)\">\(number)</a> \(entry.kind.words), \(entry.what)"
    if op.isMove {
      let from = entry.oldSection.map { " “\(HTMLText.escaped($0))”" } ?? ""
      html += " <a href=\"#f\(number)\">from\(from.isEmpty ? " where it stood" : from)</a>"
    }
    for fact in listing.facts[number] ?? [] {
      html +=
        " <span class=\"fact\">\(EntryLabels.spaced(fact.kind.rawValue)): \(HTMLText.escaped(PlainText.line(fact.oldText))) → \(HTMLText.escaped(PlainText.line(fact.newText)))</span>"
    }
    html += "</p>\n"
    let isOld = op.new == nil
    let side = isOld ? diff.old : diff.new
    let units = isOld ? op.oldUnits : op.newUnits
    html += "<div class=\"both\">\(block(op, side, units, marked(runs)))</div>\n"
    html += "<div class=\"pair\" aria-label=\"side by side\"><div class=\"old\">"
    if op.old != nil {
      html += block(op, diff.old, op.oldUnits, marked(runs.filter { $0.kind != .inserted }))
    }
    html += "</div><div class=\"new\">"
    if op.new != nil { html += block(op, diff.new, op.newUnits, marked(runs.filter { $0.kind != .deleted })) }
    return html + "</div></div>\n</div>\n"
  }

  /// What moved away from behind an op.
  func origins(after index: Int) -> String {
    (listing.origins[index] ?? []).compactMap { moved in
      guard let number = listing.numbers[moved] else { return nil }
      let op = diff.ops[moved]
      let to = listing.entries[number - 1].newSection.map { " “\(HTMLText.escaped($0))”" } ?? ""
      let words = cut(DiffRun.words(op.oldUnits, diff.old))
      return
        "<div class=\"op gone \(listing.entries[number - 1].kind.rawValue)\" id=\"f\(number)\" tabindex=\"-1\">\n"
        + "<p class=\"tag\"><span class=\"no\">\(number)</span> stood here, <a href=\"#c\(number)\">moved to\(to.isEmpty ? " where it is now" : to)</a></p>\n"
        + "<p><del>\(escaped(words))</del></p></div>\n"
    }.joined()
  }

  private func cut(_ text: String) -> String {
    let flat = PlainText.line(text)
    return flat.utf8.count > 160 ? String(flat.unicodeScalars.prefix(150)) + "…" : flat
  }

  private func marked(_ runs: [DiffRun]) -> String {
    runs.map { run in
      switch run.kind {
      case .kept: escaped(run.text)
      case .deleted: "<del>\(escaped(run.text))</del>"
      case .inserted: "<ins>\(escaped(run.text))</ins>"
      }
    }.joined()
  }

  /// Cells of a row are parted by a bar.
  private func escaped(_ text: String) -> String {
    HTMLText.escaped(
      PlainText.lines(text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " │ ")))
  }

  private func block(_ op: DiffOp, _ side: VersionSide, _ units: Range<Int>, _ html: String) -> String {
    guard let unit = units.first.map({ side.units[$0] }) else { return "<p>\(html)</p>" }
    let label = unit.label.map { "<span class=\"label\">\(HTMLText.escaped($0))</span> " } ?? ""
    switch unit.kind {
    case .heading:
      return "<p class=\"heading level\(min(max(unit.level, 1), 6))\" dir=\"auto\">\(label)\(html)</p>"
    case .listItem: return "<p class=\"item\" dir=\"auto\">\(label)\(html)</p>"
    case .tableRow: return "<p class=\"row\" dir=\"auto\">\(html)</p>"
    case .quoted: return "<p class=\"quoted\" dir=\"auto\">\(html)</p>"
    case .code: return "<pre dir=\"auto\">\(html)</pre>"
    case .furniture: return "<p class=\"furniture\" dir=\"auto\">\(html)</p>"
    case .paragraph, .footnote, .other: return "<p dir=\"auto\">\(label)\(html)</p>"
    }
  }
}
