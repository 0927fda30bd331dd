package import DaybookCore

/// Writes a comparison as one page that needs nothing else: the list of changes beside the text, inline or side
/// by side, with `<ins>` and `<del>`; moves are linked both ways.
///
/// Without a script everything can be read, filtered by kind and seen side by side: filters are check boxes that
/// the style sheet looks at. The script adds keys (n, p, s) and counts. The Content-Security-Policy allows no
/// request, and no script or style but those whose hashes it names.
package struct VersionDiffHTMLEmitter: VersionDiffEmitter {
  package let name = "html"
  package let fileExtension = "html"

  package init() {}

  package func emit(_ diff: VersionDiff, to sink: inout some ByteSink) throws {
    let listing = DiffListing(diff)
    var buffer = OutputBuffer()
    buffer.write(head(diff))
    buffer.write(opening(listing))
    buffer.write(DiffHTMLPanels(listing: listing).html)
    buffer.write("<div class=\"work\">\n")
    buffer.write(DiffHTMLList(listing: listing).html)
    buffer.write(
      "<section class=\"text\" aria-labelledby=\"text-title\">\n<h2 id=\"text-title\" tabindex=\"-1\">Text</h2>\n"
    )
    let text = DiffHTMLText(listing: listing)
    buffer.write(text.origins(after: Int.min))
    var index = 0
    while index < diff.ops.count {
      var end = index
      while end < diff.ops.count, diff.ops[end].kind == .equal, !diff.ops[end].isTechnical,
        listing.origins[end] == nil
      {
        end += 1
      }
      if end > index {
        buffer.write(text.kept(index..<end))
        index = end
      } else {
        buffer.write(text.op(index))
        buffer.write(text.origins(after: index))
        index += 1
      }
      try buffer.spill(to: &sink)
    }
    buffer.write(
      "</section>\n</div>\n</main>\n<footer><p>This page loads nothing and sends nothing.</p></footer>\n")
    buffer.write("<script>\(DiffHTMLScript.text)</script>\n</body>\n</html>\n")
    try buffer.flush(to: &sink)
  }

  private func head(_ diff: VersionDiff) -> String {
    let names = [diff.old, diff.new].map { HTMLText.escaped($0.document.source.path) }
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(VersionDiffHTMLEmitter.policy)">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(names[0]) → \(names[1])</title>
      <style>\(DiffHTMLStyle.text)</style>
      </head>
      <body>
      <a class="skip" href="#text-title">Skip to the text</a>

      """
  }

  /// Source: W3C Content Security Policy Level 3.
  static var policy: String {
    func hash(_ text: String) -> String {
      "sha256-" + HTMLHead.base64(SHA256Digest(of: Array(text.utf8)).bytes)
    }
    return
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(hash(DiffHTMLStyle.text))'; script-src '\(hash(DiffHTMLScript.text))'"
  }

  /// Title, and the boxes that filter: in front of all that they govern.
  private func opening(_ listing: DiffListing) -> String {
    let diff = listing.diff
    var html = "<header>\n<h1><bdi>\(HTMLText.escaped(diff.old.document.source.path))</bdi> "
    html +=
      "<span aria-label=\"compared with\">→</span> <bdi>\(HTMLText.escaped(diff.new.document.source.path))</bdi></h1>\n"
    html += "<p class=\"lead\">\(HTMLText.escaped(listing.summary)).</p>\n</header>\n"
    html += "<div class=\"boxes\" role=\"group\" aria-label=\"What is shown\">\n"
    html +=
      "<span class=\"box\"><input type=\"checkbox\" id=\"v-side\"><label for=\"v-side\">Side by side (s)</label></span>\n"
    html +=
      "<span class=\"box\"><input type=\"checkbox\" id=\"v-kept\" checked><label for=\"v-kept\">Unchanged text</label></span>\n"
    for (kind, count) in listing.counts {
      let checked = kind == .technical ? "" : " checked"
      html += "<span class=\"box\"><input type=\"checkbox\" id=\"k-\(kind.rawValue)\"\(checked)>"
      html +=
        "<label for=\"k-\(kind.rawValue)\"><span class=\"mark \(kind.rawValue)\" aria-hidden=\"true\"></span>\(kind.words) (\(EntryLabels.grouped(count)))</label></span>\n"
    }
    html +=
      "<span class=\"keys\">Keys: n next change, p previous, s side by side</span>\n<span id=\"where\" role=\"status\" class=\"keys\"></span>\n"
    return html + "</div>\n<main>\n"
  }
}
