package import DaybookCore

/// Writes families as one self-contained page: versions in order with their reasons, the table of sections by
/// versions, and the changes of each step with `<ins>` and `<del>`. No script.
package struct VersionFamilyHTMLEmitter: VersionFamilyEmitter {
  package let name = "html"

  package init() {}

  package func emit(_ families: [VersionFamily], to sink: inout some ByteSink) throws {
    var buffer = OutputBuffer()
    let style = DiffHTMLStyle.text
    let hash = "sha256-" + HTMLHead.base64(SHA256Digest(of: Array(style.utf8)).bytes)
    buffer.write(
      """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(hash)'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Versions</title>
      <style>\(style)</style>
      </head>
      <body>
      <header><h1>Versions</h1><p class="lead">\(EntryLabels.count(families.count, "document", "documents")) in more than one version.</p></header>
      <main>

      """)
    for (index, family) in families.enumerated() {
      write(family, index + 1, &buffer)
      try buffer.spill(to: &sink)
    }
    buffer.write(
      "</main>\n<footer><p>This page loads nothing and sends nothing.</p></footer>\n</body>\n</html>\n")
    try buffer.flush(to: &sink)
  }

  private func text(_ words: String) -> String { HTMLText.escaped(PlainText.line(words)) }

  private func write(_ family: VersionFamily, _ number: Int, _ buffer: inout OutputBuffer) {
    buffer.write(
      "<section aria-labelledby=\"f\(number)\">\n<h2 id=\"f\(number)\" dir=\"auto\">\(text(family.title))</h2>\n"
    )
    buffer.write(
      "<p class=\"note\">One document because: \(family.why.map(text).joined(separator: "; ")).</p>\n<ol>\n")
    for version in family.versions {
      buffer.write(
        "<li><p><strong>\(text(FamilyNames.label(version)))</strong>, \(text(FamilyNames.date(version))): <code>\(text(version.path))</code></p>\n"
      )
      let more = FamilyNames.files(version).dropFirst().map { "also <code>\(text($0))</code>" }
      let carried = version.carriers.map { "carried by \(text(FamilyNames.carrier($0)))" }
      let notes = more + version.why.map(text) + carried
      if !notes.isEmpty { buffer.write("<p class=\"note\">\(notes.joined(separator: "; "))</p>") }
      buffer.write("</li>\n")
    }
    buffer.write("</ol>\n")
    for finding in family.findings {
      buffer.write("<p><code>\(text(finding.rule))</code> \(text(finding.detail))</p>\n")
    }
    table(family, &buffer)
    for (index, step) in family.steps.enumerated() { write(step, index + 1, &buffer) }
    buffer.write("</section>\n")
  }

  private func table(_ family: VersionFamily, _ buffer: inout OutputBuffer) {
    buffer.write(
      "<div class=\"scroll\"><table>\n<caption>Sections by versions</caption>\n<thead><tr><th scope=\"col\">Section</th>"
    )
    for (index, version) in family.versions.enumerated() {
      buffer.write("<th scope=\"col\">\(index + 1). \(text(FamilyNames.label(version)))</th>")
    }
    buffer.write("</tr></thead>\n<tbody>\n")
    for row in FamilyTable(family).rows {
      buffer.write("<tr><th scope=\"row\" dir=\"auto\">\(text(row.section))</th>")
      for cell in row.cells { buffer.write("<td>\(text(cell))</td>") }
      buffer.write("</tr>\n")
    }
    buffer.write("</tbody>\n</table></div>\n")
  }

  private func write(_ diff: VersionDiff, _ number: Int, _ buffer: inout OutputBuffer) {
    let listing = DiffListing(diff)
    buffer.write(
      "<details open><summary>From \(number) to \(number + 1): \(text(listing.summary))</summary>\n")
    if !diff.findings.isEmpty {
      buffer.write("<ul>\n")
      for finding in diff.findings {
        buffer.write("<li><code>\(text(finding.rule))</code> \(text(finding.detail))</li>\n")
      }
      buffer.write("</ul>\n")
    }
    for entry in listing.entries where entry.kind != .technical {
      buffer.write(
        "<div class=\"op \(entry.kind.rawValue)\"><p class=\"tag\">\(entry.kind.words), \(entry.what): \(text(entry.section))</p>\n<p dir=\"auto\">"
      )
      for run in DiffRun.runs(of: diff.ops[entry.op], in: diff) {
        let words = HTMLText.escaped(PlainText.lines(run.text))
        switch run.kind {
        case .kept: buffer.write(words)
        case .deleted: buffer.write("<del>\(words)</del>")
        case .inserted: buffer.write("<ins>\(words)</ins>")
        }
      }
      buffer.write("</p></div>\n")
    }
    buffer.write("</details>\n")
  }
}
