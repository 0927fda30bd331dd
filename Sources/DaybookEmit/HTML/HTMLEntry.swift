import DaybookCore

/// One entry of the page.
///
/// Each piece of evidence is a `blockquote` whose `data-` attributes say where it stands; its text is the
/// quotation to the byte, but for a quotation that HTML cannot hold, which stands in `data-quote` as JSON.
/// `HTMLReader` reads exactly this.
struct HTMLEntry {
  let entry: ChronologyEntry
  let statistics: HTMLStatistics

  func write(to out: inout OutputBuffer) {
    let date = DateFields(entry)
    out.write("<li ")
    writeAttributes(date, to: &out)
    out.write(">\n<p class=\"when\">")
    writeTime(date, to: &out)
    writeBasis(date, to: &out)
    out.write("</p>\n<div class=\"what\">\n<p class=\"who\"><span class=\"kind\">")
    out.write(EntryLabels.kind(entry.kind))
    out.write("</span>")
    if let modality = EntryLabels.modality(entry.modality) {
      out.write(" <span class=\"modality\">")
      out.write(modality)
      out.write("</span>")
    }
    writeParties(to: &out)
    out.write("<a class=\"no\" href=\"#entry-")
    out.write(entry.order)
    out.write("\" aria-label=\"Entry ")
    out.write(entry.order)
    out.write("\">")
    out.write(entry.order)
    out.write("</a></p>\n<p class=\"summary\" dir=\"auto\">")
    out.html(entry.summary)
    out.write("</p>\n<details><summary>")
    writeSource(to: &out)
    out.write("</summary>\n")
    for evidence in entry.evidence { writeQuotation(evidence, to: &out) }
    writeReasons(date, to: &out)
    out.write("</details>\n</div>\n</li>\n")
  }

  private func writeAttributes(_ date: DateFields, to out: inout OutputBuffer) {
    out.write("id=\"entry-")
    out.write(entry.order)
    out.write("\" value=\"")
    out.write(entry.order)
    out.write("\" data-entry=\"")
    out.html(entry.id.text)
    out.write("\" data-order=\"")
    out.write(entry.order)
    out.write("\" data-kind=\"")
    out.write(entry.kind.rawValue)
    out.write("\"")
    // On paper, where everything is open, a summary that is the whole quotation is not printed twice.
    if entry.summary == entry.evidence.first?.quote { out.write(" data-same") }
    writePartyNumbers(to: &out)
    guard date.hasPlace, let timex = entry.when.timex else { return out.write(" data-undated") }
    if let first = timex.earliest {
      out.write(" data-first=\"")
      out.write(first.date.description)
      out.write("\"")
    }
    if let last = timex.latest {
      out.write(" data-last=\"")
      out.write(last.date.description)
      out.write("\"")
    }
  }

  private func writePartyNumbers(to out: inout OutputBuffer) {
    let numbers = entry.parties.compactMap { statistics.number(of: $0.name) }.sorted()
    for (index, number) in numbers.enumerated() where index == 0 || numbers[index - 1] != number {
      out.write(index == 0 ? " data-parties=\"" : " ")
      out.write(number)
    }
    if !numbers.isEmpty { out.write("\"") }
  }

  private func writeTime(_ date: DateFields, to out: inout OutputBuffer) {
    // HTML's own `time` knows a day, a month, a year or a moment, and no interval.
    if date.hasPlace, let start = date.start, start == date.end {
      out.write("<time datetime=\"")
      out.write(start)
      if start.utf8.count > 10, let offset = date.offsetText { out.write(offset) }
      out.write("\">")
      out.html(DateWords.words(entry.when))
      out.write("</time>")
    } else {
      out.html(DateWords.words(entry.when))
    }
  }

  private func writeBasis(_ date: DateFields, to out: inout OutputBuffer) {
    let words: String
    switch date.basis {
    case .inferred: words = "inferred"
    case .relative: words = "counted from another date"
    case .position: words = "by its place in a list"
    case .property: words = "from the file"
    case .explicit, .header, nil: return
    }
    out.write(" <span class=\"basis\">")
    out.write(words)
    out.write("</span>")
  }

  private func writeParties(to out: inout OutputBuffer) {
    let agents = entry.parties.contains { $0.role == .agent }
    let recipients = entry.parties.contains { $0.role == .recipient }
    if agents {
      out.write(" <span class=\"agent\">")
      writeNames(.agent, to: &out)
      out.write("</span>")
    }
    if recipients {
      out.write(" <span class=\"to\"><span aria-label=\"to\" role=\"img\">→</span> ")
      writeNames(.recipient, to: &out)
      out.write("</span>")
    }
    if entry.parties.contains(where: { $0.role == .mentioned }) {
      out.write(" <span class=\"mentioned\">")
      out.write(agents || recipients ? "· mentions " : "mentions ")
      writeNames(.mentioned, to: &out)
      out.write("</span>")
    }
  }

