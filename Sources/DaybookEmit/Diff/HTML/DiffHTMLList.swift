import DaybookCore

/// The list of changes beside the text, by section.
struct DiffHTMLList {
  let listing: DiffListing

  private static let excerptLength = 90

  var html: String {
    var html = "<nav class=\"list\" aria-labelledby=\"list-title\">\n<h2 id=\"list-title\">Changes</h2>\n"
    if listing.entries.isEmpty { html += "<p>There are none.</p>\n" }
    var section: String?
    for entry in listing.entries {
      if entry.section != section {
        if section != nil { html += "</ol>\n" }
        section = entry.section
        html += "<h3 dir=\"auto\">\(HTMLText.escaped(entry.section))</h3>\n<ol>\n"
      }
      html +=
        "<li class=\"\(entry.kind.rawValue)\"><a href=\"#c\(entry.number)\"><span class=\"no\">\(entry.number)</span> "
      html += "<span class=\"kind\">\(entry.kind.words)</span> \(excerpt(entry))</a></li>\n"
    }
    if section != nil { html += "</ol>\n" }
    return html + "</nav>\n"
  }

  private func excerpt(_ entry: DiffEntry) -> String {
    if let facts = listing.facts[entry.number], let first = facts.first {
      let more = facts.count > 1 ? " …" : ""
      return HTMLText.escaped(cut("\(first.oldText) → \(first.newText)") + more)
    }
    let runs = DiffRun.runs(of: listing.diff.ops[entry.op], in: listing.diff)
    let changed = runs.filter { $0.kind != .kept }
    var html = ""
    var left = DiffHTMLList.excerptLength
    for run in changed.isEmpty ? runs : changed {
      guard left > 0 else { return html + "…" }
      let words = cut(run.text, left)
      left -= words.utf8.count
      switch run.kind {
      case .kept: html += HTMLText.escaped(words)
      case .deleted: html += "<del>\(HTMLText.escaped(words))</del> "
      case .inserted: html += "<ins>\(HTMLText.escaped(words))</ins> "
      }
    }
    return html
  }

  private func cut(_ text: String, _ length: Int = excerptLength) -> String {
    let flat = PlainText.line(text)
    guard flat.utf8.count > length else { return flat }
    return String(flat.unicodeScalars.prefix(length)) + "…"
  }
}
