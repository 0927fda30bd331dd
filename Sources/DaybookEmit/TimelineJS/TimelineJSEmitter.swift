package import DaybookCore

/// Writes the chronology for TimelineJS, as JSON.
///
/// Shape: a title slide with the account; one event an entry, in order, with `display_date` in our words,
/// because TimelineJS would show a month or an open interval as something finer; `unique_id` from the entry's
/// id, so that a link to a slide stays good when its headline changes; no media, because a PDF there is shown
/// through a third party; links off. TimelineJS drops an event without a date, so an entry without one stands
/// at its neighbours and says so. Root key `daybook`, and `daybook` in each event (`EvidenceJSON.claim`),
/// which TimelineJS does not look at, carry what `verify` needs.
/// Source: `specs/formats.md`, 2 (TimelineConfig.js, json-format).
package struct TimelineJSEmitter: Emitter {
  package let name = "timelinejs"
  package let fileName = "timeline.json"
  package let walks = 2

  package static let format = "daybook-timelinejs/1"

  package init() {}

  package func emit(_ chronology: Chronology, to sink: inout some ByteSink) throws {
    var slides = try TimelineSlides(chronology)
    let isEmpty = slides.isEmpty
    var json = JSONWriter()
    json.open("{")
    json.key("daybook")
    json.object {
      $0.field("format", TimelineJSEmitter.format)
      $0.field("generator", chronology.generator)
      $0.field("title", chronology.title)
      $0.field("bundle", chronology.bundle.text)
      $0.field("time_zone", chronology.timeZone)
      $0.field("scope", chronology.scope)
      $0.field("count", chronology.count)
    }
    json.lineBreak()
    json.field("scale", "human")
    json.key("title")
    json.object { json in
      json.field("unique_id", "daybook-title")
      json.field("autolink", false)
      json.key("text")
      json.object {
        $0.field("headline", TimelineText.escaped(PlainText.line(chronology.title)))
        $0.field("text", TimelineText.about(chronology, withoutPlace: isEmpty ? chronology.count : 0))
      }
    }
    json.lineBreak()
    // A chronology without a single date has no events; its entries are kept beside them.
    if isEmpty {
      json.field("events", [])
      json.lineBreak()
    }
    json.key(isEmpty ? "daybook_undated" : "events")
    json.open("[")
    var scratch: [UInt8] = []
    try chronology.entries.forEach { entry in
      json.lineBreak()
      if let slide = slides.next(entry) {
        write(entry, slide, to: &json, &scratch)
      } else {
        EvidenceJSON.writeClaim(entry, to: &json)
      }
      if json.bytes.count >= OutputBuffer.limit { try sink.write(json.drain()) }
    }
    try sink.write(json.drain())
    try sink.write("\n")
    json.close("]")
    json.close("}")
    try sink.write(json.drain())
    try sink.write("\n")
  }

  private func write(
    _ entry: ChronologyEntry, _ slide: TimelineSlide, to json: inout JSONWriter, _ scratch: inout [UInt8]
  ) {
    json.object { json in
      json.field("unique_id", "daybook-\(entry.id.text)")
      json.key("start_date")
      write(slide.start, to: &json)
      if let end = slide.end {
        json.key("end_date")
        write(end, to: &json)
      }
      json.field("display_date", slide.displayDate)
      json.field("group", EntryLabels.kind(entry.kind))
      json.field("autolink", false)
      json.key("text")
      json.object {
        $0.field("headline", TimelineText.headline(entry))
        scratch.removeAll(keepingCapacity: true)
        TimelineText.appendBody(entry, to: &scratch)
        $0.field("text", utf8: scratch)
      }
      json.key("daybook")
      EvidenceJSON.writeClaim(entry, to: &json)
    }
  }

  private func write(_ point: TimelineSlide.Point, to json: inout JSONWriter) {
    json.object {
      $0.field("year", point.year)
      if let month = point.month { $0.field("month", month) }
      if let day = point.day { $0.field("day", day) }
      if let time = point.time {
        $0.field("hour", time.hour)
        $0.field("minute", time.minute)
        if time.second != 0 { $0.field("second", time.second) }
      }
    }
  }
}
