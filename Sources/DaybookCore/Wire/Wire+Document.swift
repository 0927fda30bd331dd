// How documents travel; the order of fields is the format.

extension Source: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(id.text)
    writer.text(path)
    writer.number(byteCount)
    writer.text(mediaType)
    writer.optional(container)
    writer.optional(custodian)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      id: ID(text: try reader.text()), path: try reader.text(), byteCount: try reader.number(),
      mediaType: try reader.text(), container: try reader.optionalText(), custodian: try reader.optionalText()
    )
  }
}

extension OCRQuality: WireValue {
  package func write(to writer: inout WireWriter) {
    for part in [words, confidence, turn, skewTenths] { writer.number(part) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      words: try reader.number(), confidence: try reader.number(), turn: try reader.number(),
      skewTenths: try reader.number())
  }
}

extension Page: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.number(number)
    writer.optional(label)
    writer.range(bytes)
    writer.flag(hasTextLayer)
    writer.list(furniture)
    writer.optional(ocr)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      number: try reader.number(), label: try reader.optionalText(), bytes: try reader.range(),
      hasTextLayer: try reader.flag(), furniture: try reader.texts(), ocr: try reader.optional())
  }
}

extension Block.Cell: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.number(table)
    writer.number(row)
    writer.number(column)
    writer.optional(heading)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      table: try reader.number(), row: try reader.number(), column: try reader.number(),
      heading: try reader.optionalText())
  }
}

extension Block: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.range(bytes)
    writer.optional(page)
    writer.number(level)
    writer.optional(label)
    writer.optional(cell)
    writer.optional(author)
    writer.optional(date)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try reader.name(), try reader.range(), page: try reader.optionalNumber(), level: try reader.number(),
      label: try reader.optionalText(), cell: try reader.optional(), author: try reader.optionalText(),
      date: try reader.optional())
  }
}

extension MessageHeader.Mailbox: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.optional(name)
    writer.optional(address)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.optionalText(), address: try reader.optionalText())
  }
}

extension MessageHeader: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.list(from)
    writer.list(to)
    writer.list(cc)
    writer.optional(subject)
    writer.optional(sent)
    writer.optional(sentText)
    writer.optional(sentBytes) { $0.range($1) }
    writer.optional(messageID)
    writer.list(inReplyTo)
    writer.list(references)
    writer.list(attachments)
    writer.optional(bytes) { $0.range($1) }
    writer.list(places)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      from: try reader.list(), to: try reader.list(), cc: try reader.list(),
      subject: try reader.optionalText(),
      sent: try reader.optional(), sentText: try reader.optionalText(),
      sentBytes: try reader.optional { reader throws(WireError) in try reader.range() },
      messageID: try reader.optionalText(),
      inReplyTo: try reader.texts(), references: try reader.texts(), attachments: try reader.texts(),
      bytes: try reader.optional { reader throws(WireError) in try reader.range() })
    places = try reader.list()
  }
}

extension MessageHeader.FieldPlace: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.range(bytes)
    writer.text(words)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), bytes: try reader.range(), words: try reader.text())
  }
}

extension Segment: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.range(bytes)
    writer.range(body)
    writer.optional(pages) {
      $0.number($1.lowerBound)
      $0.number($1.upperBound)
    }
    writer.optional(title)
    writer.optional(header)
    writer.list(dates)
    writer.number(depth)
    writer.text(rule)
    writer.optional(version)
    writer.list(evidence)
    writer.list(ownWords) { $0.range($1) }
    writer.flag(isYearless)
    writer.list(entries)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      kind: try reader.name(), bytes: try reader.range(), body: try reader.range(),
      pages: try reader.optional { reader throws(WireError) in
        let start = reader.offset
        let (first, last) = (try reader.number(), try reader.number())
        guard first <= last else { throw .malformed(offset: start) }
        return first...last
      },
      title: try reader.optionalText(), header: try reader.optional(), dates: try reader.list(),
      depth: try reader.number(), rule: try reader.text())
    version = try reader.optionalText()
    evidence = try reader.list()
    ownWords = try reader.list { reader throws(WireError) in try reader.range() }
    isYearless = try reader.flag()
    entries = try reader.list()
  }
}

extension BoundaryEvidence: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.name(kind)
    writer.text(text)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.name(), try reader.text())
  }
}

extension IndexEntry: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.number(number)
    writer.optional(date)
    writer.text(title)
    writer.optional(kind?.rawValue)
    writer.range(bytes)
    writer.text(words)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let (number, date, title): (Int, CivilDate?, String) = (
      try reader.number(), try reader.optional(), try reader.text()
    )
    let kind = try reader.optionalText().flatMap(DocumentKind.init(rawValue:))
    self.init(
      number: number, date: date, title: title, kind: kind, bytes: try reader.range(),
      words: try reader.text())
  }
}

extension MetadataItem: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(key)
    writer.text(value)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(try reader.text(), try reader.text())
  }
}

extension Provenance: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(stage)
    writer.text(tool)
    writer.number(version)
    writer.text(input)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      stage: try reader.text(), tool: try reader.text(), version: try reader.number(),
      input: try reader.text())
  }
}

extension Finding: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(code)
    writer.name(severity)
    writer.text(message)
    writer.text(path)
    writer.optional(page)
    writer.optional(bytes) { $0.range($1) }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      try reader.text(), try reader.name(), try reader.text(), path: try reader.text(),
      page: try reader.optionalNumber(),
      bytes: try reader.optional { reader throws(WireError) in try reader.range() })
  }
}

extension Document: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.value(source)
    writer.name(kind)
    writer.optional(title)
    writer.raw(text)
    writer.list(pages)
    writer.list(blocks)
    writer.list(segments)
    writer.optional(header)
    writer.list(dates)
    writer.list(metadata)
    writer.value(provenance)
    writer.list(findings)
    writer.list(tracked)
    writer.list(comments)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      source: try reader.value(), kind: try reader.name(), title: try reader.optionalText(),
      text: try reader.raw(),
      pages: try reader.list(), blocks: try reader.list(), segments: try reader.list(),
      header: try reader.optional(),
      dates: try reader.list(), metadata: try reader.list(), provenance: try reader.value(),
      findings: try reader.list(), tracked: try reader.list(), comments: try reader.list())
  }
}
