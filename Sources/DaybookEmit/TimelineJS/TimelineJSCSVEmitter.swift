package import DaybookCore

/// Writes the chronology for TimelineJS, as the CSV of its spreadsheet.
///
/// Shape: the documented columns, spelt as TimelineJS looks for them (a column named "Start Date" would make
/// it read the file by the rules of version 1), then `Evidence`, which it does not look at:
/// `EvidenceJSON.claim`, on the title row an array of those that have no slide. No byte-order mark, which
/// would hide the column Year. Dates and order as in `TimelineJSEmitter`. Formulas are defused by a reference
/// in the HTML columns, so that no apostrophe shows.
/// Source: `specs/formats.md`, 1 (ConfigFactory.js, using-spreadsheets).
package struct TimelineJSCSVEmitter: Emitter {
  package let name = "timelinejs-csv"
  package let fileName = "timeline.csv"
  package let walks = 2

  package static let columns = [
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
    "Evidence",
  ]

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var slides = try TimelineSlides(chronology)
    let isEmpty = slides.isEmpty
    var buffer = OutputBuffer()
    buffer.write(CSVText.row(TimelineJSCSVEmitter.columns))
    var title = [String](repeating: "", count: TimelineJSCSVEmitter.columns.count)
    title[9] = TimelineText.escaped(PlainText.line(chronology.title))
    title[10] = TimelineText.about(chronology, withoutPlace: isEmpty ? chronology.count : 0)
    title[16] = "title"
    if !isEmpty {
      buffer.write(CSVText.row(title))
    } else {
      // The last cell may be long: it is written piece by piece.
      buffer.write(title.dropLast().map(CSVText.quoted).joined(separator: ",") + ",\"[")
      var separator = ""
      try chronology.entries.forEach { entry in
        let cell = CSVText.quoted(EvidenceJSON.claim(entry))
        buffer.write(separator + String(cell.dropFirst().dropLast()))
        separator = ","
        try buffer.spill(to: &sink)
      }
      buffer.write("]\"\r\n")
    }
    try chronology.entries.forEach { entry in
      guard let slide = slides.next(entry) else { return }
      buffer.write(CSVText.row(cells(entry, slide)))
      try buffer.spill(to: &sink)
    }
    try buffer.flush(to: &sink)
  }

  private func cells(_ entry: ChronologyEntry, _ slide: TimelineSlide) -> [String] {
    date(slide.start) + date(slide.end) + [
      slide.displayDate, TimelineText.headline(entry), TimelineText.body(entry), "", "", "", "", "", "",
      EntryLabels.kind(entry.kind), "", EvidenceJSON.claim(entry),
    ]
  }

  private func date(_ point: TimelineSlide.Point?) -> [String] {
    func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    return [text(point?.year), text(point?.month), text(point?.day), point?.time?.description ?? ""]
  }
}
