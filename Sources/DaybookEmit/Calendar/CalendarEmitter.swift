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
    var buffer = OutputBuffer()
    buffer.write(head(chronology, zone))
    try chronology.entries.forEach { entry in
      buffer.write(component(entry, zone))
      try buffer.spill(to: &sink)
    }
    buffer.write("END:VCALENDAR\r\n")
    try buffer.flush(to: &sink)
  }

  private func head(_ chronology: Chronology, _ zone: ZoneRule) -> String {
    let ledger = LedgerText(chronology.ledger)
    let about = [AboutText.scope(chronology)] + ledger.totals + [AboutText.zone(chronology)]
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    text += CalendarText.text("PRODID", "-//Daybook//\(chronology.generator)//EN")
    text += "CALSCALE:GREGORIAN\r\n"
    text += CalendarText.text("X-WR-CALNAME", chronology.title)
    text += CalendarText.text("X-WR-CALDESC", about.joined(separator: "\n"))
    text += CalendarText.text("X-WR-TIMEZONE", chronology.timeZone)
    text += CalendarText.text("X-DAYBOOK-BUNDLE", chronology.bundle.text)
    text += CalendarText.raw("X-DAYBOOK-ENTRIES", String(chronology.count))
    for line in ledger.lines() { text += CalendarText.text("X-DAYBOOK-LEDGER", line) }
    for gap in chronology.gaps { text += CalendarText.text("X-DAYBOOK-GAP", AboutText.gap(gap)) }
    return text + zone.calendarComponent
  }

  private func component(_ entry: ChronologyEntry, _ zone: ZoneRule) -> String {
    let times = CalendarTimes(entry.when.timex, zone)
    let kind = times == nil ? "VJOURNAL" : "VEVENT"
    var text = "BEGIN:\(kind)\r\n"
    text += CalendarText.text("UID", "\(entry.id.text)@daybook")
    text += "DTSTAMP:19700101T000000Z\r\n"
    if let times { text += times.lines }
    text += CalendarText.text("SUMMARY", summary(entry, isExact: times?.isExact ?? false))
    text += CalendarText.text("DESCRIPTION", description(entry))
    text += CalendarText.text("CATEGORIES", EntryLabels.kind(entry.kind))
    text += "CLASS:PRIVATE\r\n"
    if times != nil { text += "TRANSP:TRANSPARENT\r\n" }
    let parties = EntryLabels.parties(entry)
    if !parties.isEmpty { text += CalendarText.text("COMMENT", parties) }
    let date = DateFields(entry)
    if !date.edtf.isEmpty { text += CalendarText.text("X-DAYBOOK-EDTF", date.edtf) }
    text += CalendarText.json("X-DAYBOOK-EVIDENCE", EvidenceJSON.claim(entry))
    return text + "END:\(kind)\r\n"
  }

  private func summary(_ entry: ChronologyEntry, isExact: Bool) -> String {
    let words = PlainText.line(entry.summary)
    return isExact ? words : "[\(DateWords.words(entry.when))] \(words)"
  }

  private func description(_ entry: ChronologyEntry) -> String {
    let date = DateFields(entry)
    var lines: [String] = []
    if let modality = EntryLabels.modality(entry.modality) { lines.append("(\(modality))") }
    for evidence in entry.evidence {
      lines.append("“\(evidence.quote)”")
      lines.append("[\(EntryLabels.citation(evidence)), \(EntryLabels.place(evidence.bytes))]")
    }
    lines.append(
      "Date: \(DateWords.words(entry.when))" + (date.text.isEmpty ? "" : ", written “\(date.text)”"))
    if let basis = date.basis { lines.append(EntryLabels.basis(basis)) }
    lines += date.why
    lines.append("Rule: \(entry.rule)" + (entry.isStated ? "" : " (inferred)"))
    return lines.joined(separator: "\n")
  }
}
