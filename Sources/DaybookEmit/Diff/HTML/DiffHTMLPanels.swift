import DaybookCore

/// What stands above the text: identity, findings, facts, and the history inside the files.
struct DiffHTMLPanels {
  let listing: DiffListing

  var html: String { identity + findings + facts + history }

  private var identity: String {
    let rows = IdentityRow.rows(listing.diff)
    guard !rows.isEmpty else { return "" }
    var html =
      "<section aria-labelledby=\"identity\">\n<h2 id=\"identity\">Identity</h2>\n<div class=\"scroll\"><table>\n"
    html +=
      "<thead><tr><th scope=\"col\">Sign</th><th scope=\"col\">Old</th><th scope=\"col\">New</th><th scope=\"col\">Same?</th></tr></thead>\n<tbody>\n"
    for row in rows {
      html +=
        "<tr\(row.isChanged ? " class=\"differs\"" : "")><th scope=\"row\">\(HTMLText.escaped(row.label))</th>"
      for value in [row.old, row.new] {
        html +=
          "<td dir=\"auto\">\(value.map { HTMLText.escaped($0) } ?? "<span class=\"none\">not there</span>")</td>"
      }
      html += "<td>\(row.isChanged ? "differs" : "same")</td></tr>\n"
    }
    return html + "</tbody>\n</table></div>\n</section>\n"
  }

  private var findings: String {
    let findings = listing.diff.findings
    guard !findings.isEmpty else { return "" }
    var html =
      "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">What to look at</h2>\n<p class=\"note\">Computed from what stands in the papers; nobody is judged.</p>\n<ul>\n"
    for finding in findings {
      html +=
        "<li><code>\(HTMLText.escaped(finding.rule))</code> \(HTMLText.escaped(PlainText.line(finding.detail)))</li>\n"
    }
    return html + "</ul>\n</section>\n"
  }

  private var facts: String {
    let facts = listing.diff.facts
    guard !facts.isEmpty else { return "" }
    var html =
      "<section aria-labelledby=\"facts\">\n<h2 id=\"facts\">Facts that changed</h2>\n<div class=\"scroll\"><table>\n"
    html +=
      "<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">Section</th></tr></thead>\n<tbody>\n"
    for fact in facts {
      let sections = fact.newSection == nil ? listing.diff.old.sections : listing.diff.new.sections
      let section = (fact.newSection ?? fact.oldSection).flatMap {
        sections.indices.contains($0) ? sections[$0].label : nil
      }
      html += "<tr><td>\(EntryLabels.spaced(fact.kind.rawValue))</td>"
      html +=
        "<td><del>\(HTMLText.escaped(PlainText.line(fact.oldText)))</del></td><td><ins>\(HTMLText.escaped(PlainText.line(fact.newText)))</ins></td><td>"
      let words = HTMLText.escaped(PlainText.line(section ?? "Cover"))
      if let number = listing.numbers[fact.op] {
        html += "<a href=\"#c\(number)\">\(words)</a>"
      } else {
        html += words
      }
      html += "</td></tr>\n"
    }
    return html + "</tbody>\n</table></div>\n</section>\n"
  }

  private var history: String {
    var html = ""
    for (name, side) in [("old", listing.diff.old), ("new", listing.diff.new)] {
      if side.tracked.isEmpty, side.comments.isEmpty { continue }
      html +=
        "<section aria-labelledby=\"history-\(name)\">\n<h2 id=\"history-\(name)\">History inside the \(name) version</h2>\n<ul>\n"
      for change in side.tracked {
        let isGone = change.kind == .deletion || change.kind == .moveFrom
        let tag = isGone ? "del" : "ins"
        html +=
          "<li>\(EntryLabels.spaced(change.kind.rawValue))\(who(change.author, change.date)): <\(tag)>\(HTMLText.escaped(PlainText.line(change.text)))</\(tag)></li>\n"
      }
      for comment in side.comments {
        let anchor = comment.anchor.map { " on <q>\(HTMLText.escaped(PlainText.line($0)))</q>" } ?? ""
        html +=
          "<li>comment\(who(comment.author, comment.date))\(anchor): \(HTMLText.escaped(PlainText.line(comment.text)))</li>\n"
      }
      html += "</ul>\n</section>\n"
    }
    return html
  }

  private func who(_ author: String?, _ date: String?) -> String {
    let words = [author, date].compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? "" : " (\(HTMLText.escaped(PlainText.line(words))))"
  }
}
