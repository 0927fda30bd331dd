package import DaybookCore

/// Writes the chronology as one page that needs nothing else: no server, no network, no script.
///
/// Shape: figures and a timeline (`HTMLTimeline`), filters, which only a script can work and only a script
/// shows, the entries in order (`HTMLEntry`) in sections that a browser lays out when they come into view,
/// and the account (`HTMLAccount`). The Content-Security-Policy allows no request and no script but the one
/// whose hash it names, so that text of a document could not run even if it got into the markup. Walks
/// through the entries twice.
package struct HTMLEmitter: Emitter {
  package let name = "html"
  package let fileName = "chronology.html"
  package let walks = 2

  /// Entries of one section at most: what a browser lays out at a time.
  static let sectionLength = 100

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    let statistics = try HTMLStatistics(chronology)
    var buffer = OutputBuffer()
    buffer.write(HTMLHead(chronology: chronology).html)
    buffer.write(opening(chronology, statistics))
    try buffer.spill(to: &sink)
    var list = HTMLEntryList(gaps: chronology.gaps)
    try chronology.entries.forEach { entry in
      buffer.write(list.opening(before: entry))
      HTMLEntry(entry: entry, statistics: statistics).write(to: &buffer)
      try buffer.spill(to: &sink)
    }
    buffer.write(list.closing)
    if statistics.count == 0 { buffer.write("<p class=\"none\">There are no entries.</p>\n") }
    buffer.write(
      "<p class=\"none\" id=\"nothing\" hidden>No entry matches. Change or reset the filters.</p>\n</section>\n"
    )
    buffer.write(HTMLAccount(chronology: chronology).html)
    buffer.write(closing(chronology))
    try buffer.flush(to: &sink)
  }

  private func opening(_ chronology: Chronology, _ statistics: HTMLStatistics) -> String {
    """
    <a class="skip" href="#entries">Skip to the entries</a>
    <header>
    <h1 dir="auto">\(HTMLText.escaped(chronology.title))</h1>
    <p class="lead">\(lead(chronology, statistics))</p>
    </header>
    <main>
    <section aria-labelledby="timeline-title">
    <h2 id="timeline-title">Timeline</h2>
    \(HTMLTimeline(statistics).html)</section>
    <section id="entries" aria-labelledby="entries-title">
    <h2 id="entries-title" tabindex="-1">Entries</h2>
    <p class="note">\(HTMLText.escaped(AboutText.zone(chronology)))
    Each entry opens to the words that it rests on, the file they stand in, and how its date is known.
    Byte numbers count the UTF-8 text of the document from 0; the last is not included.</p>
    \(HTMLFilters(statistics: statistics).html)
    """
  }

  private func lead(_ chronology: Chronology, _ statistics: HTMLStatistics) -> String {
    var parts = [HTMLText.escaped(AboutText.scope(chronology))]
    if let first = statistics.firstWords, let last = statistics.lastWords {
      parts.append(first == last ? first : "\(first) to \(last)")
    }
    if statistics.undated > 0 { parts.append("\(EntryLabels.grouped(statistics.undated)) without a date") }
    parts.append("from " + EntryLabels.count(chronology.ledger.found, "source", "sources"))
    let unread = chronology.ledger.inPart + chronology.ledger.failed + chronology.ledger.skipped
    if unread > 0 { parts.append("<a href=\"#account\">\(EntryLabels.grouped(unread)) not read in full</a>") }
    return parts.joined(separator: " <span aria-hidden=\"true\">·</span> ")
  }

  private func closing(_ chronology: Chronology) -> String {
    """
    </main>
    <footer>
    <p>Made by \(HTMLText.escaped(chronology.generator)) from bundle <code>\(HTMLText.escaped(chronology.bundle.text))</code>.
    This page loads nothing and sends nothing.</p>
    </footer>
    <script>\(HTMLScript.text)</script>
    </body>
    </html>

    """
  }
}

/// Opens and closes the sections and lists around entries, and puts gaps where they lie.
private struct HTMLEntryList {
  private let gaps: [Gap]
  private var nextGap = 0
  private var sections = EntrySections()
  private var heading: String?
  private var inSection = 0
  private var number = 0

  init(gaps: [Gap]) { self.gaps = gaps.sorted { ($0.before, $0.after) < ($1.before, $1.after) } }

  mutating func opening(before entry: ChronologyEntry) -> String {
    var html = ""
    let due = sections.heading(before: entry)
    let isFull = inSection == HTMLEmitter.sectionLength
    let gaps = dueGaps(before: entry)
    if due != nil || isFull {
      html += closing
      for gap in gaps { html += "<p class=\"gap\">\(gap)</p>\n" }
      number += 1
      if let due { heading = due }
      inSection = 0
      let title = (heading ?? "") + (due == nil ? ", continued" : "")
      html += "<section class=\"period\" aria-labelledby=\"period-\(number)\">\n"
      html += "<h3 id=\"period-\(number)\">\(HTMLText.escaped(title))</h3>\n<ol>\n"
    } else {
      for gap in gaps { html += "<li class=\"gap\">\(gap)</li>\n" }
    }
    inSection += 1
    return html
  }

  var closing: String { number == 0 ? "" : "</ol>\n</section>\n" }

  private mutating func dueGaps(before entry: ChronologyEntry) -> [String] {
    guard let date = entry.when.timex?.earliest?.date else { return [] }
    var due: [String] = []
    while nextGap < gaps.count, gaps[nextGap].before <= date {
      due.append(AboutText.gap(gaps[nextGap]))
      nextGap += 1
    }
    return due
  }
}
