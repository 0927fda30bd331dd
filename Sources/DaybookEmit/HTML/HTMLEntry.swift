import DaybookCore

/// One entry of the page.
///
/// Each piece of evidence is a `blockquote` whose `data-` attributes say where it stands; its text is the
/// quotation to the byte, but for a quotation that HTML cannot hold, which stands in `data-quote` as JSON.
/// `HTMLReader` reads exactly this.
struct HTMLEntry {
  let entry: ChronologyEntry
  let statistics: HTMLStatistics

  var html: String {
    let date = DateFields(entry)
    var html = "<li \(attributes(date))>\n"
    html += "<p class=\"when\">\(time(date))\(basis(date))</p>\n<div class=\"what\">\n"
    html += "<p class=\"who\"><span class=\"kind\">\(EntryLabels.kind(entry.kind))</span>"
    if let modality = EntryLabels.modality(entry.modality) {
      html += " <span class=\"modality\">\(modality)</span>"
    }
    html +=
      parties
      + "<a class=\"no\" href=\"#entry-\(entry.order)\" aria-label=\"Entry \(entry.order)\">\(entry.order)</a></p>\n"
    html += "<p class=\"summary\" dir=\"auto\">\(HTMLText.escaped(entry.summary))</p>\n"
    html += "<details><summary>\(source)</summary>\n"
    for evidence in entry.evidence { html += quotation(evidence) }
    return html + reasons(date) + "</details>\n</div>\n</li>\n"
  }

  private func attributes(_ date: DateFields) -> String {
    var text =
      "id=\"entry-\(entry.order)\" value=\"\(entry.order)\" data-entry=\"\(HTMLText.escaped(entry.id.text))\""
    text += " data-order=\"\(entry.order)\" data-kind=\"\(entry.kind.rawValue)\""
    // On paper, where everything is open, a summary that is the whole quotation is not printed twice.
    if entry.summary == entry.evidence.first?.quote { text += " data-same" }
    let numbers = entry.parties.compactMap { statistics.number(of: $0.name) }
    if !numbers.isEmpty {
      text += " data-parties=\"\(Set(numbers).sorted().map { String($0) }.joined(separator: " "))\""
    }
    guard date.hasPlace, let timex = entry.when.timex else { return text + " data-undated" }
    if let first = timex.earliest { text += " data-first=\"\(first.date)\"" }
    if let last = timex.latest { text += " data-last=\"\(last.date)\"" }
    return text
  }

  private func time(_ date: DateFields) -> String {
    let words = HTMLText.escaped(DateWords.words(entry.when))
    // HTML's own `time` knows a day, a month, a year or a moment, and no interval.
    guard date.hasPlace, let start = date.start, start == date.end else { return words }
    return "<time datetime=\"\(start)\(start.utf8.count > 10 ? date.offsetText ?? "" : "")\">\(words)</time>"
  }

  private func basis(_ date: DateFields) -> String {
    let words: String
    switch date.basis {
    case .inferred: words = "inferred"
    case .relative: words = "counted from another date"
    case .position: words = "by its place in a list"
    case .property: words = "from the file"
    case .explicit, .header, nil: return ""
    }
    return " <span class=\"basis\">\(words)</span>"
  }

  private var parties: String {
    func list(_ role: Party.Role) -> String {
      EntryLabels.names(entry, role).map { "<bdi>\(HTMLText.escaped($0))</bdi>" }.joined(separator: ", ")
    }
    let (agents, recipients, mentioned) = (list(.agent), list(.recipient), list(.mentioned))
    var html = agents.isEmpty ? "" : " <span class=\"agent\">\(agents)</span>"
    if !recipients.isEmpty {
      html += " <span class=\"to\"><span aria-label=\"to\" role=\"img\">→</span> \(recipients)</span>"
    }
    if !mentioned.isEmpty {
      html += " <span class=\"mentioned\">\(html.isEmpty ? "" : "· ")mentions \(mentioned)</span>"
    }
    return html
  }

  private var source: String {
    guard let first = entry.evidence.first else { return "No source" }
    let more = entry.evidence.count - 1
    return
      "<span class=\"open\">Quote and source</span> <bdi class=\"path\">\(HTMLText.escaped(EntryLabels.citation(first)))</bdi>"
      + (more > 0 ? " and \(more) more" : "")
  }

  private func quotation(_ evidence: ChronologyEntry.Evidence) -> String {
    var html = "<blockquote dir=\"auto\" data-source=\"\(HTMLText.escaped(evidence.source))\""
    html += " data-sha256=\"\(HTMLText.escaped(evidence.sha256))\""
    if let page = evidence.page { html += " data-page=\"\(page)\"" }
    html += " data-start=\"\(evidence.bytes.lowerBound)\" data-end=\"\(evidence.bytes.upperBound)\""
    if !HTMLText.isKept(evidence.quote) || !HTMLText.isKept(evidence.source) {
      html += " data-exact=\"\(exact(evidence))\""
    }
    html += ">\(HTMLText.escaped(evidence.quote))</blockquote>\n"
    html +=
      "<p class=\"cite\"><bdi class=\"path\">\(HTMLText.escaped(EntryLabels.citation(evidence)))</bdi>, "
    html +=
      "\(EntryLabels.place(evidence.bytes))<br><span class=\"hash\">SHA-256 \(HTMLText.escaped(evidence.sha256))</span>"
    for path in evidence.alsoAt {
      html += "<br>the same bytes at <bdi class=\"path\">\(HTMLText.escaped(path))</bdi>"
    }
    return html + "</p>\n"
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

  private func reasons(_ date: DateFields) -> String {
    var rows: [(String, String)] = []
    if !date.text.isEmpty { rows.append(("Date as written", "“\(HTMLText.escaped(date.text))”")) }
    if !date.edtf.isEmpty {
      rows.append(
        ("Date (EDTF)", "<code>\(HTMLText.escaped(date.edtf))</code>, precision \(date.precision.rawValue)"))
    }
    if let basis = date.basis { rows.append(("Basis", EntryLabels.basis(basis))) }
    if !date.why.isEmpty { rows.append(("Why", date.why.map(HTMLText.escaped).joined(separator: "<br>"))) }
    if let context = entry.context { rows.append(("Stands in", HTMLText.escaped(context))) }
    rows.append(
      (
        "Rule",
        "<code>\(HTMLText.escaped(entry.rule))</code>\(entry.isStated ? "" : ", worked out, not stated")"
      ))
    rows.append(("Entry", "<code>\(HTMLText.escaped(entry.id.text))</code>"))
    return "<dl>" + rows.map { "<dt>\($0.0)</dt><dd dir=\"auto\">\($0.1)</dd>" }.joined() + "</dl>\n"
  }
}
