import DaybookCore

/// Reads calendar entries and invitations (ICS).
///
/// Shape: `invite.ics` → one `Document`; for each entry the lines of `MeetingText` and its description, an
/// empty line between entries. Times stand as written, with the name of their zone. Source: RFC 5545.
struct CalendarConverter: Converter {
  let name = "calendar"
  let version = 1
  let signature = Signature(mediaTypes: ["text/calendar"], extensions: ["ics", "ical"])

  func convert(_ input: ConversionInput, emit: (ConversionPart) -> Void) throws(ConversionError) {
    guard input.bytes.count < 64 << 20 else { throw .limit(reason: "a calendar of more than 64 MiB") }
    let decoded = input.bytes.withBytes { TextDecoding.decode($0) }
    let calendar = CalendarReader(decoded.bytes)
    guard !calendar.entries.isEmpty else { throw .unreadable(reason: "holds no calendar entry") }
    var builder = DocumentBuilder()
    var dates: [DocumentDate] = []
    for entry in calendar.entries {
      input.alive()
      add(entry, to: &builder)
      if let stamp = entry.stamp, dates.isEmpty {
        dates.append(DocumentDate(kind: .created, when: stamp, basis: .property, text: "DTSTAMP"))
      }
    }
    var findings = decoded.findings
    if calendar.badLines > 0 {
      findings.append(
        Finding(
          "calendar-lines", .warning, "\(calendar.badLines) lines are none of a calendar and were not read"))
    }
    emit(
      .document(
        Document(
          source: input.source, title: calendar.entries[0].title, text: builder.text, blocks: builder.blocks,
          dates: dates, metadata: [MetadataItem("entries", String(calendar.entries.count))],
          provenance: provenance(for: input), findings: findings)))
  }

  private func add(_ entry: CalendarReader.Entry, to builder: inout DocumentBuilder) {
    let lines = MeetingText.lines(
      title: entry.title, start: entry.start, end: entry.end, zone: entry.zone, place: entry.place,
      organiser: entry.organiser, attendees: entry.attendees, isCancelled: entry.isCancelled)
    for line in lines.split(separator: 0x0A) { builder.add(Block(.listItem, 0..<0), Array(line)) }
    if let repeats = entry.repeats { builder.add(Block(.listItem, 0..<0), Array("Repeats: \(repeats)".utf8)) }
    for paragraph in entry.words.split(separator: 0x0A) {
      builder.add(Block(.paragraph, 0..<0), MailLine.cleaned(paragraph))
    }
  }
}
