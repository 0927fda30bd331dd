package import DaybookCore

/// Writes an iCalendar file: an event for each entry with a place in time, a journal component for each
/// without.
///
/// Shape: a day or a span of days is an all-day event (DTEND excluded); a clock time with an offset is
/// written in UTC, one without as
/// `ZoneRule` says. An open or a coarse date has its words before the summary, and an open one stands at its
/// known end. Nothing is shown as busy (TRANSP:TRANSPARENT), everything is CLASS:PRIVATE; parties stand in
/// COMMENT, because mail programs take ATTENDEE for an invitation. DTSTAMP is fixed at 1970-01-01, so that
/// the same bundle gives the same bytes; UID is the entry's id, which changes with its content.
/// X-DAYBOOK-EVIDENCE holds `EvidenceJSON.claim`, X-DAYBOOK-LEDGER the account line by line.
/// Source: RFC 5545.
package struct CalendarEmitter: Emitter {
  package let name = "ics"
  package let fileName = "chronology.ics"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    let zone = ZoneRule(chronology.timeZone)
    var out = CalendarText()
    var scratch = Scratch()
    writeHead(chronology, zone, to: &out)
    try chronology.entries.forEach { entry in
      write(entry, zone, to: &out, &scratch)
      if out.bytes.count >= OutputBuffer.limit { try sink.write(out.drain()) }
    }
    out.lines("END:VCALENDAR\r\n")
    try sink.write(out.drain())
  }

  /// Room that is used again for every entry.
  private struct Scratch {
    var json = JSONWriter()
    var text = OutputBuffer()
  }

  private func writeHead(_ chronology: Chronology, _ zone: ZoneRule, to out: inout CalendarText) {
    let ledger = LedgerText(chronology.ledger)
    let about = [AboutText.scope(chronology)] + ledger.totals + [AboutText.zone(chronology)]
    out.lines("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    out.text("PRODID", "-//Daybook//\(chronology.generator)//EN")
    out.lines("CALSCALE:GREGORIAN\r\n")
    out.text("X-WR-CALNAME", chronology.title)
    out.text("X-WR-CALDESC", about.joined(separator: "\n"))
    out.text("X-WR-TIMEZONE", chronology.timeZone)
    out.text("X-DAYBOOK-BUNDLE", chronology.bundle.text)
    out.raw("X-DAYBOOK-ENTRIES", String(chronology.count))
    for line in ledger.lines() { out.text("X-DAYBOOK-LEDGER", line) }
    for gap in chronology.gaps { out.text("X-DAYBOOK-GAP", AboutText.gap(gap)) }
    out.lines(zone.calendarComponent)
  }

  private func write(
    _ entry: ChronologyEntry, _ zone: ZoneRule, to out: inout CalendarText, _ scratch: inout Scratch
  ) {
    let times = CalendarTimes(entry.when.timex, zone)
    let date = DateFields(entry)
    let words = DateWords.words(entry.when)
    out.lines(times == nil ? "BEGIN:VJOURNAL\r\n" : "BEGIN:VEVENT\r\n")
    out.text("UID", entry.id.text + "@daybook")
    out.lines("DTSTAMP:19700101T000000Z\r\n")
    if let times { out.lines(times.lines) }
    let summary = PlainText.line(entry.summary)
    out.text("SUMMARY", times?.isExact ?? false ? summary : "[\(words)] \(summary)")
    describe(entry, date, words, in: &scratch.text)
    scratch.text.bytes.withUnsafeBufferPointer { out.text("DESCRIPTION", utf8: $0) }
    out.text("CATEGORIES", EntryLabels.kind(entry.kind))
    out.lines("CLASS:PRIVATE\r\n")
    if times != nil { out.lines("TRANSP:TRANSPARENT\r\n") }
    let parties = EntryLabels.parties(entry)
    if !parties.isEmpty { out.text("COMMENT", parties) }
    if !date.edtf.isEmpty { out.text("X-DAYBOOK-EDTF", date.edtf) }
    scratch.json.restart()
    EvidenceJSON.writeClaim(entry, to: &scratch.json)
    out.json("X-DAYBOOK-EVIDENCE", scratch.json.bytes)
    out.lines(times == nil ? "END:VJOURNAL\r\n" : "END:VEVENT\r\n")
  }

  private func describe(
    _ entry: ChronologyEntry, _ date: DateFields, _ words: String, in out: inout OutputBuffer
  ) {
    out.clear()
    if let modality = EntryLabels.modality(entry.modality) {
      out.write("(")
      out.write(modality)
      out.write(")\n")
    }
    for evidence in entry.evidence {
      out.write("“")
      out.write(evidence.quote)
      out.write("”\n[")
      out.write(EntryLabels.citation(evidence))
      out.write(", ")
      out.write(EntryLabels.place(evidence.bytes))
      out.write("]\n")
    }
    out.write("Date: ")
    out.write(words)
    if !date.text.isEmpty {
      out.write(", written “")
      out.write(date.text)
      out.write("”")
    }
    out.write("\n")
    if let basis = date.basis {
      out.write(EntryLabels.basis(basis))
      out.write("\n")
    }
    for step in date.why {
      out.write(step)
      out.write("\n")
    }
    out.write("Rule: ")
    out.write(entry.rule)
    if !entry.isStated { out.write(" (inferred)") }
  }
}
