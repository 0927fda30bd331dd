// How what was extracted travels; the order of fields is the format.

extension Anchor: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(document.text)
    writer.range(bytes)
    writer.optional(page)
    writer.text(quote)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      document: Document.ID(text: try reader.text()), bytes: try reader.range(),
      page: try reader.optionalNumber(),
      quote: try reader.text())
  }
}

extension Participation: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.name(kind)
    writer.name(role)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(name: try reader.text(), kind: try reader.name(), role: try reader.name())
  }
}

extension Event: WireValue {
  package func write(to writer: inout WireWriter) {
    // Its id could be made again from the rest, at the price of everything else together.
    writer.text(id.text)
    writer.name(kind)
    writer.name(modality)
    writer.value(when)
    writer.text(summary)
    writer.list(parties)
    writer.list(evidence)
    writer.text(rule)
    writer.flag(isStated)
    writer.optional(context)
    writer.value(assertion)
    writer.optional(object)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let start = reader.offset
    let id = ID(text: try reader.text())
    // It comes from a worker, which a document may have taken over, and goes into every output.
    guard id.isWellFormed else { throw .malformed(offset: start) }
    self.init(
      id: id, kind: try reader.name(), modality: try reader.name(), when: try reader.value(),
      summary: try reader.text(), parties: try reader.list(), evidence: try reader.list(),
      rule: try reader.text(),
      isStated: try reader.flag(),
      context: try reader.optionalText())
    assertion = try reader.value()
    object = try reader.optionalText()
  }
}

extension Assertion: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.list(by)
    writer.list(to)
    writer.optional(on)
    writer.optional(message?.text)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      by: try reader.texts(), to: try reader.texts(), on: try reader.optional(),
      message: try reader.optionalText().map { Event.ID(text: $0) })
  }
}

extension Alias: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(name)
    writer.text(alias)
    writer.name(kind)
    writer.optional(evidence)
    writer.text(rule)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      name: try reader.text(), alias: try reader.text(), kind: try reader.name(),
      evidence: try reader.optional(),
      rule: try reader.text())
  }
}

extension DateReading: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.value(when)
    writer.name(basis)
    writer.list(why)
    writer.list(alternatives)
    writer.optional(base)
    writer.name(kind)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      when: try reader.value(), basis: try reader.name(), why: try reader.texts(),
      alternatives: try reader.list(), base: try reader.optional())
    kind = try reader.name()
  }
}

extension DateReading.Base: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(value)
    writer.name(origin)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(value: try reader.text(), origin: try reader.name())
  }
}

extension Mention: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.range(bytes)
    switch value {
    case .date(let reading):
      writer.number(0)
      writer.value(reading)
    case .party(let reading):
      writer.number(1)
      writer.text(reading.name)
      writer.name(reading.kind)
    case .reference(let text):
      writer.number(2)
      writer.text(text)
    case .version(let text):
      writer.number(3)
      writer.text(text)
    }
    writer.text(rule)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let bytes = try reader.range()
    let start = reader.offset
    let value: Value
    switch try reader.number() {
    case 0: value = .date(try reader.value())
    case 1: value = .party(PartyReading(name: try reader.text(), kind: try reader.name()))
    case 2: value = .reference(try reader.text())
    case 3: value = .version(try reader.text())
    default: throw .malformed(offset: start)
    }
    self.init(bytes: bytes, value: value, rule: try reader.text())
  }
}

extension ChronologyEntry.Evidence: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(source)
    writer.text(sha256)
    writer.optional(page)
    writer.range(bytes)
    writer.text(quote)
    writer.list(alsoAt)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      source: try reader.text(), sha256: try reader.text(), page: try reader.optionalNumber(),
      bytes: try reader.range(), quote: try reader.text(), alsoAt: try reader.texts())
  }
}

extension ChronologyEntry: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.text(id.text)
    writer.number(order)
    writer.value(when)
    writer.name(kind)
    writer.name(modality)
    writer.text(summary)
    writer.list(parties)
    writer.list(evidence)
    writer.text(rule)
    writer.flag(isStated)
    writer.optional(context)
    writer.value(assertion)
    writer.optional(object)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(
      id: Event.ID(text: try reader.text()), order: try reader.number(), when: try reader.value(),
      kind: try reader.name(), modality: try reader.name(), summary: try reader.text(),
      parties: try reader.list(),
      evidence: try reader.list(), rule: try reader.text(), isStated: try reader.flag(),
      context: try reader.optionalText())
    assertion = try reader.value()
    object = try reader.optionalText()
  }
}