  private func writeNames(_ role: Party.Role, to out: inout OutputBuffer) {
    var isFirst = true
    for party in entry.parties where party.role == role {
      out.write(isFirst ? "<bdi>" : ", <bdi>")
      out.html(party.name)
      out.write("</bdi>")
      isFirst = false
    }
  }

  private func writeSource(to out: inout OutputBuffer) {
    guard let first = entry.evidence.first else { return out.write("No source") }
    out.write("<span class=\"open\">Quote and source</span> <bdi class=\"path\">")
    writeCitation(first, to: &out)
    out.write("</bdi>")
    let more = entry.evidence.count - 1
    if more > 0 {
      out.write(" and ")
      out.write(more)
      out.write(" more")
    }
  }

  private func writeCitation(_ evidence: ChronologyEntry.Evidence, to out: inout OutputBuffer) {
    out.html(evidence.source)
    if let page = evidence.page {
      out.write(", p. ")
      out.write(page)
    }
  }

  private func writeQuotation(_ evidence: ChronologyEntry.Evidence, to out: inout OutputBuffer) {
    out.write("<blockquote dir=\"auto\" data-source=\"")
    out.html(evidence.source)
    out.write("\" data-sha256=\"")
    out.html(evidence.sha256)
    out.write("\"")
    if let page = evidence.page {
      out.write(" data-page=\"")
      out.write(page)
      out.write("\"")
    }
    out.write(" data-start=\"")
    out.write(evidence.bytes.lowerBound)
    out.write("\" data-end=\"")
    out.write(evidence.bytes.upperBound)
    out.write("\"")
    if !HTMLText.isKept(evidence.quote) || !HTMLText.isKept(evidence.source) {
      out.write(" data-exact=\"")
      out.write(exact(evidence))
      out.write("\"")
    }
    out.write(">")
    out.html(evidence.quote)
    out.write("</blockquote>\n<p class=\"cite\"><bdi class=\"path\">")
    writeCitation(evidence, to: &out)
    out.write("</bdi>, ")
    out.write(EntryLabels.place(evidence.bytes))
    out.write("<br><span class=\"hash\">SHA-256 ")
    out.html(evidence.sha256)
    out.write("</span>")
    for path in evidence.alsoAt {
      out.write("<br>the same bytes at <bdi class=\"path\">")
      out.html(path)
      out.write("</bdi>")
    }
    out.write("</p>\n")
  }

  /// The evidence as JSON without a character that HTML changes: those that JSON leaves raw are escaped here.
  private func exact(_ evidence: ChronologyEntry.Evidence) -> String {
    var json = JSONWriter()
    EvidenceJSON.write(evidence, to: &json)
    var text = ""
    for scalar in String(decoding: json.bytes, as: UTF8.self).unicodeScalars {
      if HTMLText.isKept(String(scalar)) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
        }
      }
    }
    return HTMLText.escaped(text)
  }

  private func writeReasons(_ date: DateFields, to out: inout OutputBuffer) {
    func row(_ name: String) {
      out.write("<dt>")
      out.write(name)
      out.write("</dt><dd dir=\"auto\">")
    }
    out.write("<dl>")
    if !date.text.isEmpty {
      row("Date as written")
      out.write("“")
      out.html(date.text)
      out.write("”</dd>")
    }
    if !date.edtf.isEmpty {
      row("Date (EDTF)")
      out.write("<code>")
      out.html(date.edtf)
      out.write("</code>, precision ")
      out.write(date.precision.rawValue)
      out.write("</dd>")
    }
    if let basis = date.basis {
      row("Basis")
      out.write(EntryLabels.basis(basis))
      out.write("</dd>")
    }
    if !date.why.isEmpty {
      row("Why")
      for (index, step) in date.why.enumerated() {
        if index > 0 { out.write("<br>") }
        out.html(step)
      }
      out.write("</dd>")
    }
    if let context = entry.context {
      row("Stands in")
      out.html(context)
      out.write("</dd>")
    }
    row("Rule")
    out.write("<code>")
    out.html(entry.rule)
    out.write(entry.isStated ? "</code></dd>" : "</code>, worked out, not stated</dd>")
    row("Entry")
    out.write("<code>")
    out.html(entry.id.text)
    out.write("</code></dd></dl>\n")
  }
}
