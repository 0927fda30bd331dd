import DaybookCore

/// The end of the page: what became of every source, what a reader should know, where nothing is dated.
struct HTMLAccount {
  let chronology: Chronology

  var html: String {
    var html =
      "<section id=\"account\" aria-labelledby=\"account-title\">\n<h2 id=\"account-title\">Account</h2>\n"
    html += "<p>Every source that was found stands in one of these rows; nothing is left out silently.</p>\n"
    return html + totals + losses + findings + gaps + "</section>\n"
  }

  private var totals: String {
    let ledger = chronology.ledger
    var html = "<table class=\"figures\">\n<caption>Sources, pages and entries</caption>\n<tbody>\n"
    func row(_ name: String, _ figure: Int, isPart: Bool = false) {
      html += "<tr\(isPart ? " class=\"part\"" : "")><th scope=\"row\">\(name)</th>"
      html += "<td class=\"n\">\(EntryLabels.grouped(figure))</td></tr>\n"
    }
    row("Sources found", ledger.found)
    row("read", ledger.read, isPart: true)
    row("read in part", ledger.inPart, isPart: true)
    row("failed", ledger.failed, isPart: true)
    row("skipped", ledger.skipped, isPart: true)
    if ledger.duplicates > 0 { row("Sources with the same bytes as another", ledger.duplicates) }
    row("Pages", ledger.pages)
    row("without text", ledger.pagesWithoutText, isPart: true)
    row("Entries", ledger.entries)
    row("without a date", ledger.entriesWithoutDate, isPart: true)
    html += "</tbody>\n</table>\n"
    return ledger.isBalanced
      ? html : html + "<p class=\"alarm\">These figures do not add up: please report it.</p>\n"
  }

  private var losses: String {
    guard !chronology.ledger.losses.isEmpty else { return "" }
    var html = "<table>\n<caption>Not read in full</caption>\n<thead><tr><th scope=\"col\">Source</th>"
    html +=
      "<th scope=\"col\">What became of it</th><th scope=\"col\">Why</th><th scope=\"col\" class=\"n\">Pages</th>"
    html += "<th scope=\"col\" class=\"n\">Without text</th></tr></thead>\n<tbody>\n"
    for row in chronology.ledger.losses {
      html += "<tr><th scope=\"row\"><bdi class=\"path\">\(HTMLText.escaped(row.path))</bdi></th>"
      html += "<td>\(LedgerText.outcome(row.outcome))</td><td>\(HTMLText.escaped(row.reason))</td>"
      html += "<td class=\"n\">\(EntryLabels.grouped(row.pages))</td>"
      html += "<td class=\"n\">\(EntryLabels.grouped(row.pagesWithoutText))</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private var findings: String {
    let groups = LedgerText(chronology.ledger).groups
    guard !groups.isEmpty else { return "" }
    var html =
      "<table>\n<caption>Findings</caption>\n<thead><tr><th scope=\"col\">Finding</th><th scope=\"col\">Weight</th>"
    html += "<th scope=\"col\">What it means</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n"
    for group in groups {
      html +=
        "<tr><th scope=\"row\"><code>\(HTMLText.escaped(group.code))</code></th><td>\(group.severity.rawValue)</td>"
      html +=
        "<td>\(HTMLText.escaped(group.message))</td><td>\(places(group.places.filter { !$0.isEmpty }))</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }

  private func places(_ places: [String]) -> String {
    let list = places.map { "<bdi class=\"path\">\(HTMLText.escaped($0))</bdi>" }.joined(separator: "<br>")
    if places.count <= 5 { return list }
    return
      "<details><summary>\(EntryLabels.count(places.count, "place", "places"))</summary>\(list)</details>"
  }

  private var gaps: String {
    guard !chronology.gaps.isEmpty else { return "" }
    var html =
      "<table>\n<caption>Gaps</caption>\n<thead><tr><th scope=\"col\">After</th><th scope=\"col\">Before</th>"
    html += "<th scope=\"col\" class=\"n\">Days</th></tr></thead>\n<tbody>\n"
    for gap in chronology.gaps {
      html += "<tr><td>\(DateWords.words(gap.after))</td><td>\(DateWords.words(gap.before))</td>"
      html += "<td class=\"n\">\(EntryLabels.grouped(gap.days))</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n"
  }
}
