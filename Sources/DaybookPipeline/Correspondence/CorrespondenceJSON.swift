package import DaybookCore

/// Writes the papers, messages, threads and links of a case as JSON.
///
/// Shape: `daybook-export/1` as the scorer of bundles reads it (`score_bundle.py --contract`), with `path`,
/// `evidence`, `signature` and `missing` beside. Dates are local time as printed, with an offset only where
/// one is stated.
package struct CorrespondenceJSON {
  private let correspondence: Correspondence
  private let names: CorrespondenceNames
  private let paths: [Document.ID: String]

  package init(_ correspondence: Correspondence, paths: [Document.ID: String]) {
    self.correspondence = correspondence
    self.paths = paths
    names = CorrespondenceNames(correspondence)
  }

  /// `events` hands out the events of the case with the document each stands in.
  package func write(
    pages: Int, to sink: inout some ByteSink, events: (_ body: (Event) throws -> Void) throws -> Void
  ) throws {
    var writer = JSONWriter()
    writer.open("{")
    writer.field("format", "daybook-export/1")
    writer.field("pages", pages)
    try list("documents", correspondence.papers, &writer, &sink) { document($0, &$1) }
    try list("messages", correspondence.messages, &writer, &sink) { message($0, &$1) }
    try list("threads", correspondence.threads, &writer, &sink) { thread($0, &$1) }
    try list("links", correspondence.links.filter(isAttachment), &writer, &sink) { link($0, &$1) }
    try list("relations", correspondence.links.filter { !isAttachment($0) }, &writer, &sink) {
      relation($0, &$1)
    }
    try list("missing", correspondence.missing, &writer, &sink) { missing($0, &$1) }
    writer.lineBreak()
    writer.key("events")
    writer.open("[")
    let places = EventPlaces(correspondence)
    try events { event in
      writer.lineBreak()
      self.event(event, places, &writer)
      if writer.bytes.count > 1 << 16 { try sink.write(writer.drain()) }
    }
    writer.lineBreak(isLast: true)
    writer.close("]")
    writer.close("}")
    try sink.write(writer.drain() + [0x0A])
  }

  /// Messages and threads alone.
  package func writeMessages(to sink: inout some ByteSink) throws {
    var writer = JSONWriter()
    writer.open("{")
    writer.field("format", "daybook-messages/1")
    try list("messages", correspondence.messages, &writer, &sink) { message($0, &$1) }
    try list("threads", correspondence.threads, &writer, &sink) { thread($0, &$1) }
    writer.close("}")
    try sink.write(writer.drain() + [0x0A])
  }

  /// One of the lists alone: "threads", "documents" or "attachments".
  package func writeList(_ name: String, to sink: inout some ByteSink) throws {
    var writer = JSONWriter()
    writer.open("{")
    writer.field("format", "daybook-\(name)/1")
    switch name {
    case "threads":
      try list("threads", correspondence.threads, &writer, &sink) { thread($0, &$1) }
      try list("missing", correspondence.missing.filter { $0.kind == .message }, &writer, &sink) {
        missing($0, &$1)
      }
    case "attachments":
      try list("links", correspondence.links.filter(isAttachment), &writer, &sink) { link($0, &$1) }
      try list("missing", correspondence.missing.filter { $0.kind == .attachment }, &writer, &sink) {
        missing($0, &$1)
      }
    default:
      try list("documents", correspondence.papers, &writer, &sink) { document($0, &$1) }
      try list("missing", correspondence.missing.filter { $0.kind == .document }, &writer, &sink) {
        missing($0, &$1)
      }
    }
    writer.close("}")
    try sink.write(writer.drain() + [0x0A])
  }

  private func list<T>(
    _ name: String, _ values: [T], _ writer: inout JSONWriter, _ sink: inout some ByteSink,
    _ write: (T, inout JSONWriter) -> Void
  ) throws {
    writer.lineBreak()
    writer.key(name)
    writer.open("[")
    for value in values {
      writer.lineBreak()
      write(value, &writer)
      if writer.bytes.count > 1 << 16 { try sink.write(writer.drain()) }
    }
    writer.lineBreak(isLast: true)
    writer.close("]")
  }

  private func isAttachment(_ relation: Relation) -> Bool {
    relation.kind == .attaches || relation.kind == .cites
  }

  // MARK: - Values

  private func document(_ paper: ComponentDocument, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", names.papers[paper.id])
      writer.field("kind", paper.kind.rawValue)
      writer.field("title", paper.title)
      writer.field("path", paper.path)
      if let pages = paper.pages {
        writer.key("pages")
        range(pages, &writer)
      }
      if let date = paper.date?.when.earliest?.date { writer.field("date", date.description) }
      if let version = paper.version { writer.field("version", version) }
      if let signed = paper.signed { writer.field("signed", signed.description) }
      if let entry = paper.indexEntry { writer.field("index_entry", entry) }
      writer.key("evidence")
      writer.array { writer in
        for evidence in paper.evidence {
          writer.object { writer in
            writer.field("kind", evidence.kind.rawValue)
            writer.field("text", evidence.text)
          }
        }
      }
    }
  }

  private func range(_ pages: ClosedRange<Int>, _ writer: inout JSONWriter) {
    writer.array { writer in
      writer.number(pages.lowerBound)
      writer.number(pages.upperBound)
    }
  }

  private func message(_ message: Message, _ writer: inout JSONWriter) {
    let best = correspondence.copies[message.best]
    writer.object { writer in
      writer.field("id", names.messages[message.id])
      if let id = message.messageID { writer.field("message_id", id.hasPrefix("<") ? id : "<\(id)>") }
      writer.key("from")
      if let from = message.from, from.name != nil || from.address != nil {
        mailbox(from, &writer)
      } else {
        writer.text(nil)
      }
      for (name, mailboxes) in [("to", message.to), ("cc", message.cc)] {
        writer.key(name)
        writer.array { writer in for entry in mailboxes { mailbox(entry, &writer) } }
      }
      writer.field("date", CorrespondenceJSON.date(message.sent))
      writer.field("date_text", message.sentText)
      if let sent = message.sent {
        writer.field(
          "date_precision", sent.grain == .second ? "second" : sent.grain == .minute ? "minute" : "day")
      }
      if message.isYearInferred { writer.field("year_inferred", true) }
      writer.field("subject", message.subject)
      writer.field("body", String(decoding: best.body, as: UTF8.self))
      asides(best, &writer)
      writer.field("attachments", message.attachments)
      writer.field("parent", message.parent.flatMap { names.messages[$0] })
      if let basis = message.parentBasis { writer.field("parent_basis", basis.rawValue) }
      writer.field("thread", message.thread.flatMap { names.threads[$0] })
      if message.isQuotedWhole { writer.field("quoted_by_others", true) }
      writer.key("occurrences")
      writer.array { writer in
        for index in message.copies.sorted() { occurrence(correspondence.copies[index], &writer) }
      }
    }
  }

  /// What of the body states nothing, by the kind of it.
  private func asides(_ copy: MessageCopy, _ writer: inout JSONWriter) {
    for kind in MessageCopy.Aside.Kind.allCases {
      let parts = copy.asides.filter { $0.kind == kind }.map {
        String(decoding: copy.body[$0.bytes], as: UTF8.self)
      }
      if !parts.isEmpty { writer.field(kind.rawValue, parts.joined(separator: "\n\n")) }
    }
  }

  private func mailbox(_ mailbox: MessageHeader.Mailbox, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("name", mailbox.name)
      writer.field("address", mailbox.address)
    }
  }

  private func occurrence(_ copy: MessageCopy, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("path", paths[copy.source])
      if let paper = copy.paper { writer.field("document", names.papers[paper]) }
      if let pages = copy.pages {
        writer.key("pages")
        range(pages, &writer)
      }
      writer.field("order", copy.order)
      writer.field("quoted", copy.order > 0)
      writer.field("depth", copy.depth)
      writer.field("native", copy.isNative)
      writer.field("redacted", copy.withheld > 0)
      writer.key("bytes")
      writer.array { writer in
        writer.number(copy.bytes.lowerBound)
        writer.number(copy.bytes.upperBound)
      }
      writer.key("fields")
      writer.object { writer in
        for place in copy.header.places {
          writer.key(place.name)
          writer.array { writer in
            writer.number(place.bytes.lowerBound)
            writer.number(place.bytes.upperBound)
          }
        }
      }
    }
  }

  private func thread(_ thread: MailThread, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("id", names.threads[thread.id])
      writer.field("subject", thread.subject)
      writer.field("messages", thread.messages.compactMap { names.messages[$0] })
    }
  }

  private func link(_ link: Relation, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("message", names.messages[Message.ID(text: link.from)])
      writer.field("name", link.rule)
      writer.field("document", names.papers[ComponentDocument.ID(text: link.to)])
      writer.field("kind", link.kind.rawValue)
    }
  }

  private func relation(_ link: Relation, _ writer: inout JSONWriter) {
    func name(_ id: String) -> String? {
      names.messages[Message.ID(text: id)] ?? names.papers[ComponentDocument.ID(text: id)]
    }
    writer.object { writer in
      writer.field("kind", link.kind.rawValue)
      writer.field("from", name(link.from))
      writer.field("to", name(link.to))
      writer.field("basis", link.rule)
    }
  }

  private func missing(_ item: MissingItem, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", item.kind.rawValue)
      writer.field("what", item.what)
      if let message = item.message { writer.field("message", names.messages[message]) }
      writer.field("path", paths[item.evidence.document])
      writer.field("page", item.evidence.page)
      writer.field("quote", item.evidence.quote)
    }
  }

  private func event(_ event: Event, _ places: EventPlaces, _ writer: inout JSONWriter) {
    writer.object { writer in
      // Of "by the end of the month" its only end.
      let timex = event.when.timex
      writer.field("date", (timex?.earliest ?? timex?.latest)?.date.description)
      writer.field("type", event.kind.rawValue)
      let anchor = event.evidence.first
      writer.field("text", anchor?.quote ?? event.summary)
      if let anchor, let place = places.place(of: anchor) {
        if let message = place.message { writer.field("message", names.messages[message]) }
        if let paper = place.paper { writer.field("document", names.papers[paper]) }
      }
      writer.field("page", anchor?.page)
    }
  }

  /// "2022-02-09T10:14:00"; "2022-02-09" without a clock; nil without a day.
  package static func date(_ sent: Timex?) -> String? {
    guard let sent, let moment = sent.earliest, sent.grain <= .day else { return nil }
    guard let time = moment.time, sent.grain <= .minute else { return moment.date.description }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(moment.date)T\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    if let offset = sent.utcOffset {
      let minutes = abs(offset)
      text += "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
    return text
  }
}
